"""From one body's word to another's, by way of our states; whatever does not come across is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from oversight_core.errors import UnknownLabel, UnknownProjection
from oversight_core.rulebooks.canonical import CANONICAL
from oversight_core.rules.lifecycle import Lifecycle
from oversight_core.rules.projection import Projection
from oversight_core.rules.rulebook import RuleBook
from oversight_core.rules.vocabulary import Mapping


@attrs.frozen
class Crossing:
    """A label of one body, the labels of another that come nearest, and what is lost on the way.

    Where a label covers several of our states there may be several labels: each says what it says of some of them.
    """

    label: str
    labels: tuple[str, ...]
    lost: tuple[str, ...]


def cross(label: str, one: RuleBook, other: RuleBook, *, vocabulary: str = "") -> Crossing:
    """What another body would say for a label of one body.

    A label that several vocabularies of the body have means what any of them means; `vocabulary` names one of them.
    Raises `UnknownLabel`.

    >>> from oversight_core.rulebooks import find
    >>> cross("OUA", find("ntsb"), find("gao"))
    Crossing(label='OUA', labels=('Open',), lost=('that the reply was judged, and how: GAO does not judge replies',))
    >>> cross("Closed – Implemented", find("gao"), find("crcl"))
    Crossing(label='Closed – Implemented', labels=(), lost=("'crcl' has no word for oversight_status 'implemented'",))
    """
    found = [
        row for words in one.vocabularies if vocabulary in ("", words.name) and (row := words.lookup(label)) is not None
    ]
    if not found:
        raise UnknownLabel(one.name, label)
    targets = tuple(dict.fromkeys(target for row in found for target in row.targets))
    rows: list[Projection] = []
    lost = [row.note for row in found if row.lossy]
    for axis, status in targets:
        come, missing = _come(one, other, axis, status)
        rows += come
        lost += missing
    lost += [row.lost for row in rows if row.lost]
    return Crossing(label, _once(row.label for row in rows), _once(lost))


def project(book: RuleBook, axis: str, status: str) -> Projection:
    """How a body would say a state of ours.  Raises `UnknownProjection`.

    >>> from oversight_core.rulebooks import find
    >>> project(find("ntsb"), "oversight_status", "closed_exceeds").label
    'Closed – Exceeds'
    """
    for row in book.projections:
        if row.axis == axis and status in row.statuses:
            return row
    raise UnknownProjection(book.name, axis, status)


def meant(book: RuleBook, mapping: Mapping, axis: str) -> frozenset[str]:
    """The states that a label may stand for on an axis; none where it does not speak on it.

    A group is taken as wide as the canonical tables have it, too: that a body's own table has fewer states does not
    make what it calls open any less open.
    """
    return frozenset(state for on, status in mapping.targets if on == axis for state in states(book, axis, status))


def states(book: RuleBook, axis: str, status: str) -> tuple[str, ...]:
    """The states that a status may stand for, as widely as the body's tables or the canonical ones have it."""
    found = (state for table in _tables(book, axis) for state in table.members.get(status, ()))
    return _once(found) or (status,)


def _come(one: RuleBook, other: RuleBook, axis: str, status: str) -> tuple[list[Projection], list[str]]:
    """What comes across of a status, and what does not: all of it in one sentence, or each state that does not."""
    rows, missing = [], []
    held = states(one, axis, status)
    for state in held:
        try:
            rows.append(project(other, axis, state))
        except UnknownProjection as unknown:
            missing.append(str(unknown))
    if len(missing) == len(held):
        missing = [str(UnknownProjection(other.name, axis, status))]
    return rows, missing


def _tables(book: RuleBook, axis: str) -> Iterator[Lifecycle]:
    """The tables of a body for an axis, and the canonical ones for items of the same kinds."""
    own = [table for table in book.lifecycles if table.axis == axis]
    yield from own
    kinds = {kind for table in own for kind in table.kinds}
    yield from (t for t in CANONICAL.lifecycles if t.axis == axis and (not own or kinds.intersection(t.kinds)))


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))
