"""The project's side of the parsing benchmark: a page of open recommendations through the public reader.

Named by ``OVERSIGHT_BENCH=contender_w5`` with this folder on ``PYTHONPATH``.  The whole reading is the work: decoding,
every comment read, excerpts and accounting included.  Comments are no field of a recommendation, so the cells of the
layout give the benchmark's narratives.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from oversight_adapters.readers.gao_agency_page import GaoAgencyPageReader
from oversight_adapters.readers.gao_agency_page.layout import layout
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.plain import decode
from oversight_core.provenance import Source


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
        rows = [row for block in layout(fold(text.content)).blocks for row in block.rows]
        found = [candidate for candidate in reading.candidates if candidate.item.kind == "recommendation"]
        return [_record(candidate, text.content[slice(*row.comment)]) for candidate, row in zip(found, rows, strict=True)]

    return parse


def _record(candidate, narrative: str) -> Record:
    entity = candidate.entity
    words = {excerpt.field: excerpt.words for excerpt in candidate.excerpts}
    number = int(entity.number) if entity.number else None
    return Record(entity.report_title, words["addressee"], entity.text, number, entity.status_printed, narrative)
