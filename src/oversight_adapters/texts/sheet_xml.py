"""The cells in the XML of a sheet.

Programs write sheets in one way, which a pattern reads many times faster than a parser; whatever is written otherwise
goes through the parser, a row or a whole sheet of it, and gives the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import IO, Final
from xml.etree.ElementTree import Element, fromstring, iterparse
from xml.parsers import expat
from xml.sax.saxutils import unescape

Said = tuple[str, str, str, str, str]
"""What a cell says: its style, its type, "<f" for a formula, its value, words in the cell itself; "" for what is not
there."""
RawCell = tuple[str, str | Said]
"""Column letters, "" where there are none, and what the cell says, perhaps as it is written."""

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ROW, _CELL, _DATA, _MERGED, _VALUE, _FORMULA = (
    f"{{{MAIN}}}{name}" for name in ("row", "c", "sheetData", "mergeCell", "v", "f")
)
# Words in the cell itself: plain, or in runs of one look each.
_INLINE = (f"{{{MAIN}}}is/{{{MAIN}}}t", f"{{{MAIN}}}is/{{{MAIN}}}r/{{{MAIN}}}t")

_LARGEST: Final = 64 * 1024 * 1024  # bytes; a larger sheet is not held whole, but parsed as it comes
QUOTES: Final = {"&quot;": '"', "&apos;": "'"}
_HEAD = re.compile(r'(?:<\?xml [^<>]*\?>\s*)?<worksheet((?: [\w:]+="[^"<>]*")*) ?>')
_ENCODING = re.compile(r"<\?xml [^<>]*encoding=[\"'](?!utf-8[\"'])", re.IGNORECASE)
_ENTITY = re.compile("&(?!(?:amp|lt|gt|quot|apos);)")
_START = re.compile(r'<row(?: [\w:]+="[^"<>]*")* ?/?')
_NUMBER = re.compile(r' r="([^"]*)"')
_MERGES = re.compile(r'<mergeCell ref="([^"<>]*)" ?/>')


def _nameless(pattern: str) -> str:
    """A pattern that finds the same and says nothing of its parts."""
    return re.sub(r"[(][?]P<\w+>", "(?:", pattern)


TEXT: Final = r"[^<\x00-\x08\x0b\x0c\x0e-\x1f]*+"
"""Words in XML, which holds no controls."""
_LOOK = re.compile(r'(?: s="(?P<style>\d++)")?+(?: t="(?P<sort>\w++)")?+')
_COUNTED = r'(?P<formula><f)(?: t="\w++")?+(?: ref="[^"<>]*")?+(?: si="\d++")?+(?:/>|>[^<]*+</f>)'
_WORDS = rf'<v>(?P<value>{TEXT})</v>|<v/>|<is><t(?: xml:space="preserve")?>(?P<inline>{TEXT})</t></is>'
_SAID = re.compile(rf"(?P<look>{_nameless(_LOOK.pattern)})(?:/>|>(?:{_COUNTED})?(?:{_WORDS})?</c>)")
_CELLS = re.compile(rf'<c(?: r="([A-Z]{{1,3}}+)\d++")?+({_nameless(_SAID.pattern)})|.+', re.DOTALL)
"""A cell, or all that stands behind the last that is one."""
_NO_CELL = ("", "")


class SheetXml:
    """The rows of one sheet as they come; `merged` is whole when they have all come."""

    def __init__(self, part: IO[bytes]) -> None:
        self._part = part
        self.merged: list[str] = []

    def rows(self) -> Iterator[tuple[str, list[RawCell]]]:
        """The number of each row, "" where it has none, with its cells.  Raises what the parser does."""
        text = usual(self._part.read(_LARGEST + 1))
        if text and (cut := _cut(text)):
            names, rows, self.merged = cut
            return ((number, _cells(inner, names)) for number, inner in rows)
        self._part.seek(0)
        return self._parsed()

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


def said(cell: str | Said) -> Said:
    """What a cell says, each for itself.

    >>> said(' s="3" t="str"><v>R&amp;D</v></c>')
    ('3', 'str', '', 'R&D', '')
    """
    if isinstance(cell, tuple):
        return cell
    look, _, value = cell.partition("><v>")
    if value and "<" not in look:
        return (*_look(look), "", _plain(value.removesuffix("</v></c>")), "")
    found = _SAID.fullmatch(cell)
    assert found is not None  # a pattern that holds this one found it
    formula, value, inline = found.group("formula", "value", "inline")
    return (*_look(found["look"]), formula or "", _plain(value or ""), _plain(inline or ""))


@lru_cache(maxsize=1024)
def _look(attributes: str) -> tuple[str, str]:
    """The style and type of a cell."""
    found = _LOOK.fullmatch(attributes)
    return (found["style"] or "", found["sort"] or "") if found else ("", "")


def _plain(words: str) -> str:
    return unescape(words, QUOTES) if "&" in words else words


def usual(xml: bytes) -> str | None:
    """XML as programs write it: UTF-8, nothing but elements and five entities; None where it is not.

    Whether its elements are sound is left to whoever reads them.
    """
    try:
        text = xml.decode() if len(xml) <= _LARGEST else ""
    except UnicodeDecodeError:
        return None
    if not text or _ENCODING.match(text):
        return None
    # one letter is found far sooner than two
    if ("!" in text and "<!" in text) or ("]" in text and "]]>" in text) or _instructs(text):
        return None
    if "&" in text and _ENTITY.search(text):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _instructs(text: str) -> bool:
    """Whether there is an instruction behind the first line."""
    return text.count("?") > 2 and text.count("<?") > 1


def is_sound(shell: str) -> bool:
    """Whether a part without what patterns have read is sound XML, of one namespace."""
    if shell.count(MAIN) != 1 or shell.count("xmlns=") != 1 or f'xmlns="{MAIN}"' not in shell:
        return False
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(shell, True)
    except expat.ExpatError:
        return False
    return True


def _cut(text: str) -> tuple[str, list[tuple[str, str]], list[str]] | None:
    """The names that a sheet declares, its rows, each with its number and what is in it, and its merged cells.

    None where it is not written as programs write sheets.
    """
    head, opening, data = text.partition("<sheetData>")
    data, closing, rest = data.partition("</sheetData>")
    names, merged = _HEAD.match(head), _MERGES.findall(rest)
    if not (names and opening and closing) or len(merged) != rest.count("<mergeCell "):
        return None
    rows, closed = list[tuple[str, str]](), 0
    shapes = dict[str, str]()  # of the starts of rows: all that differ by more than a number
    chunks = data.split("</row>")
    for chunk in chunks:
        at = 0
        while (end := chunk.find(">", at)) >= 0:
            start, at = chunk[at:end].lstrip(), end + 1
            number = _NUMBER.search(start)
            shape = start[: number.start()] + start[number.end() :] if number else start
            if shape not in shapes:
                if not _START.fullmatch(start):
                    return None
                shapes[shape] = f"{start.removesuffix('/')}></row>"
            empty = start[-1] == "/"
            rows.append((number[1] if number else "", "" if empty else chunk[at:]))
            if not empty:
                closed += 1
                break
        else:
            if chunk[at:].strip():
                return None
    shell = head + opening + "".join(shapes.values()) + closing + rest
    return (names[1], rows, merged) if closed == len(chunks) - 1 and is_sound(shell) else None


def _cells(inner: str, names: str) -> list[RawCell]:
    """The cells of a row; one that is written otherwise goes through the parser."""
    cells: list[RawCell] = _CELLS.findall(inner)
    if not cells or cells[-1] != _NO_CELL:
        return cells
    row = fromstring(f"<worksheet{names}><row>{inner}</row></worksheet>")[0]
    return [_raw(cell) for cell in row.iterfind(_CELL)]


def _raw(cell: Element) -> RawCell:
    inline = "".join(part.text or "" for step in _INLINE for part in cell.iterfind(step))
    formula = "" if cell.find(_FORMULA) is None else "<f"
    said = cell.get("s", ""), cell.get("t", ""), formula, cell.findtext(_VALUE) or "", inline
    return cell.get("r", "").rstrip("0123456789"), said
