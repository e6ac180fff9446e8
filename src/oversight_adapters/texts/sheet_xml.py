"""The cells in the XML of a sheet.

Programs write sheets in one way, which a pattern reads many times faster than a parser; whatever is written otherwise
goes through the parser, a row or a whole sheet of it, and gives the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Final
from xml.etree.ElementTree import Element, fromstring, iterparse
from xml.parsers import expat
from xml.sax.saxutils import unescape

RawCell = tuple[str, str, str, str, str, str]
"""Column letters, style, type, "<f" for a formula, value, words in the cell itself; "" for what is not there."""

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ROW, _CELL, _DATA, _MERGED, _VALUE, _FORMULA = (
    f"{{{MAIN}}}{name}" for name in ("row", "c", "sheetData", "mergeCell", "v", "f")
)
# Words in the cell itself: plain, or in runs of one look each.
_INLINE = (f"{{{MAIN}}}is/{{{MAIN}}}t", f"{{{MAIN}}}is/{{{MAIN}}}r/{{{MAIN}}}t")

_LARGEST: Final = 64 * 1024 * 1024  # bytes; a larger sheet is not held whole, but parsed as it comes
QUOTES: Final = {"&quot;": '"', "&apos;": "'"}
_HEAD = re.compile(r'(?:<\?xml [^<>]*\?>\s*)?<worksheet((?: [\w:]+="[^"<>]*")*) ?>')
_ENCODING = re.compile(rb"<\?xml [^<>]*encoding=[\"'](?!utf-8[\"'])", re.IGNORECASE)
_ATTRIBUTES = r'((?: [\w:]+="[^"<>]*")*) ?'
_ROWS = re.compile(rf"<row{_ATTRIBUTES}(?:/>|>(.*?)</row>)", re.DOTALL)
_NUMBER = re.compile(r' r="(\d{1,9})"')
_MERGES = re.compile(r'<mergeCell ref="([^"<>]*)" ?/>')
_CELLS = re.compile(
    r'<c(?: r="([A-Z]{1,3})\d{1,7}")?(?: s="(\d{1,6})")?(?: t="(\w{1,9})")?(?:/>|>'
    r'(?:(<f)(?: [\w:]+="[^"<>]*")*(?:/>|>[^<]*</f>))?'
    r'(?:<v>([^<]*)</v>|<v/>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>)'
)


class SheetXml:
    """The rows of one sheet as they come; `merged` is whole when they have all come."""

    def __init__(self, part: IO[bytes]) -> None:
        self._part = part
        self.merged: list[str] = []

    def rows(self) -> Iterator[tuple[str, list[RawCell]]]:
        """The number of each row, "" where it has none, with its cells.  Raises what the parser does."""
        text = usual(self._part.read(_LARGEST + 1))
        head = _HEAD.match(text) if text else None
        if text and head:
            data, _, rest = text.partition("</sheetData>")
            rows, merged = _ROWS.findall(data), _MERGES.findall(rest)
            if len(rows) == data.count("<row") and len(merged) == rest.count("<mergeCell "):
                del text, data
                self.merged = merged
                return self._cut(head[1], rows)
        self._part.seek(0)
        return self._parsed()

    def _cut(self, names: str, rows: list[tuple[str, str]]) -> Iterator[tuple[str, list[RawCell]]]:
        for attributes, inner in rows:
            number = _NUMBER.search(attributes)
            cells = _CELLS.findall(inner)
            if len(cells) != inner.count("<c"):
                row = fromstring(f"<worksheet{names}><row>{inner}</row></worksheet>")[0]
                cells = [_raw(cell) for cell in row.iterfind(_CELL)]
            elif "&" in inner:
                cells = [(*cell[:4], unescape(cell[4], QUOTES), unescape(cell[5], QUOTES)) for cell in cells]
            yield number[1] if number else "", cells

    def _parsed(self) -> Iterator[tuple[str, list[RawCell]]]:
        cells: list[RawCell] = []
        data = row = Element(_ROW)
        number = ""
        for event, element in iterparse(self._part, ("start", "end")):
            tag = element.tag
            if event == "start":
                if tag == _ROW:
                    row, number, cells = element, element.get("r", ""), []
                elif tag == _DATA:
                    data = element
            elif tag == _CELL:
                cells.append(_raw(element))
                row.clear()
            elif tag == _ROW:
                data.clear()
                yield number, cells
            elif tag == _MERGED:
                self.merged.append(element.get("ref", ""))


def usual(xml: bytes) -> str | None:
    """XML as programs write sheets and shared words: one namespace, nothing but elements; None where it is not."""
    try:
        if len(xml) > _LARGEST or xml.count(MAIN.encode()) != 1 or xml.count(b"xmlns=") != 1:
            return None
        if b"<!" in xml or b"&#" in xml or xml.count(b"<?") > 1 or _ENCODING.match(xml):
            return None
        if f'xmlns="{MAIN}"'.encode() not in xml:
            return None
        expat.ParserCreate(namespace_separator=" ").Parse(xml, True)
        return xml.decode().replace("\r\n", "\n").replace("\r", "\n")
    except (UnicodeDecodeError, expat.ExpatError):
        return None


def _raw(cell: Element) -> RawCell:
    inline = "".join(part.text or "" for step in _INLINE for part in cell.iterfind(step))
    formula = "" if cell.find(_FORMULA) is None else "<f"
    letters = cell.get("r", "").rstrip("0123456789")
    return letters, cell.get("s", ""), cell.get("t", ""), formula, cell.findtext(_VALUE) or "", inline
