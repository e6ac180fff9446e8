"""Any table to a text that remembers its cells: which format it is, by its bytes first and its name then."""

from __future__ import annotations

from oversight_core.provenance import Source
from oversight_core.reading import Text


def table_text(source: Source, *, format: str = "", delimiter: str = "", rows: str = "") -> Text:
    """The text of a table, whose `places` are a `Grid`.

    `format` (csv, tsv, json, jsonl, xlsx), `delimiter` (one character, of CSV) and `rows` (the pointer of the list of
    records in JSON) are found where they are not given.  Raises `UnreadableSource` with the reason.
    """
    raise NotImplementedError
