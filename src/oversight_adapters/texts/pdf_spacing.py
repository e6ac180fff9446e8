"""Which lines of a PDF's page stand apart from the line before: paragraphs, which the text alone does not part."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types

from oversight_adapters.texts.pdf_columns import LINE_END, Line

_APART = 1.3  # of the usual distance between lines
_TOUCHING = 0.5  # of the size of the letters: nearer lines are parts of one, such as a mark of a note

Baseline = tuple[int, float, float]  # where a line starts in the text, how high it stands, the size of its letters


def lines_apart(page: pdfium.PdfTextPage, lines: Sequence[Line]) -> tuple[int, ...]:
    """The starts of the lines of a page, below the first, that stand further below the line before than is usual."""
    drops = [
        (start, above - height, size)
        for (_, above, _), (start, height, size) in pairwise(_baselines(page, lines))
        if above - height > _TOUCHING * size
    ]
    usual = Counter(round(drop * 2) / 2 for _, drop, size in drops if drop < 3 * size)
    if not usual:
        return ()
    # Of distances that are as usual the smallest: a list of single lines has no paragraphs to part.
    most = max(usual.values())
    leading = min(drop for drop, count in usual.items() if count == most)
    return tuple(start for start, drop, _ in drops if drop > _APART * leading)


def _baselines(page: pdfium.PdfTextPage, lines: Sequence[Line]) -> Iterator[Baseline]:
    x, y = ctypes.c_double(), ctypes.c_double()
    start = 0
    for place, line in lines:
        if words := line.lstrip():
            index = pdfium.raw.FPDFText_GetCharIndexFromTextIndex(page, place + len(line) - len(words))
            if index >= 0 and pdfium.raw.FPDFText_GetCharOrigin(page, index, x, y):
                yield start, y.value, pdfium.raw.FPDFText_GetFontSize(page, index) or 1.0
        start += len(line) + len(LINE_END)
