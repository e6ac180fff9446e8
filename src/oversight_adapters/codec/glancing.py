"""Glancing: which quick reader is for which shape."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, cast

from oversight_adapters.codec.glance import ByTag, straight
from oversight_adapters.codec.shapes import Entity, Maybe, Record, Several, Shape, Single, Tagged, Words, fields_of
from oversight_adapters.codec.sure import MOMENTS, SINGLE, Doubt, Memory, Read, Texts, text, words
from oversight_adapters.codec.tags import ENTRIES, spell
from oversight_core.moments import Moment
from oversight_core.rules.attempt import Step

_ENDS = dict.fromkeys(("earliest", "latest"))


class Glances:
    """The quick reader of every shape, made on first use; `kinds`, `versions` and `words` as for `Plans`."""

    def __init__(self, kinds: Mapping[str, type], versions: Mapping[str, int], *, words: Read = words) -> None:
        self._kinds = {spell(tag, versions.get(tag, 1)): kind for tag, kind in kinds.items()}
        self._entries = {spell(tag, versions.get(tag, 1)): kind for tag, kind in ENTRIES.items()}
        self._words = words
        self._made: dict[Shape, Read] = {}
        self.entry = ByTag(lambda tag: straight(self._entries[tag], self.of))

    def of(self, shape: Shape) -> Read:
        """How values of a shape are read."""
        if shape not in self._made:
            self._made[shape] = self._make(shape)
        return self._made[shape]

    def _make(self, shape: Shape) -> Read:
        match shape:
            case Record(kind) if kind is Step:
                return _steps()
            case Record(kind):
                return straight(kind, self.of)
            case Single(kind) if kind is Moment:
                return _moments(straight(Moment, self.of))
            case Single(kind) if kind in SINGLE:
                return SINGLE[kind]
            case Single(kind):
                return Memory({member.value: member for member in cast(type[Enum], kind)}.__getitem__)
            case Words():
                return self._words
            case Several(inner):
                return _texts if inner == Single(str) else _several(self.of(inner))
            case Maybe(inner):
                return _optional(self.of(inner))
            case Tagged(tags):
                return ByTag(lambda tag: straight(dict(tags)[tag], self.of))
            case Entity():
                return ByTag(lambda tag: straight(self._kinds[tag], self.of))


def _optional(read: Read) -> Read:
    return lambda value, texts: None if value is None else read(value, texts)


def _several(read: Read) -> Read:
    def sequence(value: Any, texts: Texts) -> tuple[Any, ...]:
        if type(value) is not list:
            raise Doubt
        return tuple([read(each, texts) for each in value])

    return sequence


def _texts(value: Any, texts: Texts) -> tuple[str, ...]:
    if type(value) is not list:
        raise Doubt
    for each in value:
        text(each, texts)
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
            return MOMENTS[value]
        return parts(_ENDS | value, texts)

    return read
