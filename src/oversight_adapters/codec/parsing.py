"""Parsing, strictly: no floats, no name twice, no number beyond 64 bits, and each text of the content used once."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any, NoReturn

import attrs

from oversight_adapters.codec import spelling
from oversight_adapters.codec.errors import Unfit
from oversight_adapters.codec.plain import LARGEST, SIGN, Lifted
from oversight_core.names import Withheld


def _refuse(text: str) -> NoReturn:
    raise Unfit("a whole number or a text", text)


def _whole(text: str) -> int:
    number = int(text) if len(text) <= 20 else LARGEST + 1  # hostile digits stay away from int()
    if not -LARGEST <= number <= LARGEST:
        raise Unfit("a whole number of 64 bits", text)
    return number


def _decimal(text: str) -> Decimal:
    try:
        return spelling.decimal(text)
    except ValueError:
        raise Unfit("a decimal number of some thousand digits at most", text) from None


def _decoder(pairs: Callable[[list[tuple[str, Any]]], Any], number: Callable[[str], Any] = _refuse) -> json.JSONDecoder:
    return json.JSONDecoder(object_pairs_hook=pairs, parse_float=number, parse_constant=_refuse, parse_int=_whole)


def _load(raw: bytes, decoder: json.JSONDecoder) -> Any:
    try:
        return decoder.decode(raw.decode())
    except UnicodeDecodeError as error:
        raise Unfit("UTF-8", raw[error.start : error.end]) from None
    except json.JSONDecodeError as error:
        raise Unfit(f"JSON ({error.msg} at character {error.pos})", raw[:40]) from None
    except RecursionError:
        raise Unfit("JSON of a sensible depth", raw[:40]) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, none of whose names comes twice."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise Unfit("every name once", sorted(name for name, _ in pairs))
    return made


def _object(find: Callable[[Any], Lifted], pairs: list[tuple[str, Any]]) -> Any:
    if len(pairs) == 1 and pairs[0][0] == SIGN:
        return find(pairs[0][1])
    return _once(pairs)


@attrs.define
class _Content:
    """The words of one entry while it is read; None says that they are disposed of, under an authority."""

    words: list[Any] | None
    authority: str
    used: set[int] = attrs.field(factory=set)

    def find(self, reference: Any) -> Lifted:
        if type(reference) is str:
            return Lifted(Withheld(reference))
        if self.words is None and type(reference) is int:
            return Lifted(Withheld(self.authority))
        known = len(self.words or ())
        if type(reference) is not int or reference in self.used or not 0 <= reference < known:
            raise Unfit(f"a sign for words {len(self.used)} of {known}", reference)
        self.used.add(reference)
        return Lifted((self.words or ())[reference])


_WITHOUT_SIGNS = _decoder(partial(_object, _Content([], "").find))
_CONTENT = _decoder(dict)
_VALUE = _decoder(_once, _decimal)


def load(payload: bytes, content: bytes | None, authority: str) -> Any:
    """Plain data of a payload, with `Lifted` words from its content in place; raises `Unfit`."""
    words = None if content is None else load_content(content)
    found = _Content(words, authority)
    signs = f'"{SIGN}"'.encode() in payload or b"\\u00" in payload  # the sign itself may be written as an escape
    plain = _load(payload, _decoder(partial(_object, found.find)) if signs else _WITHOUT_SIGNS)
    if words is not None and len(found.used) != len(words):
        raise Unfit(f"{len(found.used)} texts in the content", f"{len(words)} texts")
    return plain


def load_content(content: bytes) -> list[str]:
    """The words of an entry's content; raises `Unfit`."""
    words = _load(content, _CONTENT)
    if type(words) is not list or not all(type(text) is str for text in words):
        raise Unfit("a list of texts as content", words)
    return words


def load_value(raw: bytes) -> Any:
    """Plain data in which numbers that are not whole are decimals, to the last digit; raises `Unfit`."""
    return _load(raw, _VALUE)
