"""How far targets have slipped: what was first promised, what is promised now, and when it was done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from oversight_core.ledger import Case
from oversight_core.ledger.described import value_of
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.questions.deadlines.extensions import TARGET, extensions
from oversight_core.questions.deadlines.signals import Record
from oversight_core.questions.deadlines.starts import has_come
from oversight_core.rules.counting import bounds_of

FINISHED = "finished_on"


@attrs.frozen
class Lapse:
    """How many days lie between two dates, at least and at most; fewer than none where the later one came first.

    Both are equal where each date is a single day; None is a bound that a date does not give.
    """

    least: int | None
    most: int | None


@attrs.frozen
class Slippage:
    """The target of an item: as first set, as its approved `revisions` leave it, and how both compare.

    `slipped` is how far the present target lies after the original, `late` how far the finish lies after the present
    target: None while it is not finished.
    """

    item: Item
    original: Moment
    present: Moment
    revisions: int
    slipped: Lapse
    finished: Moment | None = None
    late: Lapse | None = None


def slippage(
    cases: Mapping[Item, Case], *, as_of: date | None = None, same_as: Mapping[Item, Item] | None = None
) -> tuple[Slippage, ...]:
    """Every item that has a target, the one that slipped furthest first.

    With `as_of`, a finish that lies after that day has not come.
    """
    record = Record(cases, same_as)
    approved = extensions(record)
    found = []
    for item, case in cases.items():
        original = value_of(case.described, TARGET)
        if not isinstance(original, Moment):
            continue
        revisions = [one for one in approved.get(item, ()) if not one.clock]
        present = next((one.after for one in reversed(revisions) if one.after is not None), original)
        finished = value_of(case.described, FINISHED)
        if not isinstance(finished, Moment) or (as_of and not has_come(finished, as_of)):
            finished = None
        late = between(present, finished) if finished else None
        found.append(Slippage(item, original, present, len(revisions), between(original, present), finished, late))
    return tuple(sorted(found, key=lambda one: (-(one.slipped.most or 0), one.item)))


def between(first: Moment, then: Moment) -> Lapse:
    """How many days lie between two moments.

    >>> between(Moment.parse("2024-02-01"), Moment.parse("2024-03"))
    Lapse(least=29, most=59)
    """
    (earliest, latest), (begins, ends) = bounds_of(first), bounds_of(then)
    return Lapse(_days(latest, begins), _days(earliest, ends))


def _days(first: date | None, then: date | None) -> int | None:
    return None if first is None or then is None else (then - first).days
