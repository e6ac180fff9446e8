"""L12 to L14: why a record can be trusted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing.clauses import by_clause, expect, refused
from oversight_adapters.testing.store_suite_hooks import StoreHooks, everything, expect_salted, fresh, why
from oversight_adapters.testing.store_suite_samples import (
    ITEMS,
    A,
    B,
    C,
    MakeStore,
    Salts,
    Ticking,
    described,
    every_kind,
    reported,
    retracted,
    told,
)
from oversight_adapters.testing.store_suite_telling import shown
from oversight_core.errors import Conflict, InvalidBatch
from oversight_core.ledger import fold
from oversight_core.ledger.entry import Disposed, Receipt, Registered
from oversight_core.moments import AsOf
from oversight_core.names import Withheld
from oversight_core.ports import Backup
from oversight_core.questions import standing

_EDITS = ("altered", "inserted", "removed", "reordered")
_SECRET = "Quetzalcoatl"  # one word, that every format leaves whole


@by_clause
class TrustClauses(StoreHooks):
    """The clauses about changing, forgetting, chaining and answering."""

    def test_L12_nothing_changes_an_entry(self, make_store: MakeStore) -> None:
        """L12 no way through the port changes or removes an entry, but disposal"""
        store = fresh(make_store)
        store.append([(A, 0, [described(A), reported(A)]), (B, 0, [described(B)])], recorder="kit")
        before = everything(store)
        history: Any = store.history(A)
        read = tuple(history)
        for spoil in ("reverse", "pop", "clear"):
            if hasattr(history, spoil):
                getattr(history, spoil)()
        expect("L12", tuple(store.history(A)) == read, "a history that whoever got it before cannot change")
        store.append([(A, 2, [retracted(A, 1)])], recorder="kit")
        store.verify()
        with refused("L12", InvalidBatch, "only dispose may write a Disposed"):
            store.append([(B, 1, [Disposed(B, (1,), "an order")])], recorder="kit")
        found = everything(store)[: len(before)]
        expect("L12", found == before, "every entry as it was", found)

    def test_L12_disposal_forgets_the_content_and_nothing_else(self, make_store: MakeStore) -> None:
        """L12 disposal forgets the content of the entries it names, records under which authority, and nothing else"""
        store = fresh(make_store)
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

    def test_L12_a_disposal_says_by_whom_and_under_what(self, make_store: MakeStore) -> None:
        """L12 disposal names an authority, revisions that exist and who records it, or is an InvalidBatch"""
        store = fresh(make_store)
        store.append([(A, 0, [described(A), reported(A)])], recorder="kit")
        before = everything(store)
        asked: tuple[tuple[str, Any, Any, Any], ...] = (
            ("its authority is empty", [1], "", "kit"),
            ("its authority is blank", [1], " \t\n", "kit"),
            ("its authority is no text", [1], None, "kit"),
            ("it names no revision", [], "GRS 2.8", "kit"),
            ("it names a revision that does not exist", [1, 9], "GRS 2.8", "kit"),
            ("its recorder is no text", [1], "GRS 2.8", None),
        )
        for reason, revisions, authority, recorder in asked:
            with refused("L12", InvalidBatch, reason):
                store.dispose(A, revisions, authority, expected=2, recorder=recorder)
            expect("L12", everything(store) == before, f"nothing forgotten, because {reason}", everything(store))

    def test_L12_disposed_words_are_in_no_file(self, make_store: MakeStore) -> None:
        """L12 disposal forgets the content of the entries it names: it stands in no file of the store any more"""
        store = fresh(make_store)
        store.append([(A, 0, [described(A, f"{_SECRET} was here."), told(A)])], recorder="kit")
        self.files(store)
        store.dispose(A, [1], "GRS 2.8", expected=2, recorder="kit")
        for kept in self.files(store):
            held = kept if isinstance(kept, bytes) else kept.read_bytes()
            where = "what it keeps" if isinstance(kept, bytes) else kept.name
            expect("L12", _SECRET.encode() not in held, f"no word that was disposed of in {where}", repr(_SECRET))

    def test_L13_a_receipt_stands_in_the_chain(self, make_store: MakeStore) -> None:
        """L13 entries are chained alike in every store; verify(against=receipt) finds a cut tail or another record"""
        salts, its = Salts(), Salts()
        store, reference = fresh(make_store, salt=salts), MemoryStore(clock=Ticking(), salt=its)
        longer, other = fresh(make_store), fresh(make_store)
        for item in ITEMS:
            batch = [(item, 0, every_kind(item))]
            receipt, head = store.append(batch, recorder="kit"), reference.append(batch, recorder="kit")
            expect_salted(salts, its.given)
            expect("L13", receipt == head, f"the head that the reference has, {shown(head)}", shown(receipt))
            expect("L13", store.verify(receipt).holds, "every receipt to stand", store.verify(receipt).why)
            longer.append(batch, recorder="kit")
            other.append([(item, 0, [*every_kind(item)[:4], reported(item)])], recorder="kit")
        cut = store.verify(longer.append([(A, 5, [reported(A)])], recorder="kit"))
        expect("L13", cut.fault == 16, "a cut tail found at position 16", cut)
        expect("L13", store.verify(receipt).head == Receipt(15, receipt.hash), "the verdict to give the head", cut.head)
        for wrong in (
            Receipt(-1, receipt.hash),
            Receipt(0, receipt.hash),
            Receipt(15, b"x"),
            Receipt(10, receipt.hash),
        ):
            doubted = store.verify(wrong)
            expect("L13", not doubted.holds and bool(doubted.why), f"a sentence why {wrong} does not stand", doubted)
        strange = store.verify(other.verify().head)
        expect("L13", strange.fault == 15, "a receipt of another record found at position 15", strange)

    def test_L13_verify_names_the_first_fault(self, make_store: MakeStore) -> None:
        """L13 verify names the first entry that was altered, inserted, removed or reordered"""
        if not self.tampers():
            pytest.skip("L13: bring tampers(), which edit this store's record behind its back, to see them found")
        unknown = [edit for edit in self.tampers() if edit not in _EDITS]
        expect("L13", not unknown, f"tampers() to give {', '.join(_EDITS)}", ", ".join(map(repr, unknown)))
        for edit, tamper in self.tampers().items():
            store = fresh(make_store)
            for item in ITEMS:
                store.append([(item, 0, every_kind(item))], recorder="kit")
            position = tamper(store)
            verdict = store.verify()
            expect("L13", verdict.fault == position, f"position {position} named as {edit}", verdict)

    def test_L14_answers_are_those_of_the_fold(self, make_store: MakeStore) -> None:
        """L14 a store that answers questions itself gives what the fold gives"""
        store: Any = fresh(make_store)
        if "periods" not in store.capabilities.answers:
            pytest.skip(why(store, "L14", "the store answers no question itself"))
        for n, item in enumerate(ITEMS):
            store.append([(item, 0, every_kind(item)[: 5 - n])], recorder="kit")
            store.append([(item, 5 - n, [reported(item, "closed", "2024-06-0" + str(n + 1))])], recorder="kit")
            for known in ITEMS[: n + 1]:
                periods = fold(store.history(known)).periods
                found = store.periods(known)
                expect("L14", sorted(found, key=repr) == sorted(periods, key=repr), f"periods {periods}", found)

    def test_L14_standings_are_those_of_the_fold(self, make_store: MakeStore) -> None:
        """L14 a store that answers how many items stand where says what folding each of them says, at any day"""
        store: Any = fresh(make_store)
        if "standings" not in store.capabilities.answers:
            pytest.skip(why(store, "L14", "the store does not answer how many items stand where"))
        for n, item in enumerate(ITEMS):
            late = reported(item, "closed", f"2024-06-0{n + 1}")
            store.append([(item, 0, [*every_kind(item), late])], recorder="kit")
        for on in (None, date(2023, 1, 1), date(2024, 6, 1), date(2024, 6, 2), date(2030, 1, 1)):
            cases = {item: fold(store.history(item), AsOf(on)) for item in ITEMS}
            for axis, kind in {(axis, item.kind) for item, case in cases.items() for axis in case.statuses}:
                rows = standing(cases, axis, kind=kind).rows
                found = store.standings(axis, kind, on)
                expect("L14", sorted(found) == sorted(rows), f"{rows} of {kind} on {axis} at {on}", found)

    def test_L14_histories_are_those_of_the_items(self, make_store: MakeStore) -> None:
        """L14 a store that gives histories one by one gives each once, in the order of first recording"""
        store: Any = fresh(make_store)
        if "histories" not in store.capabilities.answers:
            pytest.skip(why(store, "L14", "the store does not give histories one by one"))
        for item in (B, A, C):
            store.append([(item, 0, every_kind(item))], recorder="kit")
        store.append([(A, 5, [reported(A)]), (B, 5, [reported(B)])], recorder="kit")
        expected = [(item, tuple(store.history(item))) for item in (B, A, C)]
        found = store.histories()
        store.append([(C, 5, [reported(C)])], recorder="kit")
        expect("L14", [(item, tuple(one)) for item, one in found] == expected, "the histories as they were when asked")

    def test_L14_backups_say_when_where_and_what(self, make_store: MakeStore) -> None:
        """L14 a store that knows its backups gives of each when it was made, where it is, and the head in it"""
        store: Any = fresh(make_store)
        if "backups" not in store.capabilities.answers:
            pytest.skip(why(store, "L14", "the store knows of no backups"))
        store.append([(A, 0, [described(A)])], recorder="kit")
        wrong = [one for one in store.backups() if not isinstance(one, Backup) or one.made_at.tzinfo is None]
        expect("L14", not wrong, "a Backup of each, made at an instant with its zone", wrong)

    def test_L14_joins_are_those_of_the_record(self, make_store: MakeStore) -> None:
        """L14 a store that answers which items are joined names those that have an entry with `same_as`, once each"""
        store: Any = fresh(make_store)
        if "joins" not in store.capabilities.answers:
            pytest.skip(why(store, "L14", "the store does not answer which items are joined"))
        told_of = described(A, 'It says "same_as":"recommendation:gao/gao-24-1/1@cbp".')
        batches = ([told_of, reported(A)], [Registered(A, None, same_as=B)], [retracted(A, 3)], [reported(A)])
        store.append([(C, 0, every_kind(C)), (B, 0, [described(B)])], recorder="kit")
        for revision, batch in zip((0, 2, 3, 4), batches, strict=True):
            store.append([(A, revision, batch)], recorder="kit")
            joined = {r.item for r in store.scan() if isinstance(r.entry, Registered) and r.entry.same_as}
            found = list(store.joins())
            expect("L14", len(found) == len(set(found)) and set(found) == joined, f"each of {joined} once", found)
