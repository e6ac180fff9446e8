"""Plain data: what JSON can hold without floats, with the words of an entry lifted out of it.

Words lie in the *content* of an entry, a list of texts apart from its payload.  In the payload ``{"@": 2}`` stands for
the third of them and ``{"@": "authority"}`` for words that were withheld before the entry was written.  No field is
called ``@``, so neither can be mistaken for anything else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from oversight_core.ledger.described import Strange
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

    def __str__(self) -> str:
        return ", ".join(f"{name}: {_said(value)}" for name, value in self.pairs)


@attrs.frozen
class Opaque(Strange):
    """An entity of a kind that nobody here knows: kept exactly, so that it can be written again.

    Lists are tuples in it, objects `Fields`, and words `Lifted`.
    """

    kind: str
    fields: Fields
    version: int = 1

    def held(self) -> dict[str, Any]:
        """The values by name, words as they stand; what is at its default was never written."""
        return {name: _told(value) for name, value in self.fields.pairs}

    def overlaid(self, later: Opaque, names: Iterable[str]) -> Opaque:
        """The same, with these fields as a later description has them; one of another kind or version replaces it."""
        if (later.kind, later.version) != (self.kind, self.version):
            return later
        named, theirs = set(names), dict(later.fields.pairs)
        kept = {name: value for name, value in self.fields.pairs if name not in named}
        taken = {name: value for name, value in theirs.items() if name in named}
        return Opaque(self.kind, Fields(tuple(sorted((kept | taken).items()))), self.version)


def _said(value: Any) -> str:
    return "; ".join(map(_said, value)) if type(value) is tuple else str(_told(value))


def _told(value: Any) -> Any:
    """A part of an entity of unknown kind, its words where they belong."""
    if type(value) is Lifted:
        return value.words
    return tuple(map(_told, value)) if type(value) is tuple else value


def freeze(plain: Any) -> Any:
    """Plain data as a frozen value."""
    if type(plain) is dict:
        return Fields(tuple(sorted((name, freeze(value)) for name, value in plain.items())))
    return tuple(map(freeze, plain)) if type(plain) is list else plain
