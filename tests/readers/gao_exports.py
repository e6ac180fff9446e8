"""Exports of open recommendations, made for tests: a preamble, a header, and records."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from oversight_adapters.readers.facts import facts, plain
from oversight_adapters.readers.gao_csv import GaoCsvReader
from oversight_adapters.texts.tables import table_text
from oversight_core.provenance import Source
from oversight_core.reading import Reading

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
STAMP = "Source: GAO recommendations database, status as of Sep 28, 2026 at 4:05 PM EST"
READER = GaoCsvReader()


def record(**cells: str) -> list[str]:
    """A record; `cells` are those that differ from a usual one, by the first word of their column."""
    usual = {
        "title": "Detention Oversight: Goals Are Missing",
        "number": "GAO-24-106233",
        "issued": "Jul 23, 2024",
        "director": "Pat Example",
        "phone": "(202) 555-0100",
        "agency": "United States Immigration and Customs Enforcement",
        "text": "The Director of ICE should set goals. (Recommendation 4)",
        "status": "Open",
        "priority": "No",
        "comment": "ICE concurred with this recommendation.",
        "topics": "Homeland Security",
    }
    assert cells.keys() <= usual.keys()
    return [*(usual | cells).values()]


def export(
    records: Iterable[Sequence[str]],
    *,
    columns: Sequence[str] = COLUMNS,
    order: Sequence[int] | None = None,
    delimiter: str = ",",
    line_end: str = "\n",
    preamble: Sequence[str] = ("Title: Download of GAO Recommendation Results", "Prepared by: GAO", STAMP, "", ""),
) -> bytes:
    """The bytes of an export; as GAO sends it where nothing else is asked for."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, lineterminator=line_end)
    for row in (columns, *records):
        writer.writerow([row[n] for n in order] if order else row)
    above = "".join(f'"{line}" {delimiter * 10}\r\n' if line else f"{delimiter * 10}\r\n" for line in preamble)
    return (above + written.getvalue().removesuffix(line_end)).encode()


def read(content: bytes, *, name: str = "export.csv") -> Reading:
    """The reading of an export."""
    return READER.read(table_text(Source.of(content, name=name)))


def told(reading: Reading) -> list[tuple[str, str, str, str | None]]:
    """The facts of a reading: item, field, value, quote."""
    return [(str(one.item), one.field, str(plain(one.value)), one.quote) for one in facts(reading, READER)]
