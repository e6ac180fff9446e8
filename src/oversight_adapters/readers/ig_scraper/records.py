"""JSON to records: one object, a list of them, or one on each line; a `Pointer` leads to each value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from oversight_adapters.readers.inspectors_general.pieces import Piece, piece_at
from oversight_adapters.texts.json_values import SeveralValues, escaped, value_at, value_of, values_of_lines
from oversight_adapters.texts.plain import decode
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Locator, Pointer, Source
from oversight_core.reading import Text

_DEEPEST = 8


@attrs.frozen
class Records:
    """The places of structured data: its value, and the pointers of its records."""

    document: Any = attrs.field(repr=False)
    pointers: tuple[str, ...]
    bad_lines: tuple[tuple[int, str], ...] = ()

    def at(self, locator: Locator) -> str | None:
        """The words of a value; None where there is none, or something that has parts."""
        if not isinstance(locator, Pointer):
            return None
        try:
            return words_of(value_at(self.document, locator.path))
        except LookupError:
            return None

    def record(self, pointer: str) -> dict[str, Piece]:
        """Every plain value of a record by its path in it, such as ``pdf/page_count``."""
        return dict(_plain(value_at(self.document, pointer), pointer, "", 0))


def words_of(value: Any) -> str | None:
    """A plain value as words; None of what has parts, or is nothing."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()  # half of a surrogate pair is no character
    return None


def _plain(value: Any, pointer: str, path: str, depth: int) -> Iterator[tuple[str, Piece]]:
    parts: Iterator[tuple[str, Any]] = iter(())
    if isinstance(value, dict):
        parts = iter(value.items())
    elif isinstance(value, list):
        parts = ((str(number), part) for number, part in enumerate(value))
    elif (words := words_of(value)) is not None:
        yield path, piece_at(words, pointer)
    if depth < _DEEPEST:
        for key, part in parts:
            yield from _plain(part, f"{pointer}/{escaped(key)}", f"{path}/{key}" if path else key, depth + 1)


def records_text(source: Source) -> Text:
    """The text of JSON, whose `places` are `Records`.  Raises `UnreadableSource` for what is no JSON.

    >>> text = records_text(Source.of(b'[{"title": "Beds", "pdf": {"page_count": 12}}]'))
    >>> text.places.pointers, text.at(Pointer("/0/pdf/page_count"))
    (('/0',), '12')
    """
    text = decode(source)
    bad: tuple[tuple[int, str], ...] = ()
    try:
        document = value_of(text.content)
    except SeveralValues:
        lines = [value for _, value in values_of_lines(text.content)]
        bad = tuple((n, str(value)) for n, value in enumerate(lines) if isinstance(value, ValueError))
        document = [None if isinstance(value, ValueError) else value for value in lines]
    except ValueError as error:
        raise UnreadableSource(source.name or "the source", f"it is no sound JSON: {error}") from None
    pointers: tuple[str, ...] = ("",) if isinstance(document, dict) else ()
    if isinstance(document, list):
        pointers = tuple(f"/{n}" for n, value in enumerate(document) if isinstance(value, dict))
    return attrs.evolve(text, places=Records(document, pointers, bad))
