"""`oversight rules check`: what is wrong with tables, clocks and labels, and how much was looked at."""

from __future__ import annotations

from collections import Counter, abc
from collections.abc import Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import attrs

from oversight_adapters.calendars.present import installed as calendars
from oversight_adapters.cli import out
from oversight_adapters.cli.commands.rules import Whole
from oversight_adapters.cli.desk import adapters
from oversight_adapters.cli.exits import DONE, PROBLEMS
from oversight_adapters.cli.files import text_of
from oversight_adapters.cli.options import Json, Strict
from oversight_adapters.cli.progress import progress
from oversight_adapters.cli.signals import strays
from oversight_adapters.cli.tables import FILE, Found, chosen
from oversight_core.rules import (
    Citation,
    Clock,
    Force,
    Lifecycle,
    Mapping,
    Notice,
    Projection,
    Rule,
    RuleBook,
    defects,
    space,
)
from oversight_core.rules.clock import faults

Cited = Rule | Mapping | Clock | Projection | Notice

Fault = tuple[str, str]
"""What it is wrong with, and what is wrong: a part and a sentence, or a column and a sentence."""


def check(*names: Whole, json: Json = False, strict: Strict = False) -> int:
    """Look for defects: states nobody reaches or leaves, rows that cite nothing, clocks that cannot be counted.

    Every decision of every table is made once; how many, and what the rows rest on, is printed last.  A defect in a
    file is told by its line, and the exit code is then 1.
    """
    found = chosen(names)
    files = {one.book.name: name for name, one in zip(names, found, strict=False) if name.endswith(FILE)}
    faults, counted = _looked_at(found, files)
    if json:
        for about, fault in faults:
            out.json_line({"type": "defect", "table": about, "message": fault})
        out.json_line({"type": "checked", **attrs.asdict(counted)})
    else:
        if faults:
            out.table(("where", "defect"), faults)
        _tell(counted, len(faults))
    in_a_file = any(about in files.values() for about, _ in faults)
    return PROBLEMS if in_a_file or (strict and faults) else DONE


@attrs.frozen(kw_only=True)
class Counted:
    """How much was looked at; what several rulebooks share counts once."""

    rulebooks: int
    tables: int
    rows: int
    decisions: int
    labels: int
    clocks: int
    projections: int
    notices: int
    citations: dict[str, int]


def _looked_at(found: Sequence[Found], files: abc.Mapping[str, str]) -> tuple[list[Fault], Counted]:
    tables = list(dict.fromkeys(table for one in found for table in _tables(one)))
    books = list({one.book.name: one.book for one in found if one.table is None}.values())
    wrong: list[Fault] = [(table.name, str(defect)) for table in tables for defect in defects(table)]
    for book in books:
        path = files.get(book.name)
        wrong += _in_file(book, path) if path else _of_book(book)
    labels = [row for book in books for vocabulary in book.vocabularies for row in vocabulary.rows]
    clocks = [clock for book in books for clock in book.clocks]
    projections = [row for book in books for row in book.projections]
    notices = [notice for book in books for notice in book.notices]
    rules = [rule for table in tables for rule in table.rules]
    parts: tuple[Sequence[Cited], ...] = (rules, labels, clocks, projections, notices)
    cites = [cite for rows in parts for row in rows for cite in row.cites]
    return wrong, Counted(
        rulebooks=len(books),
        tables=len(tables),
        rows=len(rules),
        decisions=_decisions(tables),
        labels=len(labels),
        clocks=len(clocks),
        projections=len(projections),
        notices=len(notices),
        citations=_by_force(cites),
    )


def _tables(found: Found) -> tuple[Lifecycle, ...]:
    return found.tables if found.table else (*found.book.lifecycles, *found.book.earlier)


def _of_book(book: RuleBook) -> Iterator[Fault]:
    return ((f"{book.name}: clock {clock.name}", says) for clock in book.clocks for _, says in _of_clock(clock))


def _in_file(book: RuleBook, path: str) -> Iterator[Fault]:
    """The same of a rulebook in a file, each by its line."""
    from oversight_adapters.rulebooks.loading import LARGEST, told_in

    wrong = [
        (("clocks", str(n), column), says)
        for n, clock in enumerate(book.clocks, 1)
        for column, says in _of_clock(clock)
    ]
    return ((path, sentence) for sentence in told_in(text_of(path, "a rulebook", most=LARGEST), wrong))


def _of_clock(clock: Clock) -> Iterator[Fault]:
    """What is wrong with a clock, here too: calendars, time zones and kinds are things of this installation."""
    yield from faults(clock)
    yield from strays(clock, adapters().kinds)
    if clock.calendar not in calendars():
        yield "calendar", f"names the calendar {clock.calendar!r}, which is not installed"
    if clock.time_zone and not clock.time_zone.startswith(":") and not _is_zone(clock.time_zone):
        yield "time_zone", f"names the time zone {clock.time_zone!r}, which is not known"


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _decisions(tables: Iterable[Lifecycle]) -> int:
    """How many decisions the tables make: each is made."""
    return sum(sum(1 for _ in space(table)) for table in progress(tables, "deciding"))


def _by_force(cites: Iterable[Citation]) -> dict[str, int]:
    counted = Counter(citation.force for citation in cites)
    return {str(force): counted[force] for force in Force if counted[force]}


def _tell(counted: Counted, wrong: int) -> None:
    looked = attrs.asdict(counted, filter=lambda field, _: field.name != "citations")
    many = ", ".join(f"{n:,} {name if n != 1 else name.removesuffix('s')}" for name, n in looked.items() if n)
    out.line(f"{many} checked, {wrong or 'no'} defect{'s' * (wrong > 1)} found")
    forces = ", ".join(f"{number:,} {force}" for force, number in counted.citations.items())
    out.line(f"citations: {forces or 'none'}")
