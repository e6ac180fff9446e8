"""The sections of a mapping file: for each a table of what may stand there and how it is taken."""

from __future__ import annotations

from typing import Any

from oversight_adapters.readers.mapped_table.columns import Draft, Take
from oversight_adapters.readers.mapped_table.forms import PLAIN
from oversight_adapters.readers.mapped_table.mapping import (
    ERROR,
    KEEP,
    WARN,
    BlockLine,
    Header,
    LeftOut,
    Stated,
    Table,
)
from oversight_adapters.readers.mapped_table.picks import dates
from oversight_adapters.texts.drafting import (
    anything,
    flag,
    one_of,
    pair,
    text,
    texts,
    whole,
)
from oversight_adapters.texts.toml_keys import Path
from oversight_core.names import SEGMENT
from oversight_core.rulebooks.canonical.words import (
    ADDRESSEE,
    AUTHORISING_OFFICIAL,
    FOLLOW_UP_OFFICIAL,
    INSPECTOR_GENERAL,
    INTAKE,
    OVERSIGHT_BODY,
    RELEASE_REVIEWER,
)

POLICIES = (ERROR, WARN, KEEP)
FORMATS = ("csv", "tsv", "json", "jsonl", "xlsx")
ROLES = (
    ADDRESSEE,
    OVERSIGHT_BODY,
    INSPECTOR_GENERAL,
    AUTHORISING_OFFICIAL,
    FOLLOW_UP_OFFICIAL,
    RELEASE_REVIEWER,
    INTAKE,
)
"""Who may be said to say something."""
MOST_HEADER_ROWS = 5


def slug(draft: Draft, path: Path, value: Any) -> str | None:
    """A lower-case slug."""
    if isinstance(value, str) and SEGMENT.fullmatch(value):
        return value
    draft.fault(path, "it must be a lower-case slug such as city-tracker: letters, digits, dots and hyphens")
    return None


def _header(draft: Draft, path: Path, value: Any) -> Header | None:
    if isinstance(value, int):
        value = {"row": value}
    keys: dict[str, Take] = {
        "row": whole(1, 1_048_576),
        "holds": texts,
        "height": whole(1, MOST_HEADER_ROWS),
        "join": anything,
        "again": flag,
    }
    given = draft.section(path, value, keys)
    if "row" in given and "holds" in given:
        draft.fault(path, "row and holds both say where the header is; keep one")
    return Header(**given)


def block(draft: Draft, path: Path, value: Any) -> BlockLine | None:
    """Which lines head blocks of rows."""
    keys: dict[str, Take] = {"column": text, "starts": texts, "between": pair, "dates": dates}
    given = draft.section(path, value, keys, ("column",))
    if not {"starts", "between", "dates"} & set(given):
        draft.fault(path, "it must have starts, between or dates, which tell a block line from any other row")
    return BlockLine(**given) if "column" in given else None


def _left_out(draft: Draft, path: Path, value: Any) -> tuple[LeftOut, ...] | None:
    keys: dict[str, Take] = {"starts": texts, "column": text, "is": texts, "empty": flag}
    if not isinstance(value, list):
        value = [value]
    out = []
    for n, one in enumerate(value, 1):
        at = (*path, str(n))
        given = draft.section(at, one, keys)
        if not given.get("starts") and not ("column" in given and (given.get("is") or given.get("empty"))):
            draft.fault(at, "it must have starts, or a column with is or empty = true")
        out.append(
            LeftOut(
                starts=given.get("starts", ()),
                column=given.get("column", ""),
                words=given.get("is", ()),
                empty=given.get("empty", False),
            )
        )
    return tuple(out)


def _delimiter(draft: Draft, path: Path, value: Any) -> str | None:
    if isinstance(value, str) and len(value) == 1 and value not in '\r\n"':
        return value
    draft.fault(path, "it must be one character, such as ; or |")
    return None


TABLE: dict[str, Take] = {
    "format": one_of(*FORMATS),
    "delimiter": _delimiter,
    "sheet": texts,
    "rows": anything,
    "header": _header,
    "block": block,
    "end": texts,
    "leave-out": _left_out,
}


def table(draft: Draft, path: Path, value: Any) -> Table | None:
    """Where the table is."""
    given = draft.section(path, value, TABLE)
    for key, formats in (("delimiter", ("csv", "tsv")), ("sheet", ("xlsx",)), ("rows", ("json", "jsonl"))):
        if key in given and given.get("format", formats[0]) not in formats:
            draft.fault((*path, key), f"it is for {' and '.join(formats)} only, and the format is {given['format']}")
    return Table(
        format=given.get("format", ""),
        delimiter=given.get("delimiter", ""),
        sheets=given.get("sheet", ()),
        rows=given.get("rows", ""),
        header=given.get("header", Header()),
        block=given.get("block"),
        end=given.get("end", ()),
        leave_out=given.get("leave-out", ()),
    )


def stated(draft: Draft, path: Path, value: Any) -> Stated | None:
    """Where the table says as of when it speaks."""
    given = draft.section(path, value, {"between": pair, "dates": dates}, ("between",))
    return Stated(between=given["between"], dates=given.get("dates", PLAIN)) if "between" in given else None
