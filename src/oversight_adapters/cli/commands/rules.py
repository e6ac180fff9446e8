"""`oversight rules`: the tables that decide what is allowed, for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from cyclopts import Parameter

from oversight_adapters.cli import out
from oversight_adapters.cli.exits import DONE, PROBLEMS
from oversight_adapters.cli.options import Json, Strict
from oversight_adapters.cli.tables import find, installed
from oversight_adapters.writers.wording import words
from oversight_core.rules import Lifecycle, Rule, changed_decisions, defects, to_matrix, to_mermaid
from oversight_core.rules.attempt import names

Name = Annotated[str, Parameter(help="A table of `oversight rules list`; NAME@VERSION picks a version.")]


def list_(*, json: Json = False) -> None:
    """List the tables that are installed, the rulebook that brings each, and what it moves."""
    rows = [
        (name, table.version, book.name, table.axis, len(table.states), len(table.rules))
        for name, (book, table) in installed().items()
    ]
    columns = ("table", "version", "rulebook", "axis", "states", "rows")
    if json:
        for row in rows:
            out.json_line({"type": "table", **dict(zip(columns, row, strict=True))})
    else:
        out.table(columns, rows)


def show(name: Name, /, *, json: Json = False) -> None:
    """Show every row of a table: who may do what from where, what it needs, and what it cites."""
    table = find(name)
    if json:
        for rule in table.rules:
            out.json_line(_line(table, rule))
        return
    out.line(f"{table.name}, version {table.version}: moves the {words(table.axis)}", style="bold")
    out.heading("States")
    out.table(("state", "what it means"), [(state.name, state.meaning) for state in table.states])
    if table.groups:
        out.heading("Groups")
        out.table(("group", "states"), [(group.name, ", ".join(group.states)) for group in table.groups])
    out.heading("Rows")
    for rule in table.rules:
        out.line(f"{', '.join(names(rule.source))} → {rule.event} → {rule.target}", style="bold", indent=2)
        for label, text in _details(rule):
            out.line(f"{label}: {text}", indent=6)


def draw(name: Name, /, *, format: Literal["mermaid", "matrix"] = "mermaid", json: Json = False) -> None:
    """Draw a table: a Mermaid state diagram, or a Markdown matrix of states and events.

    Parameters
    ----------
    format:
        mermaid or matrix.
    """
    drawn = to_mermaid(find(name)) if format == "mermaid" else to_matrix(find(name))
    if json:
        out.json_line({"type": "drawing", "table": name, "format": format, "text": drawn})
    else:
        out.raw(drawn)


def check(*names: Name, json: Json = False, strict: Strict = False) -> int:
    """Look for defects: states nobody reaches or leaves, rows that cite nothing, guards that are not there."""
    tables = [find(name) for name in names] or [table for _, table in installed().values()]
    found = [(table.name, str(defect)) for table in tables for defect in defects(table)]
    if json:
        for table_name, defect in found:
            out.json_line({"type": "defect", "table": table_name, "message": defect})
    elif found:
        out.table(("table", "defect"), found)
    else:
        out.line(f"{len(tables)} tables checked, no defect found")
    return PROBLEMS if strict and found else DONE


def diff(old: Name, new: Name, /, *, json: Json = False, strict: Strict = False) -> int:
    """Show every decision that two tables make differently."""
    changes = list(changed_decisions(find(old), find(new)))
    if json:
        for change in changes:
            out.json_line({"type": "change", "message": str(change)})
    elif changes:
        for change in changes:
            out.line(f"- {change}")
    else:
        out.line("both tables decide alike")
    return PROBLEMS if strict and changes else DONE


def _details(rule: Rule) -> Iterator[tuple[str, str]]:
    if rule.means:
        yield "meaning", rule.means
    yield "who may", ", ".join(rule.actors)
    if rule.requires:
        yield "requires", ", ".join(map(words, rule.requires))
    if rule.expects:
        yield "expects", ", ".join(map(words, rule.expects))
    if rule.guards:
        yield "conditions", ", ".join(rule.guards)
    for citation in rule.cites:
        yield "cites", str(citation)


def _line(table: Lifecycle, rule: Rule) -> dict[str, object]:
    return {
        "type": "rule",
        "table": table.name,
        "version": table.version,
        "from": list(names(rule.source)),
        "event": rule.event,
        "to": rule.target,
        "actors": list(rule.actors),
        "requires": list(rule.requires),
        "expects": list(rule.expects),
        "guards": list(rule.guards),
        "cites": [str(citation) for citation in rule.cites],
        "means": rule.means,
    }
