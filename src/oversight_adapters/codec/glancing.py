"""Glancing: which quick reader is for which shape."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from oversight_adapters.codec import spelling
from oversight_adapters.codec.glance import INLINE, NAMES, ByTag, Doubt, Memory, Read, Texts, doubt, straight
from oversight_adapters.codec.plain import SIGN
from oversight_adapters.codec.shapes import Entity, Maybe, Record, Several, Shape, Single, Tagged, Words, fields_of
from oversight_adapters.codec.tags import ENTRIES, spell
from oversight_core.moments import Moment
from oversight_core.names import Item, Withheld
from oversight_core.rules.attempt import Step


def words(value: Any, texts: Texts) -> Any:
    """What is said of words that were withheld before the entry was written."""
    if type(value[SIGN]) is not str or len(value) > 1:
        raise Doubt
    return Withheld(value[SIGN])


class Gone(Texts):
    """The words of an entry whose content was disposed of."""

    def __init__(self, authority: str) -> None:
        super().__init__()
        self._withheld = Withheld(authority)

    def pop(self, sign: int) -> Withheld:  # type: ignore[override]
        """The same for every sign."""
        return self._withheld


def _decimal(value: Any, texts: Texts) -> Decimal:
    if type(value) is str:
        return spelling.decimal(value)
    return value if type(value) is Decimal else Decimal(value) if type(value) is int else doubt(value)


def _instant(value: Any, texts: Texts) -> datetime:
    return spelling.instant(value)


_ITEMS, _DAYS, _MOMENTS = Memory(Item.parse), Memory(spelling.day), Memory(Moment.parse)
SINGLE: dict[type, Any] = {Item: _ITEMS, date: _DAYS, datetime: _instant, Decimal: _decimal}

IN_LINE: dict[type, Read] = {kind: eval(f"lambda v, texts: {read}", dict(NAMES)) for kind, read in INLINE.items()}
"""What stands in line in a field, for where it does not."""

_ENDS = dict.fromkeys(("earliest", "latest"))


class Glances:
    """The quick reader of every shape, made on first use; `kinds`, `versions` and `words` as for `Plans`."""

    def __init__(self, kinds: Mapping[str, type], versions: Mapping[str, int], *, words: Read = words) -> None:
        self._kinds = {spell(tag, versions.get(tag, 1)): kind for tag, kind in kinds.items()}
        self._entries = {spell(tag, versions.get(tag, 1)): kind for tag, kind in ENTRIES.items()}
        self._words = words
        self._made: dict[Shape, Any] = {}
        self.entry = ByTag(lambda tag: straight(self._entries[tag], self.of))

    def of(self, shape: Shape) -> Any:
        """How values of a shape are read: a `Read`, or a `Memory` of them."""
        if shape not in self._made:
            self._made[shape] = self._make(shape)
        return self._made[shape]

    def _make(self, shape: Shape) -> Any:
        match shape:
            case Record(kind) if kind is Step:
                return _steps()
            case Record(kind):
                return straight(kind, self.of)
            case Single(kind) if kind is Moment:
                return _moments(straight(Moment, self.of))
            case Single(kind) if kind in SINGLE:
                return SINGLE[kind]
            case Single(kind) if issubclass(kind, Enum):
                return Memory({member.value: member for member in kind}.__getitem__)
            case Single(kind):
                return IN_LINE[kind]
            case Words():
                return self._words
            case Several(inner):
                return _several(inner, self.of(inner))
            case Maybe(inner):
                return _optional(_called(self.of(inner)))
            case Tagged(tags):
                return ByTag(lambda tag: straight(dict(tags)[tag], self.of))
            case Entity():
                return ByTag(lambda tag: straight(self._kinds[tag], self.of))


def _called(read: Any) -> Read:
    return (lambda value, texts: read[value]) if isinstance(read, Memory) else read


def _optional(read: Read) -> Read:
    return lambda value, texts: None if value is None else read(value, texts)


def _several(inner: Shape, read: Any) -> Read:
    if inner == Single(str):
        return _texts
    called = _called(read)

    def sequence(value: Any, texts: Texts) -> tuple[Any, ...]:
        if type(value) is not list:
            raise Doubt
        return tuple([called(each, texts) for each in value])

    return sequence


def _texts(value: Any, texts: Texts) -> tuple[str, ...]:
    if type(value) is not list:
        raise Doubt
    for each in value:
        if type(each) is not str:
            raise Doubt
    return tuple(value)


def _steps() -> Read:
    """Steps, of which a table has few: the same names with the same texts are the same step."""
    names = tuple(field.name for field in fields_of(Step))
    known = Memory(lambda said: Step(**_checked(said, names)))

    def read(plain: Any, texts: Texts) -> Any:
        return known[(*plain, *plain.values())]

    return read


def _checked(said: tuple[Any, ...], names: tuple[str, ...]) -> dict[str, str]:
    half = len(names)
    if said[:half] != names or len(said) != 2 * half or {*map(type, said)} != {str}:
        raise Doubt
    return dict(zip(names, said[half:], strict=True))


def _moments(parts: Read) -> Read:
    def read(value: Any, texts: Texts) -> Any:
        if type(value) is str:
            return _MOMENTS[value]
        return parts(_ENDS | value, texts)

    return read
