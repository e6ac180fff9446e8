"""L1 to L6: what an append promises."""

from __future__ import annotations

from datetime import UTC, timedelta
from functools import partial
from typing import Any, cast

from oversight_adapters.testing.clauses import by_clause, expect, refused
from oversight_adapters.testing.store_suite_hooks import StoreHooks, answered, everything, fresh
from oversight_adapters.testing.store_suite_samples import (
    ITEMS,
    A,
    B,
    C,
    MakeStore,
    Stopped,
    Ticking,
    applied,
    described,
    every_kind,
    reported,
    retracted,
    told,
)
from oversight_adapters.testing.store_suite_telling import shown
from oversight_core.errors import CannotRetract, Conflict, InvalidBatch
from oversight_core.ledger.entry import Receipt, Registered


@by_clause
class BatchClauses(StoreHooks):
    """The clauses about batches."""

    def test_L1_a_batch_names_an_item_once(self, make_store: MakeStore) -> None:
        """L1 a batch names an item once"""
        store = fresh(make_store)
        with refused("L1", InvalidBatch, "the batch names one item twice"):
            store.append([(A, 0, [described(A)]), (B, 0, [described(B)]), (A, 1, [reported(A)])], recorder="kit")
        expect("L1", not everything(store), "nothing written of a batch that is not valid", everything(store))

    def test_L2_the_whole_batch_or_nothing(self, make_store: MakeStore) -> None:
        """L2 the whole batch or nothing, also when the iterable raises"""
        store = fresh(make_store)
        store.append([(A, 0, [described(A), retracted(A, 1)])], recorder="kit")
        before = everything(store)

        def stops(error: type[BaseException]) -> Any:
            yield (B, 0, [described(B)])
            raise error

        def half(error: type[BaseException]) -> Any:
            yield described(C)
            raise error

        joined = Registered(C, None, same_as=A)
        attempts: tuple[tuple[type[BaseException], str, Any], ...] = (
            (KeyboardInterrupt, "the iterable was interrupted", stops(KeyboardInterrupt)),
            (Stopped, "the iterable raised", stops(Stopped)),
            (Stopped, "the entries of one item raised", [(B, 0, [described(B)]), (C, 0, half(Stopped))]),
            (KeyboardInterrupt, "the entries of one item were interrupted", [(C, 0, half(KeyboardInterrupt))]),
            (Conflict, "one item is stale", [(B, 0, [described(B)]), (A, 1, [reported(A)]), (C, 0, [described(C)])]),
            (InvalidBatch, "an entry is no entry", [(B, 0, [described(B)]), (C, 0, ["a complaint"])]),
            (InvalidBatch, "an entry is about another item", [(B, 0, [described(B)]), (C, 0, [described(A)])]),
            (InvalidBatch, "items of two kinds are never the same", [(B, 0, [described(B)]), (C, 0, [joined])]),
            (CannotRetract, "there is no revision 9", [(B, 0, [described(B)]), (A, 2, [retracted(A, 9)])]),
            (CannotRetract, "a retraction is final", [(B, 0, [described(B)]), (A, 2, [retracted(A, 2)])]),
            (CannotRetract, "revision 1 is retracted already", [(B, 0, [described(B)]), (A, 2, [retracted(A, 1)])]),
        )
        for error, why, batch in attempts:
            with refused("L2", error, why):
                answered(store, "L2", partial(store.append, batch, recorder="kit"))
            left = answered(store, "L2", partial(everything, store))
            expect("L2", left == before, f"nothing written, because {why}", left[len(before) :])
        with refused("L2", InvalidBatch, "a recorder is a text, not None"):
            store.append([(B, 0, [described(B)])], recorder=cast("str", None))
        expect(
            "L2", everything(store) == before, "nothing written without a recorder", everything(store)[len(before) :]
        )
        receipt = store.append([(B, 0, [described(B)]), (C, 0, [described(C)])], recorder="kit")
        expect("L2", receipt.position == len(before) + 2, "both entries of a sound batch", receipt)

    def test_L3_a_conflict_names_every_stale_item(self, make_store: MakeStore) -> None:
        """L3 every item not at its expected revision is named in one Conflict"""
        store = fresh(make_store)
        store.append([(A, 0, [described(A), reported(A)])], recorder="kit")
        with refused("L3", Conflict, "two of three items are stale") as caught:
            store.append([(C, 2, [told(C)]), (B, 0, [described(B)]), (A, 1, [reported(A)])], recorder="kit")
        stale = ((C, 2, 0), (A, 1, 2))
        expect("L3", caught[0].stale == stale, f"stale={stale}, in the order of the batch", caught[0].stale)

    def test_L4_revisions_count_from_one(self, make_store: MakeStore) -> None:
        """L4 an item's revisions are 1, 2, 3… over all its axes"""
        store = fresh(make_store)
        store.append([(A, 0, [described(A), reported(A, axis="position")]), (B, 0, [described(B)])], recorder="kit")
        store.append([(B, 1, [told(B)]), (A, 2, [reported(A, axis="implementation"), applied(A)])], recorder="kit")
        for item, count in ((A, 4), (B, 2)):
            found = [recorded.revision for recorded in store.history(item)]
            expect("L4", found == list(range(1, count + 1)), f"revisions 1 to {count} of {item}", found)

    def test_L5_positions_rise_and_recording_never_goes_back(self, make_store: MakeStore) -> None:
        """L5 positions rise strictly, recorded_at never falls as they rise"""
        clock = Ticking(timedelta(hours=-1))
        store = fresh(make_store, clock)
        first = clock.now + clock.step
        receipts = [store.append([(item, 0, every_kind(item))], recorder="kit") for item in ITEMS]
        found = everything(store)
        expect("L5", clock.asked == len(receipts), f"clock() asked once an append, {len(receipts)} times", clock.asked)
        positions = [recorded.position for recorded in found]
        expect("L5", positions == sorted(set(positions)), "rising positions", positions)
        instants = {recorded.recorded_at for recorded in found}
        expect("L5", instants == {first}, f"{first} for all, because the clock went back after it", instants)
        expect("L5", all(r.recorded_at.tzinfo is UTC for r in found), "instants in UTC")
        expect(
            "L5",
            [r.batch for r in receipts] == [1, 6, 11],
            "receipts of batches 1, 6 and 11, named by their first position",
            shown(tuple(receipts)),
        )

    def test_L6_nothing_changes_nothing(self, make_store: MakeStore) -> None:
        """L6 an empty batch, or empty entries at a right revision, changes nothing; at a wrong one it is a Conflict"""
        clock = Ticking()
        store = fresh(make_store, clock)
        head = store.append([(A, 0, [described(A)])], recorder="kit")
        before = everything(store)
        batches: tuple[list[Any], ...] = ([], [(A, 1, [])], [(A, 1, []), (B, 0, ())])
        for batch in batches:
            receipt = store.append(batch, recorder="kit")
            expect(
                "L6",
                receipt == Receipt(head.position, head.hash),
                f"the receipt of the head, {head} of batch 0",
                shown(receipt),
            )
        with refused("L6", Conflict, "empty entries were at a wrong revision") as caught:
            store.append([(A, 0, []), (B, 0, [])], recorder="kit")
        expect("L6", caught[0].stale == ((A, 0, 1),), "the stale item", caught[0])
        expect("L6", everything(store) == before, "nothing changed", everything(store)[len(before) :])
        expect("L6", clock.asked == 1, "clock() not asked where nothing is written", f"{clock.asked - 1} times")
