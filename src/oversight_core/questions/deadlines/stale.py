"""What has been silent: open items of which nothing was said for so many months."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date

import attrs

from oversight_core.ledger import Case
from oversight_core.names import Item
from oversight_core.questions.deadlines.signals import UNGOVERNED, Record, Run, runs_of
from oversight_core.rulebooks import BUILTIN
from oversight_core.rules.clock import MonthEnd
from oversight_core.rules.counting import day_of, plus_months
from oversight_core.rules.rulebook import RuleBook

STALE = 12
"""After how many months of silence an item is stale, where nobody says otherwise: a convention of ours."""

OPEN_KINDS = ("recommendation", "action", "milestone", "complaint", "review", "referral", "transfer-request")
"""The kinds of items that stay open until somebody is done with them."""

_ASIDE = ("update", "response", "progress-report")
"""The kinds of items that say something of the item that they name."""

_OVER = ("stage=final", "oversight_status=closed", "implementation=final")
"""The groups of statuses in which nothing more need follow.  A final position ends nothing: it is to be acted on."""


@attrs.frozen
class Stale:
    """An open item, and the last day on which anything was said of it."""

    item: Item
    since: date


def stale(
    cases: Mapping[Item, Case],
    *,
    as_of: date,
    months: int = STALE,
    kinds: Collection[str] = OPEN_KINDS,
    books: Iterable[RuleBook] = BUILTIN,
    same_as: Mapping[Item, Item] | None = None,
) -> tuple[Stale, ...]:
    """The open items of some kinds of which nothing was said for longer than so many months; the most silent first.

    An entry of the item says something, and so does an update, a response or a progress report that names it.  `books`
    tell which statuses are groups that end an item.
    """
    on, record, installed = day_of(as_of), Record(cases, same_as), {book.name: book for book in books}
    asides = [record.naming(aside) for aside in _ASIDE]
    found: list[Stale] = []
    for kind in dict.fromkeys(kinds):
        over = {name: [runs_of(group, book, kind) for group in _OVER] for name, book in installed.items()}
        for item, case in record.by_kind.get(kind, ()):
            beside = (one for naming in asides for one in naming.get(item, ()))
            since = max((one.spoken for one in (case, *beside) if one.spoken), default=None)
            ends = over.get(case.rulebook) or over.get(UNGOVERNED, [])
            if since is not None and _silent_until(since, months) < on and not _is_over(case, ends):
                found.append(Stale(item, since))
    return tuple(sorted(found, key=lambda one: (one.since, one.item)))


def _silent_until(since: date, months: int) -> date:
    """The last day on which silence is no longer than so many months."""
    try:
        return plus_months(since, months, MonthEnd.SAME_DAY)
    except OverflowError:
        return date.max


def _is_over(case: Case, ends: Iterable[Callable[[Case], list[Run]]]) -> bool:
    """Whether a case stands in a group in which nothing more need follow."""
    return any((runs := read(case)) and runs[-1].until is None for read in ends)
