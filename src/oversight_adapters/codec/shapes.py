"""Shapes: what an annotation says of the values it allows.  Writers, readers and schemas are all made from these."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from oversight_adapters.codec.tags import LOCATORS
from oversight_core.moments import Moment
from oversight_core.names import Item, Withheld

SINGLE = frozenset({str, int, bool, date, datetime, Decimal, Item, Moment})
"""Classes whose values are stored as one text, number or truth value; every enumeration of texts is one more."""


@attrs.frozen
class Single:
    """A value that has no parts, of exactly this class."""

    kind: type


@attrs.frozen
class Words:
    """Free text, or the sign that it was withheld."""


@attrs.frozen
class Maybe:
    """A value or nothing."""

    inner: Shape


@attrs.frozen
class Several:
    """A tuple of values of one shape."""

    inner: Shape


@attrs.frozen
class Record:
    """The fields of an attrs class."""

    kind: type


@attrs.frozen
class Tagged:
    """A value of one of several classes, each under its tag."""

    tags: tuple[tuple[str, type], ...]


@attrs.frozen
class Entity:
    """An entity of any kind, under the tag of that kind; or nothing."""


Shape = Single | Words | Maybe | Several | Record | Tagged | Entity


@attrs.frozen
class Field:
    """A field of a class: its name, its default (`attrs.NOTHING` where it has none) and its shape."""

    name: str
    default: Any
    shape: Shape


def is_enumeration(hint: Any) -> bool:
    """Whether a class is an enumeration of texts."""
    return isinstance(hint, type) and issubclass(hint, Enum) and all(type(each.value) is str for each in hint)


def shape_of(hint: Any) -> Shape:
    """The shape of an annotation; raises `TypeError` for one that nothing says how to store.

    >>> shape_of(tuple[str, ...]), shape_of(date | None)
    (Several(inner=Single(kind=<class 'str'>)), Maybe(inner=Single(kind=<class 'datetime.date'>)))
    """
    if hint is Any:  # the one field whose class the item decides
        return Entity()
    if hint in SINGLE or is_enumeration(hint):
        return Single(hint)
    if get_origin(hint) is tuple and get_args(hint)[1:] == (...,):
        return Several(shape_of(get_args(hint)[0]))
    if attrs.has(hint):
        return Record(hint)
    return _choice(hint)


def _choice(hint: Any) -> Shape:
    choices = () if get_origin(hint) is tuple else get_args(hint)
    some = frozenset(choices) - {NoneType}
    if len(some) < len(choices):
        return Maybe(shape_of(next(iter(some))) if len(some) == 1 else _one_of(some))
    return _one_of(some)


def _one_of(choices: frozenset[Any]) -> Shape:
    if choices == {str, Withheld}:
        return Words()
    if choices and choices <= set(LOCATORS.values()):
        return Tagged(tuple((tag, kind) for tag, kind in LOCATORS.items() if kind in choices))
    raise TypeError(f"nothing says how {set(choices) or 'this type'} is stored")


def fields_of(kind: type[attrs.AttrsInstance]) -> tuple[Field, ...]:
    """The fields of a class in the order in which they are stored, which is that of their names."""
    hints = get_type_hints(kind)
    named = sorted(attrs.fields(kind), key=lambda field: field.name)
    return tuple(Field(field.name, field.default, shape_of(hints[field.name])) for field in named)


def enumerations_of(kind: type[attrs.AttrsInstance]) -> set[type[Enum]]:
    """The enumerations in a class, at any depth; raises `TypeError` for a field that nothing says how to store."""
    found: set[type[Enum]] = set()
    seen: set[type] = set()

    def enter(shape: Shape) -> None:
        match shape:
            case Maybe(inner) | Several(inner):
                enter(inner)
            case Record(kind) if kind not in seen:
                seen.add(kind)
                for field in fields_of(kind):
                    enter(field.shape)
            case Single(kind) if issubclass(kind, Enum):
                found.add(kind)
            case Entity():
                raise TypeError("an entity of any kind is stored in entries only")
            case _:
                pass

    enter(Record(kind))
    return found
