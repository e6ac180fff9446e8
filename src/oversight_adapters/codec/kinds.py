"""Kinds of entities that plug-ins bring: what a class must be, so that its values can be stored and read back equal."""

from __future__ import annotations

import re
from typing import Any, get_type_hints

import attrs

from oversight_adapters.codec.shapes import Entity, Maybe, Record, Several, shape_of
from oversight_adapters.codec.tags import ENTRIES

_TAG = re.compile(r"[a-z][a-z0-9-]{0,99}")


def check_tag(tag: object) -> None:
    """Raise `TypeError` or `ValueError` for what is no tag of an entity; it is also the kind of its items."""
    if not isinstance(tag, str):
        raise TypeError(f"the tag of a kind is a text, not {tag!r}")
    if not _TAG.fullmatch(tag):
        raise ValueError(f"the tag of a kind is a lower-case word such as 'site-visit', not {tag!r}")
    if tag in ENTRIES:
        raise ValueError(f"{tag!r} is a kind of entry; give the kind of entity another tag")


def check_kind(kind: Any) -> None:
    """Raise `TypeError` unless a class is a frozen attrs class whose every field says how it is stored.

    >>> check_kind(attrs.make_class("Permit", {"fee": attrs.field(type=float)}, frozen=True))
    Traceback (most recent call last):
    ...
    TypeError: Permit.fee: nothing says how float is stored; the page of oversight_rulebooks lists what a field may hold
    """
    if not (isinstance(kind, type) and attrs.has(kind)):
        raise TypeError(f"{kind!r} is no attrs class")
    if not _is_frozen(kind):
        raise TypeError(f"{kind.__name__} is not frozen; decorate it with attrs.frozen")
    if kind.__eq__ is object.__eq__:
        raise TypeError(f"{kind.__name__} is compared by identity; let attrs compare it by its fields")
    _check_fields(kind, ())


def _is_frozen(kind: type) -> bool:
    try:
        setattr(object.__new__(kind), "any", None)  # noqa: B010  # mypy knows that it cannot be set, and this asks
    except attrs.exceptions.FrozenInstanceError:
        return True
    except (AttributeError, TypeError):  # slots without that name, or a class that has no plain values
        return False
    return False


def _check_fields(kind: type[attrs.AttrsInstance], within: tuple[type, ...]) -> None:
    if kind in within:
        raise TypeError(f"{kind.__name__} holds itself; let it hold the item of the other")
    hints = _hints(kind)
    for field in attrs.fields(kind):
        at = f"{kind.__name__}.{field.name}"
        if not field.init:
            raise TypeError(f"{at} cannot be given when the entity is made; make it a property")
        if field.alias != field.name:
            raise TypeError(f"{at} is given as {field.alias!r}; a field has one name, without a leading underscore")
        if field.name not in hints:
            raise TypeError(f"{at} has no annotation")
        hint = hints[field.name]
        try:
            shape = shape_of(hint)
        except TypeError:
            told = hint.__name__ if isinstance(hint, type) else hint
            where = "the page of oversight_rulebooks lists what a field may hold"
            raise TypeError(f"{at}: nothing says how {told} is stored; {where}") from None
        _check_shape(shape, at, (*within, kind))


def _check_shape(shape: Any, at: str, within: tuple[type, ...]) -> None:
    match shape:
        case Maybe(inner) | Several(inner):
            _check_shape(inner, at, within)
        case Record(kind):
            _check_fields(kind, within)
        case Entity():
            raise TypeError(f"{at}: an entity holds no other entity; let it hold the item of the other")


def _hints(kind: type[attrs.AttrsInstance]) -> dict[str, Any]:
    try:
        return get_type_hints(kind)
    except NameError as error:
        how = "import it where the class is written, and not for type checking only"
        raise TypeError(f"{kind.__name__}: {error}; {how}") from None
