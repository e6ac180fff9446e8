"""Any table to a text that remembers its cells: which format it is, by its bytes first and its name then."""

from __future__ import annotations

from codecs import BOM_UTF8
from importlib.util import find_spec

from oversight_adapters.texts.delimited import csv_text
from oversight_adapters.texts.json_rows import json_text
from oversight_adapters.texts.plain import is_markup
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Source
from oversight_core.reading import Text

FORMATS = ("csv", "tsv", "json", "jsonl", "xlsx", "xls")

_WORKBOOKS = {"xlsx": ("openpyxl",), "xls": ("openpyxl", "xlrd")}  # and the libraries that they need

_SUFFIXES = {
    "csv": "csv",
    "tsv": "tsv",
    "tab": "tsv",
    "json": "json",
    "geojson": "json",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
}
# What is no table that can be read: how it begins, what it is, and what to do.
_OTHERS = (
    (b"\x1f\x8b", "it is packed (gzip); unpack it first"),
    (b"%PDF", "it is a PDF; take the table out of it first"),
    (b"{\\rtf", "it is a rich text document; save its table as CSV"),
)
_COMPOUND = b"\xd0\xcf\x11\xe0"
# Streams by which old Office files are told apart; their names are in UTF-16.
_COMPOUNDS = (
    ("EncryptedPackage", "it is protected by a password; save it without one"),
    ("WordDocument", "it is an old Word document (.doc); save its table as CSV"),
)
_ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06")
# Members by which zip archives are told apart.
_ARCHIVES = (
    (b"xl/workbook.bin", "it is a binary workbook (.xlsb); save it as .xlsx"),
    (b"opendocument", "it is an OpenDocument file (.ods); save it as .xlsx or CSV"),
    (b"word/document.xml", "it is a Word document; save its table as CSV"),
)


def table_text(source: Source, *, format: str = "", delimiter: str = "", rows: str = "") -> Text:
    """The text of a table, whose `places` are a `Grid`.

    `format` (one of `FORMATS`), `delimiter` (one character, of CSV) and `rows` (the pointer of the list of records in
    JSON) are found where they are not given.  Raises `UnreadableSource` with the reason, also where the format is not
    known or a workbook is given and the extra `xlsx` is not installed.

    >>> table_text(Source.of(b"number,status\\n1.10,Open\\n", name="recs.csv")).places.sheets[0].rows[1].words
    ('1.10', 'Open')
    """
    name = source.name or "the source"
    if reason := _other(source.content):
        raise UnreadableSource(name, reason)
    format = format or _format(source)
    if format in _WORKBOOKS:
        return _workbook(source, name, format)
    if format in ("csv", "tsv"):
        return csv_text(source, delimiter=delimiter or ("\t" if format == "tsv" else ""))
    if format in ("json", "jsonl"):
        return json_text(source, rows=rows, lines=True if format == "jsonl" else None)
    raise UnreadableSource(name, f"there is no format {format!r} of tables; give one of {', '.join(FORMATS)}")


def _other(content: bytes) -> str:
    """What bytes are that are no table, and what to do; "" where they may be one."""
    if is_markup(content):
        return "it is a web page or other markup, whatever its name says; save its table as CSV or .xlsx"
    inside = [reason for mark, reason in _ARCHIVES if mark in content] if content.startswith(_ARCHIVE) else []
    if content.startswith(_COMPOUND):
        inside = [reason for mark, reason in _COMPOUNDS if mark.encode("utf-16-le") in content]
    return next((reason for start, reason in _OTHERS if content.startswith(start)), "") or next(iter(inside), "")


def _format(source: Source) -> str:
    """The format that the bytes show, else the name."""
    if source.content.startswith(_ARCHIVE):
        return "xlsx"
    if source.content.startswith(_COMPOUND):
        return "xls"
    suffix = source.name.rpartition(".")[2].lower()
    first = source.content.removeprefix(BOM_UTF8).lstrip()[:1]
    return _SUFFIXES.get(suffix) or ("json" if first in (b"[", b"{") else "csv")


def _workbook(source: Source, name: str, format: str) -> Text:
    if missing := [library for library in _WORKBOOKS[format] if find_spec(library) is None]:
        why = f"workbooks need {', '.join(missing)}; install the extra xlsx (oversight-core[xlsx]), or save it as CSV"
        raise UnreadableSource(name, why)
    if format == "xls":
        from oversight_adapters.texts.old_workbook import xls_text

        return xls_text(source)
    from oversight_adapters.texts.workbook import xlsx_text

    return xlsx_text(source)
