"""Workbooks (XLSX) to a grid: words as the sheets show them, dates in ISO form, formulas by the value stored last."""

from __future__ import annotations

import io
import re
from warnings import catch_warnings, simplefilter
from xml.etree.ElementTree import fromstring
from xml.sax.saxutils import unescape
from zipfile import ZipFile

from openpyxl.reader.excel import ExcelReader  # type: ignore[import-untyped]  # openpyxl ships no types
from openpyxl.styles.numbers import BUILTIN_FORMATS  # type: ignore[import-untyped]  # as above
from openpyxl.xml.constants import SHARED_STRINGS  # type: ignore[import-untyped]  # as above

from oversight_adapters.texts.archive import open_archive
from oversight_adapters.texts.cell_words import Style, style_of
from oversight_adapters.texts.faults import Faults, brief
from oversight_adapters.texts.grid import Grid, Sheet
from oversight_adapters.texts.sheet_xml import QUOTES, TEXT, is_sound, usual
from oversight_adapters.texts.worksheet import Book, SheetReader
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Source
from oversight_core.reading import Problem, Text

_BEGINNINGS = ("<si><t>", '<si><t xml:space="preserve">')
_END = "</t></si>"
_PLAIN = re.compile(rf"(?:{'|'.join(_BEGINNINGS)})({TEXT}){_END}")
_STYLES = "xl/styles.xml"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def xlsx_text(source: Source) -> Text:
    """The text of a workbook; it has no running text, only `places`.

    Raises `UnreadableSource` where it is damaged, protected or larger than `open_archive` and `Grid` allow.
    """
    name = source.name or "the source"
    with open_archive(source.content, name) as archive:
        try:
            grid = _grid(archive, source, name)
        except UnreadableSource:
            raise
        # a damaged part leads openpyxl and the XML parser into errors of any kind
        except Exception as error:
            why = f"it is a damaged workbook, or none ({type(error).__name__}: {brief(error)}); save it again as .xlsx"
            raise UnreadableSource(name, why) from error
    return Text(source, "", places=grid)


def _grid(archive: ZipFile, source: Source, name: str) -> Grid:
    reader = ExcelReader(io.BytesIO(source.content), read_only=True, keep_links=False)
    with catch_warnings():  # of what openpyxl does not keep, such as titles for printing
        simplefilter("ignore")
        reader.read_manifest()
        reader.read_workbook()
    book = Book(name, _strings(reader, archive), _styles(archive), reader.wb.epoch)
    faults = Faults()
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for listed in reader.parser.sheets:
        relation = reader.parser.rels[listed.id] if listed.id else None
        if relation and "chartsheet" in relation.Type:
            continue
        if not relation or relation.target not in reader.valid_files:
            problems.append(_missing(listed.name))
            continue
        with archive.open(relation.target) as part:
            sheets.append(SheetReader(book, listed.name, faults).sheet(part, hidden=listed.state != "visible"))
    if not sheets:
        raise UnreadableSource(name, "no sheet of it can be read; save it again as .xlsx (not as Strict Open XML)")
    return Grid(tuple(sheets), (*problems, *faults.problems()))


def _missing(sheet: str) -> Problem:
    return Problem("sheet-not-read", f"the workbook lists a sheet {brief(sheet)!r} that is not in it; save it again")


def _strings(reader: ExcelReader, archive: ZipFile) -> tuple[str, ...]:
    """The words that cells share: as programs write them by a pattern, else as openpyxl reads them."""
    part = reader.package.find(SHARED_STRINGS)
    if part is None:
        return ()
    xml = usual(archive.read(part.PartName[1:]))
    if xml and (words := _plain(xml)) is not None:
        return words
    reader.read_strings()
    return tuple(reader.shared_strings)


def _plain(xml: str) -> tuple[str, ...] | None:
    """Shared words where none has a look of its own; None where one has."""
    head, opening, data = xml.partition("<si>")
    data, closing, rest = (opening + data).rpartition("</sst>")
    words, counts = _PLAIN.findall(data), [*map(data.count, _BEGINNINGS)]
    length = sum(map(len, words)) + sum(n * len(one + _END) for n, one in zip(counts, _BEGINNINGS, strict=True))
    if (len(words), len(data)) != (sum(counts), length):  # there is something else among them
        return None
    shell = head + closing + rest
    if "<si" in shell or not is_sound(shell):
        return None
    return tuple([unescape(one, QUOTES) if "&" in one else one for one in words])


def _styles(archive: ZipFile) -> tuple[Style, ...]:
    """The style of each index that a cell may name."""
    if _STYLES not in archive.namelist():
        return ()
    root = fromstring(archive.read(_STYLES))
    formats = dict(BUILTIN_FORMATS)
    formats.update(
        (int(format.get("numFmtId", 0)), format.get("formatCode", "General")) for format in root.iter(_MAIN + "numFmt")
    )
    used = root.find(_MAIN + "cellXfs")
    return tuple(style_of(formats.get(int(xf.get("numFmtId", 0)), "General")) for xf in (() if used is None else used))
