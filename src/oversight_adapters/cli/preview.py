"""What a mapping makes of a table, for people and as lines of JSON, before anything is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from oversight_adapters.cli import out
from oversight_adapters.cli.lines import Line, fact_line, problem_line, unaccounted_line
from oversight_adapters.readers.facts import Fact, facts, plain
from oversight_adapters.readers.mapped_table import Examined, MappedTableReader
from oversight_adapters.readers.mapped_table.mapping import word_key
from oversight_adapters.readers.mapped_table.problems import by_kind
from oversight_adapters.writers.footnotes import place
from oversight_adapters.writers.safe import shortened
from oversight_adapters.writers.wording import words
from oversight_core.reading import Problem, Reading

_SHOWN = 3  # items of each kind
_LISTED = 50  # problems, and cells that nothing was read from
_WIDTH = 100  # characters of a value


@attrs.frozen
class Word:
    """A word of a column of status words: where it stands in the mapping, what it means, and how many rows have it."""

    label: str
    column: str
    axis: str
    word: str
    means: str | None  # "" states nothing, None is not known
    rows: int


def status_words(examined: Examined, reader: MappedTableReader) -> Iterator[Word]:
    """Every word of every such column, the most frequent first."""
    for labels in reader.mapping.labels:
        meanings = {word_key(word): meaning for word, meaning in labels.meanings}
        for word, rows in examined.words.get(labels.name, Counter()).most_common():
            yield Word(labels.name, labels.words_in.column, labels.axis, word, meanings.get(word_key(word)), rows)


def lines(examined: Examined, reader: MappedTableReader) -> Iterator[Line]:
    """A preview as lines of JSON; the last one sums up."""
    for fact in _previewed(examined, reader):
        yield fact_line(attrs.evolve(fact, source=fact.source or examined.source.digest))
    for word in status_words(examined, reader):
        yield {"type": "word", **attrs.asdict(word)}
    yield from (problem_line(problem) for problem in examined.problems)
    yield from (unaccounted_line(cell) for cell in examined.unaccounted)
    given, reports = _numbers(examined, reader)
    yield {
        "type": "check",
        "source": examined.source.digest,
        "format": examined.format,
        "stated_on": plain(examined.source.dated_on),
        "rows": examined.rows,
        "candidates": given,
        "documents": reports,
        "problems": len(examined.problems),
        "unaccounted": len(examined.unaccounted),
        "refused": [problem.code for problem in examined.refused],
    }


def tell(examined: Examined, reader: MappedTableReader, name: str) -> None:
    """A preview for people; its last line sums up."""
    out.line(f"{name}, read by the mapping {examined.format}", style="bold")
    if examined.source.dated_on:
        out.line(f"stated on {examined.source.dated_on}")
    for item, rows in _by_item(examined, reader).items():
        out.heading(item)
        out.table(("field", "value", "words", "where"), rows)
    if counted := [_row(word) for word in status_words(examined, reader)]:
        out.heading("Status words")
        out.table(("column", "word", "rows", "axis", "means"), counted)
    problems = [(kind.code, kind.count, kind.told) for kind in by_kind((*examined.refused, *_others(examined)))]
    _listed("Problems", ("code", "how many", "what"), problems)
    cells = [(place(one.locator), shortened(one.text, _WIDTH)) for one in examined.unaccounted]
    _listed("Mapped, and read by nothing", ("where", "words"), cells)
    out.line()
    out.line(_sum(examined, reader))


def _others(examined: Examined) -> Iterator[Problem]:
    return (problem for problem in examined.problems if problem not in examined.refused)


def _listed(heading: str, columns: tuple[str, ...], rows: Sequence[tuple[str | int, ...]]) -> None:
    """A table of the first of these, and how many more there are; nothing where there are none."""
    if not rows:
        return
    out.heading(heading)
    out.table(columns, rows[:_LISTED])
    if len(rows) > _LISTED:
        out.line(f"and {len(rows) - _LISTED} more, which --json shows")


def _sum(examined: Examined, reader: MappedTableReader) -> str:
    given, reports = _numbers(examined, reader)
    also = f", and {reports} documents" if reports else ""
    if examined.refused:
        codes = ", ".join(dict.fromkeys(problem.code for problem in examined.refused))
        return f"refused ({codes}): would give 0 candidates of {examined.rows} rows"
    return f"would give {given} candidates of {examined.rows} rows{also}"


def _numbers(examined: Examined, reader: MappedTableReader) -> tuple[int, int]:
    """How many items the rows give, and how many reports that these belong to; none where the file is refused."""
    if examined.refused:
        return 0, 0
    of_rows = sum(one.item.kind == reader.mapping.entity.kind for one in examined.candidates)
    return of_rows, len(examined.candidates) - of_rows


def _previewed(examined: Examined, reader: MappedTableReader) -> Iterator[Fact]:
    """The facts of the first items of each kind; each fact once, however many rows state it."""
    seen: Counter[str] = Counter()
    for candidate in examined.candidates:
        seen[candidate.item.kind] += 1
        if seen[candidate.item.kind] <= _SHOWN:
            told = facts(Reading((candidate,), source=examined.source), reader)
            yield from {(fact.field, str(fact.value)): fact for fact in reversed(list(told))}.values()


def _by_item(examined: Examined, reader: MappedTableReader) -> dict[str, list[tuple[str, str, str, str]]]:
    rows: dict[str, list[tuple[str, str, str, str]]] = {}
    for fact in _previewed(examined, reader):
        value, quote = shortened(plain(fact.value), _WIDTH), shortened(fact.quote, _WIDTH)
        said = "computed" if fact.quote is None else "the same" if quote == value else f"“{quote}”"
        rows.setdefault(str(fact.item), []).insert(0, (words(fact.field), value, said, place(fact.locator)))
    return rows


def _row(word: Word) -> tuple[str, str, int, str, str]:
    means = "not in the mapping" if word.means is None else words(word.means) or "nothing"
    return word.column, word.word, word.rows, words(word.axis), means
