"""The formats that come with the library: a row each.  Nothing that reads one is imported before it is used."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

import attrs

from oversight_adapters.plugins.descriptors import ReaderType
from oversight_adapters.texts.documents import document_text
from oversight_adapters.texts.tables import table_text
from oversight_core.ports import Reader
from oversight_core.provenance import Source
from oversight_core.reading import Text

TABLES = (
    "text/csv",
    "text/tab-separated-values",
    "application/json",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
)
"""Media types under which tables are found."""

DOCUMENTS = (
    "text/plain",
    "text/html",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
"""Media types under which running text is found."""


_TEXTS: dict[str, tuple[Callable[[Source], Text], tuple[str, ...]]] = {
    "document": (document_text, DOCUMENTS),
    "table": (table_text, TABLES),
}


@attrs.frozen
class Format:
    """A format: its name and title, and who makes its reader, as ``room:name`` among the readers.

    One reader may read several formats, and is then given the name.
    """

    name: str
    title: str
    reader: str
    text: str = "document"  # document, table, or room:name of what makes the text
    named: bool = False

    def told(self) -> ReaderType:
        """The format as a plug-in tells it."""
        text, types = _TEXTS.get(self.text, (partial(_text, self.text), ("application/json",)))
        return ReaderType(name=self.name, title=self.title, make=self._made, text=text, media_types=types)

    def _made(self) -> Reader:
        made: Reader = _among_readers(self.reader)(*([self.name] if self.named else []))
        return made


def _text(maker: str, source: Source) -> Text:
    text: Text = _among_readers(maker)(source)
    return text


def _among_readers(place: str) -> Any:
    room, _, name = place.partition(":")
    return getattr(import_module(f"oversight_adapters.readers.{room}"), name)


FORMATS = (
    Format(
        "crcl-summary",
        "summaries and memo announcements of DHS's civil-rights office",
        "crcl_summary:CrclSummaryReader",
    ),
    Format(
        "gao-agency-page",
        "GAO's pages and search results of open recommendations",
        "gao_agency_page:GaoAgencyPageReader",
    ),
    Format(
        "plan-document",
        "policies, plans and copied pages: who will, shall, must or may do what",
        "plan_document:PlanDocumentReader",
    ),
    Format(
        "oig-report",
        "reports of inspectors general, and what they say of their recommendations",
        "oig_report:OigReportReader",
    ),
    Format(
        "dhs-oig-listing",
        "the list of reports of Homeland Security's inspector general",
        "dhs_oig_listing:DhsOigListingReader",
    ),
    Format("oversight-gov", "pages of single reports on Oversight.gov", "oversight_gov:OversightGovReader"),
    Format(
        "ig-scraper",
        "reports as unitedstates/inspectors-general describes them",
        "ig_scraper:IgScraperReader",
        text="ig_scraper:records_text",
    ),
    Format(
        "gao-product-page", "GAO's page of one report and its recommendations", "gao_product_page:GaoProductPageReader"
    ),
    Format("gao-csv", "GAO's export of open recommendations", "gao_csv:GaoCsvReader", text="table"),
    Format("srms", "ICE's records of segregation, and logs of segregation units", "srms:SrmsReader", text="table"),
    Format(
        "ice-detention-statistics",
        "ICE's detention statistics: facilities, and segregation by month and quarter",
        "ice_detention_statistics:IceDetentionStatisticsReader",
        text="table",
    ),
    Format(
        "odo-inspection",
        "statements on inspections by ICE's Office of Detention Oversight",
        "odo_inspection:OdoInspectionReader",
    ),
    Format(
        "ohchr-list",
        "lists of a State's UPR recommendations by theme, and reports of the Working Group",
        "ohchr_list:OhchrListReader",
    ),
    Format(
        "upr-info-export",
        "UPR Info's export of recommendations and voluntary pledges",
        "upr_export:reader_named",
        text="table",
        named=True,
    ),
    Format(
        "upr-coded-reports",
        "recommendations of UPR reports with decisions that were coded by hand",
        "upr_export:reader_named",
        text="table",
        named=True,
    ),
    Format(
        "uhri-export",
        "the export of the Universal Human Rights Index",
        "upr_export:reader_named",
        text="table",
        named=True,
    ),
)
"""Every format of the library, in the order in which it grew."""
