"""Which lines of a PDF's page stand apart from the line before: paragraphs, which the text alone does not part."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types

from oversight_adapters.texts.pdf_columns import LINE_END, Line

_APART = 1.3  # of the usual distance between lines
_TOUCHING = 0.5  # of the size of the letters: nearer lines are parts of one, such as a mark of a note
_SHORT = 0.75  # of the longest line: a line that ends sooner may end a block
_STOPS = (".", ":", ";", "!", "?", '."', ".”", ".)")


@attrs.frozen
class _Set:
    """A line as it is set: where it starts in the text, its words, how high it begins and ends, its letters' size.

    It ends lower than it begins where PDFium has joined two lines at a hyphen.
    """

    start: int
    words: str
    top: float
    bottom: float
    size: float


def lines_apart(page: pdfium.PdfTextPage, lines: Sequence[Line]) -> tuple[int, ...]:
    """The starts of the lines of a page, below the first, that stand further below the line before than is usual.

    Where most lines are single ones, with a blank line between them, that is usual too: then those stand apart that
    also read as if they began a block.
    """
    pairs = [
        (above.bottom - line.top, above, line)
        for above, line in pairwise(_lines_set(page, lines))
        if above.bottom - line.top > _TOUCHING * line.size
    ]
    usual = Counter(round(drop * 2) / 2 for drop, _, line in pairs if drop < 3 * line.size)
    if not usual:
        return ()
    # Of distances that are as usual the smallest: a list of single lines has no paragraphs to part.
    most = max(usual.values())
    leading = min(drop for drop, count in usual.items() if count == most)
    least = min((drop for drop, count in usual.items() if count > 1), default=leading)
    longest = max(len(line.words) for _, _, line in pairs)
    return tuple(
        line.start
        for drop, above, line in pairs
        if drop > _APART * leading or (drop > _APART * least and _ends_block(above.words, line.words, longest))
    )


def _ends_block(above: str, below: str, longest: int) -> bool:
    """Whether a block ends between two lines, going by their words alone."""
    if above.endswith(_STOPS):
        return True
    return len(above) < _SHORT * longest and not below[:1].islower()


def _lines_set(page: pdfium.PdfTextPage, lines: Sequence[Line]) -> Iterator[_Set]:
    start = 0
    for place, line in lines:
        if words := line.strip():
            first = place + len(line) - len(line.lstrip())
            top, size = _height(page, first)
            bottom, _ = _height(page, first + len(words) - 1)
            if top is not None and bottom is not None:
                yield _Set(start, words, top, min(top, bottom), size)
        start += len(line) + len(LINE_END)


def _height(page: pdfium.PdfTextPage, place: int) -> tuple[float | None, float]:
    """How high a letter of PDFium's text stands on the page, and its size."""
    x, y = ctypes.c_double(), ctypes.c_double()
    index = pdfium.raw.FPDFText_GetCharIndexFromTextIndex(page, place)
    if index < 0 or not pdfium.raw.FPDFText_GetCharOrigin(page, index, x, y):
        return None, 1.0
    return y.value, pdfium.raw.FPDFText_GetFontSize(page, index) or 1.0
