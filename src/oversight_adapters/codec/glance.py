"""At a glance: readers of plain data, one for each class, written out once from its fields as the writers are.

For ``Point(x: int, label: str = "")`` it reads::

    def read(plain, texts):
        if type(plain) is not dict:
            raise Doubt
        left = len(plain) - 1
        if "label" in plain:
            left -= 1; v = plain["label"]
            value0 = v if type(v) is str else doubt(v)
        else:
            value0 = default0
        v = plain["x"]
        value1 = v if type(v) is int and -LARGEST <= v <= LARGEST else doubt(v)
        if left:
            raise Doubt
        return make(value1, value0)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from oversight_adapters.codec.shapes import Entity, Field, Maybe, Shape, fields_of
from oversight_adapters.codec.sure import INLINE, NAMES, Memory, Read, Texts
from oversight_core.quick import maker


class ByTag(dict[str, Read]):
    """A reader of an object with one name, its tag; `find` gives the reader of a tag met for the first time."""

    def __init__(self, find: Callable[[str], Read]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, tag: str) -> Read:
        read = self[tag] = self._find(tag)
        return read

    def __call__(self, plain: Any, texts: Texts) -> Any:
        """The value under the tag."""
        ((tag, rest),) = plain.items()
        return self[tag](rest, texts)


_READER = """
def read(plain, texts):
    if type(plain) is not dict:
        raise Doubt
    left = len(plain) - {required}
    {lines}
    if left:
        raise Doubt
    return make({arguments})
"""


def straight(kind: type[attrs.AttrsInstance], of: Callable[[Shape], Read]) -> Read:
    """The reader of a class, whose fields are read as `of` says."""
    fields = fields_of(kind)
    names: dict[str, Any] = {"make": _maker(kind), **NAMES}
    lines: list[str] = []
    for n, field in enumerate(fields):
        read = of(field.shape.inner if isinstance(field.shape, Maybe) else field.shape)
        names |= {f"read{n}": read, f"default{n}": field.default}
        lines += _lines(field, _said(read, f"read{n}"), n)
    places = {field.name: f"value{n}" for n, field in enumerate(fields)}
    given = sorted(attrs.fields(kind), key=lambda field: field.kw_only)
    arguments = (f"{field.alias}={places[field.name]}" if field.kw_only else places[field.name] for field in given)
    required = sum(field.default is attrs.NOTHING for field in fields)
    exec(_READER.format(required=required, lines="\n    ".join(lines), arguments=", ".join(arguments)), names)
    made: Read = names["read"]
    return made


def _said(read: Read, name: str) -> str:
    """How a field is read; what is most frequent stands in line and needs no call."""
    if isinstance(read, Memory):
        return f"{name}[v]"
    called = "{read}(v, texts)"
    return (called if isinstance(read, ByTag) else INLINE.get(read, called)).format(read=name)


def _lines(field: Field, said: str, n: int) -> list[str]:
    """The lines that read one field."""
    if isinstance(field.shape, Maybe | Entity):
        said = f"None if v is None else {said}"
    if field.default is attrs.NOTHING:
        return [f'v = plain["{field.name}"]', f"value{n} = {said}"]
    found = [f'    left -= 1; v = plain["{field.name}"]', f"    value{n} = {said}"]
    made_anew = isinstance(field.default, attrs.Factory)  # type: ignore[arg-type]  # attrs types it as a function
    return [
        f'if "{field.name}" in plain:',
        *found,
        "else:",
        "    raise Doubt" if made_anew else f"    value{n} = default{n}",
    ]


def _maker(kind: Any) -> Any:
    """What makes values of a class soonest."""
    try:
        return maker(kind) if "__weakref__" not in vars(kind).get("__slots__", ("__weakref__",)) else kind
    except TypeError:
        return kind
