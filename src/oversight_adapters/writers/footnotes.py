"""Footnotes: the words behind a value, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from oversight_adapters.writers.safe import one_line
from oversight_core.ledger import Recorded, Registered
from oversight_core.ledger.described import value_of
from oversight_core.names import Withheld
from oversight_core.provenance import Cell, Element, Excerpt, Locator, Page, Pointer, TextSpan


def place(locator: Locator | None) -> str:
    """Where words stand, for people.

    >>> place(TextSpan(12, 20)), place(Cell("Open recs", 7, 2))
    ('characters 12 to 20', 'sheet Open recs, row 7, column 2')
    """
    match locator:
        case TextSpan(start, end):
            return f"characters {start} to {end}"
        case Page(number, start, end):
            return f"page {number}, characters {start} to {end}"
        case Cell(sheet, row, column):
            return f"{f'sheet {sheet}, ' if sheet else ''}row {row}, column {column}"
        case Element(path, start, end):
            return f"{path}, characters {start} to {end}"
        case Pointer(path):
            return f"at {path}"
        case None:
            return ""


def note(excerpt: Excerpt) -> str:
    """An excerpt as a sentence: its words and place, or what the value was computed from."""
    if excerpt.derived:
        parts = ", ".join(name.replace("_", " ") for name in excerpt.computed_from)
        return f"computed from {parts}" if parts else "derived; no words state it"
    source = f" of {excerpt.source}" if excerpt.source else ""
    words = str(excerpt.words) if isinstance(excerpt.words, Withheld) else f"“{one_line(excerpt.words)}”"
    return f"{words}, {place(excerpt.locator)}{source}"


def behind(field: str, value: Any, described: Iterable[Recorded]) -> Iterator[Excerpt]:
    """The excerpts that give this value of a field, in the descriptions that count."""
    for recorded in described:
        entry = recorded.entry
        if isinstance(entry, Registered) and value_of(entry.entity, field) == value:
            yield from (excerpt for excerpt in entry.excerpts if excerpt.field == field)


class Footnotes:
    """The notes of one document, numbered as they are first referred to; the same note keeps its number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def refer(self, notes: Iterable[str]) -> tuple[int, ...]:
        """The numbers of these notes."""
        return tuple(dict.fromkeys(self._numbers.setdefault(text, len(self._numbers) + 1) for text in notes))

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return ((number, text) for text, number in self._numbers.items())
