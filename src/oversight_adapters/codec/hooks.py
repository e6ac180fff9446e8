"""How cattrs reads single values, strictly: no number is taken for a text, and no truth value for a number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any

from oversight_adapters.codec import spelling
from oversight_adapters.codec.errors import Unfit
from oversight_adapters.codec.plain import LARGEST, SIGN, Lifted
from oversight_core.moments import Moment
from oversight_core.names import Item, Withheld

Hook = Callable[[Any, Any], Any]
"""The value of plain data for an annotation; raises `Unfit`."""


def _text(value: Any, hint: Any) -> Any:
    if hint is not str:  # cattrs takes an enumeration of texts for a text
        return enumeration(hint)(value, hint)
    if type(value) is not str:
        raise Unfit("a text", value)
    return value


def _whole(value: Any, _: Any) -> int:
    if type(value) is not int or not -LARGEST <= value <= LARGEST:
        raise Unfit("a whole number", value)
    return value


def _flag(value: Any, _: Any) -> bool:
    if type(value) is not bool:
        raise Unfit("true or false", value)
    return value


def _decimal(value: Any, _: Any) -> Decimal:
    if type(value) is Decimal:
        return value
    return Decimal(_whole(value, _)) if type(value) is not str else _number(value, _)


def printed(parse: Callable[[str], Any], expected: str) -> Hook:
    """The hook of what is parsed from a text."""

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not str:
            raise Unfit(expected, value)
        try:
            return parse(value)
        except ValueError:
            raise Unfit(expected, value) from None

    return structure


@lru_cache(256)
def enumeration(kind: type[Enum]) -> Hook:
    """The hook of an enumeration of texts: exactly its members."""
    members = {member.value: member for member in kind}

    def structure(value: Any, _: Any) -> Any:
        member = members.get(value) if type(value) is str else None
        if member is None:
            raise Unfit(f"one of {', '.join(members)}", value)
        return member

    return structure


def apart(value: Any, _: Any) -> Any:
    """Words that stand apart from the payload."""
    if type(value) is not Lifted:
        raise Unfit("a sign for words", value)
    return value.words


def in_place(value: Any, _: Any) -> Any:
    """Words that stand where they belong, or the sign that they were withheld, and under which authority."""
    if type(value) is str:
        return value
    if type(value) is not dict or value.keys() != {SIGN} or type(value[SIGN]) is not str:
        raise Unfit("words", value)
    return Withheld(value[SIGN])


_number = printed(spelling.decimal, "a decimal number")

moment = printed(lru_cache(4096)(Moment.parse), "a moment")

SINGLE: dict[type, Hook] = {
    str: _text,
    int: _whole,
    bool: _flag,
    date: printed(lru_cache(4096)(spelling.day), "a day such as 2024-02-05"),
    datetime: printed(spelling.instant, "an instant such as 2024-02-05T10:00:00+00:00"),
    Decimal: _decimal,
    Item: printed(lru_cache(4096)(Item.parse), "an item"),
}
