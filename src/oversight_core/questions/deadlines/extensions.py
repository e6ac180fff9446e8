"""Approved extensions: a date revision that was approved moves a deadline, and never what it first was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

import attrs

from oversight_core.entities import DateRevision
from oversight_core.ledger import Case
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.questions.deadlines.signals import Record
from oversight_core.rules.clock import Clock
from oversight_core.rules.counting import Due, bounds_of, day_of

STAGE, APPROVED, TARGET = "stage", "approved", "target_on"


@attrs.frozen
class Extension:
    """An approved revision: since when it is approved, and the day that it names before and after."""

    since: date
    clock: str
    before: Moment | None
    after: Moment | None


def extensions(record: Record) -> Mapping[Item, list[Extension]]:
    """The approved extensions of each item, in the order of approval."""
    found: dict[Item, list[tuple[date, Item, Extension]]] = {}
    for item, case in record.by_kind.get("date-revision", ()):
        revision = case.described
        if isinstance(revision, DateRevision) and revision.about is not None and (since := _approved(case)):
            extension = Extension(since, revision.clock, revision.before, revision.after)
            found.setdefault(record.own(revision.about), []).append((since, item, extension))
    return {about: [one for _, _, one in sorted(rows, key=lambda row: row[:2])] for about, rows in found.items()}


def _approved(case: Case) -> date | None:
    """Since when a revision is approved; None while it is not, or no longer."""
    spells = case.spells(STAGE)
    return spells[-1][1] if spells and spells[-1][0] == APPROVED else None


def moves(extension: Extension, row: Clock) -> bool:
    """Whether an extension is one of a row's: it names it, or the target of the item, which the row asks for."""
    return extension.clock == row.name or (not extension.clock and row.stated_in == TARGET)


NO_DAY = "an approved extension names no day"


def extended(due: Due, row: Clock, approved: Iterable[Extension]) -> tuple[Due, int, tuple[str, ...]]:
    """A deadline as its approved extensions leave it, how many there are, and a note where they name no single day.

    The last one that names a day counts.  Of a clock that falls due again and again, an extension moves only the
    deadline that it names as the day before.
    """
    number = 0
    notes: tuple[str, ...] = ()
    for extension in approved:
        if (row.repeats or row.each) and not _names(extension.before, due):
            continue
        number += 1
        after = extension.after
        if after is not None and (after.earliest or after.latest):
            due = Due(after.at or after.earliest, after.at or after.latest)
            notes = () if due.exact else (f"it is extended only to {after}",)
        else:
            notes = (*notes, NO_DAY)
    return due, number, tuple(dict.fromkeys(notes))


def _names(before: Moment | None, due: Due) -> bool:
    if before is None or due.earliest is None or due.latest is None:
        return False
    if before.at is not None and isinstance(due.earliest, datetime) and isinstance(due.latest, datetime):
        return due.earliest <= before.at <= due.latest
    first, last = bounds_of(before)
    return (first is None or first <= day_of(due.latest)) and (last is None or day_of(due.earliest) <= last)
