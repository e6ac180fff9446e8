"""Where something stands in a rulebook file, in words: which table, which row, which column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from oversight_adapters.texts.drafting import quoted
from oversight_adapters.texts.toml_keys import Path

_ROWS = {"clocks": "name", "projections": "label", "notices": "name"}
"""The sections that are tables of rows, and the column that names a row."""


def said(path: Path, data: Mapping[str, Any]) -> str:
    """The place of a key.

    >>> row = {"from": "opened", "event": "close", "to": "clossed"}
    >>> said(("table", "1", "rows", "1", "to"), {"table": [{"name": "city_status", "rows": [row]}]})
    "table 'city_status', row 1 (close from opened), column `to`"
    """
    match path:
        case ("table", n, "rows", m, *column):
            return f"{_headed('table', n, data)}, row {m}{_about(_move(_at(data, path[:4])))}{_column(column)}"
        case ("table", n, "states" | "groups" as part, status, *_):
            return f"{_headed('table', n, data)}, {part}, row {quoted(status)}"
        case ("labels", n, "rows", m, *column):
            return f"{_headed('labels', n, data)}, row {m}{_about(_at(data, path[:4]).get('label'))}{_column(column)}"
        case ("table" | "labels" as part, n, *column):
            return f"{_headed(part, n, data)}{_column(column)}"
        case (part, n, *column) if part in _ROWS:
            return f"{part}, row {n}{_about(_at(data, path[:2]).get(_ROWS[part]))}{_column(column)}"
        case ("citations", key, *column):
            return f"citations, row {quoted(key)}{_column(column)}"
        case (key, *_):
            return f"`{key}`"
    return ""


def _at(data: Any, path: Path) -> Mapping[str, Any]:
    """The table at a path; an empty one where there is none."""
    for part in path:
        if isinstance(data, list) and part.isdecimal() and 0 < int(part) <= len(data):
            data = data[int(part) - 1]
        else:
            data = data.get(part) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def _headed(part: str, n: str, data: Mapping[str, Any]) -> str:
    name = _at(data, (part, n)).get("name")
    return f"{part} {quoted(name) if isinstance(name, str) else n}"


def _about(value: Any) -> str:
    return f" ({quoted(value)[1:-1]})" if isinstance(value, str) and value.strip() else ""


def _move(row: Mapping[str, Any]) -> str:
    """The event of a row, and what it starts from."""
    event, source = row.get("event"), row.get("from")
    listed = ", ".join(map(str, source[:5])) if isinstance(source, list) else source
    return " from ".join(part for part in (event, listed) if isinstance(part, str) and part)


def _column(parts: list[str]) -> str:
    named = ".".join(part for part in parts if not part.isdecimal())
    return f", column `{named}`" if named else ""
