"""What the fields of an entity hold, so that a mapping is checked against them."""

from __future__ import annotations

from decimal import Decimal
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from oversight_core.moments import Moment
from oversight_core.names import Item, Withheld

READS: dict[type, str] = {
    str: "text",
    int: "whole",
    Decimal: "amount",
    bool: "yes-no",
    Moment: "date",
    Item: "item",
}
"""What the words of a cell are read as, by what the field holds."""


@attrs.frozen
class FieldKind:
    """What a field holds: how words for it are read, whether it holds `several`, and whether it must be given."""

    reads: str
    several: bool = False
    needed: bool = False


def fields_of(cls: type[Any]) -> dict[str, FieldKind | None]:
    """The fields of an entity by name; None for one that no table can give.

    >>> from oversight_core.entities import Recommendation
    >>> fields_of(Recommendation)["priority"]
    FieldKind(reads='yes-no', several=False, needed=False)
    """
    hints = get_type_hints(cls)
    return {field.name: _kind(hints[field.name], field.default is attrs.NOTHING) for field in attrs.fields(cls)}


def _kind(hint: Any, needed: bool) -> FieldKind | None:
    parts = [part for part in _members(hint) if part not in (type(None), Withheld)]
    if len(parts) != 1:
        return None
    if get_origin(parts[0]) is tuple:
        inner = _kind(get_args(parts[0])[0], needed)
        return FieldKind(inner.reads, several=True, needed=needed) if inner and not inner.several else None
    reads = READS.get(parts[0])
    return FieldKind(reads, needed=needed) if reads else None


def _members(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
