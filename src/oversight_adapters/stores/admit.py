"""Under the lock: does a batch still fit, and which rows does it become?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import count
from typing import NamedTuple

from oversight_adapters.stores.chain import ZERO, links, stamp
from oversight_adapters.stores.rows import DIGEST, RETRACTS, Columns, Draft, Row, spell_instant
from oversight_adapters.stores.spool import Group
from oversight_core.errors import CannotRetract, Conflict, UnparsableMoment
from oversight_core.names import Item

Clock = Callable[[], datetime]
"""Gives the present, aware of its zone."""


class Head(NamedTuple):
    """The last entry of a store: its position, its link and its instant of recording."""

    position: int = 0
    link: bytes = ZERO
    recorded_at: str = ""


class Line(NamedTuple):
    """What a retraction needs to know of an entry: its revision, its kind, and which revision it retracts."""

    revision: int
    kind: str
    retracts: int | None


def check_revisions(seen: Iterable[tuple[Item, int]], revision_of: Callable[[Item], int]) -> None:
    """Raise one `Conflict` with every item that is not at its expected revision."""
    found = ((item, expected, revision_of(item)) for item, expected in seen)
    stale = tuple((item, expected, actual) for item, expected, actual in found if expected != actual)
    if stale:
        raise Conflict(stale)


def check_retractions(groups: Iterable[Group], lines_of: Callable[[Item], Iterable[Line]]) -> None:
    """Raise `CannotRetract` for the first retraction of what cannot be retracted."""
    for group in groups:
        if any(draft[RETRACTS] is not None for draft in group.drafts):
            _check_retractions(group, lines_of(group.item))


def _check_retractions(group: Group, lines: Iterable[Line]) -> None:
    kinds: dict[int, str] = {}
    gone: set[int] = set()
    own = (Line(group.expected + n, draft[0][0], draft[RETRACTS]) for n, draft in enumerate(group.drafts, 1))
    for line in [*lines, *own]:
        if line.retracts is not None and line.revision > group.expected:
            why = _why_not(line.retracts, kinds, gone)
            if why:
                raise CannotRetract(group.item, line.retracts, why)
        if line.retracts is not None:
            gone.add(line.retracts)
        kinds[line.revision] = line.kind


def _why_not(revision: int, kinds: dict[int, str], gone: set[int]) -> str:
    if revision not in kinds:
        return "there is no such revision"
    if kinds[revision] in ("retracted", "disposed"):
        return f"it is itself a {kinds[revision]} entry"
    return "it is retracted already" if revision in gone else ""


def recording(clock: Clock, head: Head) -> str:
    """The instant of recording: now, but never before the last one; a clock without zone is an `UnparsableMoment`."""
    now = clock()
    if now.tzinfo is None:
        raise UnparsableMoment(now.isoformat(), "the clock of a store needs a time zone")
    return max(spell_instant(now), head.recorded_at)


Linked = tuple[int, int, Draft, bytes]
"""Position, revision, draft and link of an entry."""


def linked(groups: Iterable[Group], head: Head, recorded_at: str, recorder: str) -> Iterator[tuple[Item, list[Linked]]]:
    """The entries of a batch that fits, linked to the head and to each other; item by item."""
    position, previous = head.position, head.link
    stamped = stamp(recorded_at, recorder, head.position + 1)
    for group in groups:
        digests = (draft[DIGEST] for draft in group.drafts)
        made = links(previous, position + 1, str(group.item).encode(), group.expected + 1, stamped, digests)
        rows = list(zip(count(position + 1), count(group.expected + 1), group.drafts, made, strict=False))
        if rows:
            position, _, _, previous = rows[-1]
        yield group.item, rows


def placed(groups: Iterable[Group], head: Head, recorded_at: str, recorder: str) -> Iterator[Row]:
    """The rows that a batch becomes which fits and is not empty, for a store that keeps rows as they are."""
    batch = head.position + 1
    for item, entries in linked(groups, head, recorded_at, recorder):
        for position, revision, (*said, payload, _, content, salt), link in entries:
            columns = Columns(*said)
            yield Row(
                position, str(item), revision, recorded_at, recorder, batch, columns, payload, content, salt, None, link
            )
