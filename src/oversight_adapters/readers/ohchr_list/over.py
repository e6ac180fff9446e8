"""The paragraph over several recommendations: what it says of them, and their numbers where they count anew."""

from __future__ import annotations

import re

from oversight_adapters.readers.ohchr_list.leads import LEADS
from oversight_adapters.readers.ohchr_list.lines import Line
from oversight_adapters.readers.ohchr_list.page import Lead, Page
from oversight_adapters.readers.ohchr_list.phrases import BOOK
from oversight_adapters.texts.spans import Span

_LONGEST = 700
_FIGURES = re.compile(r"\d{1,3}")
_ABOUT = re.compile(r"recommend", re.IGNORECASE)
_MAY_LEAD = re.compile(
    r":$|\b(?:below|following|these|those|above)\b|recommendations?\b[^.]{0,80}\b(?:will|have|do|did|enjoy)\b",
    re.IGNORECASE,
)
"""What every row asks for in some way, and most paragraphs of a report have not."""
_CLOSING = re.compile(r"\d{1,3}\.\s{1,9}all\sconclusions\b", re.IGNORECASE)
_LISTS = re.compile(r":$|\bbelow\b|\bfollowing\b", re.IGNORECASE)
_ANSWERS = frozenset(
    ("above-supported", "examined", "for-consideration", "response-later", "responses-by", "will-examine")
)
_BACK = re.compile(r"\b(?:these|those|above)\b", re.IGNORECASE)


class Over:
    """The paragraph that is read, and the last one over a list; mutable, used for one text."""

    def __init__(self, folded: str, page: Page) -> None:
        self._folded, self._page = folded, page
        self._open: Span | None = None  # a paragraph that may be over several recommendations
        self._number, self._item = 0, 0
        self._items = False  # whether recommendations are counted 1, 2, 3 under the paragraph
        self._silent = False  # whether it speaks of no recommendations
        self.lead: Lead | None = None

    @property
    def is_open(self) -> bool:
        """Whether lines are still part of the paragraph."""
        return self._open is not None

    @property
    def item(self) -> str:
        """The number of the last recommendation that was counted: *69.1* for the first under 69."""
        return f"{self._number}.{self._item}"

    def begin(self, line: Line) -> None:
        """A paragraph begins."""
        self.close()
        self._open = (line.start, line.end)

    def go_on(self, line: Line) -> None:
        """A line of the paragraph."""
        assert self._open is not None
        self._open = (self._open[0], line.end)
        if line.end - self._open[0] > _LONGEST:
            self.close()

    def close(self) -> None:
        """Decide whether the paragraph is over the recommendations below it."""
        if self._open is None:
            return
        span, self._open = self._open, None
        words = self._folded[slice(*span)]
        rows = (phrase.name for phrase in LEADS if BOOK.search(phrase.name, self._folded, *span))
        row = next(rows, "") if _MAY_LEAD.search(words) else ""
        self._number, self._item = self.figure(span[0]), 0
        self._silent = not row and _ABOUT.search(words) is None
        self._items = not self._silent and not _CLOSING.match(words) and _LISTS.search(words) is not None
        if row in _ANSWERS and _is_back(words):
            self._page.answers[self._number - 1] = (row, span)
        if row:
            self.lead = (row, span)
        (self._page.leads if row else self._page.strays).append(span)

    def is_item(self, line: Line) -> bool:
        """Whether a line is the next of the recommendations under the paragraph; then it is counted.

        One number may have been misprinted.
        """
        self.close()
        figure = self.figure(line.start)
        left_out = figure - self._item - 1
        if not self._items or left_out not in (0, 1) or (left_out and figure in (2, self._number + 1)):
            return False
        self._item = figure
        return True

    @property
    def lead_of_items(self) -> Lead | None:
        """The paragraph itself, where it says something of the recommendations that are counted under it."""
        return self.lead if self.lead and self.figure(self.lead[1][0]) == self._number else None

    def may_follow(self, line: Line) -> bool:
        """Whether a number may begin a paragraph or a recommendation here: the next one, where one is being read."""
        figure = self.figure(line.start)
        if self._open is not None:
            return figure in (1, self.figure(self._open[0]) + 1)
        return self._folded.startswith(f"{figure}.", line.start) or self.expects(line)

    def expects(self, line: Line) -> bool:
        """Whether a line has the next number, and no more."""
        return self._items and self.figure(line.start) == self._item + 1

    def is_next(self, line: Line) -> bool:
        """Whether a line begins the paragraph after the last one."""
        return self.figure(line.start) == self._number + 1

    def leads(self, line: Line) -> bool:
        """Whether the number of a line is of the paragraph: 157.3 of 157."""
        return self.lead is not None and self.figure(line.start) == self.figure(self.lead[1][0])

    def excludes(self, line: Line) -> bool:
        """Whether the number of a line is of a paragraph that speaks of no recommendations, but of comments, say."""
        return self._silent and self.figure(line.start) == self._number

    def figure(self, at: int) -> int:
        """The figures that stand at a place; -1 where none do."""
        found = _FIGURES.match(self._folded, at)
        return int(found[0]) if found else -1


def _is_back(words: str) -> bool:
    """Whether a paragraph speaks of the list over it and not of one below it.

    >>> _is_back("83. The response of Cyprus to these recommendations will be included in the outcome report.")
    True
    """
    return _BACK.search(words) is not None and _LISTS.search(words) is None
