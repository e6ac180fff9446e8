"""The keys of a mapping file: for each section a table of what may stand there and how it is taken."""

from __future__ import annotations

from typing import Any

from oversight_adapters.readers.mapped_table.desk import (
    Desk,
    Take,
    anything,
    constant,
    flag,
    one_of,
    pair,
    some_of,
    text,
    texts,
    unknown,
    whole,
)
from oversight_adapters.readers.mapped_table.forms import BY_NAME, CONTRADICTING, PLAIN
from oversight_adapters.readers.mapped_table.keys import Path
from oversight_adapters.readers.mapped_table.mapping import (
    ERROR,
    KEEP,
    WARN,
    BlockLine,
    Header,
    LeftOut,
    Pick,
    Stated,
    Table,
)
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

FORMATS = ("csv", "tsv", "json", "jsonl", "xlsx")
SHAPES = ("any", "word", "number")
PARTS = ("report", "number", "addressee", "part")
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
_YES, _NO = ("yes", "y", "true"), ("no", "n", "false")


def slug(desk: Desk, path: Path, value: Any) -> str | None:
    """A lower-case slug."""
    if isinstance(value, str) and SEGMENT.fullmatch(value):
        return value
    desk.fault(path, "it must be a lower-case slug such as city-tracker: letters, digits, dots and hyphens")
    return None


def dates(desk: Desk, path: Path, value: Any) -> tuple[str, ...] | None:
    """Names of date forms that do not contradict each other."""
    given: tuple[str, ...] | None = some_of("form of dates", *BY_NAME)(desk, path, value)
    for pair_ in CONTRADICTING:
        if given and set(pair_) <= set(given):
            desk.fault(
                path, f"{pair_[0]} and {pair_[1]} read the same words as different days; name the one that holds"
            )
    return given


PICK: dict[str, Take] = {
    "column": text,
    "or": texts,
    "position": whole(1, 16_384),
    "optional": flag,
    "unescape": one_of("html"),
    "between": pair,
    "begins": flag,
    "shape": one_of(*SHAPES),
    "split": anything,
    "dates": dates,
    "yes": texts,
    "no": texts,
    "constant": constant,
    "item": text,
    "of": some_of("part", *PARTS),
}
_ONLY_FOR = {"dates": "date", "yes": "yes-no", "no": "yes-no"}
_COLUMN_ONLY = set(PICK) - {"column", "constant", "item", "of"}


def pick(desk: Desk, path: Path, value: Any, *, reads: str = "text", forms: tuple[str, ...] = PLAIN) -> Pick | None:
    """Where a value comes from: the name of a column, or a table that says more."""
    if isinstance(value, str):
        value = {"column": value}
    if not isinstance(value, dict):
        desk.fault(path, 'it must be the name of a column, or a table such as { column = "Agency" }')
        return None
    given = desk.section(path, value, PICK)
    if sum(key in value for key in ("column", "constant", "item")) != 1:
        desk.fault(path, "it must have exactly one of column, constant and item")
        return None
    if "column" not in value and (lost := sorted(_COLUMN_ONLY & set(value))):
        desk.fault(path, f"{', '.join(lost)} says how the words of a column are read, and there is no column here")
    for key, kind in _ONLY_FOR.items():
        if key in value and reads != kind:
            desk.fault((*path, key), f"it is for a {kind} field, and this one is read as {reads}")
    shape = "number" if path[-1] == "number" and "between" in given else "any"
    return Pick(
        row=".".join(path),
        reads=reads,
        column=given.get("column", ""),
        other=given.get("or", ()),
        position=given.get("position", 0),
        optional=given.get("optional", False),
        unescape=given.get("unescape", ""),
        between=given.get("between"),
        begins=given.get("begins", False),
        shape=given.get("shape", shape),
        split=given.get("split", ""),
        dates=(given.get("dates") or forms) if reads == "date" else (),
        yes=given.get("yes", _YES) if reads == "yes-no" else (),
        no=given.get("no", _NO) if reads == "yes-no" else (),
        constant=given.get("constant"),
        item=given.get("item", ""),
        of=given.get("of", PARTS),
    )


def _header(desk: Desk, path: Path, value: Any) -> Header | None:
    if isinstance(value, int):
        value = {"row": value}
    keys: dict[str, Take] = {
        "row": whole(1, 1_048_576),
        "holds": texts,
        "height": whole(1, MOST_HEADER_ROWS),
        "join": anything,
        "again": flag,
    }
    given = desk.section(path, value, keys)
    if "row" in given and "holds" in given:
        desk.fault(path, "row and holds both say where the header is; keep one")
    return Header(**given)


def _block(desk: Desk, path: Path, value: Any) -> BlockLine | None:
    keys: dict[str, Take] = {"column": text, "starts": texts, "between": pair, "dates": dates}
    given = desk.section(path, value, keys, ("column",))
    if not {"starts", "between", "dates"} & set(given):
        desk.fault(path, "it must have starts, between or dates, which tell a block line from any other row")
    return BlockLine(**given) if "column" in given else None


def _left_out(desk: Desk, path: Path, value: Any) -> tuple[LeftOut, ...] | None:
    keys: dict[str, Take] = {"starts": texts, "column": text, "is": texts, "empty": flag}
    if not isinstance(value, list):
        value = [value]
    out = []
    for n, one in enumerate(value, 1):
        at = (*path, str(n))
        given = desk.section(at, one, keys)
        if not given.get("starts") and not ("column" in given and (given.get("is") or given.get("empty"))):
            desk.fault(at, "it must have starts, or a column with is or empty = true")
        out.append(
            LeftOut(
                starts=given.get("starts", ()),
                column=given.get("column", ""),
                words=given.get("is", ()),
                empty=given.get("empty", False),
            )
        )
    return tuple(out)


def _delimiter(desk: Desk, path: Path, value: Any) -> str | None:
    if isinstance(value, str) and len(value) == 1 and value not in '\r\n"':
        return value
    desk.fault(path, "it must be one character, such as ; or |")
    return None


TABLE: dict[str, Take] = {
    "format": one_of(*FORMATS),
    "delimiter": _delimiter,
    "sheet": texts,
    "rows": anything,
    "header": _header,
    "block": _block,
    "end": texts,
    "leave-out": _left_out,
}


def table(desk: Desk, path: Path, value: Any) -> Table | None:
    """Where the table is."""
    given = desk.section(path, value, TABLE)
    for key, formats in (("delimiter", ("csv", "tsv")), ("sheet", ("xlsx",)), ("rows", ("json", "jsonl"))):
        if key in given and given.get("format", formats[0]) not in formats:
            desk.fault((*path, key), f"it is for {' and '.join(formats)} only, and the format is {given['format']}")
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


def stated(desk: Desk, path: Path, value: Any) -> Stated | None:
    """Where the table says as of when it speaks."""
    given = desk.section(path, value, {"between": pair, "dates": dates}, ("between",))
    return Stated(between=given["between"], dates=given.get("dates", PLAIN)) if "between" in given else None


POLICIES = (ERROR, WARN, KEEP)
__all__ = ["POLICIES", "ROLES", "dates", "pick", "slug", "stated", "table", "unknown"]
