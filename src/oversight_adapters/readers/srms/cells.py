"""One column of a sheet, read word by word: equal words are read once, and what gives no value is counted."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any

import attrs

from oversight_adapters.readers.srms.columns import BOOK
from oversight_adapters.readers.table_columns import Column
from oversight_adapters.readers.words.agency_words import LONGEST_CATEGORY, is_redacted


class Empty(Enum):
    """What a cell holds that gives no value."""

    NOTHING = auto()  # blanks, or a no that says nothing
    REDACTED = auto()  # the mark of an exemption
    ACCOUNT = auto()  # free words, where a category is wanted
    UNREAD = auto()  # words that are no such thing


@attrs.define
class CellReader:
    """Reads the cells of one column; mutable, used for one sheet."""

    column: Column
    number: int
    counts: dict[Empty, int] = attrs.Factory(lambda: dict.fromkeys(Empty, 0))
    _known: dict[str, Any] = attrs.Factory(dict)

    @property
    def phrase(self) -> str:
        """How excerpts of it name its row."""
        return BOOK.phrase(self.column)

    def value(self, words: str) -> Any:
        """The value of words, or an `Empty`, which is counted."""
        known = self._known
        value = known[words] if words in known else known.setdefault(words, self._read(words))
        if type(value) is Empty:
            self.counts[value] += 1
        return value

    def _read(self, words: str) -> Any:
        if not words.strip():
            return Empty.NOTHING
        if is_redacted(words):
            return Empty.REDACTED
        try:
            value = self.column.read(words)
        except ValueError:
            return Empty.ACCOUNT if len(words) > LONGEST_CATEGORY else Empty.UNREAD
        return Empty.NOTHING if value is None else value
