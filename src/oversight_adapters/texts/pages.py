"""The places of a document of pages: running text, in which paragraphs are parted, leads back to each page's own."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

import attrs

from oversight_core.provenance import Locator, Page, TextSpan
from oversight_core.reading import Problem

_BLANK = "\r\n"  # ends a line once more


@attrs.frozen
class Leaf:
    """The text of one page, and the starts of the lines above which space parts them from the line before.

    Where its lines are not in the order in which they are `printed`, `origins` says where each stands there.
    """

    text: str = attrs.field(repr=False)
    apart: tuple[int, ...] = ()
    printed: str = attrs.field(default="", repr=False)
    origins: tuple[tuple[int, int], ...] = ()  # for each line: where it starts in the text, and in the printed one
    _blanks: tuple[int, ...] = attrs.field(init=False, repr=False, eq=False)  # where blank lines begin

    def __attrs_post_init__(self) -> None:
        blanks = tuple(start + len(_BLANK) * n for n, start in enumerate(self.apart))
        object.__setattr__(self, "_blanks", blanks)

    def parted(self) -> str:
        """The text with a blank line where lines stand apart.

        >>> Leaf("Background\\r\\nIn May", (12,)).parted()
        'Background\\r\\n\\r\\nIn May'
        """
        starts = (0, *self.apart)
        return _BLANK.join(self.text[start:end] for start, end in zip(starts, (*self.apart, None), strict=True))

    def own(self, place: int) -> int:
        """A place in the parted text, in the page's own.

        >>> leaf = Leaf("Background\\r\\nIn May", (12,))
        >>> leaf.own(5), leaf.own(13), leaf.own(14), leaf.own(15)
        (5, 12, 12, 13)
        """
        before = bisect_right(self._blanks, place)
        return max(place - len(_BLANK) * before, self.apart[before - 1]) if before else place

    def as_printed(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a span of the text stands in one piece as it is printed; None where it stands in several.

        >>> leaf = Leaf("a\\r\\nb\\r\\nc\\r\\nd", printed="a c\\r\\nb d", origins=((0, 0), (3, 5), (6, 2), (9, 7)))
        >>> leaf.as_printed(6, 7), leaf.as_printed(0, 4)
        ((2, 3), None)
        """
        if not self.origins:
            return start, end
        line, origin = self.origins[bisect_right(self.origins, (start, len(self.printed))) - 1]
        at = origin + start - line
        return (at, at + end - start) if self.printed.startswith(self.text[start:end], at) else None


@attrs.frozen
class Pages:
    """The places of pages, and what could not be read of them; form feeds stand between them in the running text.

    >>> pages = Pages((Leaf("Four of five"), Leaf("concurred")))
    >>> pages.locator(13, 22), pages.at(Page(2, 0, 9)), pages.locator(8, 22)
    (Page(number=2, start=0, end=9), 'concurred', TextSpan(start=8, end=22))
    """

    leaves: tuple[Leaf, ...] = attrs.field(repr=False)
    problems: tuple[Problem, ...] = ()
    content: str = attrs.field(init=False, repr=False, eq=False)
    _starts: tuple[int, ...] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        parted = [leaf.parted() for leaf in self.leaves]
        object.__setattr__(self, "content", "\f".join(parted))
        object.__setattr__(self, "_starts", tuple(accumulate((len(text) + 1 for text in parted), initial=0)))

    def locator(self, start: int, end: int) -> Page | TextSpan:
        """Where a span of the running text stands: on its page, or from one page to another."""
        page = bisect_right(self._starts, start)
        if not 0 < page <= len(self.leaves) or end >= self._starts[page]:
            return TextSpan(start, end)
        left, leaf = self._starts[page - 1], self.leaves[page - 1]
        place = leaf.as_printed(leaf.own(start - left), leaf.own(end - left))
        return Page(page, *place) if place else TextSpan(start, end)

    def printed(self, start: int, end: int, words: str) -> tuple[Page | TextSpan, str]:
        """Where the words of a span of the running text stand, and how they are printed there."""
        locator = self.locator(start, end)
        return locator, self.at(locator) or words

    def at(self, locator: Locator) -> str | None:
        """The words that stand at a place; None where there is no such place."""
        if not isinstance(locator, Page) or not 0 < locator.number <= len(self.leaves):
            return None
        words = self.leaves[locator.number - 1].printed or self.leaves[locator.number - 1].text
        return words[locator.start : locator.end] if 0 <= locator.start < locator.end <= len(words) else None
