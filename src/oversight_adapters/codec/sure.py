"""What a glance can be sure of: single values that are as they were written.

These only ever say yes.  Whatever they are not made for, or is not as it should be, raises `Doubt` or any other
exception, and the strict reading through cattrs decides and explains.  So they may be narrow, but never wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from oversight_adapters.codec import spelling
from oversight_adapters.codec.plain import LARGEST, SIGN
from oversight_core.moments import Moment
from oversight_core.names import Item, Withheld


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

    def __call__(self, value: Any, texts: Texts) -> Any:
        """As other readers are called."""
        return self[value]


class Gone(Texts):
    """The words of an entry whose content was disposed of."""

    def __init__(self, authority: str) -> None:
        super().__init__()
        self._authority = authority

    def pop(self, sign: int) -> Withheld:  # type: ignore[override]  # there is no default to give
        """The same for every sign."""
        return Withheld(self._authority)


def text(value: Any, texts: Texts) -> str:
    """A text."""
    if type(value) is not str:
        raise Doubt
    return value


def whole(value: Any, texts: Texts) -> int:
    """A whole number of 64 bits."""
    if type(value) is not int or not -LARGEST <= value <= LARGEST:
        raise Doubt
    return value


def flag(value: Any, texts: Texts) -> bool:
    """True or false."""
    if type(value) is not bool:
        raise Doubt
    return value


def decimal(value: Any, texts: Texts) -> Decimal:
    """A decimal, from a text or a number."""
    if type(value) is str:
        return spelling.decimal(value)
    return value if type(value) is Decimal else Decimal(whole(value, texts))


def instant(value: Any, texts: Texts) -> datetime:
    """An aware point in time."""
    return spelling.instant(value)


def words(value: Any, texts: Texts) -> Any:
    """Words that stand apart, or what is said of those that were withheld before the entry was written."""
    sign = value[SIGN]
    if len(value) > 1:
        raise Doubt
    if type(sign) is str:
        return Withheld(sign)
    return texts.pop(whole(sign, texts))


def words_in_place(value: Any, texts: Texts) -> Any:
    """Words as they stand, or what is said of those that were withheld."""
    if type(value) is str:
        return value
    return Withheld(text(words(value, texts).authority, texts))


ITEMS, DAYS, MOMENTS = Memory(Item.parse), Memory(spelling.day), Memory(Moment.parse)

SINGLE: dict[type, Read] = {
    str: text,
    int: whole,
    bool: flag,
    date: DAYS,
    datetime: instant,
    Decimal: decimal,
    Item: ITEMS,
}

INLINE: dict[Read, str] = {
    text: "v if type(v) is str else {read}(v, texts)",
    whole: "v if type(v) is int and -LARGEST <= v <= LARGEST else {read}(v, texts)",
    flag: "v if type(v) is bool else {read}(v, texts)",
    words: f'texts.pop(sign) if len(v) == 1 and type(sign := v["{SIGN}"]) is int else {{read}}(v, texts)',
    words_in_place: "v if type(v) is str else {read}(v, texts)",
}
"""What saves the most frequent values a call: the same in an expression, of plain data ``v``."""

NAMES = {"Doubt": Doubt, "LARGEST": LARGEST}
"""What those expressions speak of."""
