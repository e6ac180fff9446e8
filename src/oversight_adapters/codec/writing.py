"""Writing single values as canonical JSON.  Types are checked: what could not be read back equal is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from json import encoder
from typing import Any

from oversight_adapters.codec.errors import Unfit
from oversight_adapters.codec.plain import LARGEST, SIGN
from oversight_core.errors import UnparsableMoment
from oversight_core.moments import Moment
from oversight_core.names import Item, Withheld

Lift = list[str]
"""The words of one entry as JSON writes them, in the order in which its payload refers to them."""

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


_MINUTE = timedelta(minutes=1)


def instant(value: Any, lift: Lift) -> str:
    """An aware point in time, as RFC 3339 has it: its offset is in whole minutes, and ``Z`` where it is none."""
    if type(value) is not datetime:
        raise Unfit("an aware instant", value)
    if value.tzinfo is UTC:
        return f'"{value.replace(tzinfo=None).isoformat()}Z"'
    offset = value.utcoffset()
    if offset is None or offset % _MINUTE:
        raise Unfit("an aware instant, its offset in whole minutes", value)
    return f'"{value.isoformat()}"' if offset else f'"{value.isoformat()[:-6]}Z"'


def decimal(value: Any, lift: Lift) -> str:
    """A decimal number, as a text that keeps its digits."""
    if type(value) is not Decimal or not value.is_finite():
        raise Unfit("a finite decimal", value)
    return f'"{value}"'


def enumeration(kind: type[Enum]) -> Write:
    """A member of an enumeration, as its text; a plain text that equals it is none."""
    texts = {id(member): quote(member.value) for member in kind}  # by identity: their hashes may be those of texts

    def member(value: Any, lift: Lift) -> str:
        text = texts.get(id(value))
        if text is None:
            raise Unfit(f"a member of {kind.__name__}", value)
        return text

    return member


def item(value: Any, lift: Lift) -> str:
    """An item as it prints; it holds nothing that JSON escapes."""
    if type(value) is not Item:
        raise Unfit("an item", value)
    return f'"{value}"'


class _Signs(dict[int, str]):
    def __missing__(self, count: int) -> str:
        sign = f'{{"{SIGN}":{count - 1}}}'
        return self.setdefault(count, sign) if count < 64 else sign


SIGNS = _Signs()
"""The sign for the last of so many words."""


def words(value: Any, lift: Lift) -> str:
    """A sign for words, which are lifted out."""
    if type(value) is str:
        lift.append(quote(value))
        return SIGNS[len(lift)]
    if type(value) is Withheld:
        return f'{{"{SIGN}":{text(value.authority, lift)}}}'
    raise Unfit("words", value)


def words_in_place(value: Any, lift: Lift) -> str:
    """Words as they stand, or the sign that they were withheld."""
    return quote(value) if type(value) is str else words(value, lift)


@lru_cache(4096)
def prints_all(moment: Moment) -> bool:
    """Whether the printed form says all of a moment; a hand-made one may have bounds that its precision does not."""
    try:
        return moment.precision != "words" and moment.words == "" and Moment.parse(str(moment)) == moment
    except UnparsableMoment:
        return False


def moments(words: Write) -> Write:
    """The writer of moments whose own words, where they have some, are written so."""

    def moment(value: Any, lift: Lift) -> str:
        """A moment as it prints, where that says all of it; else its parts."""
        if type(value) is not Moment:
            raise Unfit("a moment", value)
        if value.precision == "day" and value.words == "" and value.earliest == value.latest:  # as prints_all, at once
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

    return moment


SINGLE: dict[type, Write] = {
    str: text,
    int: whole,
    bool: flag,
    date: day,
    datetime: instant,
    Decimal: decimal,
    Item: item,
}

INLINE: dict[Write, str] = {
    text: "quote(v) if type(v) is str else {write}(v, lift)",
    whole: "v if type(v) is int and -LARGEST <= v <= LARGEST else {write}(v, lift)",
    words: "SIGNS[lift.append(quote(v)) or len(lift)] if type(v) is str else {write}(v, lift)",  # append gives None
}
"""What saves the most frequent values a call: the same in an expression, of a value ``v``."""

NAMES = {"quote": quote, "LARGEST": LARGEST, "SIGNS": SIGNS}
"""What those expressions speak of."""
