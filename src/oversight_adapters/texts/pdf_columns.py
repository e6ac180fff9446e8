"""Columns of prose on a page of a PDF that was written line by line across them: each is read by itself.

PDFium joins what stands on one height with a blank of its own.  Where such blanks stand above each other, and what is
on both sides of them goes on from line to line, they are the gap between two columns; in a table each row begins anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types

LINE_END = "\r\n"
Line = tuple[int, str]
"""Where a line starts in PDFium's text of the page, and its words."""

_GAP = 1.2  # of the size of the letters: what lies further apart is no word's distance
_FEWEST = 3  # lines across both columns
_NARROWEST = 20  # letters in the mean: what is narrower is a column of a table
_GOES_ON = 0.25  # of the lines of a column of prose, at least, begin within a sentence
_ALIGNED = 3.0  # points


@attrs.frozen
class _Parted:
    """A line on both sides of a gap: what stands left and right, and from where to where the gap reaches."""

    left: Line
    right: Line
    gap: tuple[float, float]


def lines_in_order(page: pdfium.PdfTextPage, text: str) -> list[Line]:
    """The lines of a page's text, those of two columns one column after the other."""
    lines = [*_lines(text)]
    parted = [_parted(page, line) for line in lines]
    out: list[Line] = []
    n = 0
    while n < len(lines):
        n, ordered = _columns(page, lines, parted, n) if parted[n] else (n + 1, [lines[n]])
        out += ordered
    return out


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for words in text.split(LINE_END):
        yield start, words
        start += len(words) + len(LINE_END)


def _parted(page: pdfium.PdfTextPage, line: Line) -> _Parted | None:
    """A line at its only wide gap; None where it has none, or several, as rows of tables have."""
    start, words = line
    found: _Parted | None = None
    at = words.find(" ")
    while at > 0:
        if gap := _gap(page, start + at):
            if found:
                return None
            found = _Parted((start, words[:at]), (start + at + 1, words[at + 1 :]), gap)
        at = words.find(" ", at + 1)
    return found


def _gap(page: pdfium.PdfTextPage, place: int) -> tuple[float, float] | None:
    """From where to where a blank reaches that PDFium put in itself, if that is far."""
    index = pdfium.raw.FPDFText_GetCharIndexFromTextIndex(page, place)
    if not 0 < index < page.count_chars() - 1 or pdfium.raw.FPDFText_IsGenerated(page, index) != 1:
        return None
    left, right = page.get_charbox(index - 1)[2], page.get_charbox(index + 1)[0]
    size = pdfium.raw.FPDFText_GetFontSize(page, index + 1) or 1.0
    return (left, right) if right - left > _GAP * size else None


def _columns(
    page: pdfium.PdfTextPage, lines: Sequence[Line], parted: Sequence[_Parted | None], first: int
) -> tuple[int, list[Line]]:
    """The line behind two columns that begin at a line, and their lines: in order, or as they are if it is no prose."""
    left: list[Line] = []
    right: list[Line] = []
    low, high = float("-inf"), float("inf")
    edge = _extent(page, lines[first])[0]
    across, n = 0, first
    while n < len(lines):
        if one := parted[n]:
            if min(high, one.gap[1]) <= max(low, one.gap[0]):
                break
            low, high = max(low, one.gap[0]), min(high, one.gap[1])
            left.append(one.left)
            right.append(one.right)
            across += 1
        elif lines[n][1].strip():
            begin, end = _extent(page, lines[n])
            if begin >= low and begin > edge + _ALIGNED:
                right.append(lines[n])
            elif end <= high and abs(begin - edge) < _ALIGNED:
                left.append(lines[n])
            else:
                break
        n += 1
    prose = across >= _FEWEST and _is_prose(left) and _is_prose(right)
    return n, left + right if prose else [*lines[first:n]]


def _extent(page: pdfium.PdfTextPage, line: Line) -> tuple[float, float]:
    """From where to where a line reaches on the page."""
    start, words = line
    begin, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip()) - 1
    index = pdfium.raw.FPDFText_GetCharIndexFromTextIndex
    first, last = index(page, begin), index(page, end)
    if min(first, last) < 0:  # PDFium does not say
        return float("-inf"), float("inf")
    return page.get_charbox(first)[0], page.get_charbox(last)[2]


def _is_prose(column: Sequence[Line]) -> bool:
    words = [said.strip() for _, said in column if said.strip()]
    if len(words) < _FEWEST or sum(map(len, words)) < _NARROWEST * len(words):
        return False
    return sum(not said[0].isupper() for said in words[1:]) >= _GOES_ON * len(words)
