"""Bytes to plain data at a glance: with msgspec where it is installed, else with the standard library.

It gives what the strict reading would give, or raises some exception, which decides nothing.  A parser in C keeps the
last of several equal names without a word, and each forgives something of its own.  So msgspec's word is taken only
for bytes that it would write itself; what the standard library parses is gone through name by name.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import Any, NoReturn

msgspec: Any = None
with suppress(ImportError):
    import msgspec

FAST = msgspec is not None
"""Whether the accelerator is installed (the extra `fast`)."""

Parse = Callable[[bytes], Any]


def _refuse(text: str) -> NoReturn:
    raise ValueError(text)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError(pairs)
    return made


def plainly(number: Callable[[str], Any] = _refuse) -> Parse:
    """A parser of the standard library; `number` makes something of numbers that are not whole."""
    decoder: Any = json.JSONDecoder(object_pairs_hook=_once, parse_float=number, parse_constant=_refuse)
    scan = decoder.scan_once  # in C where there is C

    def parse(raw: bytes) -> Any:
        text = raw.decode()
        plain, end = scan(text, 0)
        if end != len(text):
            raise ValueError(text[end:])
        return plain

    return parse


def quickly(number: Callable[[str], Any] = _refuse) -> Parse:
    """A parser that msgspec helps, of the bytes that msgspec writes."""
    decode = msgspec.json.Decoder(float_hook=number).decode
    encode = msgspec.json.Encoder(decimal_format="number").encode

    def parse(raw: bytes) -> Any:
        plain = decode(raw)
        if encode(plain) != raw:
            raise ValueError(raw)
        return plain

    return parse


make = quickly if FAST else plainly
parse = make()
"""Plain data without floats."""

parse_decimals = make(Decimal)
"""Plain data in which numbers that are not whole are decimals."""


def texts(raw: bytes) -> list[str]:
    """A list of texts; raises some exception for anything else."""
    found: list[str] = parse(raw)
    if type(found) is not list or not {*map(type, found)} <= {str}:
        raise ValueError(raw)
    return found
