"""The store contract as tests: L1 to L14, through the port alone, then a state machine against the reference."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, timedelta
from threading import Thread
from typing import Any

import pytest

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing.store_stories import run, store_machine
from oversight_adapters.testing.store_suite_samples import (
    ITEMS,
    A,
    B,
    C,
    MakeStore,
    Salts,
    Ticking,
    applied,
    described,
    every_kind,
    reported,
    retracted,
    told,
)
from oversight_core.errors import CannotRetract, Conflict, InvalidBatch
from oversight_core.ledger import fold
from oversight_core.ledger.entry import Disposed, Receipt, Recorded, Registered
from oversight_core.names import Withheld
from oversight_core.ports import Store

Tampers = Mapping[str, Callable[[Any], int]]


def expect(clause: str, holds: bool, expected: str, found: object = None) -> None:
    """Fail with the clause and what it expects."""
    if not holds:
        raise AssertionError(f"{clause}: expected {expected}" + ("" if found is None else f"; found {found}"))


@contextmanager
def refused(clause: str, error: type[Exception], why: str) -> Iterator[list[Any]]:
    """Fail unless the body raises an error; gives a list that holds it afterwards."""
    caught: list[Any] = []
    try:
        yield caught
    except error as raised:
        caught.append(raised)
    else:
        raise AssertionError(f"{clause}: expected {error.__name__}, because {why}; nothing was raised")


def everything(store: Store) -> tuple[Recorded, ...]:
    """All that a store holds, in order."""
    return tuple(store.scan())


class StoreSuite:
    """The whole contract of a store.  Subclass it in a test file and bring one fixture:

        class TestMyStore(StoreSuite):
            @pytest.fixture
            def make_store(self, tmp_path):
                return lambda clock, salt: MyStore(tmp_path / uuid4().hex, clock=clock, salt=salt)

    Every call of it gives a new, empty store.  A durable store brings `reopen` as well, and one whose record can be
    edited behind its back brings `tampers`.  The store's `capabilities` say which clauses apply; the others are skipped
    with the sentence they give.
    """

    def reopen(self, store: Store) -> Store:
        """A new store object over the same record, the old one being gone."""
        raise NotImplementedError("a durable store needs reopen(store)")

    def tampers(self) -> Tampers:
        """``altered``, ``inserted``, ``removed``, ``reordered`` to what does it, behind the back of a store that holds
        several entries of every sample item; each gives the position that `verify` must name."""
        return {}

    @pytest.fixture
    def make_store(self) -> MakeStore:
        """A factory of new, empty stores: ``(clock, salt) -> store``."""
        raise NotImplementedError("bring the fixture make_store")

    # -- batches -------------------------------------------------------------------------------------------------

    def test_L1_a_batch_names_an_item_once(self, make_store: MakeStore) -> None:
        """L1 a batch names an item once"""
        store = make_store(Ticking(), Salts())
        with refused("L1", InvalidBatch, "the batch names one item twice"):
            store.append([(A, 0, [described(A)]), (B, 0, [described(B)]), (A, 1, [reported(A)])], recorder="kit")
        expect("L1", not everything(store), "nothing written of a batch that is not valid", everything(store))

    def test_L2_the_whole_batch_or_nothing(self, make_store: MakeStore) -> None:
        """L2 the whole batch or nothing, also when the iterable raises"""
        store = make_store(Ticking(), Salts())
        store.append([(A, 0, [described(A), retracted(A, 1)])], recorder="kit")
        before = everything(store)

        def stops() -> Any:
            yield (B, 0, [described(B)])
            raise KeyboardInterrupt

        joined = Registered(C, None, same_as=A)
        attempts: tuple[tuple[type[BaseException], str, Any], ...] = (
            (KeyboardInterrupt, "the iterable raised", stops()),
            (Conflict, "one item is stale", [(B, 0, [described(B)]), (A, 1, [reported(A)]), (C, 0, [described(C)])]),
            (InvalidBatch, "an entry is no entry", [(B, 0, [described(B)]), (C, 0, ["a complaint"])]),
            (InvalidBatch, "an entry is about another item", [(B, 0, [described(B)]), (C, 0, [described(A)])]),
            (InvalidBatch, "items of two kinds are never the same", [(B, 0, [described(B)]), (C, 0, [joined])]),
            (CannotRetract, "there is no revision 9", [(B, 0, [described(B)]), (A, 2, [retracted(A, 9)])]),
            (CannotRetract, "a retraction is final", [(B, 0, [described(B)]), (A, 2, [retracted(A, 2)])]),
            (CannotRetract, "revision 1 is retracted already", [(B, 0, [described(B)]), (A, 2, [retracted(A, 1)])]),
        )
        for error, why, batch in attempts:
            with refused("L2", error, why):  # type: ignore[arg-type]  # an interrupt is no Exception
                store.append(batch, recorder="kit")
            expect(
                "L2", everything(store) == before, f"nothing written, because {why}", everything(store)[len(before) :]
            )
        receipt = store.append([(B, 0, [described(B)]), (C, 0, [described(C)])], recorder="kit")
        expect("L2", receipt.position == len(before) + 2, "both entries of a sound batch", receipt)

    def test_L3_a_conflict_names_every_stale_item(self, make_store: MakeStore) -> None:
        """L3 every item not at its expected revision is named in one Conflict"""
        store = make_store(Ticking(), Salts())
        store.append([(A, 0, [described(A), reported(A)])], recorder="kit")
        with refused("L3", Conflict, "two of three items are stale") as caught:
            store.append([(C, 2, [told(C)]), (B, 0, [described(B)]), (A, 1, [reported(A)])], recorder="kit")
        stale = ((C, 2, 0), (A, 1, 2))
        expect("L3", caught[0].stale == stale, f"stale={stale}, in the order of the batch", caught[0].stale)

    def test_L4_revisions_count_from_one(self, make_store: MakeStore) -> None:
        """L4 an item's revisions are 1, 2, 3… over all its axes"""
        store = make_store(Ticking(), Salts())
        store.append([(A, 0, [described(A), reported(A, axis="position")]), (B, 0, [described(B)])], recorder="kit")
        store.append([(B, 1, [told(B)]), (A, 2, [reported(A, axis="implementation"), applied(A)])], recorder="kit")
        for item, count in ((A, 4), (B, 2)):
            found = [recorded.revision for recorded in store.history(item)]
            expect("L4", found == list(range(1, count + 1)), f"revisions 1 to {count} of {item}", found)

    def test_L5_positions_rise_and_recording_never_goes_back(self, make_store: MakeStore) -> None:
        """L5 positions rise strictly, recorded_at never falls as they rise"""
        clock = Ticking(timedelta(hours=-1))
        store = make_store(clock, Salts())
        first = clock.now + clock.step
        receipts = [store.append([(item, 0, every_kind(item))], recorder="kit") for item in ITEMS]
        found = everything(store)
        positions = [recorded.position for recorded in found]
        expect("L5", positions == sorted(set(positions)), "rising positions", positions)
        instants = {recorded.recorded_at for recorded in found}
        expect("L5", instants == {first}, f"{first} for all, because the clock went back after it", instants)
        expect("L5", all(r.recorded_at.tzinfo is UTC for r in found), "instants in UTC")
        expect("L5", clock.asked == len(receipts), "one call of the clock an append", clock.asked)
        expect("L5", [r.batch for r in receipts] == [1, 6, 11], "batches named by their first position", receipts)

    def test_L6_nothing_changes_nothing(self, make_store: MakeStore) -> None:
        """L6 an empty batch, or empty entries at a right revision, changes nothing; at a wrong one it is a Conflict"""
        clock = Ticking()
        store = make_store(clock, Salts())
        head = store.append([(A, 0, [described(A)])], recorder="kit")
        before = everything(store)
        batches: tuple[list[Any], ...] = ([], [(A, 1, [])], [(A, 1, []), (B, 0, ())])
        for batch in batches:
            receipt = store.append(batch, recorder="kit")
            expect("L6", receipt == Receipt(head.position, head.hash), "the receipt of the head, with batch 0", receipt)
        with refused("L6", Conflict, "empty entries were at a wrong revision") as caught:
            store.append([(A, 0, []), (B, 0, [])], recorder="kit")
        expect("L6", caught[0].stale == ((A, 0, 1),), "the stale item", caught[0])
        expect("L6", everything(store) == before and clock.asked == 1, "nothing changed and no time passed")

    # -- reading -------------------------------------------------------------------------------------------------

    def test_L7_a_history_reads_back_equal(self, make_store: MakeStore) -> None:
        """L7 a history reads back every entry once, in order, equal to what was appended, disposed content aside"""
        store = make_store(Ticking(), Salts())
        for item in ITEMS:
            store.append(
                [
                    (item, 0, every_kind(item)[:3]),
                ],
                recorder="kit",
            )
        store.append([(item, 3, every_kind(item)[3:]) for item in ITEMS], recorder="Ōno, “desk”")
        for item in ITEMS:
            found = [recorded.entry for recorded in store.history(item)]
            expect("L7", found == list(every_kind(item)), f"the five entries of {item}", found)
        last = store.history(C)[-1]
        expect("L7", last.recorder == "Ōno, “desk”" and last.batch == 10, "recorder and batch", last)
        expect("L7", sorted(everything(store), key=_by_position) == _by_item(store), "one record, however it is read")

    def test_L8_an_unknown_item_has_an_empty_history(self, make_store: MakeStore) -> None:
        """L8 an unknown item has an empty history"""
        store = make_store(Ticking(), Salts())
        expect("L8", len(store.history(A)) == 0, "nothing in an empty store")
        store.append([(A, 0, [described(A)])], recorder="kit")
        expect("L8", len(store.history(B)) == 0, "nothing of an item that was never named", store.history(B))

    def test_L9_reading_sees_one_snapshot(self, make_store: MakeStore) -> None:
        """L9 scan(after) is strictly after, in position order, and history and scan each see one snapshot"""
        store = make_store(Ticking(), Salts())
        store.append([(A, 0, every_kind(A)), (B, 0, every_kind(B))], recorder="kit")
        for after in (0, 1, 4, 9, 10, 99):
            found = [recorded.position for recorded in store.scan(after)]
            expect("L9", found == list(range(after + 1, 11)), f"positions {after + 1} to 10", found)
        scanning, history = store.scan(), store.history(A)
        seen = [next(scanning).position]
        store.append([(A, 5, [reported(A)]), (C, 0, [described(C)])], recorder="kit")
        seen += [recorded.position for recorded in scanning]
        expect("L9", seen == list(range(1, 11)), "the scan to go on as the record was when it began", seen)
        expect("L9", len(history) == 5, "the history as it was when it was asked for", len(history))

    def test_L10_no_smaller_position_appears_later(self, make_store: MakeStore) -> None:
        """L10 a reader that has seen position n never later sees a smaller one appear"""
        store = make_store(Ticking(), Salts())
        seen: list[int] = []

        def slow() -> Any:
            yield (A, 0, [described(A), reported(A)])
            store.append([(B, 0, [described(B)])], recorder="somebody faster")
            seen.extend(recorded.position for recorded in store.scan())
            yield (C, 0, [described(C)])

        store.append(slow(), recorder="somebody slow")
        later = [recorded.position for recorded in store.scan()]
        expect("L10", later[: len(seen)] == seen == [1], "what was seen first to stay first", (seen, later))
        found = [str(recorded.item) for recorded in store.scan()]
        expect("L10", found == [str(i) for i in (B, A, A, C)], "the faster batch first, and whole", found)

    def test_L10_threads_see_a_growing_record(self, make_store: MakeStore) -> None:
        """L10 a reader that has seen position n never later sees a smaller one appear, whoever writes meanwhile"""
        store = make_store(Ticking(), Salts())
        if not store.capabilities.many_writers:
            pytest.skip(_why(store, "L10", "the store takes one writer at a time"))
        writers = [Thread(target=_write_many, args=(store, n)) for n in range(3)]
        for writer in writers:
            writer.start()
        seen: list[int] = []
        while any(writer.is_alive() for writer in writers):
            now = [recorded.position for recorded in store.scan()]
            expect("L10", now[: len(seen)] == seen, "what was seen before, then what came after", (seen, now))
            seen = now
        for writer in writers:
            writer.join()
        found = [recorded.position for recorded in store.scan()]
        expect("L10", found == list(range(1, 31)), "all thirty entries, once", found)

    def test_L11_what_append_returned_survives(self, make_store: MakeStore) -> None:
        """L11 durable: what append returned survives the end of the program, and a new store object sees it"""
        store = make_store(Ticking(), Salts())
        if not store.capabilities.durable:
            pytest.skip(_why(store, "L11", "the store is not durable"))
        receipts = [store.append([(item, 0, every_kind(item))], recorder="kit") for item in ITEMS]
        before = everything(store)
        again = self.reopen(store)
        expect("L11", everything(again) == before, "the same entries after reopening", everything(again))
        verdict = again.verify(receipts[-1])
        expect("L11", verdict.holds, "the last receipt to stand after reopening", verdict.why)
        more = again.append([(A, 5, [reported(A)])], recorder="kit")
        expect("L11", more.position == len(before) + 1, "the record to go on where it ended", more)

    # -- trust ---------------------------------------------------------------------------------------------------

    def test_L12_nothing_changes_an_entry(self, make_store: MakeStore) -> None:
        """L12 no way through the port changes or removes an entry, but disposal"""
        store = make_store(Ticking(), Salts())
        store.append([(A, 0, [described(A), reported(A)]), (B, 0, [described(B)])], recorder="kit")
        before = everything(store)
        history: Any = store.history(A)
        for spoil in ("clear", "pop", "reverse"):
            if hasattr(history, spoil):
                getattr(history, spoil)()
        store.append([(A, 2, [retracted(A, 1)])], recorder="kit")
        store.verify()
        with refused("L12", InvalidBatch, "only dispose may write a Disposed"):
            store.append([(B, 1, [Disposed(B, (1,), "an order")])], recorder="kit")
        found = everything(store)[: len(before)]
        expect("L12", found == before, "every entry as it was", found)

    def test_L12_disposal_forgets_the_content_and_nothing_else(self, make_store: MakeStore) -> None:
        """L12 disposal forgets the content of the entries it names, records under which authority, and nothing else"""
        store = make_store(Ticking(), Salts())
        words = "He was denied a call."
        store.append([(C, 0, [described(C, words), told(C, words)]), (A, 0, [described(A, words)])], recorder="kit")
        kept = everything(store)[1:]
        key = store.history(C)[0].key
        with refused("L12", Conflict, "a disposal needs the revision that the caller has seen"):
            store.dispose(C, [1], "GRS 2.8", expected=1, recorder="kit")
        receipt = store.dispose(C, [1], "GRS 2.8", expected=2, recorder="records officer")
        first, *rest = everything(store)
        withheld = Withheld("GRS 2.8")
        entry: Any = first.entry
        expect("L12", entry.entity.text == entry.excerpts[0].words == withheld, "words withheld", entry)
        expect("L12", entry.entity.count == 2 and first.key == key, "all but the words as it was, and its key", first)
        expect("L12", tuple(rest[:-1]) == kept, "every other entry as it was", rest)
        expect("L12", rest[-1].entry == Disposed(C, (1,), "GRS 2.8"), "the disposal as an entry", rest[-1])
        expect("L12", receipt.position == rest[-1].position == 4, "a receipt of the disposal", receipt)
        verdict = store.verify()
        expect("L12", verdict.holds and verdict.disposed == ((C, 1, "GRS 2.8"),), "it verifies, and says so", verdict)

    def test_L13_a_receipt_stands_in_the_chain(self, make_store: MakeStore) -> None:
        """L13 entries are chained alike in every store; verify(against=receipt) finds a cut tail or another record"""
        store, reference = make_store(Ticking(), Salts()), MemoryStore(clock=Ticking(), salt=Salts())
        longer, other = make_store(Ticking(), Salts()), make_store(Ticking(), Salts())
        for item in ITEMS:
            batch = [(item, 0, every_kind(item))]
            receipt = store.append(batch, recorder="kit")
            expect(
                "L13", receipt == reference.append(batch, recorder="kit"), "the head that the reference has", receipt
            )
            expect("L13", store.verify(receipt).holds, "every receipt to stand", store.verify(receipt).why)
            longer.append(batch, recorder="kit")
            other.append([(item, 0, [*every_kind(item)[:4], reported(item)])], recorder="kit")
        cut = store.verify(longer.append([(A, 5, [reported(A)])], recorder="kit"))
        expect("L13", cut.fault == 16, "a cut tail found at position 16", cut)
        expect("L13", store.verify(receipt).head == Receipt(15, receipt.hash), "the verdict to give the head", cut.head)
        strange = store.verify(other.verify().head)
        expect("L13", strange.fault == 15, "a receipt of another record found at position 15", strange)

    def test_L13_verify_names_the_first_fault(self, make_store: MakeStore) -> None:
        """L13 verify names the first entry that was altered, inserted, removed or reordered"""
        if not self.tampers():
            pytest.skip("L13: the suite brings no way to edit this store's record behind its back")
        for edit, tamper in self.tampers().items():
            store = make_store(Ticking(), Salts())
            for item in ITEMS:
                store.append([(item, 0, every_kind(item))], recorder="kit")
            position = tamper(store)
            verdict = store.verify()
            expect("L13", verdict.fault == position, f"position {position} named as {edit}", verdict)

    def test_L14_answers_are_those_of_the_fold(self, make_store: MakeStore) -> None:
        """L14 a store that answers questions itself gives what the fold gives"""
        store: Any = make_store(Ticking(), Salts())
        if "periods" not in store.capabilities.answers:
            pytest.skip(_why(store, "L14", "the store answers no question itself"))
        for n, item in enumerate(ITEMS):
            store.append([(item, 0, every_kind(item)[: 5 - n])], recorder="kit")
            store.append([(item, 5 - n, [reported(item, "closed", "2024-06-0" + str(n + 1))])], recorder="kit")
            for known in ITEMS[: n + 1]:
                periods = fold(store.history(known)).periods
                found = store.periods(known)
                expect("L14", sorted(found, key=repr) == sorted(periods, key=repr), f"periods {periods}", found)

    def test_any_story_goes_as_in_the_reference(self, make_store: MakeStore) -> None:
        """Any sequence of calls gives the receipts, entries and errors that the reference gives."""
        run(store_machine(make_store))


def _by_position(recorded: Recorded) -> int:
    return recorded.position


def _by_item(store: Store) -> list[Recorded]:
    return sorted((recorded for item in ITEMS for recorded in store.history(item)), key=_by_position)


def _write_many(store: Store, n: int) -> None:
    for revision in range(10):
        store.append([(ITEMS[n], revision, [reported(ITEMS[n])])], recorder=f"writer {n}")


def _why(store: Store, clause: str, default: str) -> str:
    return f"{clause}: {dict(store.capabilities.skipped).get(clause, default)}"
