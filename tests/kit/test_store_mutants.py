"""The store kit is tested itself: it passes on the healthy reference, and fails on the named clause for each mutant."""

import inspect
from threading import Lock

import pytest
from tests.kit.changed import broken, changed, clause_tests, defined, source_of, tells

from oversight_adapters.stores import held, memory
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing import ClauseBroken, StoreSuite, store_machine, store_suite_hooks
from oversight_adapters.testing.store_stories import run

FUTURE, HELD, MEMORY = (
    "from __future__ import annotations\n",
    "from oversight_adapters.stores.held import Held\n",
    "from oversight_adapters.stores.memory import MemoryStore\n",
)
REFERENCE = inspect.getsource(memory).replace(FUTURE, "").replace(HELD, "")
WHOLE = inspect.getsource(held) + REFERENCE + source_of("whole.py").replace(MEMORY, "")
"""The reference in one piece."""
TESTS = clause_tests(StoreSuite, "L")

DRAIN = "drain(batch, self._codec, self._salt)"
REQUEST = "request(item, revisions, authority, expected)"
ROWS = "rows, read = self._held.rows[max(after, 0) :], self._reader()"
VERIFY = "return verify_rows(rows, self._codec, against)"

MUTANTS = (
    ("L0", "def scan(self, after: int = 0)", "def scan(self, after: int)"),
    ("L0", "def history(self, item: Item)", "def events(self, item: Item)"),
    ("L0", "*, expected: int, recorder: str", "*, expected: int"),
    ("L0", "capabilities = Capabilities(durable=True", 'capabilities = dict(durable="yes"'),
    ("L0", '"standings"}', '"standings", "tallies"}'),
    ("L0", "def periods(", "def spans("),
    ("L0", "self.rows: list[Row] = []", "self.rows: list[Row] = globals().setdefault('ROWS', [])"),
    ("L0", "self._lock = RLock()", "self._lock = RLock.born()"),
    ("L0", "return map(read, rows)", "return list(map(read, rows))"),
    ("L0", "answers=ANSWERS)", 'answers=ANSWERS, skipped=(("L15", "who knows"),))'),
    ("L1", DRAIN, "drain({one[0]: one for one in batch}.values(), self._codec, self._salt)"),
    ("L2", DRAIN, "drain(patient(batch), self._codec, self._salt)"),
    ("L2", DRAIN, "drain(lenient(batch), self._codec, self._salt)"),
    ("L2", DRAIN, "drain(halves(batch), self._codec, self._salt)"),
    ("L2", 'check_text(recorder, "recorder", None)', 'check_text("", "recorder", None)'),
    ("L2", "if groups.retracts:", "if not groups.retracts:"),
    ("L3", "check_revisions(groups.seen,", "check_revisions(groups.seen[:2],"),
    ("L4", "return recorded(row,", "return recorded(row._replace(revision=row.revision - 1),"),
    ("L5", "Head(last.position, last.link, last.recorded_at)", "Head(last.position, last.link)"),
    ("L6", "rows[0].batch if rows else 0", "rows[0].batch if rows else head.position"),
    ("L6", "check_revisions(groups.seen,", "check_revisions([group[:2] for group in groups if group.drafts],"),
    ("L7", "decode(payload, content,", r'decode(payload, content and content.replace(b"\\n", b" "),'),
    ("L7", "return tuple(map(read, rows))", "return tuple(map(read, rows[-20:]))"),
    ("L7", "return tuple(map(read, rows))", "return tuple(map(read, rows[:100]))"),
    ("L8", "return tuple(map(read, rows))", "return tuple(map(read, rows)) or {}[item]"),
    ("L9", ROWS, "rows, read = self._held.rows[max(after - 1, 0) :], self._reader()"),
    (
        "L9",
        "return map(read, rows)",
        "return (read(row) for row in self._held.rows if row.position > after)",
    ),
    ("L10", f"with closing({DRAIN})", f"with place_taken(self._held.rows), closing({DRAIN})"),
    ("L10", "= self._held._places, self._held.rows", "= self._held._places, list(self._held.rows)"),
    ("L11", "again._held.rows = self._held.rows", "again._held.rows = self._held.rows[:-1]"),
    ("L12", "self._held.without(item, named,", "self._held.without(item, range(1, expected + 1),"),
    ("L12", "_replace(content=None, salt=None, authority=authority)", "_replace()"),
    ("L12", ROWS, f"{ROWS}; rows = [row for row in rows if row.authority is None]"),
    (
        "L12",
        "return tuple(map(read, rows))",
        "return vars(self).setdefault((str(item), len(rows)), list(map(read, rows)))",
    ),
    ("L12", REQUEST, 'request(item, revisions, authority or "GRS 2.8", expected)'),
    ("L12", REQUEST, "request(item, revisions and revisions[:1] , authority, expected)"),
    ("L12", 'check_text(recorder, "recorder", item)', 'check_text("", "recorder", item)'),
    ("L12", "self._held.rows[:] = self._held", "self._held.bak, self._held.rows[:] = [*self._held.rows], self._held"),
    ("L13", VERIFY, "return verify_rows(rows, self._codec, None)"),
    ("L13", VERIFY, 'return attrs.evolve(verify_rows(rows, self._codec, against), fault=None, why="")'),
    ("L13", DRAIN, 'drain(batch, self._codec, lambda: b"the same salt")'),
    ("L14", "return fold(self.history(item)).periods", "return fold(self.history(item)[:-1]).periods"),
    ("L14", "AsOf(on)", "AsOf()"),
    ("L14", "datetime(2024, 6, 3, tzinfo=UTC)", "datetime(2024, 6, 3)"),
    ("L14", "for item in items)", "for item in sorted(items))"),
    ("L14", " and r.entry.same_as}", "}"),
    ("L14", "for r in self.scan() if", "for r in self.scan() if not self.retracts(r.item) and"),
)

TOLD = ("L1", "L3", "L6", "L7", "L12")
"""Clauses whose mutants the stories must find by themselves."""


def _swap(store):
    store._held.rows[3:5] = [
        store._held.rows[4]._replace(position=4, revision=4),
        store._held.rows[3]._replace(position=5, revision=5),
    ]
    return 4


def _alter(store):
    store._held.rows[6] = store._held.rows[6]._replace(payload=store._held.rows[6].payload.replace(b"open", b"shut"))
    return 7


def _insert(store):
    store._held.rows.append(store._held.rows[-1]._replace(position=16, revision=6))
    return 16


def _remove(store):
    del store._held.rows[8]
    return 9


class Kit(StoreSuite):
    def tampers(self):
        return {"altered": _alter, "inserted": _insert, "removed": _remove, "reordered": _swap}

    def again(self, store):
        return store.beside()

    def files(self, store):
        return store.kept()

    def reopen(self, store):
        return store.reopened()


def factory(source):
    return lambda clock, salt: source.Whole(clock=clock, salt=salt)


def clauses_broken(source, suite=Kit):
    return broken(suite(), TESTS, make_store=lambda: factory(source))


def test_the_healthy_reference_keeps_every_clause():
    assert clauses_broken(defined(WHOLE)) == {}


@pytest.mark.parametrize(("clause", "old", "new"), MUTANTS)
def test_a_mutant_fails_on_its_clause_and_no_other(clause, old, new):
    failures = clauses_broken(changed(WHOLE, old, new))
    assert set(failures) == {clause}, failures
    assert tells(failures[clause], "store-contract.md"), failures[clause]


def test_a_history_may_be_a_list_of_the_callers_own():
    assert clauses_broken(changed(WHOLE, "return tuple(map(read, rows))", "return list(map(read, rows))")) == {}


class HoldsWhileItReads(MemoryStore):
    """What a newcomer writes first: one lock around everything."""

    def append(self, batch, *, recorder):
        with vars(self).setdefault("lock", Lock()):
            return super().append(batch, recorder=recorder)


class NeverLetsGo(MemoryStore):
    """A lock that is let go only where nothing is raised."""

    def append(self, batch, *, recorder):
        lock, parts = vars(self).setdefault("lock", Lock()), list(batch)
        lock.acquire()
        receipt = super().append(parts, recorder=recorder)
        lock.release()
        return receipt


@pytest.mark.parametrize(
    ("store", "test", "clause"),
    [
        (HoldsWhileItReads, "test_L10_no_smaller_position_appears_later", "L10"),
        (NeverLetsGo, "test_L2_the_whole_batch_or_nothing", "L2"),
        (NeverLetsGo, "test_any_story_goes_as_in_the_reference", "L2"),
    ],
)
def test_a_lock_that_is_held_fails_by_clause_and_stops_nothing(store, test, clause, monkeypatch):
    monkeypatch.setattr(store_suite_hooks, "_PATIENCE", 0.2)
    failures = broken(
        StoreSuite(), {test: clause}, make_store=lambda: lambda clock, salt: store(clock=clock, salt=salt)
    )
    assert set(failures) == {clause} and "no lock that is held" in str(failures[clause])


def test_every_clause_has_a_mutant():
    assert {clause for clause, _, _ in MUTANTS} == set(TESTS.values()) == {f"L{n}" for n in range(15)}


@pytest.mark.parametrize(("clause", "old", "new"), [next(row for row in MUTANTS if row[0] == told) for told in TOLD])
def test_the_stories_find_mutants_by_themselves(clause, old, new):
    with pytest.raises(ClauseBroken):
        run(store_machine(factory(changed(WHOLE, old, new))), shrink=False)


def test_a_story_names_the_clause_whatever_is_raised():
    with pytest.raises(ClauseBroken, match=r"^L7: expected .*; found ZeroDivisionError: "):
        run(
            store_machine(factory(changed(WHOLE, "return tuple(map(read,", "return tuple(map(1 // 0,"))),
            shrink=False,
        )


BRINGS = [
    ("test_L10_two", "again(store)"),
    ("test_L11", "reopen(store)"),
    ("test_L12_disposed_words", "files(store)"),
    ("test_L13_verify", "tampers()"),
]


@pytest.mark.parametrize(("test", "brings"), BRINGS)
def test_without_a_hook_a_clause_is_skipped_and_says_what_to_bring(test, brings):
    skipped = getattr(StoreSuite(), next(name for name in TESTS if name.startswith(test)))
    with pytest.raises(pytest.skip.Exception, match=rf"^L1\d: .*bring {brings[:-1]}".replace("(", r"\(")):
        skipped(factory(defined(WHOLE)))


def test_an_edit_that_nobody_knows_fails_with_those_that_are_known():
    class Misspelt(Kit):
        def tampers(self):
            return {"alterd": _alter}

    failure = clauses_broken(defined(WHOLE), Misspelt)["L13"]
    assert "altered, inserted, removed, reordered; found 'alterd'" in str(failure)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (DRAIN, 'drain(batch, self._codec, lambda: b"the same salt")', r"^L13: expected salt\(\) asked once"),
        ("rows[0].batch if rows else 0", "rows[0].batch if rows else 1", r"with batch 0; found batch 1"),
        (
            "return recorded(row,",
            "return recorded(row._replace(revision=row.revision - 1),",
            r"^L4: .* revision 1; found revision 0",
        ),
        (
            "return recorded(row,",
            'return recorded(row._replace(recorder="me"),',
            r"^L7: .* recorder kit; found recorder me",
        ),
    ],
)
def test_a_story_says_in_words_what_differs(old, new, words):
    with pytest.raises(ClauseBroken, match=words):
        run(store_machine(factory(changed(WHOLE, old, new))), shrink=False)


def test_a_clock_that_is_asked_too_often_is_told_so():
    often = "self._clock() and self._held.admit(groups, self._clock, recorder)"
    failures = clauses_broken(changed(WHOLE, "self._held.admit(groups, self._clock, recorder)", often))
    assert str(failures["L5"]).startswith("L5: expected clock() asked once an append, 3 times; found 6")
    assert "clock() not asked" in str(failures["L6"])
