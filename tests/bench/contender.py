"""The project's side of the benchmarks: thin wrappers over what a caller would use.

Named by ``OVERSIGHT_BENCH=contender`` with this folder on ``PYTHONPATH``.  In `w1` a step makes its exhibit and its
attempt, decides with the actor, the evidence, the guard and the order of dates checked, and keeps the entry that comes
out.  Actors and days are looked up, as a desk holds its directory and a reader its dates; "not allowed" is a value
that only the wrapper turns into an exception.
"""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.rules import (
    Applied,
    Attempt,
    Citation,
    Exhibit,
    Facts,
    Force,
    Group,
    Guard,
    Lifecycle,
    Read,
    Rule,
    State,
    decide,
)

HOUSE = Citation("the benchmark's own rules", Force.CONVENTION, "", Read.ORIGINAL)
POSITIONS = ("concur", "partially concur")


def _has_text(attempt: Attempt, facts: Facts) -> bool:
    return bool(facts["text"])


def _is_position(attempt: Attempt, facts: Facts) -> bool:
    for exhibit in attempt.evidence:  # noqa: SIM110 — a generator costs more than the rest of the guard
        if exhibit.words not in POSITIONS:
            return False
    return True


def _has_owner(attempt: Attempt, facts: Facts) -> bool:
    return facts["owner"] is not None


def _has_words(attempt: Attempt, facts: Facts) -> bool:
    for exhibit in attempt.evidence:  # noqa: SIM110 — a generator costs more than the rest of the guard
        if not exhibit.words:
            return False
    return True


def _not_owner(attempt: Attempt, facts: Facts) -> bool:
    return attempt.actor.name != facts["owner"]


TABLE = Lifecycle(
    "bench",
    "1",
    "status",
    "draft",
    states=(
        State("draft", "being written"),
        State("issued", "sent"),
        State("concurred", "agreed to"),
        State("in_progress", "worked on"),
        State("implemented", "done"),
        State("closed", "over"),
    ),
    rules=(
        Rule("draft", "issue", "issued", "oversight_body", guards="has_text", cites=HOUSE),
        Rule("issued", "respond", "concurred", "addressee", requires="answer", guards="is_position", cites=HOUSE),
        Rule("concurred", "start", "in_progress", "addressee", guards="has_owner", cites=HOUSE),
        Rule(
            "in_progress", "implement", "implemented", "addressee", requires="answer", guards="has_words", cites=HOUSE
        ),
        Rule("implemented", "close", "closed", "oversight_body", guards="not_owner", cites=HOUSE),
    ),
    groups=(Group("final", "closed"),),
    guards=(
        Guard("has_text", "the recommendation has a text", ("text",), _has_text),
        Guard("is_position", "the answer is a position", (), _is_position),
        Guard("has_owner", "somebody owns it", ("owner",), _has_owner),
        Guard("has_words", "the answer names something", (), _has_words),
        Guard("not_owner", "the owner does not close its own", ("owner",), _not_owner),
    ),
)

ACTORS = {"oig": Actor("oig", "oversight_body"), "ice": Actor("ice", "addressee")}


class Days(dict[date, Moment]):
    """Each day as a moment, made once."""

    def __missing__(self, day: date) -> Moment:
        return self.setdefault(day, Moment.day(day))


DAYS = Days()


class NotAllowedHere(Exception):
    """What the harness expects where ours is a value."""


class Record:
    """What a desk keeps of one item: its status, the facts its guards ask for, and the entries."""

    __slots__ = ("facts", "history", "item", "status")

    def __init__(self, number: int) -> None:
        self.item = Item("recommendation", "oig", f"oig-24-{number:05d}", "1", "ice")
        self.status = TABLE.initial
        self.facts = {
            "text": "Develop and implement an oversight mechanism.",
            "owner": "ERO",
            "latest_applied": DAYS[date(2024, 1, 1)],
        }
        self.history: list[Applied] = []


def _apply(record: Record, event: str, on: date, actor: str, arg: str | None) -> Record:
    evidence = (Exhibit("answer", actor, None, arg),) if arg else ()
    day, facts = DAYS[on], record.facts
    attempt = Attempt(record.item, event, ACTORS[actor], day, None, evidence)
    decision = decide(TABLE, record.status, attempt, facts=facts)
    if not decision:
        raise NotAllowedHere(decision)
    record.status = decision.step.target
    facts["latest_applied"] = day
    record.history.append(decision)
    return record


def w1() -> SimpleNamespace:
    """One status transition through the table."""
    return SimpleNamespace(
        new=Record, apply=_apply, seen=lambda record: (record.status, len(record.history)), Refused=NotAllowedHere
    )


def w7() -> SimpleNamespace:
    """The same lifecycle, driven by Hypothesis."""
    return w1()
