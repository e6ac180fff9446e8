"""Pieces: words that stand together, as a run of text, a value of structured data or an element of a page do."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from oversight_core.provenance import Locator, Pointer, TextSpan

Place = Callable[[int, int], Locator]
"""The locator of half-open code points of a piece."""


@attrs.frozen
class Piece:
    """Words, and where each part of them stands.

    >>> whole = piece_of("On June 26, 2018", 3, 16)
    >>> whole.words, whole.cut(0, 4).locator
    ('June 26, 2018', TextSpan(start=3, end=7))
    """

    words: str
    place: Place = attrs.field(repr=False)

    @property
    def locator(self) -> Locator:
        """Where all of it stands."""
        return self.place(0, len(self.words))

    def cut(self, start: int, end: int) -> Piece:
        """A part of it."""
        return Piece(self.words[start:end], lambda first, last: self.place(start + first, start + last))

    def stripped(self) -> Piece:
        """The same without blanks around it."""
        bare = self.words.strip()
        start = self.words.index(bare)
        return self if bare == self.words else self.cut(start, start + len(bare))


def piece_of(content: str, start: int, end: int) -> Piece:
    """A piece of running text."""
    return Piece(content[start:end], lambda first, last: TextSpan(start + first, start + last))


def piece_at(words: str, pointer: str) -> Piece:
    """A value of structured data, or a part of one: its pointer is the place of all of them."""
    return Piece(words, lambda first, last: Pointer(pointer))


def tabbed(content: str, folded: str) -> str:
    """A folded text in which tabs are still tabs, since they part the cells of a table.

    >>> tabbed("1\\tYes", "1 Yes")
    '1\\tYes'
    """
    if "\t" not in content:
        return folded
    return "".join("\t" if mark == "\t" else same for mark, same in zip(content, folded, strict=True))
