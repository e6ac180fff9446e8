"""Plans: how values of every shape are written, each made on first use.  Defaults are not written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import NoneType
from typing import Any, NoReturn

from oversight_adapters.codec.errors import Unfit
from oversight_adapters.codec.opaque import opaque
from oversight_adapters.codec.plain import Opaque
from oversight_adapters.codec.shapes import Entity, Maybe, Record, Several, Shape, Single, Tagged, Words
from oversight_adapters.codec.straight import ByClass, Remembering, straight
from oversight_adapters.codec.tags import spell
from oversight_adapters.codec.writing import SINGLE, Lift, Write, enumeration, moments, words
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.rules.attempt import Step

REPEATED = frozenset({Item, Moment, Step})
"""Classes of which one object stands in many entries: an item in its history, a step in all that took it."""


def optional(write: Write) -> Write:
    """A value or nothing."""
    return lambda value, lift: "null" if value is None else write(value, lift)


def several(write: Write) -> Write:
    """A tuple of values of one shape."""

    def sequence(value: Any, lift: Lift) -> str:
        if type(value) is not tuple:
            raise Unfit("a tuple", value)
        parts: list[str] = []
        try:
            if len(value) == 1:  # most have one
                return f"[{write(value[0], lift)}]"
            for part in value:
                parts.append(write(part, lift))
        except Unfit as unfit:
            raise unfit.under(f"[{len(parts)}]") from None
        return f"[{','.join(parts)}]"

    return sequence


class Plans:
    """The writer of every shape.

    `kinds` maps an entity's tag to its class, `versions` a tag to its present version; `words` writes words.
    """

    def __init__(self, kinds: Mapping[str, type], versions: Mapping[str, int], *, words: Write = words) -> None:
        self._kinds = {kind: spell(tag, versions.get(tag, 1)) for tag, kind in kinds.items()}
        self._known = {tag: versions.get(tag, 1) for tag in kinds}
        self._words = words
        self._made: dict[Shape, Write] = {}

    def of(self, shape: Shape) -> Write:
        """How values of a shape are written; raises `TypeError` for one that nothing says how to store."""
        if shape not in self._made:
            self._made[shape] = self._make(shape)
        return self._made[shape]

    def entry(self, tag: str, kind: type) -> Write:
        """How entries of a class are written, under their tag."""
        return straight(kind, self.of, tag)

    def _make(self, shape: Shape) -> Write:
        match shape:
            case Single(kind) if kind is Moment:
                return Remembering(moments(self._words))
            case Single(kind):
                write = SINGLE[kind] if kind in SINGLE else enumeration(kind)
                return Remembering(write) if kind in REPEATED else write
            case Record(kind):
                write = straight(kind, self.of)
                return Remembering(write) if kind in REPEATED else write
            case Words():
                return self._words
            case Maybe(inner):
                return optional(self.of(inner))
            case Several(inner):
                return several(self.of(inner))
            case Tagged(tags):
                return ByClass(partial(self._tagged, {kind: tag for tag, kind in tags}, "a locator"))
            case Entity():
                return ByClass(self._entity)

    def _tagged(self, tags: Mapping[type, str], expected: str, kind: type) -> Write:
        if kind not in tags:
            return partial(_refuse, expected)
        return straight(kind, self.of, tags[kind])

    def _entity(self, kind: type) -> Write:
        if kind is NoneType:
            return lambda value, lift: "null"
        if kind is Opaque:
            return self._opaque
        return self._tagged(self._kinds, f"an entity of a known kind ({', '.join(sorted(self._known))})", kind)

    def _opaque(self, value: Any, lift: Lift) -> str:
        """An entity of a kind that nobody here knows, or of a version that is yet to come."""
        if value.version <= self._known.get(value.kind, 0):
            raise Unfit(f"the class of kind {value.kind!r}, which is known here", value)
        return f'{{"{spell(value.kind, value.version)}":{opaque(value.fields, lift)}}}'


def _refuse(expected: str, value: Any, lift: Lift) -> NoReturn:
    raise Unfit(expected, value)
