"""Writing: a value as canonical JSON, keys sorted and no space, with its words lifted out.

A plan for each class is made once from its annotations.  Defaults are not written.  Types are checked strictly: what
could not be read back equal is not written at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from json import encoder
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from oversight_adapters.codec.errors import Unfit
from oversight_adapters.codec.plain import LARGEST, SIGN, Fields, Lifted, Opaque
from oversight_adapters.codec.tags import LOCATORS, spell
from oversight_core.errors import UnparsableMoment
from oversight_core.moments import Moment
from oversight_core.names import Item, Withheld

Lift = list[str]
"""The words of one entry, in the order in which its payload refers to them."""

Write = Callable[[Any, Lift], str]
"""The canonical JSON of a value; words go to the `Lift`.  Raises `Unfit`."""

quote = encoder.encode_basestring
"""A text as JSON writes it, in C where there is C; nothing beyond ASCII is escaped."""


# -- single values ---------------------------------------------------------------------------------------------


def text(value: Any, lift: Lift) -> str:
    """A text of the payload."""
    if type(value) is not str:
        raise Unfit("a text", value)
    return quote(value)


def whole(value: Any, lift: Lift) -> str:
    """A whole number that 64 bits hold; a bool is none."""
    if type(value) is not int or not -LARGEST <= value <= LARGEST:
        raise Unfit("a whole number of 64 bits", value)
    return str(value)


def flag(value: Any, lift: Lift) -> str:
    """True or false."""
    if type(value) is not bool:
        raise Unfit("true or false", value)
    return "true" if value else "false"


def day(value: Any, lift: Lift) -> str:
    """A date; an instant is none."""
    if type(value) is not date:
        raise Unfit("a date", value)
    return f'"{value.isoformat()}"'


def item(value: Any, lift: Lift) -> str:
    """An item as it prints; it holds nothing that JSON escapes."""
    if type(value) is not Item:
        raise Unfit("an item", value)
    return f'"{value}"'


def words(value: Any, lift: Lift) -> str:
    """A sign for words, which are lifted out."""
    if type(value) is str:
        lift.append(value)
        return f'{{"{SIGN}":{len(lift) - 1}}}'
    if type(value) is Withheld:
        return f'{{"{SIGN}":{text(value.authority, lift)}}}'
    raise Unfit("words", value)


@lru_cache(4096)
def prints_all(moment: Moment) -> bool:
    """Whether the printed form says all of a moment; a hand-made one may have bounds that its precision does not."""
    try:
        return moment.precision != "words" and moment.words == "" and Moment.parse(str(moment)) == moment
    except UnparsableMoment:
        return False


def moment(value: Any, lift: Lift) -> str:
    """A moment as it prints, where that says all of it; else its parts."""
    if type(value) is not Moment:
        raise Unfit("a moment", value)
    if value.precision == "day" and value.words == "" and value.earliest == value.latest:  # as prints_all, but at once
        return day(value.latest, lift)
    if prints_all(value):
        return f'"{value}"'
    parts = {
        "at": value.at and f'"{value.at.isoformat()}"',
        "earliest": value.earliest and day(value.earliest, lift),
        "latest": value.latest and day(value.latest, lift),
        "precision": quote(value.precision),
        "words": None if value.words == "" else words(value.words, lift),
    }
    return "{" + ",".join(f'"{name}":{part}' for name, part in parts.items() if part) + "}"


def opaque(value: Any, lift: Lift) -> str:
    """Any part of an entity of unknown kind."""
    if value is None:
        return "null"
    if type(value) is Lifted:
        return words(value.words, lift)
    if type(value) is tuple:
        return "[" + ",".join(opaque(part, lift) for part in value) + "]"
    if type(value) is Fields:
        names = [name for name, _ in value.pairs]
        if names != sorted(set(names)) or SIGN in names:
            raise Unfit(f"different names in order, none of them {SIGN}", names)
        return "{" + ",".join(f"{quote(name)}:{opaque(part, lift)}" for name, part in value.pairs) + "}"
    return {bool: flag, int: whole}.get(type(value), text)(value, lift)


SINGLE: dict[Any, Write] = {str: text, int: whole, bool: flag, date: day, Item: item, Moment: moment}


# -- composed ones ---------------------------------------------------------------------------------------------


def optional(write: Write) -> Write:
    """A value or nothing."""
    return lambda value, lift: "null" if value is None else write(value, lift)


def several(write: Write) -> Write:
    """A tuple of values of one type."""

    def sequence(value: Any, lift: Lift) -> str:
        if type(value) is not tuple:
            raise Unfit("a tuple", value)
        parts: list[str] = []
        try:
            for part in value:
                parts.append(write(part, lift))
        except Unfit as unfit:
            raise unfit.under(f"[{len(parts)}]") from None
        return "[" + ",".join(parts) + "]"

    return sequence


class Plans:
    """The plan of every class that can be written, made on first use.

    `kinds` maps an entity's tag to its class, `versions` a tag to its present version.
    """

    def __init__(self, kinds: Mapping[str, type], versions: Mapping[str, int]) -> None:
        self._kinds = {kind: spell(tag, versions.get(tag, 1)) for tag, kind in kinds.items()}
        self._known = {tag: versions.get(tag, 1) for tag in kinds}
        self._places = {kind: tag for tag, kind in LOCATORS.items()}
        self._made: dict[Any, Write] = dict(SINGLE)

    def of(self, hint: Any) -> Write:
        """How values of an annotation are written; raises `TypeError` for one that has no plan."""
        if hint not in self._made:
            self._made[hint] = self._make(hint)
        return self._made[hint]

    def _make(self, hint: Any) -> Write:
        if hint is Any:  # the one field whose class the item decides
            return self._entity
        if get_origin(hint) is tuple:
            return several(self.of(get_args(hint)[0]))
        if attrs.has(hint):
            return self._record(hint)
        choices = set(get_args(hint))
        if NoneType in choices:
            return optional(self._choice(choices - {NoneType}))
        return self._choice(choices)

    def _choice(self, choices: set[Any]) -> Write:
        if len(choices) == 1:
            return self.of(choices.pop())
        if choices == {str, Withheld}:
            return words
        if choices and choices <= set(LOCATORS.values()):
            return self._locator
        raise TypeError(f"nothing says how {choices or 'this type'} is stored")

    def _locator(self, value: Any, lift: Lift) -> str:
        tag = self._places.get(type(value))
        if tag is None:
            raise Unfit("a locator", value)
        return f'{{"{tag}":{self.of(type(value))(value, lift)}}}'

    def _entity(self, value: Any, lift: Lift) -> str:
        if value is None:
            return "null"
        if type(value) is Opaque:
            if value.version <= self._known.get(value.kind, 0):
                raise Unfit(f"the class of kind {value.kind!r}, which is known here", value)
            return f'{{"{spell(value.kind, value.version)}":{opaque(value.fields, lift)}}}'
        tag = self._kinds.get(type(value))
        if tag is None:
            raise Unfit(f"an entity of a known kind ({', '.join(sorted(self._known))})", value)
        return f'{{"{tag}":{self.of(type(value))(value, lift)}}}'

    def _record(self, kind: type[attrs.AttrsInstance]) -> Write:
        hints = get_type_hints(kind)
        rows = [
            (field.name, field.default, f'"{field.name}":', self.of(hints[field.name]))
            for field in sorted(attrs.fields(kind), key=lambda field: field.name)
        ]

        def record(value: Any, lift: Lift) -> str:
            if type(value) is not kind:
                raise Unfit(f"a value of type {kind.__name__}", value)
            parts: list[str] = []
            for name, default, key, write in rows:
                part = getattr(value, name)
                if part is default or (type(part) is type(default) and part == default):
                    continue
                try:
                    parts.append(key + write(part, lift))
                except Unfit as unfit:
                    raise unfit.under(f".{name}") from None
            return "{" + ",".join(parts) + "}"

        return record
