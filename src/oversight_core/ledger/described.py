"""Descriptions overlay: a later one changes only the fields it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from oversight_core.ledger.entry import Registered
from oversight_core.ledger.recorded import Recorded
from oversight_core.moments import Moment


class Strange:
    """A description of a kind whose class is not here: it keeps its values by name."""

    __slots__ = ()

    def held(self) -> Mapping[str, Any]:
        """The fields that hold something."""
        raise NotImplementedError

    def overlaid(self, later: Any, names: Iterable[str]) -> Any:
        """The same, with these fields as a later description has them."""
        raise NotImplementedError


def value_of(entity: Any, name: str) -> Any:
    """The value of a field; None where there is no such field."""
    return entity.held().get(name) if isinstance(entity, Strange) else getattr(entity, name, None)


def named_fields(entry: Registered) -> tuple[str, ...]:
    """The fields a description speaks of: those it names, else those its excerpts name, else its non-default ones."""
    if entry.fields:
        return entry.fields
    if entry.excerpts:
        return tuple(dict.fromkeys(excerpt.field for excerpt in entry.excerpts))
    if isinstance(entry.entity, Strange):
        return tuple(entry.entity.held())
    if not attrs.has(type(entry.entity)):
        return ()
    return tuple(field.name for field in attrs.fields(type(entry.entity)) if _is_set(entry.entity, field))


def _is_set(entity: Any, field: attrs.Attribute[Any]) -> bool:
    default = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # attrs types Factory as a function
        default = default.factory()  # type: ignore[union-attr]  # as above
    return bool(getattr(entity, field.name) != default)


def overlay(described: Iterable[Recorded]) -> Any:
    """What an item is, from its descriptions in fold order; None where there are none.

    A finer moment inside a coarser one wins over order.  A description of another type replaces the ones before it.
    """
    whole: Any = None
    for recorded in described:
        entry = recorded.entry
        assert isinstance(entry, Registered)
        if entry.entity is None:  # it only joins, or names a rulebook
            continue
        if whole is None or type(whole) is not type(entry.entity) or not attrs.has(type(whole)):
            whole = entry.entity
            continue
        if isinstance(whole, Strange):
            whole = whole.overlaid(entry.entity, named_fields(entry))
            continue
        known = {field.name for field in attrs.fields(type(whole))}
        changes = {name: getattr(entry.entity, name) for name in named_fields(entry) if name in known}
        whole = attrs.evolve(whole, **{n: v for n, v in changes.items() if not _coarser(v, getattr(whole, n))})
    return whole


def _coarser(value: Any, than: Any) -> bool:
    return isinstance(value, Moment) and isinstance(than, Moment) and than.finer_inside(value)
