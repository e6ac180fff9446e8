"""The keys of one row of a mapping: which column a value comes from, and how its words are read."""

from __future__ import annotations

from typing import Any

from oversight_adapters.readers.mapped_table.columns import Draft, Take
from oversight_adapters.readers.mapped_table.forms import BY_NAME, CONTRADICTING
from oversight_adapters.readers.mapped_table.mapping import Pick
from oversight_adapters.texts.drafting import (
    anything,
    constant,
    flag,
    one_of,
    pair,
    some_of,
    text,
    texts,
    whole,
)
from oversight_adapters.texts.toml_keys import Path

SHAPES = ("any", "word", "number")
PARTS = ("report", "number", "addressee", "part")
_YES, _NO = ("yes", "y", "true"), ("no", "n", "false")


def dates(draft: Draft, path: Path, value: Any) -> tuple[str, ...] | None:
    """Names of date forms that do not contradict each other."""
    given: tuple[str, ...] | None = some_of("form of dates", *BY_NAME)(draft, path, value)
    for pair_ in CONTRADICTING:
        if given and set(pair_) <= set(given):
            draft.fault(
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


def pick(draft: Draft, path: Path, value: Any, *, reads: str = "text") -> Pick | None:
    """Where a value comes from: the name of a column, or a table that says more."""
    if isinstance(value, str):
        value = {"column": value}
    if not isinstance(value, dict):
        draft.fault(path, 'it must be the name of a column, or a table such as { column = "Agency" }')
        return None
    given = draft.section(path, value, PICK)
    if sum(key in value for key in ("column", "constant", "item")) != 1:
        draft.fault(path, "it must have exactly one of column, constant and item")
        return None
    if "column" not in value and (lost := sorted(_COLUMN_ONLY & set(value))):
        draft.fault(path, f"{', '.join(lost)} says how the words of a column are read, and there is no column here")
    for key, kind in _ONLY_FOR.items():
        if key in value and reads != kind:
            draft.fault((*path, key), f"it is for a {kind} field, and this one is read as {reads}")
    heading = draft.context.heads(given.get("column", ""))
    between = given.get("between") or (heading.between if heading else None)
    forms = given.get("dates") or (heading.dates if heading and heading.dates else draft.context.forms)
    shape = "number" if "number" in path and "between" in given else "any"
    return Pick(
        row=".".join(path),
        reads=reads,
        column=given.get("column", ""),
        other=given.get("or", ()),
        position=given.get("position", 0),
        optional=given.get("optional", False),
        unescape=given.get("unescape", ""),
        between=between,
        begins=given.get("begins", False),
        shape=given.get("shape", shape),
        split=given.get("split", ""),
        dates=forms if reads == "date" else (),
        yes=given.get("yes", _YES) if reads == "yes-no" else (),
        no=given.get("no", _NO) if reads == "yes-no" else (),
        constant=given.get("constant"),
        item=given.get("item", ""),
        of=given.get("of", PARTS),
    )
