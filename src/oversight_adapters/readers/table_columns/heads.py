"""Whether a file is a table of some kind, by the names of its columns alone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from oversight_adapters.readers.table_columns.names import HEAD_ROWS, name_key
from oversight_adapters.texts.grid import Grid
from oversight_adapters.texts.tables import table_text
from oversight_core.errors import OversightError
from oversight_core.provenance import Source

_HEAD = 64 * 1024  # bytes of delimited text in which a header stands
_NOT_CUT = (b"PK", b"[", b"{", b"\xff\xfe", b"\xfe\xff", b"\xd0\xcf")
"""How files begin that are no delimited text of one byte a letter, so that a part of one is no table."""


def holds(source: Source, needs: Iterable[tuple[str, ...]]) -> bool:
    """Whether one row near the start of a table has all of these columns, each by one of its names.

    >>> holds(Source.of(b"Export of 2 May\\n\\nTo;Text\\nKenya;Ratify\\n"), [("to",), ("Recommendation", "Text")])
    True
    """
    wanted = [frozenset(map(name_key, names)) for names in needs]
    return bool(wanted) and any(all(names & row for names in wanted) for row in _heads(source))


@lru_cache(maxsize=4)
def _heads(source: Source) -> tuple[frozenset[str], ...]:
    """The words of the first rows of every sheet, a set each; none where the source is no table."""
    try:
        grid = table_text(_cut(source)).places
    except OversightError:
        return ()
    sheets = grid.sheets if isinstance(grid, Grid) else ()
    rows = (row for sheet in sheets for row in (sheet.columns, *(row.words for row in sheet.rows[:HEAD_ROWS])))
    return tuple(frozenset(map(name_key, row)) for row in rows if row)


def _cut(source: Source) -> Source:
    """As much of delimited text as has a header; any other file whole."""
    content = source.content
    if len(content) <= _HEAD or content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_NOT_CUT):
        return source
    end = max(content.rfind(mark, 0, _HEAD) for mark in (b"\n", b"\r"))
    return Source.of(content[: end if end > 0 else _HEAD], name=source.name)
