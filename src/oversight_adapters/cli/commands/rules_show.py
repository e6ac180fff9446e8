"""`oversight rules show`: a table row by row, or a rulebook with all that it brings, and what each rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from oversight_adapters.cli import out
from oversight_adapters.cli.clock_words import details as clock_details
from oversight_adapters.cli.clock_words import length
from oversight_adapters.cli.commands.rules import Whole
from oversight_adapters.cli.lines import Line
from oversight_adapters.cli.options import Json
from oversight_adapters.cli.tables import named
from oversight_adapters.writers.wording import words
from oversight_core.rules import Citation, Lifecycle, Mapping, Notice, Projection, Rule, RuleBook
from oversight_core.rules.attempt import names


def show(name: Whole, /, *, json: Json = False) -> None:
    """Show every row of a table: who may do what from where, what it needs, and what it cites.

    Of a rulebook, its tables, and every label, clock, projection and notice with what it cites.
    """
    found = named(name)
    if json:
        for line in _lines(found.book, found.table):
            out.json_line(line)
    elif found.table is not None:
        _table(found.table)
    else:
        _book(found.book)


def _table(table: Lifecycle) -> None:
    since = f", in force from {table.in_force_from}" if table.in_force_from else ""
    of = f" of {' or '.join(map(words, table.kinds))}" if table.kinds else ""
    out.line(f"{table.name}, version {table.version}: moves the {words(table.axis)}{of}{since}", style="bold")
    out.heading("States")
    out.table(("state", "what it means"), [(state.name, state.meaning) for state in table.states])
    if table.groups:
        out.heading("Groups")
        out.table(("group", "states"), [(group.name, ", ".join(group.states)) for group in table.groups])
    if table.guards:
        out.heading("Conditions")
        out.table(
            ("condition", "what it means", "facts it needs"),
            [(guard.name, guard.meaning, ", ".join(guard.needs)) for guard in table.guards],
        )
    out.heading("Rows")
    for rule in table.rules:
        _entry(f"{', '.join(names(rule.source))} → {rule.event} → {rule.target}", _rule(rule), rule.cites)


def _book(book: RuleBook) -> None:
    out.line(f"{book.name}, version {book.version}: {book.title}", style="bold")
    if book.note:
        out.line(book.note)
    out.heading("Tables")
    out.table(
        ("table", "version", "axis", "items", "states", "rows"),
        [
            (table.name, table.version, table.axis, ", ".join(table.kinds), len(table.states), len(table.rules))
            for table in (*book.lifecycles, *book.earlier)
        ],
    )
    for vocabulary in book.vocabularies:
        codes = f", codes of {vocabulary.scheme}" if vocabulary.scheme else ""
        out.heading(f"Labels {vocabulary.name}, as {vocabulary.publisher} prints them{codes}")
        for row in vocabulary.rows:
            _entry(f"{row.label}{f' ({row.code})' if row.code else ''}", _label(row), row.cites)
    for title, rows in _parts(book):
        if rows:
            out.heading(title)
        for name, details, cites in rows:
            _entry(name, details, cites)


Details = Iterable[tuple[str, str]]


def _parts(book: RuleBook) -> Iterator[tuple[str, list[tuple[str, Details, tuple[Citation, ...]]]]]:
    yield "Clocks", [(clock.name, clock_details(clock), clock.cites) for clock in book.clocks]
    yield (
        "Nearest labels",
        [(f"{words(row.axis)} {', '.join(row.statuses)}", _projection(row), row.cites) for row in book.projections],
    )
    yield "Notices", [(notice.name, _notice(notice), notice.cites) for notice in book.notices]


def _entry(name: str, details: Details, cites: Iterable[Citation]) -> None:
    out.line(name, style="bold", indent=2)
    for label, text in details:
        out.line(f"{label}: {text}", indent=6)
    for citation in cites:
        out.line(f"rests on: {citation}{f', in {citation.copy}' if citation.copy else ''}", indent=6)


def _rule(rule: Rule) -> Iterator[tuple[str, str]]:
    if rule.means:
        yield "meaning", rule.means
    yield "who may", ", ".join(rule.actors)
    if rule.requires:
        yield "requires", ", ".join(map(words, rule.requires))
    if rule.expects:
        yield "expects", ", ".join(map(words, rule.expects))
    if rule.guards:
        yield "conditions", ", ".join(rule.guards)


def _label(row: Mapping) -> Iterator[tuple[str, str]]:
    yield "means", ", ".join(f"{words(axis)} is {words(status)}" for axis, status in row.targets)
    if row.note:
        yield ("differs" if row.lossy else "note"), row.note


def _projection(row: Projection) -> Iterator[tuple[str, str]]:
    yield "nearest label", row.label
    if row.lost:
        yield "what is lost", row.lost


def _notice(notice: Notice) -> Iterator[tuple[str, str]]:
    if notice.means:
        yield "meaning", notice.means
    yield "who tells whom", f"{notice.sender} {notice.duty} tell {notice.recipient}"
    yield "who must hold the belief", " or ".join(notice.holders)
    yield "beliefs that suffice", "; or ".join(f"{one.standard} that {one.proposition}" for one in notice.suffices)


def _lines(book: RuleBook, table: Lifecycle | None) -> Iterator[Line]:
    for one in (table,) if table else (*book.lifecycles, *book.earlier):
        yield from (_rule_line(one, rule) for rule in one.rules)
    if table:
        return
    for vocabulary in book.vocabularies:
        of = {"vocabulary": vocabulary.name, "scheme": vocabulary.scheme}
        for mapping in vocabulary.rows:
            yield _line("label", of, mapping, ("label", "code", "targets", "lossy", "note"), mapping.cites)
    for clock in book.clocks:
        yield _line("clock", {"name": clock.name, "by": length(clock)}, clock, _CLOCK, clock.cites)
    for row in book.projections:
        yield _line("projection", {}, row, ("axis", "statuses", "label", "lost"), row.cites)
    for notice in book.notices:
        beliefs = {"name": notice.name, "suffices": [attrs.asdict(one) for one in notice.suffices]}
        yield _line("notice", beliefs, notice, ("sender", "recipient", "duty", "holders", "means"), notice.cites)


_CLOCK = (
    *("starts_on", "between", "length", "unit", "bound", "calendar", "duty_holder", "kinds", "where"),
    *("stated_in", "met_by", "stops_on", "repeats", "each", "first", "window", "awaits", "month_end", "time_zone"),
    *("in_force_from", "in_force_to", "marker", "means"),
)


def _line(kind: str, first: Line, row: Any, columns: Iterable[str], cites: Iterable[Citation]) -> Line:
    """A row as a line of JSON: what is said of it first, then some of its columns as they are."""
    held = {name: _plain(getattr(row, name)) for name in columns}
    return {"type": kind, **first, **held, "cites": [str(citation) for citation in cites]}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, bool | int) else str(value)


def _rule_line(table: Lifecycle, rule: Rule) -> Line:
    move = {"from": list(names(rule.source)), "event": rule.event, "to": rule.target}
    of = {"table": table.name, "version": table.version, **move}
    return _line("rule", of, rule, ("actors", "requires", "expects", "guards", "means"), rule.cites)
