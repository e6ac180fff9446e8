"""What differs between two tables, or two rulebooks: decisions by table, every other part row by row and by column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from oversight_adapters.cli.lines import Line
from oversight_core.rules import (
    Belief,
    Citation,
    Clock,
    Lifecycle,
    Notice,
    Projection,
    Rule,
    RuleBook,
    Vocabulary,
    changed_decisions,
)
from oversight_core.rules.attempt import names
from oversight_core.rules.vocabulary import fold

Column = tuple[str, str, str]
"""A column, and what stood and stands there."""
_Keyed = Callable[[Any], tuple[tuple[str, ...], str]]  # what a row is known by, and what it is called


@attrs.frozen
class Difference:
    """One difference: the part that it is of, the row as people call it, and what is to be said of it.

    `columns` are those that changed of a row which both have; `only_in` names the rulebook of a row which one has.
    """

    part: str
    row: str
    says: str
    columns: tuple[Column, ...] = ()
    only_in: str = ""

    def line(self) -> Line:
        """The same as a line of JSON; a table stands under its own key."""
        of: Line = {"table": self.row} if self.part == "table" else {"part": self.part, "row": self.row}
        line: Line = {"type": "change", **of, "message": self.says}
        if self.columns:
            line["columns"] = {name: {"old": old, "new": new} for name, old, new in self.columns}
        return line | ({"only_in": self.only_in} if self.only_in else {})


def of_tables(old: Lifecycle, new: Lifecycle) -> Iterator[Difference]:
    """The decisions that two tables make differently."""
    return (Difference("table", new.name, str(change)) for change in changed_decisions(old, new))


def of_books(old: RuleBook, new: RuleBook, *, called: tuple[str, str]) -> Iterator[Difference]:
    """Everything that differs in two rulebooks but their names; `called` is what to call them."""
    about = tuple(_changed(old, new, ("version", "title", "note", "facts")))
    if about:
        yield _row_changed("rulebook", new.name, about)
    yield from _tables(old, new, called)
    for part, rows, keyed, columns in _PARTS:
        yield from _rows(part, rows(old), rows(new), keyed, columns, called)


def _tables(old: RuleBook, new: RuleBook, called: tuple[str, str]) -> Iterator[Difference]:
    before, after = ({table.name: table for table in book.lifecycles} for book in (old, new))
    for name in dict.fromkeys((*before, *after)):
        if name not in before or name not in after:
            yield _only("table", name, called[name not in before])
            continue
        decided = list(of_tables(before[name], after[name]))
        yield from (attrs.evolve(one, says=f"{name}: {one.says}") for one in decided)
        if decided or before[name] == after[name]:
            continue
        rested = list(
            _rows(f"{name}, row", before[name].rules, after[name].rules, _of_rule, ("means", "cites"), called)
        )
        yield from rested
        columns = tuple(_changed(before[name], after[name], ("version", "axis", "kinds", "in_force_from")))
        if columns or not rested:
            more = f": {_columns(columns)}" if columns else ", and its states or groups are described otherwise"
            yield Difference("table", name, f"{name}: decides alike{more}", columns)
    if {*old.earlier} != {*new.earlier}:
        yield Difference("rulebook", new.name, "the earlier versions of the tables differ")


def _rows(
    part: str, old: Iterable[Any], new: Iterable[Any], keyed: _Keyed, columns: tuple[str, ...], called: tuple[str, str]
) -> Iterator[Difference]:
    """Rows by what they are known by; of several known by one thing, those that are equal go together first."""
    before, after = list(old), list(new)
    same = [row for row in before if row in after]
    before, after = ([row for row in rows if row not in same] for rows in (before, after))
    for row in before:
        key, name = keyed(row)
        other = next((one for one in after if keyed(one)[0] == key), None)
        if other is None:
            yield _only(part, name, called[0])
            continue
        after.remove(other)
        if changed := tuple(_changed(row, other, columns or _all(row))):
            yield _row_changed(part, name, changed)
    yield from (_only(part, keyed(row)[1], called[1]) for row in after)


def _only(part: str, row: str, book: str) -> Difference:
    return Difference(part, row, f"the {part} {row} is only in {book}", only_in=book)


def _row_changed(part: str, row: str, columns: tuple[Column, ...]) -> Difference:
    return Difference(part, row, f"{part} {row}: {_columns(columns)}", columns)


def _columns(columns: Iterable[Column]) -> str:
    return "; ".join(f"{name}: {old or 'nothing'} → {new or 'nothing'}" for name, old, new in columns)


def _all(row: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(type(row)) if field.eq)


def _changed(old: Any, new: Any, columns: Iterable[str]) -> Iterator[Column]:
    for column in columns:
        before, after = getattr(old, column), getattr(new, column)
        if before != after:
            yield column, _said(before), _said(after)


def _said(value: Any) -> str:
    """What a column of a row says, in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(_one, value))
    return "" if value is None else str(value)


def _one(value: Any) -> str:
    """One of several values in a column; a pair is a name and what it stands for."""
    match value:
        case (str(name), worth):
            return f"{name} is {_said(worth) or 'not stated'}"
        case Belief():
            return f"{value.standard} that {value.proposition}"
        case Citation(copy=str(copy)) if copy:
            return f"{value}, in {copy}"
    return str(value)


# -- what a row is known by in each part, and what it is called --------------------------------------------------------


def _of_rule(rule: Rule) -> tuple[tuple[str, ...], str]:
    return (rule.event, *names(rule.source), rule.target), f"{rule.event} from {', '.join(names(rule.source))}"


def _named(row: Clock | Notice | Vocabulary) -> tuple[tuple[str, ...], str]:
    return (row.name,), row.name


def _of_label(row: _Label) -> tuple[tuple[str, ...], str]:
    return (row.vocabulary, fold(row.label)), f"{row.label} ({row.vocabulary})"


def _of_projection(row: Projection) -> tuple[tuple[str, ...], str]:
    return (row.axis, *row.statuses), f"of {row.axis} {', '.join(row.statuses)}"


@attrs.frozen
class _Label:
    """A row of a vocabulary, with the vocabulary that it stands in."""

    vocabulary: str
    label: str
    means: tuple[tuple[str, str], ...]
    lossy: bool
    code: str
    note: str
    cites: tuple[Citation, ...]


def _labels(book: RuleBook) -> list[_Label]:
    return [
        _Label(held.name, row.label, row.targets, row.lossy, row.code, row.note, row.cites)
        for held in book.vocabularies
        for row in held.rows
    ]


_PARTS: tuple[tuple[str, Callable[[RuleBook], Iterable[Any]], _Keyed, tuple[str, ...]], ...] = (
    ("vocabulary", lambda book: book.vocabularies, _named, ("publisher", "scheme")),
    ("label", _labels, _of_label, ()),
    ("clock", lambda book: book.clocks, _named, ()),
    ("projection", lambda book: book.projections, _of_projection, ()),
    ("notice", lambda book: book.notices, _named, ()),
)
"""The parts of a rulebook that are rows: how they are found, what they are known by, and the columns that are told,
all of them where none is named."""
