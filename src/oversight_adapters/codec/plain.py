"""Plain data: what JSON can hold without floats, with the words of an entry lifted out of it.

Words lie in the *content* of an entry, a list of texts apart from its payload.  In the payload ``{"@": 2}`` stands for
the third of them and ``{"@": "authority"}`` for words that were withheld before the entry was written.  No field is
called ``@``, so neither can be mistaken for anything else.
"""

from __future__ import annotations

from typing import Any

import attrs

from oversight_core.names import CONTENT, Words

SIGN = "@"

LARGEST = 2**63 - 1
"""The largest whole number that every store and every reader of JSON can be asked to hold."""


@attrs.frozen
class Lifted:
    """Words found through a sign; only a field that is meant for words takes them."""

    words: Words = attrs.field(metadata=CONTENT)


@attrs.frozen
class Fields:
    """The named values of an object of unknown kind, sorted by name."""

    pairs: tuple[tuple[str, Any], ...]


@attrs.frozen
class Opaque:
    """An entity of a kind that nobody here knows: kept exactly, so that it can be written again.

    Lists are tuples in it, objects `Fields`, and words `Lifted`.
    """

    kind: str
    fields: Fields
    version: int = 1


def freeze(plain: Any) -> Any:
    """Plain data as a frozen value."""
    if type(plain) is dict:
        return Fields(tuple(sorted((name, freeze(value)) for name, value in plain.items())))
    return tuple(map(freeze, plain)) if type(plain) is list else plain
