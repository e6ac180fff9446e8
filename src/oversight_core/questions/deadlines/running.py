"""One clock, in all its versions, over the items of one kind that one rulebook governs.

Items of which the same is said are counted once, and one by one only where their deadline may be asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from oversight_core.names import Item
from oversight_core.questions.deadlines.columns import Columns
from oversight_core.questions.deadlines.deadline import Deadline
from oversight_core.questions.deadlines.extensions import Extension, extended, moves
from oversight_core.questions.deadlines.obligation import Obligation, Owed, together
from oversight_core.questions.deadlines.owed import Said
from oversight_core.questions.deadlines.version import Version
from oversight_core.quick import maker
from oversight_core.rules.counting import Due

Wanted = Callable[[Due], bool]
"""Whether a deadline with such a due day is asked for."""

_made = maker(Deadline)  # as many are made as are asked for

_Like = list[tuple[Version, Said, Owed]]
"""The versions that run for like items, what is said of each, and what it asks for where nothing has met it."""


def running(
    versions: Sequence[Version],
    book: str,
    columns: Columns,
    *,
    approved: Mapping[Item, Sequence[Extension]],
    wanted: Wanted,
) -> Iterator[Deadline]:
    """The deadlines of a clock that are asked for."""
    reads = {name: read for version in versions for name, read in version.columns.items()}
    values = {name: columns.column(name, read).values for name, read in reads.items()}
    for codes, places in columns.groups(tuple(reads)).items():
        said = {name: values[name][code] for name, code in zip(reads, codes, strict=True)}
        like = _like(versions, said)
        if not like:
            continue
        unmet = together(found for _, _, found in like)
        may_be = [one for one in unmet if wanted(one.due)]
        asked = any(wanted(one.due) for _, _, found in like for one in found)
        if not (may_be or asked) and all(version.single(one) for version, one, _ in like):
            places = [place for place in places if columns.pairs[place][0] in approved] if approved else []
        for place in places:
            item, case = columns.pairs[place]
            left = [(found, version.owed_by(item, case, one, found)) for version, one, found in like]
            as_said = all(found is one for found, one in left)
            moved = approved.get(item, ()) if approved else ()
            for owed in unmet if as_said else together(one for _, one in left):
                deadline = _deadline(item, book, owed, moved)
                if (deadline.due is owed.due and owed in may_be) or wanted(deadline.due):
                    yield deadline


def _like(versions: Sequence[Version], said: Mapping[str, object]) -> _Like:
    fitting = [(version, version.said(said)) for version in versions if version.fits(said)]
    return [(version, one, version.owed(one)) for version, one in fitting]


def _deadline(item: Item, book: str, owed: Obligation, approved: Sequence[Extension]) -> Deadline:
    row, due, number, notes = owed.row, owed.due, 0, owed.notes
    if approved:
        due, number, more = extended(due, row, [one for one in approved if moves(one, row)])
        notes += more
    return _made(
        item,
        book,
        row.name,
        row.duty_holder,
        owed.start,
        due,
        owed.due,
        row.cites,
        row.means,
        number,
        owed.occurrence,
        owed.missed,
        notes,
        row.marker,
    )
