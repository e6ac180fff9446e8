"""The export of open recommendations, every comment read, against the csv module that only cuts it (records/s).

Texts and comments have the lengths that GAO prints, as in the page of `w5_reading`; the peer makes a dataclass of each
row.
"""

from __future__ import annotations

import csv
import gc
import io
from collections.abc import Callable
from dataclasses import dataclass
from time import process_time

from measure import OURS, Goal
from w5_reading import records

from oversight_adapters.readers.gao_csv import GaoCsvReader
from oversight_adapters.texts.tables import table_text
from oversight_core import Source
from oversight_core.reading import Reading

COUNT = 4_000
COLUMNS = (
    "Publication Name",
    "Publication  Number",
    "Date Publication Issued",
    "Director Name",
    "Director Phone",
    "Agency",
    "Recommendation",
    "Status",
    "Priority",
    "Comments",
    "Topics",
)


@dataclass(frozen=True)
class Row:
    """A record, as a script keeps it."""

    title: str
    number: str
    issued: str
    director: str
    phone: str
    agency: str
    text: str
    status: str
    priority: str
    comment: str
    topics: str


def export(*, telling: bool, count: int = COUNT) -> bytes:
    """An export of so many records, one to three of them from each report."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    numbers: dict[str, str] = {}
    for one in records(count, telling=telling):
        number = numbers.setdefault(one.product, f"GAO-24-{100000 + len(numbers)}")
        text, status = f"{one.text} (Recommendation {one.number})", one.status.replace(" – ", "--")
        director = ("Pat Example", "(202) 555-0100")
        writer.writerow(
            [one.product, number, "Sep 8, 2026", *director, one.agency, text, status, "No", one.narrative, "Housing"]
        )
    above = '"Source: GAO recommendations database, status as of Sep 28, 2026 at 4:05 PM EST" ,,\r\n,,\r\n'
    return above.encode() + written.getvalue().rstrip("\n").encode()


def ours() -> dict[str, float]:
    reader = GaoCsvReader()

    def read(content: bytes) -> Reading:
        return reader.read(table_text(Source.of(content)))

    plain, telling = export(telling=False), export(telling=True)
    reading = read(telling)
    assert sum(candidate.item.kind == "recommendation" for candidate in reading.candidates) == COUNT
    assert not reading.problems
    assert reading.telling >= 3 * COUNT
    half = export(telling=True, count=COUNT // 2)
    return {
        PLAIN: COUNT / took(read, plain),
        TELLING: COUNT / took(read, telling),
        "cost of doubling": took(read, telling) / took(read, half),
    }


def took(block: Callable[[bytes], object], content: bytes) -> float:
    """Seconds of the processor for one pass, the best of three."""
    times = []
    for _ in range(3):
        gc.collect()
        start = process_time()
        block(content)
        times.append(process_time() - start)
    return min(times)


def by_csv(content: bytes) -> list[Row]:
    """What a script would do: cut the table into cells.  No comment is read, and no value has its words."""
    lines = io.StringIO(content.decode(), newline="")
    next(lines), next(lines)
    return [Row(*row.values()) for row in csv.DictReader(lines)]


def cut() -> dict[str, float]:
    found = {}
    for metric, telling in ((PLAIN, False), (TELLING, True)):
        content = export(telling=telling)
        assert len(by_csv(content)) == COUNT
        found[metric] = COUNT / took(by_csv, content)
    return found


PLAIN = "records/s, plain"
TELLING = "records/s, telling"
PEER = "csv.DictReader, nothing read"
CONTENDERS = {OURS: ours, PEER: cut}
GOALS = (Goal(PLAIN, PEER, at_least=0.3), Goal("cost of doubling", at_most=2.3))
