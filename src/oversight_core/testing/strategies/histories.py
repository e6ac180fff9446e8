"""Histories in which everything happens within a few months: late, retracted, described again, undated, overlapping."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
from hypothesis import strategies as st

from oversight_core.entities import Recommendation
from oversight_core.ledger import Applied, Case, Disposed, Entry, Recorded, Registered, Reported, Retracted, fold
from oversight_core.moments import AsOf, Moment
from oversight_core.names import Actor, Item
from oversight_core.provenance import Excerpt
from oversight_core.rules import Attempt, Step

ITEM = Item("recommendation", "gao", "gao-24-106233", "4", "ice")
TWIN = Item("recommendation", "gao", "gao-24-106233", "4", "dhs")
_ITEMS = st.sampled_from((ITEM, ITEM, ITEM, TWIN))
FIRST, LAST = date(2024, 1, 1), date(2024, 6, 30)

MOVES: dict[str, dict[str, tuple[str, ...]]] = {
    "position": {
        "awaiting": (),
        "concurred": (),
        "non_concurred": (),
        "answered": ("concurred", "partially_concurred", "non_concurred"),
    },
    "oversight_status": {
        "open_awaiting": (),
        "open_partial": (),
        "closed_implemented": (),
        "open": ("open_awaiting", "open_partial"),
        "closed": ("closed_implemented", "closed_withdrawn"),
    },
}
"""Axis to what may be reported on it, with the states of the groups."""

_DAYS = st.dates(FIRST, LAST)
_FORMS = (
    "2024-01",
    "2024-02",
    "2024-03",
    "2024-Q1",
    "2024-01/2024-02",
    "2024-02-05/2024-03",
    "FY2024",
    "../2024-02-10",
)
_UNBOUNDED = (None, Moment.parse("2024-02/.."), Moment.vague("this winter"))


def near_moments() -> st.SearchStrategy[Moment | None]:
    """A moment of these months, of any kind, or none: they overlap more often than not."""
    spans = st.sampled_from([Moment.parse(form) for form in _FORMS])
    instants = _DAYS.map(lambda day: Moment.instant(datetime(day.year, day.month, day.day, 23, 30, tzinfo=UTC)))
    return st.one_of(_DAYS.map(Moment.day), spans, st.sampled_from(_UNBOUNDED), instants)


def near_as_ofs() -> st.SearchStrategy[AsOf]:
    """Dates at which these histories look different."""
    day = st.none() | st.none() | _DAYS
    instant = _DAYS.map(lambda day: datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
    return st.builds(AsOf, day, day, st.one_of(st.none(), st.none(), st.integers(0, 20), instant))


@st.composite
def _applied(draw: st.DrawFn) -> Applied:
    axis = draw(st.sampled_from(sorted(MOVES)))
    target = draw(st.sampled_from([status for status, states in MOVES[axis].items() if not states]))
    event = "issue" if target.endswith("awaiting") and draw(st.booleans()) else f"to_{target}"
    attempt = Attempt(draw(_ITEMS), event, Actor("Ann", "addressee"), draw(near_moments()), draw(near_moments()))
    return Applied(Step("drawn", "1", axis, "not_stated", event, target), attempt)


@st.composite
def _reported(draw: st.DrawFn) -> Reported:
    axis = draw(st.sampled_from(sorted(MOVES)))
    status = draw(st.sampled_from(["", *MOVES[axis]]))
    states = MOVES[axis].get(status) or draw(st.sampled_from(((), (status,) if status else ())))
    return Reported(
        draw(_ITEMS), axis, status, states, "as printed", "drawn", draw(near_moments()), draw(near_moments())
    )


_ENTITIES = st.builds(
    Recommendation,
    number=st.sampled_from(("", "4", "4a")),
    text=st.sampled_from(("", "ICE should", "ICE should now")),
    priority=st.sampled_from((None, True, False)),
    position_on=near_moments(),
    estimated_completion=near_moments(),
)
_FIELDS = st.sampled_from(("number", "text", "priority", "position_on", "estimated_completion"))
_NAMED = st.lists(_FIELDS, unique=True, max_size=2).map(tuple)


def _registered() -> st.SearchStrategy[Registered]:
    return st.builds(
        Registered,
        _ITEMS,
        _ENTITIES,
        fields=_NAMED,
        rulebook=st.sampled_from(("", "", "gao", "crcl")),
        occurred_on=near_moments(),
        stated_on=near_moments(),
        excerpts=_NAMED.map(lambda fields: tuple(Excerpt(field) for field in fields)),
    )


@attrs.frozen
class _About:
    """An entry about an earlier one, before it is known which there are."""

    number: int
    disposes: bool


_ENTRIES = st.one_of(
    _applied(),
    _reported(),
    _reported(),
    _applied(),
    _registered(),
    st.builds(_About, st.integers(0, 9), st.sampled_from((False, False, True))),
)
_GAPS = st.sampled_from((0, 0, 1, 15, 45))


def histories(*, max_size: int = 16) -> st.SearchStrategy[list[Recorded]]:
    """The history of an item and of one that is joined to it, as a store would hold them.

    Positions rise over both, revisions count over each, and the clock never goes back.
    """
    drawn = st.tuples(_ENTRIES, _GAPS, st.integers(1, 2))
    few, many = st.lists(drawn, max_size=max_size), st.lists(drawn, min_size=max_size // 2, max_size=max_size)
    return (few | many | many).map(_record)


def _record(drawn: Sequence[tuple[Entry | _About, int, int]]) -> list[Recorded]:
    history: list[Recorded] = []
    at, position = datetime(2024, 1, 1, 22, tzinfo=UTC), 0
    for entry, gap, step in drawn:
        at, position = at + timedelta(days=gap, hours=1), position + step
        if found := _about(entry, history) if isinstance(entry, _About) else entry:
            revision = 1 + sum(recorded.item == found.item for recorded in history)
            history.append(Recorded(found, position, revision, at, "somebody", position))
    return history


def _about(entry: _About, history: Sequence[Recorded]) -> Entry | None:
    """A retraction or disposal of something that can be; None where there is nothing."""
    gone = {(r.item, r.entry.revision) for r in history if isinstance(r.entry, Retracted)}
    there = [r for r in history if not isinstance(r.entry, Retracted | Disposed) and (r.item, r.revision) not in gone]
    if not there:
        return None
    chosen = there[entry.number % len(there)]
    if entry.disposes:
        return Disposed(chosen.item, (chosen.revision,), "a records schedule")
    early, late = Moment.parse("2020"), Moment.parse("2030")  # neither matters: it acts from its recording
    return Retracted(chosen.item, chosen.revision, "misread", occurred_on=early, stated_on=late)


def cases() -> st.SearchStrategy[Case]:
    """What is known of an item after some history."""
    return histories().map(fold)


STRATEGIES: dict[type, Any] = {Case: cases}
