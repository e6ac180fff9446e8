"""`oversight phrases`: every row of every phrasebook tried on its own examples, and looked for in documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import adapters
from oversight_adapters.cli.exits import DONE, PROBLEMS
from oversight_adapters.cli.options import Json, Strict
from oversight_adapters.cli.progress import progress
from oversight_adapters.cli.reading import Unread, read_all, tell_unread
from oversight_adapters.cli.sources import documents_in
from oversight_adapters.readers.phrasebook import Phrasebook
from oversight_core.reading import Reading

SAMPLES = Path(__file__).parents[2] / "samples"


@attrs.frozen
class _Checked:
    """One phrasebook: how many rows it has, what is wrong with them, and those that no document used."""

    book: str
    rows: int
    faults: tuple[str, ...]
    unused: tuple[str, ...]


def check(*documents: str, json: Json = False, strict: Strict = False) -> int:
    """Try every phrase on its example and counter-example, and say which are never used on documents.

    The answer is no, exit code 1, where an example is not read or a counter-example is; with --strict also where a
    phrase is never used.

    Parameters
    ----------
    documents:
        Documents, or folders of them, in which phrases are looked for; without any, the samples that come with the
        library.
    """
    files = documents_in(documents or (str(SAMPLES),))
    used: Counter[str] = Counter()
    for result in progress(read_all(files), "reading", total=len(files)):
        if isinstance(result, Unread):
            tell_unread(result, json)
        else:
            used.update(_rows_in(result))
    checked = [_checked(book, used) for book in _books()]
    for one in checked:
        if json:
            out.json_line({"type": "phrasebook", **attrs.asdict(one)})
        else:
            _tell(one)
    faulty = any(one.faults for one in checked)
    return PROBLEMS if faulty or (strict and any(one.unused for one in checked)) else DONE


def _books() -> Iterator[Phrasebook]:
    """The phrasebook of every reader that has one, once."""
    seen = set()
    for name in adapters().readers:
        book = getattr(adapters().reader(name), "phrasebook", None)
        if isinstance(book, Phrasebook) and book.name not in seen:
            seen.add(book.name)
            yield book


def _rows_in(reading: Reading) -> Iterable[str]:
    """The rows, ``book:row``, by which anything was read."""
    for candidate in reading.candidates:
        for excerpts in (candidate.excerpts, *(label.excerpts for label in candidate.labels)):
            yield from {excerpt.phrase.partition("/")[0] for excerpt in excerpts if excerpt.phrase}


def _checked(book: Phrasebook, used: Counter[str]) -> _Checked:
    named = {place.partition("/")[0] for place, _ in book.places()}
    unused = (row for row in book.phrases if row in named and not used[f"{book.name}:{row}"])
    return _Checked(book.name, len(book.phrases), tuple(book.faults()), tuple(unused))


def _tell(one: _Checked) -> None:
    faults = f"{len(one.faults)} with a fault" if one.faults else "none with a fault"
    out.line(f"{one.book}: {one.rows} phrases, {faults}, {len(one.unused)} never used")
    for fault in one.faults:
        out.line(fault, indent=2)
    if one.unused:
        out.line(f"never used: {', '.join(one.unused)}", indent=2)
