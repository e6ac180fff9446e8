"""Documents of each kind made of running text, for tests."""

from __future__ import annotations

import io
from collections.abc import Sequence
from html import escape

import docx
import pytest

xlwt = pytest.importorskip("xlwt", reason="it is in the group `test`")
Canvas = pytest.importorskip("reportlab.pdfgen.canvas", reason="it is in the group `test`").Canvas
letter = pytest.importorskip("reportlab.lib.pagesizes").letter
stringWidth = pytest.importorskip("reportlab.pdfbase.pdfmetrics").stringWidth

_FONT, _SIZE, _LEADING, _MARGIN = "Helvetica", 9, 12, 40


def html(text: str) -> bytes:
    """A web page with a paragraph for each block of lines, and a break for each line."""
    blocks = ("<br>".join(escape(line) for line in block.split("\n")) for block in text.split("\n\n"))
    head = (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Saved</title><script>var x = 'Open';</script></head>"
    )
    return (head + "<body><main>" + "".join(f"<p>{block}</p>\n" for block in blocks) + "</main></body></html>").encode()


def pdf(text: str, *, lines: int = 60) -> bytes:
    """A PDF whose lines are wrapped at the margin."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=letter)
    width, height = letter
    wrapped = [part for line in text.split("\n") for part in _wrapped(line, width - 2 * _MARGIN)]
    for first in range(0, len(wrapped) or 1, lines):
        canvas.setFont(_FONT, _SIZE)
        for n, line in enumerate(wrapped[first : first + lines]):
            canvas.drawString(_MARGIN, height - _MARGIN - n * _LEADING, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _wrapped(line: str, width: float) -> list[str]:
    lines = [""]
    for word in line.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if stringWidth(longer, _FONT, _SIZE) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def word(text: str) -> bytes:
    """A Word document with a paragraph for each line, blank ones too."""
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a Word document."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def xls(rows: Sequence[Sequence[object]], formats: Sequence[str] = ()) -> bytes:
    """An old workbook of one sheet; `formats` are those of its columns."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Recs")
    styles = [xlwt.easyxf(num_format_str=format) for format in formats]
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            sheet.write(r, c, value, *([styles[c]] if c < len(styles) else []))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
