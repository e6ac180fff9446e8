"""The items of a list below a recommendation: topics, goals or groups, each in one line or several."""

from __future__ import annotations

import re

from oversight_adapters.texts.spans import Span

_SENTENCE = re.compile(r"[.;!?]$")


class Listed:
    """The list that the next line may go on with, if any."""

    def __init__(self, folded: str) -> None:
        self._folded = folded
        self._items: list[Span] | None = None
        self._joins: list[Span] = []  # where the lines of its last item part: the end of one, the start of the next

    def __bool__(self) -> bool:
        return bool(self._items)

    def add(self, items: list[Span], start: int, end: int) -> None:
        """An item of a list, to which the next line may belong."""
        items.append((start, end))
        self._items, self._joins = items, []

    def close(self) -> None:
        """Nothing more belongs to the list."""
        self._items = None

    def is_over(self, span: Span) -> bool:
        """Whether words are a comment and no rest of an item."""
        words = self._folded[slice(*span)]
        return words[:1].isupper() and len(words.split()) > 5 and self.is_sentence(span)

    def is_sentence(self, span: Span) -> bool:
        """Whether words are more than an item: no item ends in a stop."""
        return _SENTENCE.search(self._folded, *span) is not None

    def go_on(self, span: Span) -> Span | None:
        """A line that goes on with the last item, or with a comment that began in a line before: then that comment."""
        assert self._items is not None
        start, end = self._items[-1]
        self._joins.append((end, span[0]))
        self._items[-1] = (start, span[1])
        if not self.is_sentence(span):
            return None
        capital = next((at for at in reversed(self._joins) if self._folded[at[1]].isupper()), None)
        if capital is None:
            return None
        self._items[-1] = (start, capital[0])
        return capital[1], span[1]
