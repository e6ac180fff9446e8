"""A PDF to running text: the text of each page as PDFium has it, with blank lines where lines stand apart and columns
one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from threading import Lock

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types

from oversight_adapters.texts.pages import Leaf, Pages
from oversight_adapters.texts.pdf_columns import LINE_END, Line, lines_in_order
from oversight_adapters.texts.pdf_hyphens import hyphens_of_compounds, hyphens_of_names
from oversight_adapters.texts.pdf_size import bomb
from oversight_adapters.texts.pdf_spacing import lines_apart
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Page, Source
from oversight_core.reading import Problem, Text

LARGEST = 256 * 1024 * 1024  # bytes; reports with photographs have some ten million
MOST_PAGES = 5_000
MOST_TEXT = 64 * 1024 * 1024  # code points

_NO_WORDS = re.compile(r"[\W_]*")
_STAMP = 60  # code points; so few on a scan are a stamp or a page number
_COVERED = 0.8  # of a page: a picture as large is a scan
_LIBRARY = Lock()  # PDFium is one for the whole program, and serves one caller at a time


def pdf_text(source: Source) -> Text:
    """The running text of a PDF, whose `places` are `Pages`.

    A page that shows something and has no text is a problem `needs-ocr`.  Raises `UnreadableSource` for a PDF that is
    encrypted, damaged or larger than may be.
    """
    name = source.name or "the source"
    if len(source.content) > LARGEST:
        raise UnreadableSource(name, f"{len(source.content):,} bytes are more than the {LARGEST:,} that a PDF may have")
    if much := bomb(source.content):
        raise UnreadableSource(name, much)
    with _LIBRARY:
        try:
            document = pdfium.PdfDocument(source.content)
        except pdfium.PdfiumError as error:
            raise UnreadableSource(name, _reason(str(error))) from None
        try:
            pages = _pages(document, name)
        finally:
            document.close()
    return Text(source, pages.content, places=pages)


def _reason(error: str) -> str:
    protected = "password" in error.lower() or "security" in error.lower()
    return "it is protected by a password; save it without one" if protected else "it is no PDF, or a damaged one"


def _pages(document: pdfium.PdfDocument, name: str) -> Pages:
    if len(document) > MOST_PAGES:
        raise UnreadableSource(name, f"it has {len(document):,} pages, more than the {MOST_PAGES:,} that may be")
    leaves: list[Leaf] = []
    pictures: list[Problem] = []
    left = MOST_TEXT
    for number in range(1, len(document) + 1):
        try:
            leaf, picture = _page(document, number)
        except pdfium.PdfiumError:
            raise UnreadableSource(name, f"its page {number} is damaged; print it to a new PDF") from None
        left -= len(leaf.text)
        if left < 0:
            raise UnreadableSource(name, f"it has more than the {MOST_TEXT:,} characters of text that may be")
        leaves.append(leaf)
        if picture:
            pictures.append(_unread(number))
    return Pages(hyphens_of_compounds(leaves), tuple(pictures))


def _page(document: pdfium.PdfDocument, number: int) -> tuple[Leaf, bool]:
    """The text of a page, and whether it is a picture whose words are not in it."""
    page = document[number - 1]
    try:
        letters = page.get_textpage()
        text = letters.get_text_range()
        lines = lines_in_order(letters, text)
        picture = len(text) < _STAMP and _is_picture(page, blank=_NO_WORDS.fullmatch(text) is not None)
        return _leaf(text, lines, lines_apart(letters, lines)), picture
    finally:
        page.close()


def _leaf(text: str, lines: Sequence[Line], apart: tuple[int, ...]) -> Leaf:
    """The text of a page with its lines in order; where that is another order, it is known how they are printed."""
    printed, ordered = hyphens_of_names(text), LINE_END.join(words for _, words in lines)
    if ordered == text:
        return Leaf(printed, apart)
    starts = accumulate((len(words) + len(LINE_END) for _, words in lines[:-1]), initial=0)
    origins = zip(starts, (place for place, _ in lines), strict=True)
    return Leaf(hyphens_of_names(ordered), apart, printed, tuple(origins))


def _is_picture(page: pdfium.PdfPage, *, blank: bool) -> bool:
    """Whether a page with few words or none is a picture: one drawn on at all if blank, else one that a scan covers."""
    if blank:
        return next(iter(page.get_objects(max_depth=1)), None) is not None
    width, height = page.get_size()
    for picture in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) >= _COVERED * width * height:
            return True
    return False


def _unread(number: int) -> Problem:
    message = f"page {number} is a picture without text; recognise its text (OCR) and read the PDF again"
    return Problem("needs-ocr", message, Page(number, 0, 0))
