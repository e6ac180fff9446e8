"""The reads that are asked for at a day: what is due, overdue, stale or slipping."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

import attrs

from oversight_core.errors import NoDay
from oversight_core.ledger import Case
from oversight_core.moments import NOW, AsOf
from oversight_core.names import Item
from oversight_core.ports import Progress
from oversight_core.questions import Deadline, Slippage, Stale, deadlines, due, due_soon, overdue, slippage, stale
from oversight_core.questions.deadlines import DUE_SOON, OPEN_KINDS, STALE, Events
from oversight_core.register.reads import Reads


class Timed(Reads):
    """Reads that need a day: each takes one, or what else is asked as of, and raises `NoDay` without one.

    An aware instant tells what is due in hours.  Items that are the same count once; `events` are the days of what
    clocks await, by name; `progress` counts entries.
    """

    def deadlines(
        self, as_of: AsOf | date = NOW, *, events: Events | None = None, progress: Progress | None = None
    ) -> tuple[Deadline, ...]:
        """Every obligation that the clocks leave open; one of which no day is known says why."""
        at = self._at(as_of, progress)
        books = self.tables.books.values()
        return deadlines(at.cases, books, as_of=at.on, calendars=self.calendars, events=events, same_as=at.same_as)

    def due(
        self,
        as_of: AsOf | date = NOW,
        *,
        within: int = DUE_SOON,
        events: Events | None = None,
        progress: Progress | None = None,
    ) -> tuple[Deadline, ...]:
        """The deadlines that may fall due from the day to so many days later, both counted."""
        at = self._at(as_of, progress)
        books = self.tables.books.values()
        return due(
            at.cases, books, as_of=at.on, within=within, calendars=self.calendars, events=events, same_as=at.same_as
        )

    def due_soon(
        self, as_of: AsOf | date = NOW, *, events: Events | None = None, progress: Progress | None = None
    ) -> tuple[Deadline, ...]:
        """The deadlines that may fall due within 30 days."""
        at = self._at(as_of, progress)
        books = self.tables.books.values()
        return due_soon(at.cases, books, as_of=at.on, calendars=self.calendars, events=events, same_as=at.same_as)

    def overdue(
        self, as_of: AsOf | date = NOW, *, events: Events | None = None, progress: Progress | None = None
    ) -> tuple[Deadline, ...]:
        """The deadlines that are overdue, or perhaps are: `Deadline.state` tells which."""
        at = self._at(as_of, progress)
        books = self.tables.books.values()
        return overdue(at.cases, books, as_of=at.on, calendars=self.calendars, events=events, same_as=at.same_as)

    def stale(
        self,
        as_of: AsOf | date = NOW,
        *,
        months: int = STALE,
        kinds: Collection[str] = OPEN_KINDS,
        progress: Progress | None = None,
    ) -> tuple[Stale, ...]:
        """The open items of which nothing was said for longer than so many months."""
        at = self._at(as_of, progress)
        books = self.tables.books.values()
        return stale(at.cases, as_of=at.on, months=months, kinds=kinds, books=books, same_as=at.same_as)

    def slippage(self, as_of: AsOf | date = NOW, *, progress: Progress | None = None) -> tuple[Slippage, ...]:
        """Every item that has a target, and how far it slipped."""
        at = self._at(as_of, progress)
        return slippage(at.cases, as_of=at.on, same_as=at.same_as)

    def _at(self, as_of: AsOf | date, progress: Progress | None) -> _At:
        at = as_of if isinstance(as_of, AsOf) else AsOf(as_of)
        if at.on is None:
            raise NoDay
        on = as_of if isinstance(as_of, datetime) else at.on
        return _At(on, self.cases(at, progress=progress), self.same_as(at))


@attrs.frozen
class _At:
    """The cases as of a day, or at an instant, and under which of them those are that were joined."""

    on: date | datetime
    cases: dict[Item, Case]
    same_as: dict[Item, Item]
