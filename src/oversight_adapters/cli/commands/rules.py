"""`oversight rules list`, `draw` and `diff`: the tables that decide what is allowed, for people."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import Parameter

from oversight_adapters.cli import out
from oversight_adapters.cli.comparing import of_books, of_tables
from oversight_adapters.cli.desk import rulebooks
from oversight_adapters.cli.exits import DONE, PROBLEMS, WrongUse
from oversight_adapters.cli.options import Json, Strict
from oversight_adapters.cli.tables import installed, named, table_named
from oversight_core.rules import to_matrix, to_mermaid

_NAMED = "a table of `oversight rules list`, TABLE@VERSION, or BOOK:TABLE, where BOOK may be a file that ends in .toml"
Name = Annotated[str, Parameter(help=f"{_NAMED[:1].upper()}{_NAMED[1:]}.")]
Whole = Annotated[str, Parameter(help=f"A rulebook by its name or its file; or {_NAMED}.")]

BOOKS = ("rulebook", "version", "title", "tables", "labels", "clocks", "projections", "notices")
TABLES = ("table", "version", "rulebook", "axis", "states", "rows")


def list_(*, json: Json = False) -> None:
    """List the rulebooks that are installed and how much is in each; and their tables, and what each moves."""
    books = [
        (
            book.name,
            book.version,
            book.title,
            len(book.lifecycles),
            sum(len(vocabulary.rows) for vocabulary in book.vocabularies),
            len(book.clocks),
            len(book.projections),
            len(book.notices),
        )
        for book in rulebooks()
    ]
    tables = [
        (name, table.version, book.name, table.axis, len(table.states), len(table.rules))
        for name, (book, table) in installed().items()
    ]
    if json:
        for kind, columns, rows in (("rulebook", BOOKS, books), ("table", TABLES, tables)):
            for row in rows:
                out.json_line({"type": kind, **dict(zip(columns, row, strict=True))})
        return
    out.table(BOOKS, books)
    out.line()
    out.table(TABLES, tables)


def draw(name: Name, /, *, format: Literal["mermaid", "matrix"] = "mermaid", json: Json = False) -> None:
    """Draw a table: a Mermaid state diagram, or a Markdown matrix of states and events.

    Parameters
    ----------
    format:
        mermaid or matrix.
    """
    table = table_named(name)
    drawn = to_mermaid(table) if format == "mermaid" else to_matrix(table)
    if json:
        out.json_line({"type": "drawing", "table": name, "format": format, "text": drawn})
    else:
        out.raw(drawn)


def diff(old: Whole, new: Whole, /, *, json: Json = False, strict: Strict = False) -> int:
    """Show every decision that two tables make differently; of two rulebooks, all that differs, row by row."""
    one, other = named(old), named(new)
    if one.table and other.table:
        found, none = list(of_tables(one.table, other.table)), "both decide alike"
    elif one.table or other.table:
        raise WrongUse("a table is compared with a table and a rulebook with a rulebook; name two of a kind")
    else:
        found, none = list(of_books(one.book, other.book, called=(old, new))), "both are alike"
    if json:
        for difference in found:
            out.json_line(difference.line())
    elif found:
        for difference in found:
            out.line(f"- {difference.says}")
    else:
        out.line(none)
    return PROBLEMS if strict and found else DONE
