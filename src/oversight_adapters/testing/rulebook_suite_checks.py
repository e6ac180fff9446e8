"""What is wrong with a rulebook as a whole, with its clocks and with its names (B0, B6, B8, B9)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from oversight_adapters.writers.safe import one_line
from oversight_core.names import SEGMENT
from oversight_core.rulebooks import BUILTIN
from oversight_core.rules import Lifecycle, RuleBook
from oversight_core.rules.attempt import names
from oversight_core.rules.clock import faults
from oversight_core.rules.vocabulary import fold


def unnamed(book: RuleBook) -> Iterator[str]:
    """B0: what a rulebook does not say of itself."""
    if not (isinstance(book.name, str) and SEGMENT.fullmatch(book.name)):
        yield f"its name {book.name!r} is not a lower-case slug"
    yield from (f"its {part} is blank" for part in ("version", "title") if not str(getattr(book, part)).strip())


def clashes(book: RuleBook) -> Iterator[str]:
    """B9: what it has the name of, of another rulebook, and not the content."""
    for other in BUILTIN:
        if other == book:
            continue
        if other.name == book.name:
            yield f"its name {book.name!r} is that of another rulebook, {other.title!r}"
        tables = {(table.name, table.version): table for table in other.lifecycles}
        words = {vocabulary.name: vocabulary for vocabulary in other.vocabularies}
        for table in book.lifecycles:
            if tables.get((table.name, table.version), table) != table:
                yield f"the table {table.name!r} {table.version} is another one in {other.name!r}; entries keep both"
        for one in book.vocabularies:
            if words.get(one.name, one) != one:
                yield f"the vocabulary {one.name!r} is another one in {other.name!r}"


def unclear_clocks(book: RuleBook) -> Iterator[str]:
    """B6: deadlines that do not say whose, from when, how long, by which calendar; and the same row twice."""
    for clock in book.clocks:
        yield from (f"the clock {clock.name!r} {says}" for _, says in faults(clock))
    counted = Counter(book.clocks)
    yield from (f"the clock {clock.name!r} stands twice" for clock, n in counted.items() if n > 1)


_LINE = re.compile(
    r"stateDiagram-v2|state \"[^\"\n]*\" as \w+(?: \{)?|\}|\w+"
    r"|(?:\[\*\]|\w+) --> (?:\[\*\]|\w+)(?: : [A-Za-z0-9 _.,'()/#;-]*)?"
)
"""What a line of a diagram may be."""

_CODE = re.compile(r"#(\d{1,7});")


def misdrawn(table: Lifecycle, mermaid: str, matrix: str) -> Iterator[str]:
    """B8: names that are not in the drawings, or do there what a name does not."""
    events = tuple(dict.fromkeys(rule.event for rule in table.rules))
    shown = _CODE.sub(lambda code: chr(int(code[1])), mermaid)
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in matrix.splitlines()]
    cells = {re.sub(r"\\(.)", r"\1", cell).strip() for row in rows for cell in row}
    for kind, named in (("state", table.state_names), ("event", events)):
        yield from (f"the {kind} {name!r} is not in the diagram" for name in named if name not in shown)
        yield from (f"the {kind} {name!r} is not in the matrix" for name in named if name not in cells)
    yield from (
        f"the diagram has the line {line!r}" for line in mermaid.splitlines() if not _LINE.fullmatch(line.strip())
    )
    if {len(row) for row in rows} != {len(events) + 1} or len(rows) != len(table.states) + 2:
        yield "the matrix has not one row a state and one column an event"


def unreadable_names(table: Lifecycle) -> Iterator[str]:
    """B8: names that hold what cannot be seen, or that look alike when they are drawn."""
    for kind, named in (
        ("status", (*table.state_names, *table.members)),
        ("event", tuple(dict.fromkeys(rule.event for rule in table.rules))),
        ("role", names(role for rule in table.rules for role in rule.actors)),
    ):
        counted = Counter(map(fold, named))
        yield from (f"the {kind} {name!r} holds what cannot be seen" for name in named if one_line(name) != name)
        yield from (f"the {kind} {name!r} looks like another one" for name in named if counted[fold(name)] > 1)
