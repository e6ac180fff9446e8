"""Documents made as large as one likes of small ones, each in the way of its kind.

A page repeats its words, a table its rows, a PDF its pages.
"""

from __future__ import annotations

import io
import re
import zipfile

_PARAGRAPHS = re.compile(rb"(<w:body>)(.*?)(<w:sectPr\b|</w:body>)", re.DOTALL)
_ROWS = re.compile(rb"(<sheetData>)(.*?)(</sheetData>)", re.DOTALL)
_ROW = re.compile(rb'<row\b[^>]*? r="(\d+)".*?(?:</row>|/>)', re.DOTALL)
_NUMBER = re.compile(rb' r="([A-Z]*)(\d+)"')


def grown(content: bytes, size: int) -> bytes:
    """A document of about so many bytes (unpacked, if it is packed) that says what a small one says, over and over."""
    if content.startswith(b"PK\x03\x04"):
        return _archive(content, size)
    if content.startswith(b"%PDF"):
        return _pdf(content, size)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return _old_workbook(content, size)
    times = max(1, size // max(1, len(content)))
    stripped = content.strip()
    if stripped.startswith(b"[") and stripped.endswith(b"]"):
        return b"[" + b",".join([stripped[1:-1]] * times) + b"]"
    return b"\n".join([content.rstrip(b"\n")] * times) + b"\n"


def weight(content: bytes) -> int:
    """How many bytes a document has, of a packed one: how many it unpacks to."""
    if content.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                return max(len(content), sum(member.file_size for member in archive.infolist()))
        except Exception:  # whatever is wrong with an archive from nowhere, it has no members to weigh then
            return len(content)
    return len(content)


def repacked(content: bytes, parts: dict[str, bytes]) -> bytes:
    """An archive in which some parts have other content; the same bytes at any time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as made:
        for member in archive.infolist():
            part = parts.get(member.filename)
            data = archive.read(member) if part is None else part
            made.writestr(zipfile.ZipInfo(member.filename), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _archive(content: bytes, size: int) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    texts = [name for name in parts if name == "word/document.xml" or name.startswith("xl/worksheets/sheet")]
    fitting = {name: _repeated(parts[name], size // max(1, len(texts))) for name in texts}
    return repacked(content, fitting)


def _repeated(xml: bytes, size: int) -> bytes:
    if found := _PARAGRAPHS.search(xml):
        inner = found[2] * max(1, size // max(1, len(found[2])))
    elif found := _ROWS.search(xml):
        inner = b"".join(_rows(found[2], max(1, size // max(1, len(found[2])))))
    else:
        return xml
    return xml[: found.start(2)] + inner + xml[found.end(2) :]


def _rows(rows: bytes, times: int) -> list[bytes]:
    """The rows again and again, numbered on."""
    last = max((int(row[1]) for row in _ROW.finditer(rows)), default=0)
    return [
        _NUMBER.sub(lambda place, n=n: b' r="%s%d"' % (place[1], int(place[2]) + n * last), rows) for n in range(times)
    ]


def _pdf(content: bytes, size: int) -> bytes:
    import pypdfium2 as pdfium

    pages, made = pdfium.PdfDocument(content), pdfium.PdfDocument.new()
    for _ in range(max(1, size // len(content))):
        made.import_pages(pages)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _old_workbook(content: bytes, size: int) -> bytes:
    import xlrd
    import xlwt

    sheet, made = xlrd.open_workbook(file_contents=content, logfile=io.StringIO()).sheet_by_index(0), xlwt.Workbook()
    rows = [sheet.row_values(number) for number in range(sheet.nrows)]
    cells, copy = max(1, sum(map(len, rows))), made.add_sheet(sheet.name)
    for number in range(min(65_000, len(rows) * max(1, size // (cells * 14)))):  # a cell takes some 14 bytes
        for column, value in enumerate(rows[number % len(rows)]):
            copy.write(number, column, value)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
