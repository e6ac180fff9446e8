"""At a glance: readers of plain data, one for each class, written out once from its fields as the writers are.

They only ever say yes.  Whatever they are not made for, or is not as it should be, raises `Doubt` or any other
exception, and the strict reading through cattrs decides and explains.  So they may be narrow, but never wrong.

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
from typing import Any, NoReturn

import attrs

from oversight_adapters.codec.plain import LARGEST, SIGN
from oversight_adapters.codec.shapes import Entity, Maybe, Shape, Single, Words, fields_of
from oversight_core.quick import maker


class Doubt(Exception):
    """This is nothing for a glance."""


Texts = dict[int, Any]
"""The words of an entry that were not met yet, by the number in their sign."""

Read = Callable[[Any, Texts], Any]
"""The value of plain data; raises `Doubt`, or anything else, where it is not sure."""

KNOWN = 4096
"""How many values a memory of readings holds before it starts anew."""


class Memory(dict[Any, Any]):
    """Frozen values by what they are made from: each is made once, and then the same object is given again."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Any) -> Any:
        made = self._make(key)
        if len(self) >= KNOWN:
            self.clear()
        self[key] = made
        return made


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

INLINE: dict[type, str] = {
    str: "v if type(v) is str else doubt(v)",
    int: "v if type(v) is int and -LARGEST <= v <= LARGEST else doubt(v)",
    bool: "v if type(v) is bool else doubt(v)",
}
"""How a value ``v`` without parts is read where it stands for itself."""


def doubt(value: Any) -> NoReturn:
    """Raise `Doubt`."""
    raise Doubt


NAMES = {"Doubt": Doubt, "doubt": doubt, "LARGEST": LARGEST}
"""What the generated readers speak of."""


def straight(kind: type[attrs.AttrsInstance], of: Callable[[Shape], Read]) -> Read:
    """The reader of a class, whose fields are read as `of` says."""
    fields = fields_of(kind)
    names: dict[str, Any] = {"make": _maker(kind), **NAMES}
    lines = []
    for n, field in enumerate(fields):
        shape = field.shape.inner if isinstance(field.shape, Maybe) else field.shape
        names |= {f"read{n}": of(shape), f"default{n}": field.default}
        value = _said(shape, names[f"read{n}"], n)
        if shape is not field.shape or isinstance(shape, Entity):
            value = f"None if v is None else {value}"
        if field.default is attrs.NOTHING:
            lines += [f'v = plain["{field.name}"]', f"value{n} = {value}"]
        else:
            lines += [f'if "{field.name}" in plain:', f'    left -= 1; v = plain["{field.name}"]', f"    value{n} = {value}"]
            lines += ["else:", f"    value{n} = default{n}"]
    places = {field.name: n for n, field in enumerate(fields)}
    arguments = ", ".join(
        f"{field.alias}=value{places[field.name]}" if field.kw_only else f"value{places[field.name]}"
        for field in attrs.fields(kind)
    )
    required = sum(field.default is attrs.NOTHING for field in fields)
    exec(_READER.format(required=required, lines="\n    ".join(lines), arguments=arguments), names)
    made: Read = names["read"]
    return made


WORDS = f'texts.pop(sign) if len(v) == 1 and type(sign := v["{SIGN}"]) is int else {{read}}(v, texts)'
"""How words are read that stand apart."""


def _said(shape: Shape, read: Any, n: int) -> str:
    """How one field is read; what is most frequent stands in line and needs no call."""
    if isinstance(shape, Single) and shape.kind in INLINE:
        return INLINE[shape.kind]
    if isinstance(shape, Words):
        return WORDS.format(read=f"read{n}")
    return f"read{n}[v]" if isinstance(read, Memory) else f"read{n}(v, texts)"


def _maker(kind: Any) -> Any:
    """What makes values of a class soonest."""
    try:
        return kind if "__weakref__" in kind.__slots__ else maker(kind)
    except TypeError:
        return kind
