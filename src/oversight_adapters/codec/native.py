"""Values of plain classes written and read by msgspec, where it is installed, at the speed of C and no less strictly.

Writing, msgspec asks nothing; so a check made from the fields, one expression a class, asks whether every value is
exactly what its annotation says.  Reading, msgspec forgives much, such as unknown names and ``1.0`` for a whole number;
so it is asked only for canonical bytes, and believed where it would write the very bytes that it read.  Everything else
goes the way it goes without it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Generic, TypeVar

import attrs

from oversight_adapters.codec import wire
from oversight_adapters.codec.plain import LARGEST
from oversight_adapters.codec.shapes import Maybe, Record, Several, Shape, Single, fields_of

Value = TypeVar("Value", bound=attrs.AttrsInstance)
Check = Callable[[Any], bool]

EXACTLY: dict[type, str] = {
    str: "type({v}) is str",
    bool: "type({v}) is bool",
    int: "type({v}) is int and -LARGEST <= {v} <= LARGEST",
    date: "type({v}) is date",
    datetime: "type({v}) is datetime and {v}.tzinfo is UTC",  # other offsets are rare, and spelt with more care
    Decimal: "type({v}) is Decimal and {v}.is_finite()",
}
NAMES = {"LARGEST": LARGEST, "UTC": UTC, "date": date, "datetime": datetime, "Decimal": Decimal}


class Unplain(Exception):
    """A class that only our own writers and readers know how to store."""


class Native(Generic[Value]):
    """msgspec for one class; raises `Unplain` where it is not installed or the class needs more."""

    def __init__(self, kind: type[Value]) -> None:
        if not wire.FAST:
            raise Unplain
        json = wire.msgspec.json
        self._checks: dict[type, Check] = {}
        self._is_exact = self._check(kind)
        self._decode = json.Decoder(kind).decode
        self._sorted = json.Encoder(order="sorted").encode
        self._start = f'{{"{fields_of(kind)[0].name}":'.encode()

    def dumps(self, value: Value) -> bytes | None:
        """Canonical bytes, or None where a closer look is needed; msgspec may raise as well."""
        return self._sorted(value) if self._is_exact(value) else None

    def loads(self, raw: bytes) -> Value | None:
        """The value that canonical bytes hold; None for other bytes, unless msgspec raises."""
        if not raw.startswith(self._start):  # names in another order; found out soon
            return None
        value: Value = self._decode(raw)
        return value if self._sorted(value) == raw and self._is_exact(value) else None

    def _check(self, kind: Any) -> Check:
        """Whether a value and all its parts are of exactly the classes that are annotated."""
        if kind in self._checks:
            return self._checks[kind]
        fields = attrs.fields(kind)
        hooked = hasattr(kind, "__attrs_pre_init__") or hasattr(kind, "__attrs_post_init__")
        if hooked or not fields or any(map(_needs_more, fields)):
            raise Unplain
        names: dict[str, Any] = NAMES | {"kind": kind}
        asked = [self._asked(field.shape, f"v.{field.name}", names) for field in fields_of(kind)]
        check: Check = eval(f"lambda v: {' and '.join(['type(v) is kind', *asked])}", names)
        self._checks[kind] = check
        return check

    def _asked(self, shape: Shape, v: str, names: dict[str, Any]) -> str:
        match shape:
            case Maybe(inner):
                return f"({v} is None or {self._asked(inner, v, names)})"
            case Several(Single(kind)) if kind is str:
                return f"type({v}) is tuple and {{*map(type, {v})}} <= {{str}}"
            case Several(Record(kind)):
                return f"type({v}) is tuple and all(map({self._named(self._check(kind), names)}, {v}))"
            case Record(kind):
                return f"{self._named(self._check(kind), names)}({v})"
            case Single(kind) if kind in EXACTLY:
                return EXACTLY[kind].format(v=v)
            case Single(kind) if issubclass(kind, str):
                return f"type({v}) is {self._named(kind, names)}"
        raise Unplain

    def _named(self, thing: Any, names: dict[str, Any]) -> str:
        name = f"known{len(names)}"
        names[name] = thing
        return name


def _needs_more(field: attrs.Attribute[Any]) -> bool:
    """Whether a field does more than hold what it is given, or may be left out."""
    return bool(field.converter or field.validator or not field.init or field.default is not attrs.NOTHING)
