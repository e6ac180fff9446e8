"""The rulebook kit proves itself: a rulebook that breaks a clause fails on that clause, and the healthy one on none."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from types import MappingProxyType

import attrs
import pytest
from tests.kit.changed import broken, clause_tests, tells

from oversight_adapters.plugins import RulebookType
from oversight_adapters.testing import ClauseBroken, RuleBookSuite
from oversight_core.rulebooks import CANONICAL
from oversight_core.rules import (
    Citation,
    Clock,
    Force,
    Group,
    Guard,
    Lifecycle,
    Mapping,
    Read,
    Rule,
    RuleBook,
    State,
    Vocabulary,
)

CLAUSES = clause_tests(RuleBookSuite, "B")

CHARTER = Citation("City Charter, section 8.12", Force.REGULATION, "departments of the city", Read.ORIGINAL)
PAGE = Citation("the auditor's page", Force.PRACTICE, "the auditor", Read.ORIGINAL)
VISITED = Guard(
    "another_has_visited",
    "the visit was not paid by who signs",
    ("open_visits",),
    lambda attempt, facts: facts["open_visits"] == 0 and attempt.actor.name != "nobody",
)
STATUS = Lifecycle(
    "city_status",
    "1",
    "oversight_status",
    "not_stated",
    states=(
        State("not_stated", "no source says anything yet"),
        State("open", "the auditor has not seen it done"),
        State("partly_done", "the auditor has seen a part of it done"),
        State("done", "the auditor has seen it done"),
        State("dropped", "the auditor no longer asks for it"),
    ),
    rules=(
        Rule("not_stated", "issue", "open", "auditor", expects="report", cites=CHARTER),
        Rule("open", "see_part", "partly_done", "auditor", requires="visit", cites=PAGE),
        Rule("unfinished", "see_done", "done", "auditor", "visit", guards="another_has_visited", cites=CHARTER),
        Rule("unfinished", "drop", "dropped", "auditor", requires="reasons", cites=CHARTER),
        Rule("done", "reopen", "open", "auditor", expects="reasons", cites=PAGE),
    ),
    groups=(Group("unfinished", ("open", "partly_done")), Group("final", ("done", "dropped"))),
    guards=(VISITED,),
)
WORDS = Vocabulary(
    "city/status",
    "city",
    (
        Mapping("Un-finished", [("oversight_status", "unfinished")], code="UF", cites=PAGE),
        Mapping("Partly Done", [("oversight_status", "partly_done")], cites=PAGE),
        Mapping(
            "Implemented", [("oversight_status", "done")], lossy=True, note="also where it was not seen", cites=PAGE
        ),
    ),
    scheme="the city's status page",
)
REPLY = Clock("reply", "issued_on", 60, "days", "department", CHARTER, calendar="plain", kinds="recommendation")


class Kit(RuleBookSuite):
    facts = MappingProxyType({"open_visits": 0})
    speaks_on = MappingProxyType({"city/status": ("oversight_status",)})


def healthy() -> RuleBook:
    return RuleBook("city", "1", "the auditor of a city", (STATUS,), (WORDS,), (REPLY,), facts="open_visits")


def changed(**parts) -> RuleBook:
    return attrs.evolve(healthy(), **parts)


def table(**parts) -> RuleBook:
    return changed(lifecycles=(attrs.evolve(STATUS, **parts),))


def row(n: int, **parts) -> RuleBook:
    rules = list(STATUS.rules)
    rules[n] = attrs.evolve(rules[n], **parts)
    return table(rules=rules)


def cited(**parts) -> RuleBook:
    return row(0, cites=attrs.evolve(CHARTER, **parts))


def guard(test: Callable[..., object]) -> RuleBook:
    return table(guards=(attrs.evolve(VISITED, test=test),))


def label(n: int, **parts) -> RuleBook:
    rows = list(WORDS.rows)
    rows[n] = attrs.evolve(rows[n], **parts)
    return changed(vocabularies=(attrs.evolve(WORDS, rows=rows),))


def clock(**parts) -> RuleBook:
    return changed(clocks=(attrs.evolve(REPLY, **parts),))


def renamed(old: str, new: str) -> RuleBook:
    """The rulebook with one state called otherwise, wherever it is named."""
    name = {old: new}.get
    rules = [attrs.evolve(r, source=name(r.source, r.source), target=name(r.target, r.target)) for r in STATUS.rules]
    states = [attrs.evolve(state, name=name(state.name, state.name)) for state in STATUS.states]
    groups = [attrs.evolve(group, states=[name(s, s) for s in group.states]) for group in STATUS.groups]
    return attrs.evolve(table(states=states, rules=rules, groups=groups), vocabularies=())


class Exact(Vocabulary):
    def lookup(self, label):
        return next((row for row in self.rows if label in (row.label, row.code)), None)


class Obliging(Vocabulary):
    def lookup(self, label):
        return super().lookup(label) or self.rows[0]


FLICKER = count()

MUTANTS: dict[str, tuple[str, Callable[[], object]]] = {
    "is no rulebook": ("B0", lambda: STATUS),
    "has a name that is no slug": ("B0", lambda: changed(name="City Auditor")),
    "has no version": ("B0", lambda: changed(version=" ")),
    "has no title": ("B0", lambda: changed(title="")),
    "is another each time": ("B0", lambda: changed(note=f"loaded {next(FLICKER)}")),
    "has two tables of one name": ("B0", lambda: changed(lifecycles=(STATUS, STATUS))),
    "has a state that nothing leads to": ("B1", lambda: table(states=(*STATUS.states, State("lost", "?")))),
    "lets two rows claim an event": ("B1", lambda: row(1, event="drop")),
    "leads back to not stated": ("B1", lambda: row(4, target="not_stated")),
    "cites nothing in a row": ("B2", lambda: row(0, cites=())),
    "cites nothing for a label": ("B2", lambda: label(0, cites=())),
    "cites a blank": ("B2", lambda: cited(provision=" ")),
    "does not say whom a rule binds": ("B2", lambda: cited(binds="")),
    "passes a convention off as law": ("B2", lambda: cited(provision="convention of our office", force="statute")),
    "passes a circular off as law": ("B2", lambda: cited(provision="OMB Circular A-50", force="regulation")),
    "passes a directive off as law": ("B2", lambda: cited(provision="Directive 14-203", force="statute")),
    "rests a clock on a directive as if on law": (
        "B2",
        lambda: clock(cites=attrs.evolve(CHARTER, provision="Mayor's directive 14")),
    ),
    "calls its convention a practice": (
        "B2",
        lambda: cited(provision="Convention of our office", force="published practice"),
    ),
    "rests a row on law that nobody has read": ("B2", lambda: cited(read=Read.RECOLLECTION)),
    "does not name the copy that was read": ("B2", lambda: cited(read=Read.SECOND_HAND)),
    "has a guard that breaks": ("B3", lambda: guard(lambda attempt, facts: attempt.occurred_on.latest.year > 0)),
    "has a guard that says maybe": ("B3", lambda: guard(lambda attempt, facts: 1)),
    "has a guard that changes its mind": ("B3", lambda: guard(lambda attempt, facts: next(FLICKER) % 2 == 0)),
    "has a guard that peeks": ("B3", lambda: guard(lambda attempt, facts: facts.get("weather") is None)),
    "has a guard that changes facts": ("B3", lambda: guard(lambda attempt, facts: facts.update(moon=1) is None)),
    "needs a fact of which nobody has an example": ("B3", lambda: unexampled()),
    "does not list a fact": ("B3", lambda: changed(facts=())),
    "wants its labels letter by letter": ("B4", lambda: changed(vocabularies=(Exact(*parts()),))),
    "takes any word for a label": ("B4", lambda: changed(vocabularies=(Obliging(*parts()),))),
    "has a label twice": ("B4", lambda: label(1, label="UN–FINISHED")),
    "has a label that says nothing": ("B4", lambda: label(1, targets=())),
    "speaks on an axis of others": ("B5", lambda: speaking_elsewhere()),
    "makes a group one of its states": (
        "B5",
        lambda: label(0, label="Unfinished", targets=[("oversight_status", "open")]),
    ),
    "says two things on one axis": (
        "B5",
        lambda: label(0, targets=[("oversight_status", s) for s in ("open", "done")]),
    ),
    "does not note how a label differs": ("B5", lambda: label(2, note="")),
    "means a status that no table has": ("B5", lambda: label(1, targets=[("oversight_status", "half_done")])),
    "has a clock without end": ("B6", lambda: clock(length=0)),
    "has a clock in moons": ("B6", lambda: clock(unit="moons")),
    "has a clock for nobody": ("B6", lambda: clock(duty_holder="")),
    "has a clock that starts on nothing": ("B6", lambda: clock(starts_on="")),
    "has a clock without a name": ("B6", lambda: clock(name="")),
    "has a table that governs nothing": ("B7", lambda: changed(lifecycles=(STATUS, attrs.evolve(STATUS, name="late")))),
    "has a row that no attempt can pass": ("B7", lambda: guard(lambda attempt, facts: attempt.actor.name == "nobody")),
    "has a name that cannot be seen": ("B8", lambda: renamed("dropped", "dropped\u202e")),
    "has two names that look alike": ("B8", lambda: renamed("dropped", "Done")),
    "takes the name of another rulebook": ("B9", lambda: changed(name="gao")),
    "changes a table of another rulebook": ("B9", lambda: table(name="gao_oversight_status")),
    "takes the name of a canonical table": ("B9", lambda: table(name="position")),
    "changes a vocabulary of another rulebook": ("B9", lambda: changed(vocabularies=(taken(),))),
}
"""What each does, the clause that it breaks, and the rulebook: the healthy one with one thing changed."""


ALSO = {
    "is no rulebook": {*(f"B{n}" for n in range(1, 10))},
    "has a name that is no slug": {"B4", "B5", "B7"},  # no item of this issuer can be named
    "leads back to not stated": {"B7"},  # what says nothing never beats what was said on the same day
    "has a guard that changes its mind": {"B7"},
    "changes a vocabulary of another rulebook": {"B5"},  # whose axes nobody gave
}
"""Clauses that cannot hold either."""


def parts() -> tuple[str, str, tuple[Mapping, ...]]:
    return "city/status", "city", WORDS.rows


def taken() -> Vocabulary:
    return attrs.evolve(WORDS, name="gao/status")


def unexampled() -> RuleBook:
    return attrs.evolve(table(guards=(attrs.evolve(VISITED, needs="moon", test=lambda a, f: True),)), facts=("moon",))


def speaking_elsewhere() -> RuleBook:
    rows = (*WORDS.rows, Mapping("agreed", [("position", "concurred")], cites=PAGE))
    return changed(lifecycles=(STATUS, CANONICAL.lifecycles[0]), vocabularies=(attrs.evolve(WORDS, rows=rows),))


def failing(load):
    """The clauses on which the suite fails a rulebook, each with its failure."""
    return broken(Kit(), CLAUSES, rulebook=lambda: load)


@pytest.mark.parametrize(
    "brought", [healthy, healthy(), RulebookType(name="city", title="the auditor of a city", load=healthy)]
)
def test_the_healthy_one_breaks_nothing(brought):
    assert failing(brought) == {}


@pytest.mark.parametrize("what", MUTANTS)
def test_a_mutant_fails_on_its_clause_and_says_what_was_expected_and_where_to_read(what):
    clause, load = MUTANTS[what]
    failures = failing(load)
    assert set(failures) - ALSO.get(what, set()) == {clause}, failures
    assert tells(failures[clause], "rulebook-contract.md")


def test_every_clause_has_a_mutant():
    assert {clause for clause, _ in MUTANTS.values()} == set(CLAUSES.values())


def test_a_row_whose_fact_has_no_example_is_told():
    class Silent(RuleBookSuite):
        pass

    with pytest.raises(
        pytest.skip.Exception, match=r"B7: not walked.*'see_done' from 'open' needs the fact 'open_visits'"
    ):
        Silent().test_B7_every_row_can_be_walked(healthy)


def test_a_rulebook_that_cannot_be_loaded_fails_once():
    def breaks():
        raise ImportError("no module named city_rules")

    with pytest.raises(ClauseBroken, match="B0: expected a rulebook that loads; found ImportError: no module"):
        Kit().test_B0_it_is_a_rulebook(breaks)
    with pytest.raises(pytest.skip.Exception, match="B5: the rulebook does not load; see B0"):
        Kit().test_B5_a_label_means_no_more_than_it_says(breaks)
