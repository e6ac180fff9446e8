"""The tables that are installed, by the names people give them."""

from __future__ import annotations

from difflib import get_close_matches

from oversight_adapters.cli.desk import rulebooks
from oversight_adapters.cli.exits import WrongUse
from oversight_core.rules import Lifecycle, RuleBook


def installed() -> dict[str, tuple[RuleBook, Lifecycle]]:
    """Every table by name, with the first rulebook that brings it; two of one name are told apart by version."""
    found: dict[str, tuple[RuleBook, Lifecycle]] = {}
    for book in rulebooks():
        for table in book.lifecycles:
            name = table.name
            if name in found and found[name][1] != table:
                name = f"{table.name}@{table.version}"
            found.setdefault(name, (book, table))
    return found


def find(name: str) -> Lifecycle:
    """The table of a name; NAME@VERSION picks a version.  Raises `WrongUse` with near hits."""
    tables = installed()
    if name in tables:
        return tables[name][1]
    for _, table in tables.values():
        if name == f"{table.name}@{table.version}":
            return table
    near = get_close_matches(name, tables, n=3, cutoff=0.4) or list(tables)
    raise WrongUse(f"no table is called {name!r}; did you mean {', '.join(near)}?")
