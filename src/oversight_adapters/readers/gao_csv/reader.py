"""GAO's export of open recommendations: one record for each recommendation and agency."""

from __future__ import annotations

import re
from typing import Any

import attrs

from oversight_adapters.readers.collector import collector_at_rest
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_csv.cells import plain
from oversight_adapters.readers.gao_csv.columns import header_of
from oversight_adapters.readers.gao_csv.export import Export
from oversight_adapters.texts.grid import Grid
from oversight_adapters.texts.tables import table_text
from oversight_core.errors import OversightError
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Problem, Reading, Text

_HEAD = 64 * 1024  # bytes in which the header stands
_BEFORE = re.compile(rb"publication\s+number", re.IGNORECASE)
_ARCHIVE = b"PK\x03\x04"


class GaoCsvReader:
    """Reads the table of open recommendations that GAO's database gives to download, as CSV or as a workbook.

    >>> rows = b"Publication  Number,Agency,Recommendation,Status\\nGAO-24-106233,Department of State,Act.,Open"
    >>> reading = GaoCsvReader().read(table_text(Source.of(rows)))
    >>> for candidate in reading.candidates:
    ...     print(candidate.item)
    listing:gao/recommendations-database
    document:gao/gao-24-106233
    recommendation:gao/gao-24-106233/~8b4d1c9efe@state
    """

    name = "gao-csv"

    def recognise(self, source: Source) -> int:
        """3 where a header names the columns of the export, else 0."""
        head = source.content[:_HEAD].replace(b"\0", b"")
        if not (source.content.startswith(_ARCHIVE) or _BEFORE.search(head)):
            return 0
        try:
            places = table_text(source).places
        except OversightError:
            return 0
        return 3 if isinstance(places, Grid) and header_of(places) else 0

    def read(self, text: Text) -> Reading:
        """Everything the export states, with its words; what does not hold together becomes a problem."""
        header = header_of(text.places) if isinstance(text.places, Grid) else None
        if header is None or not isinstance(text.places, Grid):
            message = "no row names the columns Publication Number, Agency, Recommendation and Status"
            problem = Problem("header-missing", message, None, text.source.digest)
            return Reading((), (problem,), (), text.source, self.name)
        with collector_at_rest():
            return Export(header, text.places, text.source, self.name).reading()

    def value(self, excerpt: Excerpt) -> Any:
        """What the phrasebook row named by an excerpt makes of its words alone."""
        return BOOK.value(attrs.evolve(excerpt, words=plain(str(excerpt.words))))
