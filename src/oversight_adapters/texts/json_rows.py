"""JSON and JSON Lines to a grid: an object is a row, each of its values a column named by its path.

Nested objects are flattened (`agency.name`), a list of plain values stands in one cell, a line for each.  Numbers keep
their spelling, and a `Pointer` leads to the exact value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from oversight_adapters.texts.faults import Faults
from oversight_adapters.texts.grid import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    CellKind,
    Grid,
    Records,
    Row,
    Sheet,
    trimmed,
)
from oversight_adapters.texts.json_values import (
    Number,
    Repeating,
    SeveralValues,
    escaped,
    value_at,
    value_of,
    values_of_lines,
)
from oversight_adapters.texts.plain import decode
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Pointer, Source
from oversight_core.reading import Text

MOST_NESTED = 32
MOST_BAD_LINES = 1_000
_DEEPEST_LIST = 4  # objects around the list of records, where no pointer says which list it is


def json_text(source: Source, *, rows: str = "", lines: bool | None = None) -> Text:
    """The text of JSON: a list of objects (or of lists), or an object that holds one, at the pointer `rows`.

    `lines` says whether it is JSON Lines, where each line is an object; by default it is where a second value follows
    the first.  Raises `UnreadableSource` for what is no JSON, has no list of records or several, or is too large.

    >>> text = json_text(Source.of(b'{"data": [{"no": 1.10, "agency": {"name": "ICE"}}]}'))
    >>> text.places.sheets[0].columns, text.at(Pointer("/data/0/no")), text.at(Pointer("/data/0/agency/name"))
    (('no', 'agency.name'), '1.10', 'ICE')
    """
    text, name = decode(source), source.name or "the source"
    faults = Faults()
    base, records = _all_records(text.content, rows, lines, name, faults)
    sheet = _Rows(base, name, faults).sheet(records)
    return attrs.evolve(text, places=Grid((sheet,), faults.problems()))


# -- where the records are ---------------------------------------------------------------------------------------------


def _all_records(
    content: str, rows: str, lines: bool | None, name: str, faults: Faults
) -> tuple[str, Iterable[tuple[int, Any]]]:
    """The pointer of the list of records ("" where each line is one), and each record with its index."""
    if not lines:
        try:
            document = value_of(content)
        except SeveralValues as error:
            if lines is False:
                raise UnreadableSource(name, f"it is no sound JSON: {error}; is it JSON Lines?") from None
        except ValueError as error:
            raise UnreadableSource(name, f"it is no sound JSON: {error}") from None
        else:
            return _records(document, rows, name)
    if rows:
        raise UnreadableSource(name, f"it is JSON Lines, whose rows are its lines; leave {rows!r} out")
    return "", _line_records(content, name, faults)


def _line_records(content: str, name: str, faults: Faults) -> Iterator[tuple[int, Any]]:
    """The value of each line that is not blank, and its index among them; a line that is no JSON is told."""
    reasons: list[str] = []
    sound = False
    for index, (number, value) in enumerate(values_of_lines(content)):
        if not isinstance(value, ValueError):
            sound = True
            yield index, value
            continue
        reasons.append(f"line {number} is no sound JSON and was left out: {value}")
        faults.add("bad-line", reasons[-1], index + 1, Pointer(f"/{index}"))
        if len(reasons) > MOST_BAD_LINES:
            raise UnreadableSource(name, f"more than {MOST_BAD_LINES:,} lines are no sound JSON; {reasons[0]}")
    if reasons and not sound:
        raise UnreadableSource(name, f"no line is sound JSON; {reasons[0]}")


def _records(document: Any, pointer: str, name: str) -> tuple[str, Iterable[tuple[int, Any]]]:
    """The pointer of the list of records, and each with its index."""
    pointer = pointer or _only_list(document, name)
    try:
        records = value_at(document, pointer)
    except LookupError:
        records = None
    if not isinstance(records, list):
        raise UnreadableSource(name, f"no list stands at {pointer!r}; give the pointer of its list of records")
    return pointer, enumerate(records)


def _only_list(document: Any, name: str) -> str:
    found = list(_lists(document, "", 0))
    if not found:
        raise UnreadableSource(name, "it holds no list of objects; one object on each line is the format jsonl")
    if len(found) > 1:
        which = ", ".join(found[:10])
        raise UnreadableSource(name, f"it holds several lists of records: {which}; say which of them are the rows")
    return found[0]


def _lists(value: Any, path: str, depth: int) -> Iterator[str]:
    if isinstance(value, list):
        if depth == 0 or any(isinstance(record, dict | list) for record in value[:10]):
            yield path
    elif isinstance(value, dict) and depth < _DEEPEST_LIST:
        for key, inner in value.items():
            yield from _lists(inner, f"{path}/{escaped(key)}", depth + 1)


# -- rows --------------------------------------------------------------------------------------------------------------


class _Rows:
    """Makes rows of records; columns stand in the order in which their paths first occur."""

    def __init__(self, base: str, name: str, faults: Faults) -> None:
        self._base, self._name, self._faults = base, name, faults
        self._columns: dict[str, int] = {}  # path -> index
        self._titles: list[str] = []
        self._cells = 0

    def sheet(self, records: Iterable[tuple[int, Any]]) -> Sheet:
        """All rows, and the names of their columns where records are objects."""
        rows: list[Row] = []
        named = False
        for index, record in records:
            if isinstance(record, dict | list):
                named = named or isinstance(record, dict)
                rows += self._row(index, record)
                if len(rows) > MOST_ROWS:
                    raise UnreadableSource(
                        self._name, f"it has more than {MOST_ROWS:,} rows; split it into several files"
                    )
            else:
                self._tell("no-record", "a plain value stands where a record should", index)
        paths = tuple(self._columns)
        columns = self._distinct() if named else ()
        return Sheet("", tuple(rows), columns=columns, records=Records(self._base, paths))

    def _row(self, index: int, record: Any) -> Iterator[Row]:
        """The row of a record, unless it is blank."""
        words: list[str] = [""] * len(self._columns)
        kinds: list[CellKind] = ["nothing"] * len(self._columns)
        for path, title, value in self._values(record, "", "", index):
            column = self._columns.get(path)
            if column is None:
                column = self._columns[path] = len(self._columns)
                self._titles.append(title)
                words.append("")
                kinds.append("nothing")
            words[column], kinds[column] = _words(value)
        self._cells += len(words)
        if self._cells > MOST_CELLS or len(words) > MOST_COLUMNS:
            raise UnreadableSource(self._name, f"it has more than {MOST_COLUMNS:,} columns or {MOST_CELLS:,} cells")
        kept = trimmed(words)
        if kept:
            yield Row(index + 1, kept, tuple(kinds[: len(kept)]), len(words))

    def _values(self, value: Any, path: str, title: str, index: int) -> Iterator[tuple[str, str, Any]]:
        """Path, title and value of all that is plain, or a list of plain values, inside a value."""
        if isinstance(value, Repeating):
            twice = ", ".join(repr(key) for key in value.twice[:10])
            self._tell("key-twice", f"an object has {twice} twice; the last value counts", index, path)
        if isinstance(value, dict):
            parts: Iterable[tuple[str, Any]] = value.items()
        elif isinstance(value, list) and (not path or any(isinstance(part, dict | list) for part in value)):
            parts = ((str(number), part) for number, part in enumerate(value))
        else:
            yield path, title, value
            return
        if path.count("/") >= MOST_NESTED:
            where = f"{self._base}/{index}{path}"
            raise UnreadableSource(self._name, f"at {where} its objects are nested more than {MOST_NESTED} deep")
        for key, part in parts:
            yield from self._values(part, f"{path}/{escaped(key)}", f"{title}.{key}" if path else key, index)

    def _distinct(self) -> tuple[str, ...]:
        """Titles of columns; one that occurs twice (a key has a stop in it) gives way to its path."""
        distinct: dict[str, None] = {}
        for title, path in zip(self._titles, self._columns, strict=True):
            if title in distinct:
                sentence = f"two columns would be called {title!r}; the second is called {path!r}"
                self._tell("column-twice", sentence, 0, path)
            distinct[path if title in distinct else title] = None
        return tuple(distinct)

    def _tell(self, code: str, sentence: str, index: int, path: str = "") -> None:
        self._faults.add(code, sentence, index + 1, Pointer(f"{self._base}/{index}{path}"))


def _words(value: Any) -> tuple[str, CellKind]:
    """The words of a plain value, or of a list of such."""
    if isinstance(value, Number):
        return str(value), "number"
    if isinstance(value, str):
        # half of a surrogate pair is no character: it stays the escape that the file spells it by
        whole = value if value.isascii() else value.encode("utf-8", "backslashreplace").decode()
        return whole, "text" if value else "nothing"
    if isinstance(value, bool):
        return ("true" if value else "false"), "boolean"
    if isinstance(value, list):
        words = "\n".join(_words(part)[0] for part in value)
        return words, "text" if words else "nothing"
    return "", "nothing"
