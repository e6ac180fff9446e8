"""L7 to L11: what a reader can rely on."""

from __future__ import annotations

from threading import Thread
from typing import Any

import pytest

from oversight_adapters.testing.clauses import by_clause, expect, refused
from oversight_adapters.testing.store_suite_hooks import StoreHooks, answered, close, everything, fresh, why
from oversight_adapters.testing.store_suite_samples import (
    ITEMS,
    A,
    B,
    C,
    MakeStore,
    described,
    every_kind,
    reported,
)
from oversight_core.errors import Conflict
from oversight_core.ledger.recorded import Recorded
from oversight_core.ports import Store

_LONG, _BATCH = 300, 60  # entries of one item, more than anybody keeps of the last ones, and how many at a time


@by_clause
class ReadingClauses(StoreHooks):
    """The clauses about reading."""

    def test_L7_a_history_reads_back_equal(self, make_store: MakeStore) -> None:
        """L7 a history reads back every entry once, in order, equal to what was appended, disposed content aside"""
        store = fresh(make_store)
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
            expect("L7", len(found) == 5, f"the five entries of {item}", len(found))
            for n, (entry, appended) in enumerate(zip(found, every_kind(item), strict=True), 1):
                expect("L7", entry == appended, f"entry {n} of {item} to be {appended}", entry)
        last = store.history(C)[-1]
        expect("L7", last.recorder == "Ōno, “desk”" and last.batch == 10, "recorder and batch", last)
        expect("L7", sorted(everything(store), key=_by_position) == _by_item(store), "one record, however it is read")

    def test_L7_a_long_history_reads_back_whole(self, make_store: MakeStore) -> None:
        """L7 a history reads back every entry once, in order, however long it is"""
        store = fresh(make_store)
        labels = [f"label {n}" for n in range(1, _LONG + 1)]
        for done in range(0, _LONG, _BATCH):
            entries = [reported(A, label) for label in labels[done : done + _BATCH]]
            store.append([(A, done, entries)], recorder="kit")
        found = {
            "history": [getattr(recorded.entry, "status", "") for recorded in store.history(A)],
            "scan": [getattr(recorded.entry, "status", "") for recorded in store.scan()],
        }
        for read, told in found.items():
            fault = f"{len(told)}: {', '.join(told[:2])}…" if len(told) != _LONG else "others"
            expect("L7", told == labels, f"the {_LONG} entries of one item from {read}", fault)

    def test_L8_an_unknown_item_has_an_empty_history(self, make_store: MakeStore) -> None:
        """L8 an unknown item has an empty history"""
        store = fresh(make_store)
        none = store.history(A)
        expect("L8", hasattr(none, "__len__") and hasattr(none, "__getitem__"), "a sequence", f"{none!r:.80}")
        expect("L8", len(none) == 0, "nothing in an empty store", none)
        store.append([(A, 0, [described(A)])], recorder="kit")
        expect("L8", len(store.history(B)) == 0, "nothing of an item that was never named", store.history(B))

    def test_L9_reading_sees_one_snapshot(self, make_store: MakeStore) -> None:
        """L9 scan(after) is strictly after, in position order, and history and scan each see one snapshot"""
        store = fresh(make_store)
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
        store = fresh(make_store)
        seen: list[int] = []

        def slow() -> Any:
            yield (A, 0, [described(A), reported(A)])
            store.append([(B, 0, [described(B)])], recorder="somebody faster")
            seen.extend(recorded.position for recorded in store.scan())
            yield (C, 0, [described(C)])

        answered(store, "L10", lambda: store.append(slow(), recorder="somebody slow"))
        later = [recorded.position for recorded in store.scan()]
        expect("L10", later[: len(seen)] == seen == [1], "what was seen first to stay first", (seen, later))
        found = [str(recorded.item) for recorded in store.scan()]
        expect("L10", found == [str(i) for i in (B, A, A, C)], "the faster batch first, and whole", found)

    def test_L10_threads_see_a_growing_record(self, make_store: MakeStore) -> None:
        """L10 a reader that has seen position n never later sees a smaller one appear, whoever writes meanwhile"""
        store = fresh(make_store)
        if not store.capabilities.many_writers:
            pytest.skip(why(store, "L10", "the store takes one writer at a time"))
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

    def test_L10_two_programs_share_a_record(self, make_store: MakeStore) -> None:
        """L10 a reader that has seen position n never later sees a smaller one appear, whichever program writes"""
        store = fresh(make_store)
        if not store.capabilities.many_processes:
            pytest.skip(why(store, "L10", "the store is for one program at a time"))
        store.append([(A, 0, [described(A)])], recorder="one")
        other = self.again(store)
        programs = {"the first": store, "the second": other}
        try:
            other.append([(A, 1, [reported(A)]), (B, 0, [described(B)])], recorder="other")
            with refused("L10", Conflict, "another program has written about the item since") as caught:
                store.append([(A, 1, [reported(A, "closed")])], recorder="one")
            expect("L10", caught[0].stale == ((A, 1, 2),), "the item that the other program moved", caught[0].stale)
            store.append([(A, 2, [reported(A, "closed")])], recorder="one")
            for name, program in programs.items():
                found = [(recorded.position, str(recorded.item), recorded.recorder) for recorded in program.scan()]
                wanted = [(1, str(A), "one"), (2, str(A), "other"), (3, str(B), "other"), (4, str(A), "one")]
                expect("L10", found == wanted, f"what both wrote, in one order, from {name}: {wanted}", found)
                expect("L10", program.verify().holds, f"a record that holds, from {name}", program.verify().why)
        finally:
            close(other)

    def test_L11_what_append_returned_survives(self, make_store: MakeStore) -> None:
        """L11 durable: what append returned survives the end of the program, and a new store object sees it"""
        store = fresh(make_store)
        if not store.capabilities.durable:
            pytest.skip(why(store, "L11", "the store is not durable"))
        receipts = [store.append([(item, 0, every_kind(item))], recorder="kit") for item in ITEMS]
        before = everything(store)
        again = self.reopen(store)
        expect("L11", everything(again) == before, "the same entries after reopening", everything(again))
        verdict = again.verify(receipts[-1])
        expect("L11", verdict.holds, "the last receipt to stand after reopening", verdict.why)
        more = again.append([(A, 5, [reported(A)])], recorder="kit")
        expect("L11", more.position == len(before) + 1, "the record to go on where it ended", more)


def _by_position(recorded: Recorded) -> int:
    return recorded.position


def _by_item(store: Store) -> list[Recorded]:
    return sorted((recorded for item in ITEMS for recorded in store.history(item)), key=_by_position)


def _write_many(store: Store, n: int) -> None:
    for revision in range(10):
        store.append([(ITEMS[n], revision, [reported(ITEMS[n])])], recorder=f"writer {n}")
