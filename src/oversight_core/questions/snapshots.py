"""What changed between two snapshots of one list: new, reworded, moved, of another status, no longer listed.

Absence is said and never acted upon: nothing is closed because a page no longer lists it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal

import attrs

from oversight_core.errors import OversightError
from oversight_core.names import Item, normalise
from oversight_core.reading import Reading

What = Literal["new", "moved", "reworded", "status-changed", "redescribed", "no-longer-listed"]
STATUS = ("status", "status_printed", "priority", "position")
"""Fields of which a change is one of status."""


@attrs.frozen
class DoesNotFit(OversightError, ValueError):
    """A change cannot be made to a snapshot: another description, or none, stands where it says one does."""

    item: Item

    def __str__(self) -> str:
        return f"the change of {self.item} does not fit: the snapshot says something else of it"


def _frozen(listed: Mapping[Item, Any]) -> Mapping[Item, Any]:
    return MappingProxyType(dict(listed))


@attrs.frozen
class Snapshot:
    """What a source listed at one time: each item, with its description as far as the source gave one."""

    listed: Mapping[Item, Any] = attrs.field(converter=_frozen)

    @classmethod
    def of(cls, reading: Reading, *, kind: str = "recommendation") -> Snapshot:
        """What a reading lists, as first described; items of one kind."""
        listed: dict[Item, Any] = {}
        for candidate in reading.candidates:
            if candidate.item.kind == kind:
                listed.setdefault(candidate.item, candidate.entity)
        return cls(listed)


@attrs.frozen
class Change:
    """What became of one item, in one word or several; `was` is the item it was before it moved to another addressee.

    `before` is None for what is new, `after` for what is no longer listed.  `fields` are those that differ.
    """

    item: Item
    what: tuple[What, ...]
    before: Any = None
    after: Any = None
    was: Item | None = None
    fields: tuple[str, ...] = ()


def diff(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """What changed from one snapshot to another, in the order of the items.

    An item has *moved* where exactly one of the same number and report is gone and one to another addressee is new.

    >>> from oversight_core.entities import Recommendation
    >>> ice, cbp = Item.parse("recommendation:gao/gao-24-1/4@ice"), Item.parse("recommendation:gao/gao-24-1/4@cbp")
    >>> old = Snapshot({ice: Recommendation(text="Train staff.", status="open")})
    >>> new = Snapshot({cbp: Recommendation(text="Train all staff.", status="open")})
    >>> [(str(change.item), change.what, change.fields) for change in diff(old, new)]
    [('recommendation:gao/gao-24-1/4@cbp', ('moved', 'reworded'), ('text',))]
    >>> apply(diff(old, new), old) == new
    True
    """
    moved = _moved(before, after)
    gone = [item for item in before.listed if item not in after.listed and item not in moved.values()]
    changes = [Change(item, ("no-longer-listed",), before.listed[item]) for item in gone]
    for item, entity in after.listed.items():
        was = moved.get(item, item)
        if was not in before.listed:
            changes.append(Change(item, ("new",), None, entity))
            continue
        what, fields = _told(before.listed[was], entity)
        if was != item:
            changes.append(Change(item, ("moved", *what), before.listed[was], entity, was, fields))
        elif what:
            changes.append(Change(item, what, before.listed[item], entity, None, fields))
    return tuple(sorted(changes, key=lambda change: str(change.item)))


def apply(changes: Iterable[Change], before: Snapshot) -> Snapshot:
    """The snapshot that changes lead to.  Raises `DoesNotFit` where one was made of another snapshot."""
    made = tuple(changes)
    listed = dict(before.listed)
    for change in made:
        if change.before is not None and listed.pop(change.was or change.item, None) != change.before:
            raise DoesNotFit(change.item)
    for change in made:
        if change.item in listed:
            raise DoesNotFit(change.item)
        if change.after is not None:
            listed[change.item] = change.after
    return Snapshot(listed)


def _moved(before: Snapshot, after: Snapshot) -> dict[Item, Item]:
    """Items that are new, and those that they were: the same but for the addressee."""
    gone = _by_body(item for item in before.listed if item not in after.listed)
    new = _by_body(item for item in after.listed if item not in before.listed)
    return {new[body][0]: gone[body][0] for body in new if len(new[body]) == 1 == len(gone.get(body, ()))}


def _by_body(items: Iterable[Item]) -> dict[Item, list[Item]]:
    found: dict[Item, list[Item]] = {}
    for item in items:
        found.setdefault(attrs.evolve(item, addressee=""), []).append(item)
    return found


def _told(before: Any, after: Any) -> tuple[tuple[What, ...], tuple[str, ...]]:
    """What is the matter between two descriptions, and the fields that differ."""
    if before == after:
        return (), ()
    fields = tuple(_differing(before, after))
    what: list[What] = []
    if "text" in fields and normalise(str(before.text)) != normalise(str(after.text)):
        what.append("reworded")
    if any(field in fields for field in STATUS):
        what.append("status-changed")
    if not what or any(field != "text" and field not in STATUS for field in fields):
        what.append("redescribed")
    return tuple(what), fields


def _differing(before: Any, after: Any) -> Iterator[str]:
    if type(before) is not type(after) or not attrs.has(type(after)):
        return
    for field in attrs.fields(type(after)):
        if getattr(before, field.name) != getattr(after, field.name):
            yield field.name
