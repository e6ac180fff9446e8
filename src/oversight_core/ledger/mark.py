"""Marks: what a fold asks of an entry, and nothing else, so that it can be told without reading the entry."""

from __future__ import annotations

from datetime import date
from typing import Literal

import attrs

from oversight_core.ledger.entry import Disposed, Entry, Registered, Reported, Retracted
from oversight_core.moments import Moment
from oversight_core.rules.attempt import Applied

Kind = Literal["registered", "applied", "reported", "retracted", "disposed"]

KINDS: dict[type, Kind] = {
    Registered: "registered",
    Applied: "applied",
    Reported: "reported",
    Retracted: "retracted",
    Disposed: "disposed",
}

NOT_STATED = "not_stated"
"""The initial state of every canonical axis."""

ISSUED = frozenset({NOT_STATED, "awaiting", "open_awaiting"})
"""What `issue` leads to, and what a source reports before anything has happened."""


COUNTING = frozenset({"registered", "applied", "reported"})


def _begins(mark: Mark) -> bool:
    if mark.kind == "applied":
        return mark.event == "issue" and mark.source == NOT_STATED
    return mark.status in ISSUED


def _moves(mark: Mark) -> bool:
    return mark.kind == "applied" or (mark.kind == "reported" and mark.status != "")


@attrs.frozen
class Mark:
    """What a fold asks of an entry: its kind, what it says of which axis, its two dates, and what it retracts.

    Its moments have no words.  `states` is what the status may stand for, several where a group was reported; `source`
    and `event` are those of an applied step; `retracts` is a revision, 0 for none.
    """

    kind: Kind
    axis: str = ""
    status: str = ""
    states: tuple[str, ...] = ()
    source: str = ""
    event: str = ""
    occurred_on: Moment | None = None
    stated_on: Moment | None = None
    retracts: int = 0

    earliest: date | None = attrs.field(
        init=False, default=attrs.Factory(lambda self: self.occurred_on and self.occurred_on.earliest, takes_self=True)
    )
    latest: date | None = attrs.field(
        init=False, default=attrs.Factory(lambda self: self.occurred_on and self.occurred_on.latest, takes_self=True)
    )
    begins: bool = attrs.field(init=False, default=attrs.Factory(_begins, takes_self=True))
    """Whether it only says that a thing has begun; a later `issue`, of a review's next memo, says more."""
    counts: bool = attrs.field(init=False, default=attrs.Factory(lambda self: self.kind in COUNTING, takes_self=True))
    """Whether it says anything of the item itself; a retraction or a disposal speaks of other entries."""
    moves: bool = attrs.field(init=False, default=attrs.Factory(_moves, takes_self=True))
    """Whether it brings a status; a label that no vocabulary maps brings none."""
    group: bool = attrs.field(
        init=False, default=attrs.Factory(lambda self: self.states != (self.status,), takes_self=True)
    )
    """Whether it brings a group of states, not one of them."""

    def overlaps(self, other: Mark) -> bool:
        """Whether both can have happened on one day; an unknown bound excludes nothing."""
        if self.latest is not None and other.earliest is not None and self.latest < other.earliest:
            return False
        return other.latest is None or self.earliest is None or self.earliest <= other.latest


def _bare(moment: Moment | None) -> Moment | None:
    """A moment without its words, which a fold does not ask for and which may be forgotten."""
    if moment is None or moment.precision == "words":
        return None
    return moment if moment.words == "" else attrs.evolve(moment, words="")


def mark_of(entry: Entry) -> Mark:
    """The mark of an entry."""
    kind, dates = KINDS[type(entry)], (_bare(entry.occurred_on), _bare(entry.stated_on))
    match entry:
        case Applied():
            step = entry.step
            return Mark(kind, step.axis, step.target, (step.target,), step.source, step.event, *dates)
        case Reported():
            return Mark(kind, entry.axis, entry.status, entry.states or (entry.status,), "", "", *dates)
        case Retracted():
            return Mark(kind, "", "", (), "", "", *dates, entry.revision)
        case _:
            return Mark(kind, "", "", (), "", "", *dates)
