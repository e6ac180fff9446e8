"""Straight-line writers: for each class one function, written out once from its fields, that makes its JSON.

For ``Point(x: int, label: str = "")`` it reads::

    def write(value, lift):
        if type(value) is not kind:
            raise Unfit("a value of type Point", value)
        try:
            at = "label"; v = value.label
            part0 = '' if not v and type(v) is type0 else f'"label":{quote(v) if type(v) is str else write0(v, lift)},'
            at = "x"; v = value.x
            part1 = f'"x":{write1(v, lift)}'
        except Unfit as unfit:
            raise unfit.under(f".{at}") from None
        return f'{{{part0}{part1}}}'
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from oversight_adapters.codec.errors import Unfit
from oversight_adapters.codec.shapes import Maybe, Shape, fields_of
from oversight_adapters.codec.writing import INLINE, NAMES, Lift, Write

KNOWN = 4096
"""How many values a memory of writings holds before it starts anew."""


class Remembering:
    """A writer of frozen values that stand in many places: each object is written out once.

    `known` goes by identity.  It holds the object beside its text, so that no other can come to bear its `id`.
    """

    def __init__(self, write: Write) -> None:
        self._write = write
        self.known: dict[int, tuple[str, Any]] = {}

    def __call__(self, value: Any, lift: Lift) -> str:
        """The text of a value that was not met before; one that has words is not remembered, for they are lifted."""
        before = len(lift)
        text = self._write(value, lift)
        if len(lift) == before:
            if len(self.known) >= KNOWN:
                self.known.clear()
            self.known[id(value)] = (text, value)
        return text


class ByClass(dict[type, Write]):
    """A writer of values of several classes; `find` gives that of a class met for the first time, or raises `Unfit`."""

    def __init__(self, find: Callable[[type], Write]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, kind: type) -> Write:
        return self.setdefault(kind, self._find(kind))

    def __call__(self, value: Any, lift: Lift) -> str:
        """The text of a value of any of the classes."""
        return self[type(value)](value, lift)


EMPTY = (str, tuple, int, bool)
"""Classes of which only one value is false, so that a default of theirs is found without comparing."""

_WRITER = """
def write(value, lift):
    if type(value) is not kind:
        raise Unfit("a value of type {name}", value)
    try:
        {lines}
    except Unfit as unfit:
        raise unfit.under(f".{{at}}") from None
    return f'{before}{whole}{after}'
"""


def straight(kind: type[attrs.AttrsInstance], of: Callable[[Shape], Write], tag: str = "") -> Write:
    """The writer of a class, whose fields are written as `of` says; as an object under its `tag`, where it has one."""
    fields = fields_of(kind)
    required = [n for n, field in enumerate(fields) if field.default is attrs.NOTHING]
    first = min(required, default=len(fields))  # fields before it end with their comma, fields after it begin with one
    names: dict[str, Any] = {"kind": kind, "Unfit": Unfit, **NAMES}
    lines = []
    for n, field in enumerate(fields):
        shape = field.shape.inner if isinstance(field.shape, Maybe) else field.shape
        write = of(shape)
        names |= {f"write{n}": write, f"default{n}": field.default, f"type{n}": type(field.default)}
        if isinstance(write, Remembering):
            names[f"known{n}"] = write.known.get
        say = _say(write, n)
        if shape is not field.shape and field.default is not None:
            say = f'"null" if v is None else {say}'
        part = f"""f'{"," if n > first else ""}"{field.name}":{{{say}}}{"," if n < first else ""}'"""
        left_out = _left_out(field.default, n)
        lines.append(f'at = "{field.name}"; v = value.{field.name}')
        lines.append(f"part{n} = '' if {left_out} else {part}" if left_out else f"part{n} = {part}")
    parts = "".join(f"{{part{n}}}" for n in range(len(fields)))
    if not required:  # the last comma is one too many
        lines.append(f"parts = f'{parts}'[:-1]")
        parts = "{parts}"
    before, after = (f'{{{{"{tag}":{{{{', "}}}}") if tag else ("{{", "}}")
    source = _WRITER.format(
        name=kind.__name__, lines="\n        ".join(lines) or "pass", before=before, whole=parts, after=after
    )
    exec(source, names)
    made: Write = names["write"]
    return made


def _say(write: Write, n: int) -> str:
    """How a field is written; what is most frequent stands in line and needs no call."""
    if isinstance(write, Remembering):
        return f"known[0] if (known := known{n}(id(v))) else write{n}(v, lift)"
    if isinstance(write, ByClass):
        return f"write{n}[type(v)](v, lift)"
    return INLINE.get(write, "{write}(v, lift)").format(write=f"write{n}")


def _left_out(default: Any, n: int) -> str:
    """The condition under which a field is at its default, and so is not written."""
    if default is attrs.NOTHING:
        return ""
    if default is None:
        return "v is None"
    if type(default) in EMPTY and not default:
        return f"not v and type(v) is type{n}"
    return f"type(v) is type{n} and v == default{n}"
