"""Laws of the table itself: what can be seen by looking at its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from oversight_core.rules import Facts, Lifecycle, Rule
from oversight_core.rules.check import FINAL, Flaw, defects
from oversight_core.testing.laws.broken import Breach
from oversight_core.testing.laws.guards import unanswering
from oversight_core.testing.oracle import states_of
from oversight_core.testing.prose import differences

WAITING = ("awaiting", "open_awaiting")
"""States that say: issued, and nothing has happened."""

REMEDIES = {
    Flaw.BLANK_NAME: "say what it is called",
    Flaw.DUPLICATE_NAME: "rename one of the two",
    Flaw.UNKNOWN_INITIAL: "name one of the states",
    Flaw.INITIAL_IN_GROUP: "take it out of the group, or put a state before it that says nothing",
    Flaw.UNKNOWN_MEMBER: "correct the name, or add the state",
    Flaw.EMPTY_GROUP: "name its states, or take it out",
    Flaw.OVERLAPPING_GROUPS: "let one hold the other, or split what they share off",
    Flaw.UNKNOWN_SOURCE: "correct the name, or add the state",
    Flaw.UNKNOWN_TARGET: "correct the name, or add the state",
    Flaw.AMBIGUOUS_PAIR: "name an event for each outcome",
    Flaw.UNREACHABLE: "add the row that leads there, or take the state out",
    Flaw.TRAP: "add the row that leads on, or declare the state final",
    Flaw.UNKNOWN_GUARD: "correct the name, or add the guard",
    Flaw.UNUSED_GUARD: "name it in a row, or take it out",
    Flaw.UNCITED_ROW: "cite the provision, or the convention it is",
    Flaw.NO_ACTORS: "name the roles that may act",
    Flaw.SELF_DEFEATING: "keep it in one of the two",
}
"""What to do about each flaw."""


def flaws(lifecycle: Lifecycle) -> Iterator[Breach]:
    """Each defect of a table, as a breach of the law that is named as its flaw."""
    for defect in defects(lifecycle):
        yield Breach(slug(defect.flaw), str(defect), REMEDIES.get(defect.flaw, "mend the table"))


def slug(flaw: Flaw) -> str:
    """The name of the law that forbids a flaw.

    >>> slug(Flaw.AMBIGUOUS_PAIR)
    'no-ambiguous-pair'
    """
    return "no-" + flaw.name.lower().replace("_", "-").removeprefix("no-")


@attrs.frozen
class Law:
    """Something that holds for every sound table; given examples of facts, `find` names where it does not."""

    name: str
    says: str
    remedy: str
    find: Callable[[Lifecycle, Facts], Iterator[str]]


def _unnamed(table: Lifecycle, facts: Facts) -> Iterator[str]:
    yield from (f"{field!r} is blank" for field in ("name", "version", "axis") if not getattr(table, field).strip())


def _unanswered_again(table: Lifecycle, facts: Facts) -> Iterator[str]:
    """Rows into a waiting state from a state that is neither the initial one nor an end; an answer is no such end."""
    held = {group.name: group.states for group in table.groups}
    ended = {state for name in FINAL for state in held.get(name, ()) if state not in held.get("answered", ())}
    for rule in table.rules:
        back = [s for s in _sources(table, rule) if s not in ended and s not in (table.initial, rule.target)]
        if rule.target in WAITING and back:
            yield f"{rule.event!r} leads from {', '.join(back)} back to {rule.target!r}"


def _restarts(table: Lifecycle, facts: Facts) -> Iterator[str]:
    for rule in table.rules:
        if rule.target == table.initial and table.initial == "not_stated":
            yield f"{rule.event!r} leads to {table.initial!r}"


def _sources(table: Lifecycle, rule: Rule) -> list[str]:
    named = [rule.source] if isinstance(rule.source, str) else rule.source
    return [state for name in named for state in states_of(table, name)]


LAWS = (
    Law("named", "a table has a name, a version and an axis", "say it: entries keep them", _unnamed),
    Law(
        "answered-stays-answered",
        "nothing leads back to awaiting but the reopening of what was closed",
        "retract the answer instead, or lead to a state that says what happened",
        _unanswered_again,
    ),
    Law("stated-stays-stated", "nothing leads back to not_stated", "retract the entry instead", _restarts),
    Law(
        "as-the-prose-says",
        "a built-in table, in its version, says what the prose says",
        "give a changed table another version",
        lambda table, facts: iter(differences(table)),
    ),
    Law(
        "guards-answer",
        "a guard says yes or no to every attempt that suits its row, and the same each time",
        "let it look at the attempt and its facts alone, and at nothing that may be absent",
        unanswering,
    ),
)
"""What holds for a sound table beside having no flaw."""


def structure(lifecycle: Lifecycle, facts: Facts) -> Iterator[Breach]:
    """Every breach that can be seen in the rows and their guards."""
    yield from flaws(lifecycle)
    for law in LAWS:
        yield from (Breach(law.name, where, law.remedy) for where in law.find(lifecycle, facts))
