"""A report for people, whose excerpts are footnotes.  Nothing a document says becomes markup, a link or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import IO

from oversight_adapters.writers.footnotes import Footnotes, behind, note
from oversight_adapters.writers.safe import one_line, shortened
from oversight_adapters.writers.wording import (
    basis,
    counts,
    dates,
    known_cases,
    own_label,
    says,
    shown,
    since,
    unmapped,
    values,
    words,
)
from oversight_core.ledger import Case, Recorded, Status
from oversight_core.ledger.known import known
from oversight_core.moments import NOW, AsOf
from oversight_core.names import Item
from oversight_core.questions import Discrepancy, Tally, tally
from oversight_core.register import Register

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ACTIVE = re.compile(
    r"(?P<entity>[&<>])"
    r"|(?P<at>@+)"  # an address or a mention: no escape stops every renderer, a code span does
    r"|(?P<mark>[\\`*_{}\[\]()#!|~^$]|:(?=\S)|\.(?=[^\W\d_]))"  # marks; the stops and colons of web addresses
)

Histories = Mapping[Item, Sequence[Recorded]]


def escaped(value: object) -> str:
    """A value as text that no Markdown renderer takes for markup.

    >>> escaped("[see](https://x.example) <b>now</b>")
    '\\\\[see\\\\]\\\\(https\\\\://x\\\\.example\\\\) &lt;b&gt;now&lt;/b&gt;'
    """
    return _ACTIVE.sub(_escape, one_line(value))


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    if match["entity"]:
        return _ENTITIES[found]
    return f"`{found}`" if match["at"] else f"\\{found}"


class MarkdownWriter:
    """Tally, contradictions, then every item with its statuses and values, as of the dates given."""

    name = "markdown"
    suffix = ".md"
    lossless = False

    def __init__(self, as_of: AsOf = NOW) -> None:
        self.as_of = as_of

    def write(self, record: Register, out: IO[str]) -> None:
        """Write the report."""
        notes = Footnotes()
        histories = record.histories(self.as_of)
        cases = known_cases(histories, self.as_of)
        parts = chain(
            ["# Oversight record", "", dates(self.as_of), ""],
            _tally(tally(cases)),
            _discrepancies(record.discrepancies(self.as_of)),
            chain.from_iterable(_kind(kind, items, histories, self.as_of, notes) for kind, items in _by_kind(cases)),
            ["## Where the words stand", ""],
        )
        out.writelines(f"{line}\n" for line in parts)
        out.writelines(f"[^{number}]: {escaped(text)}\n" for number, text in notes)


def _counted(states: Mapping[str, int]) -> str:
    return ", ".join(f"{n} {words(state)}" for state, n in sorted(states.items()))


def _tally(found: Tally) -> Iterator[str]:
    yield from ("## Where recommendations stand", "")
    yield "| To | Items | Oversight status | Position | Implementation | What documents and responses state |"
    yield "|---|---|---|---|---|---|"
    for row in (*found.rows, found.whole):
        states = (row.oversight, row.positions, row.implementation)
        cells = (row.key, row.items, *map(_counted, states), counts(row.stated))
        yield "| " + " | ".join(escaped(cell) for cell in cells) + " |"
    yield ""


def _discrepancies(found: Iterable[Discrepancy]) -> Iterator[str]:
    lines = [f"- {escaped(one)}" for one in found]
    if lines:
        yield from ("## Contradictions", "", *lines, "")


def _by_kind(cases: Mapping[Item, Case]) -> Iterator[tuple[str, list[tuple[Item, Case]]]]:
    """Recommendations first, then kinds by name; items in order within each."""
    for kind in sorted({item.kind for item in cases}, key=lambda kind: (kind != "recommendation", kind)):
        yield kind, sorted((item, case) for item, case in cases.items() if item.kind == kind)


def _kind(
    kind: str,
    items: list[tuple[Item, Case]],
    histories: Mapping[Item, Iterable[Recorded]],
    as_of: AsOf,
    notes: Footnotes,
) -> Iterator[str]:
    yield from (f"## {escaped(words(kind)).capitalize()}", "")
    for item, case in items:
        yield from (f"### {escaped(shortened(says(case.described) or item, 80))}", "", f"`{item}`", "")
        for axis, status in sorted(case.statuses.items()):
            yield _status(axis, status, notes)
        for label, entry in unmapped(case):
            yield f"- no status of ours: **{escaped(label)}**" + _marks(notes, map(note, entry.excerpts))
        described = known(histories[item], as_of).described
        for field, value in values(case.described):
            yield f"- {escaped(words(field))}: {escaped(shown(value))}" + _marks(
                notes, (note(excerpt) for excerpt in behind(field, value, described))
            )
        yield ""


def _status(axis: str, status: Status, notes: Footnotes) -> str:
    label = f"**{escaped(own_label(status))}**" if own_label(status) else "no word of its source"
    entry = status.entry.entry if status.entry else None
    dated = f", since {escaped(since(status))}" if status.since else ""
    said = f"- {escaped(words(axis))}: {label} (ours: {escaped(words(status.value))}), {escaped(basis(status))}{dated}"
    return said + _marks(notes, (note(excerpt) for excerpt in (entry.excerpts if entry else ())))


def _marks(notes: Footnotes, found: Iterable[str]) -> str:
    return "".join(f"[^{number}]" for number in notes.refer(found))
