"""`oversight read`: what documents say, and where."""

from __future__ import annotations

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import adapters
from oversight_adapters.cli.exits import DONE, PROBLEMS
from oversight_adapters.cli.lines import reading_lines
from oversight_adapters.cli.mappings import reader_for
from oversight_adapters.cli.options import Books, Json, Strict
from oversight_adapters.cli.progress import progress
from oversight_adapters.cli.reading import Unread, read_all, tell_unread
from oversight_adapters.cli.sources import paths
from oversight_adapters.cli.tables import books_in
from oversight_adapters.readers.facts import Fact, facts, plain
from oversight_adapters.writers.footnotes import place
from oversight_adapters.writers.safe import shortened
from oversight_adapters.writers.wording import words
from oversight_core.ports import Reader
from oversight_core.reading import Reading


def read(
    first: str,
    /,
    *more: str,
    format: str | None = None,
    mapping: str | None = None,
    rulebook: Books = (),
    json: Json = False,
    strict: Strict = False,
    full: bool = False,
) -> int:
    """Read documents and show every value with its words; nothing is kept.

    Parameters
    ----------
    first:
        A document, or a folder of them.
    more:
        More of the same.
    format:
        Which reader reads; without it, the one that recognises the document.
    mapping:
        A mapping file by which tables are read; see `oversight mapping guess`.
    full:
        Show words at their full length.
    """
    code, problems = DONE, 0
    books = books_in(rulebook)
    mapped = reader_for(mapping, format, books)
    files = paths((first, *more), besides=mapping)
    for result in progress(read_all(files, format=format, mapped=mapped), "reading", total=len(files)):
        if isinstance(result, Unread):
            code = max(code, result.exit)
            tell_unread(result, json)
        elif json:
            for line in reading_lines(result, mapped or adapters().reader(result.format)):
                out.json_line(line)
        else:
            _show(result, mapped or adapters().reader(result.format), 1_000_000 if full else 100)
        problems += 1 if isinstance(result, Unread) else len(result.problems)
    return code or (PROBLEMS if strict and problems else DONE)


def _show(reading: Reading, reader: Reader, width: int) -> None:
    """A reading for people: its facts by item, its problems, and what was not understood."""
    name = reading.source.name if reading.source else ""
    out.heading(f"{name}: {reading.format}, {reading.coverage:.0%} of the telling sentences accounted for")
    by_item: dict[str, list[tuple[str, str, str, str]]] = {}
    for fact in facts(reading, reader):
        by_item.setdefault(str(fact.item), []).append(_row(fact, width))
    for item, rows in by_item.items():
        out.heading(item)
        out.table(("field", "value", "words", "where"), rows)
    if reading.problems:
        out.heading("Problems")
        out.table(("code", "what"), [(problem.code, problem.message) for problem in reading.problems])
    if reading.unaccounted:
        out.heading("Not understood")
        sentences = [(place(one.locator), shortened(one.text, width)) for one in reading.unaccounted]
        out.table(("where", "sentence"), sentences)


def _row(fact: Fact, width: int) -> tuple[str, str, str, str]:
    value, quote = shortened(_text(plain(fact.value)), width), shortened(fact.quote, width)
    words_ = "computed" if fact.quote is None else "the same" if quote == value else f"“{quote}”"
    return words(fact.field), value, words_, place(fact.locator)


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
