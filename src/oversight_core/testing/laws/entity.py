"""Laws of an entity class: what every noun of the core, and every noun of a plug-in, can be relied on for."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from decimal import Decimal
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from oversight_core.testing.laws.broken import Breach, LawBroken

_REMEDY = "decorate it with @attrs.frozen, and hold tuples or frozensets"
_MUTABLE = (list, dict, set, bytearray)


def check_entity(cls: type[Any]) -> None:
    """Prove that a class is frozen, slotted, keyed by its data, complete in its defaults, and drawn by `from_type`.

    Raises `LawBroken` with every law that it breaks.
    """
    if breaches := tuple(_shape(cls)) or tuple(_values(cls)):
        raise LawBroken(cls.__name__, breaches)


def _shape(cls: type[Any]) -> Iterator[Breach]:
    """What can be seen by looking at the class."""
    if not attrs.has(cls):
        yield Breach("attrs", f"{cls.__name__} is not an attrs class", _REMEDY)
        return
    if cls.__mro__ != (cls, object):
        yield Breach(
            "no-inheritance", f"it inherits from {cls.__mro__[1].__name__}", "let it hold the other, or its item"
        )
    if "__slots__" not in vars(cls):
        yield Breach("slots", "it has no __slots__", _REMEDY)
    for field in attrs.fields(cls):
        if field.default is attrs.NOTHING:
            yield Breach("defaults", f"{field.name!r} has no default", "say what stands where a source is silent")
    for name, hint in get_type_hints(cls).items():
        if any(mutable in _parts(hint) for mutable in _MUTABLE):
            yield Breach("frozen", f"{name!r} may hold something that changes", _REMEDY)


def _parts(hint: Any) -> set[Any]:
    inside = get_args(hint) if get_origin(hint) is tuple or isinstance(hint, UnionType) else ()
    return {get_origin(hint) or hint}.union(*map(_parts, inside))


def _values(cls: type[Any]) -> Iterator[Breach]:
    """What holds for each value that Hypothesis draws for the class."""
    found: list[Breach] = []

    @settings(max_examples=25, database=None, deadline=None, derandomize=True)
    @given(st.from_type(cls).filter(_is_sensible))
    def draw(value: Any) -> None:
        found[:] = list(_value(cls, value)) or found

    try:
        draw()
    except Exception as error:  # whatever keeps the class from being drawn is the breach
        yield Breach("from-type", f"st.from_type cannot draw it: {error}", "register a strategy for it")
    yield from found


def _is_sensible(value: Any) -> bool:
    """Whether a value holds no decimal that is no number: such a one is not equal to itself, nor can it be stored."""
    if isinstance(value, tuple):
        return all(map(_is_sensible, value))
    if attrs.has(type(value)):
        return all(_is_sensible(getattr(value, field.name)) for field in attrs.fields(type(value)))
    return not isinstance(value, Decimal) or value.is_finite()


def _value(cls: type[Any], value: Any) -> Iterator[Breach]:
    if type(value) is not cls:
        yield Breach("from-type", f"st.from_type draws {value!r}", "register a strategy for it")
        return
    if value != attrs.evolve(value):
        yield Breach("equal-by-data", f"{value!r} is not equal to itself made again", _REMEDY)
    try:
        if hash(value) != hash(attrs.evolve(value)):
            yield Breach("hashable", f"{value!r} and itself made again have two hashes", _REMEDY)
    except TypeError as error:
        yield Breach("hashable", f"{value!r} has no hash: {error}", _REMEDY)
    for field in attrs.fields(cls):
        try:
            setattr(copy(value), field.name, getattr(value, field.name))
        except attrs.exceptions.FrozenInstanceError:
            continue
        yield Breach("frozen", f"{field.name!r} can be set", _REMEDY)
