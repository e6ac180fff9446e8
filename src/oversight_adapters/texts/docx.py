"""A Word document to running text: its paragraphs and the rows of its tables, one a line, in their order.

Text boxes stand behind the paragraph that they hang on, notes at the end.  What a tracked change takes out is no text,
and what it puts in is.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs
from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from oversight_adapters.texts.archive import open_archive
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Source
from oversight_core.reading import Text

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same again, for old programs
_PARAGRAPH, _TABLE, _ROW, _CELL, _BOX, _WORDS = (_WORD + name for name in ("p", "tbl", "tr", "tc", "txbxContent", "t"))
_UNSEEN = frozenset((_FALLBACK, *(_WORD + name for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "sectPr"))))
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_MARKS = {_WORD + name: sign for name, sign in _SIGNS.items()}
_LOOK = f"{_WORD}rPr/{_WORD}vanish"  # hidden
_SHOWN = ("0", "false", "off")
_NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
_BLANKS_OF = 20  # one blank paragraph of so many, and the blank ones part the others


@attrs.frozen
class _Line:
    """A paragraph, or a row of a table."""

    words: str
    row: bool = False


def docx_text(source: Source) -> Text:
    """The running text of a Word document (.docx).

    A blank line stands between paragraphs unless blank paragraphs do.  What the first page has for a header stands over
    all, once; footers are left out, and so are numbers that Word counts itself.  Raises `UnreadableSource` where it is
    damaged, protected or larger than `open_archive` allows.
    """
    name = source.name or "the source"
    with open_archive(source.content, name, kind="Word document"):
        try:
            lines = list(_document(source.content))
        # a damaged part leads python-docx and lxml into errors of any kind
        except Exception as error:
            why = f"it is a damaged Word document, or none ({type(error).__name__}); save it again as .docx"
            raise UnreadableSource(name, why) from error
    return Text(source, _joined(lines))


def _document(content: bytes) -> Iterator[_Line]:
    document = Document(io.BytesIO(content))
    yield from (line for line in _header(document) if line.words.strip())
    yield from _lines(document.element.body)
    for relation in document.part.rels.values():
        if relation.reltype in _NOTES:
            notes = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
            yield from (line for line in _lines(notes) if line.words.strip())


def _header(document: WordDocument) -> Iterator[_Line]:
    """The header of the first page."""
    first = document.sections[0] if len(document.sections) else None
    if first is not None:
        own = first.different_first_page_header_footer
        header = first.first_page_header if own else first.header
        if not header.is_linked_to_previous:
            yield from _lines(header._element)


def _lines(parts: Iterable[etree._Element]) -> Iterator[_Line]:
    """The lines of a body, a cell, a box, or of what wraps some of their parts."""
    for part in parts:
        if part.tag == _PARAGRAPH:
            yield _Line("".join(_words(part)))
            for box in _boxes(part):
                yield from _lines(box)
        elif part.tag == _TABLE:
            yield from (_Line(_row(row), row=True) for row in part.iter(_ROW) if _table_of(row) is part)
        elif part.tag not in _UNSEEN:
            yield from _lines(part)


def _words(part: etree._Element) -> Iterator[str]:
    for inner in part:
        if inner.tag == _WORDS:
            yield inner.text or ""
        elif inner.tag in _MARKS:
            yield _MARKS[inner.tag]
        elif inner.tag != _BOX and inner.tag not in _UNSEEN and not _is_hidden(inner):
            yield from _words(inner)


def _is_hidden(run: etree._Element) -> bool:
    hidden = run.find(_LOOK)
    return hidden is not None and hidden.get(_WORD + "val") not in _SHOWN


def _boxes(part: etree._Element) -> Iterator[etree._Element]:
    for inner in part:
        if inner.tag == _BOX:
            yield inner
        elif inner.tag not in _UNSEEN:
            yield from _boxes(inner)


def _table_of(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors(_TABLE), None)


def _row(row: etree._Element) -> str:
    """The cells of a row with tabs between them; a cell of several lines stands on lines of its own."""
    cells = [cell for cell in row.iter(_CELL) if next(cell.iterancestors(_ROW)) is row]
    words = [_joined(list(_lines(cell)), gap="\n").strip() for cell in cells]
    while words and not words[-1]:
        words.pop()
    gaps = ["\n" if "\n" in left + right else "\t" for left, right in pairwise(words)]
    return "".join(part for pair in zip(words, [*gaps, ""], strict=True) for part in pair) if words else ""


def _joined(lines: list[_Line], gap: str = "") -> str:
    blank = sum(not line.words.strip() for line in lines)
    gap = gap or ("\n" if blank * _BLANKS_OF >= len(lines) else "\n\n")
    parts = [line.words + ("\n" if line.row and after.row else gap) for line, after in pairwise(lines)]
    return "".join(parts) + (lines[-1].words if lines else "")
