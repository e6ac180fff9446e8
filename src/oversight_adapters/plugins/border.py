"""The border: what each field of a descriptor may hold, checked when the descriptor is made."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from oversight_adapters.plugins.errors import BadDescriptor
from oversight_core.names import SEGMENT

Holds = Callable[[Any], bool]
Validator = Callable[[Any, Any, Any], None]


def _checked(expected: str, holds: Holds) -> Validator:
    """A validator of attrs that names descriptor and field."""

    def check(descriptor: Any, field: attrs.Attribute[Any], value: object) -> None:
        if not holds(value):
            raise _bad(descriptor, field, expected, shown(value))

    return check


def _bad(descriptor: Any, field: attrs.Attribute[Any], expected: str, found: str) -> BadDescriptor:
    return BadDescriptor(type(descriptor).__name__, shown(descriptor.name), field.name, expected, found)


slug = _checked(
    "a lower-case slug", lambda value: isinstance(value, str) and bool(SEGMENT.fullmatch(value)) and len(value) <= 100
)
title = _checked("a text of one line", lambda value: isinstance(value, str) and len(value.splitlines()) <= 1)
flag = _checked("True or False", lambda value: type(value) is bool)
texts = _checked(
    "a tuple of texts", lambda value: isinstance(value, tuple) and all(isinstance(each, str) for each in value)
)
mapping = _checked("a mapping of tags to classes", lambda value: isinstance(value, Mapping))


def called(*names: str, codec: bool = False) -> Validator:
    """What can be called with these; with `codec` also with a codec, where the descriptor says that it takes one."""

    def check(descriptor: Any, field: attrs.Attribute[Any], value: object) -> None:
        keywords = ("codec",) if codec and descriptor.takes_codec is True else ()
        call = f"{field.name}({', '.join((*names, *(f'{name}=…' for name in keywords)))})"
        if not callable(value):
            raise _bad(descriptor, field, f"what is called as {call}", shown(value))
        try:
            inspect.signature(value).bind(*names, **dict.fromkeys(keywords))
        except TypeError as error:
            raise _bad(descriptor, field, f"what is called as {call}", f"{shown(value)} ({error})") from None
        except ValueError:  # what is written in C need not tell its signature
            return

    return check


def as_tuple(value: Any) -> Any:
    """A list as a tuple; anything else stays what it is, for the validator to judge."""
    return tuple(value) if isinstance(value, list) else value


def as_mapping(value: Any) -> Any:
    """A mapping as one that nobody can change."""
    return MappingProxyType(dict(value)) if isinstance(value, Mapping) else value


def shown(value: object) -> str:
    """A value as a sentence shows it: short, whatever it is."""
    try:
        text = repr(value)
    except Exception:  # a value whose repr fails must not hide what is wrong with it
        text = f"a {type(value).__name__}"
    return text if len(text) <= 80 else text[:79] + "…"
