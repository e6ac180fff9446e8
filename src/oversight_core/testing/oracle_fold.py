"""The fold, worked out the long way from what the design says of it; it shares no code with `oversight_core.ledger`.

A status is found by going through all that counts, one entry after the other, and a period by asking for the status
of every day on which anything happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs

from oversight_core.ledger import Applied, Disposed, Recorded, Registered, Reported, Retracted
from oversight_core.moments import NOW, AsOf, Moment

INITIAL_STATUSES = ("not_stated", "awaiting", "open_awaiting")


@attrs.frozen
class NaiveStatus:
    """What the oracle says of one axis; entries are named by their positions."""

    value: str
    since: Moment | None
    basis: str
    position: int
    order: str
    dated: str
    rivals: tuple[int, ...]


@attrs.frozen
class NaiveCase:
    """What the oracle says of an item.

    `statuses` maps (axis, way) to a status, and `periods` to its (status, first day, first day after), where the ways
    are ``value``, ``applied`` and ``reported``; an axis or a way of which nobody spoke is not in it.
    """

    described: Any
    statuses: dict[tuple[str, str], NaiveStatus]
    periods: dict[tuple[str, str], list[tuple[str, date, date | None]]]
    unmapped: tuple[int, ...]
    undated: tuple[int, ...]
    rulebook: str


def naive_fold(history: Iterable[Recorded], as_of: AsOf = NOW) -> NaiveCase:
    """Fold a history as the design says it, clause by clause."""
    counting = _counting(list(history), as_of)
    moves = [r for r in counting if isinstance(r.entry, Applied) or (isinstance(r.entry, Reported) and r.entry.status)]
    unmapped = [r for r in counting if isinstance(r.entry, Reported) and not r.entry.status]
    statuses, periods = {}, {}
    for axis in {_move(r).axis for r in moves}:
        for way, kinds in (("value", (Applied, Reported)), ("applied", (Applied,)), ("reported", (Reported,))):
            those = [r for r in moves if _move(r).axis == axis and isinstance(r.entry, kinds)]
            if those:
                statuses[axis, way] = _status(those)
                periods[axis, way] = _periods(those)
    return NaiveCase(
        _described([r for r in counting if isinstance(r.entry, Registered)]),
        statuses,
        periods,
        tuple(r.position for r in unmapped),
        tuple(r.position for r in moves if not _has_day(r.entry.occurred_on)),
        _rulebook(counting),
    )


def naive_status(history: Iterable[Recorded], axis: str, as_of: AsOf = NOW) -> NaiveStatus | None:
    """The status of one axis alone, for who asks of many moments; None where nobody spoke on it."""
    moves = [r for r in _counting(list(history), as_of) if getattr(r.entry, "axis", "") == axis and _value(_move(r))]
    return _status(moves) if moves else None


# -- what counts, and in which order --------------------------------------------------------------------------------


def _counting(history: list[Recorded], as_of: AsOf) -> list[Recorded]:
    """What was recorded, said and happened by the dates asked for and is not retracted, in fold order."""
    there = [r for r in history if _was_recorded(r, as_of.recorded_by)]
    gone = {(r.item, r.entry.revision) for r in there if isinstance(r.entry, Retracted)}
    kept = []
    for r in there:
        retracted = (r.item, r.revision) in gone
        said = as_of.stated_by is None or _stated(r) <= as_of.stated_by
        happened = as_of.on is None or _counts_from(r) <= as_of.on
        if said and happened and not retracted and not isinstance(r.entry, Retracted | Disposed):
            kept.append(r)
    return sorted(kept, key=lambda r: (_counts_from(r), r.position))


def _was_recorded(r: Recorded, by: datetime | int | None) -> bool:
    if by is None:
        return True
    if isinstance(by, int):
        return r.position <= by
    return r.recorded_at <= by


def _has_day(moment: Moment | None) -> bool:
    return moment is not None and moment.latest is not None


def _recording_day(r: Recorded) -> date:
    return r.recorded_at.astimezone(UTC).date()


def _counts_from(r: Recorded) -> date:
    """A moment counts from its latest day; without one, from the day of recording."""
    moment = r.entry.occurred_on
    return moment.latest if moment is not None and moment.latest is not None else _recording_day(r)


def _stated(r: Recorded) -> date:
    """When the source said so; where it does not say when, the day of recording."""
    moment = r.entry.stated_on
    return moment.latest if moment is not None and moment.latest is not None else _recording_day(r)


# -- the status of one axis -----------------------------------------------------------------------------------------


def _move(r: Recorded) -> Applied | Reported:
    assert isinstance(r.entry, Applied | Reported)
    return r.entry


def _value(entry: Applied | Reported) -> str:
    return entry.step.target if isinstance(entry, Applied) else entry.status


def _may_be(entry: Applied | Reported) -> set[str]:
    """The states that an entry leaves open."""
    if isinstance(entry, Reported) and entry.states:
        return set(entry.states)
    return {_value(entry)}


def _says_nothing_yet(entry: Applied | Reported) -> bool:
    if isinstance(entry, Applied):
        return (entry.step.source, entry.step.event) == ("not_stated", "issue")
    return entry.status in INITIAL_STATUSES


def _is_group(entry: Applied | Reported) -> bool:
    return isinstance(entry, Reported) and bool(entry.states) and entry.states != (entry.status,)


def _could_be_one_day(one: Moment | None, other: Moment | None) -> bool:
    if one is None or other is None:
        return True
    first, last = max(one.earliest or date.min, other.earliest or date.min), None
    for bound in (one.latest, other.latest):
        if bound is not None:
            last = bound if last is None else min(last, bound)
    return last is None or first <= last


def _status(moves: Sequence[Recorded]) -> NaiveStatus:
    """The status after some moves in fold order."""
    first, *later = moves
    at = {r.position: _move(r) for r in moves}
    held = _alone(first)
    for r in later:
        held = _after(held, r, at)
    return held


def _alone(r: Recorded) -> NaiveStatus:
    """What one move says where nothing was before it."""
    entry = _move(r)
    dated = "source" if _has_day(entry.occurred_on) else "recording"
    said = entry.occurred_on if dated == "source" else None
    since = attrs.evolve(said, words="") if said else Moment.day(_recording_day(r))
    basis = "applied" if isinstance(entry, Applied) else "reported"
    return NaiveStatus(_value(entry), since, basis, r.position, "clear", dated, ())


def _after(held: NaiveStatus, last: Recorded, at: Mapping[int, Applied | Reported]) -> NaiveStatus:
    """The status after one move more; `at` gives a move by its position."""
    entry, holder, alone = _move(last), at[held.position], _alone(last)
    overlaps = _could_be_one_day(entry.occurred_on, holder.occurred_on)
    if _is_group(entry) and _may_be(holder) <= _may_be(entry):
        return held  # a reported group that holds the value before it only confirms it
    if overlaps and _says_nothing_yet(entry) and not _says_nothing_yet(holder):
        return held  # the initial status never beats another whose span overlaps its own
    if alone.value == held.value:
        still = held.rivals and _could_be_one_day(entry.occurred_on, at[held.rivals[0]].occurred_on)
        alone = attrs.evolve(alone, since=held.since)
        return attrs.evolve(alone, order="unclear", rivals=(held.rivals[0], last.position)) if still else alone
    if overlaps and not _says_nothing_yet(holder):
        return attrs.evolve(alone, order="unclear", rivals=(held.position, last.position))
    return alone


def _periods(moves: Sequence[Recorded]) -> list[tuple[str, date, date | None]]:
    """The longest runs of days on which the status is one and the same."""
    days = sorted({_counts_from(r) for r in moves})
    by_day = [(_status([r for r in moves if _counts_from(r) <= day]).value, day) for day in days]
    starts = [one for n, one in enumerate(by_day) if n == 0 or by_day[n - 1][0] != one[0]]
    ends = [day for _, day in starts[1:]] + [None]
    return [(value, day, end) for (value, day), end in zip(starts, ends, strict=True)]


# -- the description ------------------------------------------------------------------------------------------------


def _described(descriptions: Sequence[Recorded]) -> Any:
    """Field by field: what the last description that speaks of it says, unless an earlier one says it more finely."""
    entries = [r.entry for r in descriptions if isinstance(r.entry, Registered) and r.entry.entity is not None]
    if not entries:
        return None
    kind = type(entries[-1].entity)
    start = max((n + 1 for n, entry in enumerate(entries) if type(entry.entity) is not kind), default=0)
    first, *later = entries[start:]
    values = {}
    for field in attrs.fields(kind):
        value = getattr(first.entity, field.name)
        for entry in later:
            if field.name in _spoken_of(entry):
                said = getattr(entry.entity, field.name)
                value = value if _is_finer(value, said) else said
        values[field.name] = value
    return kind(**values)


def _spoken_of(entry: Registered) -> set[str]:
    """The fields it names; else those its excerpts name; by hand, those that are not their default."""
    if entry.fields:
        return set(entry.fields)
    if entry.excerpts:
        return {excerpt.field for excerpt in entry.excerpts}
    blank = type(entry.entity)()
    return {f.name for f in attrs.fields(type(blank)) if getattr(entry.entity, f.name) != getattr(blank, f.name)}


def _is_finer(value: Any, than: Any) -> bool:
    """Whether both are moments, and the first lies within the second and is shorter."""
    if not (isinstance(value, Moment) and isinstance(than, Moment)):
        return False
    if None in (value.earliest, value.latest, than.earliest, than.latest):
        return False
    days, more = _days(value), _days(than)
    return days < more and than.earliest <= value.earliest <= value.latest <= than.latest  # type: ignore[operator]  # all four are days


def _days(moment: Moment) -> int:
    assert moment.earliest is not None and moment.latest is not None
    return (moment.latest - moment.earliest + timedelta(days=1)).days


def _rulebook(counting: Sequence[Recorded]) -> str:
    """The earliest registered names and governs."""
    named = [(r.position, r.entry.rulebook) for r in counting if isinstance(r.entry, Registered) and r.entry.rulebook]
    return min(named)[1] if named else ""
