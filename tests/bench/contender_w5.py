"""The project's side of the parsing benchmark: a page of open recommendations through the public reader.

Named by ``OVERSIGHT_BENCH=contender_w5`` with this folder on ``PYTHONPATH``.  The whole reading is the work: decoding,
every comment read, excerpts and accounting included.  A comment is no field of a recommendation, so the benchmark's
narratives are the lines under the statuses.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from oversight_adapters.readers.gao_agency_page import GaoAgencyPageReader
from oversight_adapters.texts.plain import decode
from oversight_core.provenance import Source
from oversight_core.reading import Candidate


class Record(NamedTuple):
    product: str
    agency: str
    text: str
    number: int | None
    status: str
    narrative: str


def w5() -> Callable[[str], list[Record]]:
    """What the harness times."""
    reader = GaoAgencyPageReader()

    def parse(page: str) -> list[Record]:
        text = decode(Source.of(page.encode()))
        reading = reader.read(text)
        return [_record(found, page) for found in reading.candidates if found.item.kind == "recommendation"]

    return parse


def _record(candidate: Candidate, page: str) -> Record:
    entity = candidate.entity
    excerpts = {excerpt.field: excerpt for excerpt in candidate.excerpts}
    agency, number = excerpts["addressee"].words, int(entity.number) if entity.number else None
    status = excerpts["status"].locator.end
    end = page.find("\n", status + 1)
    narrative = page[status + 1 : end if end > 0 else None]
    return Record(entity.report_title, agency, entity.text, number, entity.status_printed, narrative)
