"""JSON as it is spelled: numbers keep their digits, keys that occur twice are known, what is no JSON has a sentence."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

_BLANKS = " \t\r\n"


class Number(str):
    """A number as it is spelled."""

    __slots__ = ()


class Repeating(dict[str, Any]):
    """An object in which keys occur twice, `twice`; the later value counts."""

    twice: tuple[str, ...] = ()


class SeveralValues(ValueError):
    """A second value follows the first, as in JSON Lines."""

    def __str__(self) -> str:
        return "a second value follows the first"


def value_of(content: str) -> Any:
    """The one value of a text.  Raises `ValueError`, in words that say where, and `SeveralValues`.

    >>> value_of('{"no": 1.10}')
    {'no': '1.10'}
    >>> value_of('[1, NaN]')
    Traceback (most recent call last):
    ...
    ValueError: NaN is no JSON value
    """
    start = len(content) - len(content.lstrip(_BLANKS))
    try:
        value, end = _DECODER.raw_decode(content, start)
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if "\n" in content else ""
        raise ValueError(f"{error.msg.removesuffix(' at')} at {line}column {error.colno}") from None
    except RecursionError:
        raise ValueError("its lists and objects are nested too deep") from None
    if content[end:].strip(_BLANKS):
        raise SeveralValues
    return value


def values_of_lines(content: str) -> Iterator[tuple[int, Any]]:
    """The number of each line that is not blank, and its value, or the `ValueError` that says why it is none."""
    for number, line in enumerate(content.split("\n"), 1):
        if line.strip(_BLANKS):
            try:
                yield number, value_of(line)
            except ValueError as error:
                yield number, error


def escaped(key: str) -> str:
    """A key as a part of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def value_at(document: Any, pointer: str) -> Any:
    """What a pointer leads to.  Raises `LookupError` where that is nothing.

    >>> value_at({"a/b": [3, 4]}, "/a~1b/1")
    4
    """
    root, *tokens = pointer.split("/")
    if root:
        raise LookupError(pointer)
    value = document
    for token in tokens:
        key = token.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict) and key in value:
            value = value[key]
        elif isinstance(value, list) and key.isascii() and key.isdigit() and len(key) < 10 and int(key) < len(value):
            value = value[int(key)]
        else:
            raise LookupError(pointer)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeating = Repeating(found)
    repeating.twice = tuple(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
    return repeating


def _refused(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON value")


_DECODER = json.JSONDecoder(parse_float=Number, parse_int=Number, parse_constant=_refused, object_pairs_hook=_object)
