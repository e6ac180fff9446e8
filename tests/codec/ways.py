"""The ways in which the same bytes are read: each must say the same of all of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any
from unittest.mock import patch

from oversight_adapters.codec import wire


def _never(raw: bytes) -> Any:
    raise ValueError("left to the strict reading")


def _parsers(make: Any) -> dict[str, Any]:
    return {"parse": make(), "parse_decimals": make(Decimal)}


WAYS: dict[str, dict[str, Any]] = {
    "by cattrs alone": {"FAST": False, "parse": _never, "parse_decimals": _never},
    "with the standard library": {"FAST": False, **_parsers(wire.plainly)},
}
if wire.FAST:
    WAYS["with msgspec"] = {"FAST": True, **_parsers(wire.quickly)}


@contextmanager
def read(way: str) -> Iterator[None]:
    """Read in this way; what was made of classes before, such as a `Values`, keeps its own."""
    with patch.multiple(wire, **WAYS[way]):
        yield
