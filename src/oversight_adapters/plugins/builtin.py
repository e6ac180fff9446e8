"""What this distribution brings, told as any other plug-in would tell it.  Nothing is imported before it is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_adapters.plugins.descriptors import ReaderType, RulebookType, StoreType, WriterType
from oversight_adapters.plugins.hookspecs import hookimpl
from oversight_adapters.readers.mappings import SHIPPED, Shipped
from oversight_adapters.texts.documents import document_text
from oversight_adapters.texts.tables import table_text
from oversight_core.entities import KINDS
from oversight_core.moments import AsOf
from oversight_core.ports import Reader, Store, Writer
from oversight_core.provenance import Source
from oversight_core.reading import Text

if TYPE_CHECKING:
    from oversight_adapters.codec import Codec
    from oversight_core.rules import RuleBook


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


@hookimpl
def oversight_stores() -> Iterator[StoreType]:
    """The reference in memory, and one file."""
    yield StoreType(
        name="memory", title="in memory, gone with the program", open=_memory, takes_codec=True, exists=_nowhere
    )
    yield StoreType(name="sqlite", title="one file, SQLite", open=_sqlite, takes_codec=True, exists=_is_there)


@hookimpl
def oversight_readers() -> Iterator[ReaderType]:
    """The documents of the two bodies this library began with."""
    yield ReaderType(
        name="crcl-summary",
        title="summaries and memo announcements of DHS's civil-rights office",
        make=_crcl_summary,
        text=document_text,
        media_types=DOCUMENTS,
    )
    yield ReaderType(
        name="gao-agency-page",
        title="GAO's pages and search results of open recommendations",
        make=_gao_agency_page,
        text=document_text,
        media_types=DOCUMENTS,
    )
    yield ReaderType(
        name="plan-document",
        title="policies, plans and copied pages: who will, shall, must or may do what",
        make=_plan_document,
        text=document_text,
        media_types=DOCUMENTS,
    )
    yield ReaderType(
        name="oig-report",
        title="reports of inspectors general, and what they say of their recommendations",
        make=_oig_report,
        text=document_text,
        media_types=DOCUMENTS,
    )
    yield ReaderType(
        name="dhs-oig-listing",
        title="the list of reports of Homeland Security's inspector general",
        make=_dhs_oig_listing,
        text=document_text,
        media_types=DOCUMENTS,
    )
    yield ReaderType(
        name="oversight-gov",
        title="pages of single reports on Oversight.gov",
        make=_oversight_gov,
        text=document_text,
        media_types=DOCUMENTS,
    )
    yield ReaderType(
        name="ig-scraper",
        title="reports as unitedstates/inspectors-general describes them",
        make=_ig_scraper,
        text=_records_text,
        media_types=("application/json",),
    )
    yield ReaderType(
        name="gao-product-page",
        title="GAO's page of one report and its recommendations",
        make=_gao_product_page,
        text=document_text,
        media_types=DOCUMENTS,
    )
    yield ReaderType(
        name="gao-csv",
        title="GAO's export of open recommendations",
        make=_gao_csv,
        text=table_text,
        media_types=TABLES,
    )
    yield ReaderType(
        name="srms",
        title="ICE's records of segregation, and logs of segregation units",
        make=_srms,
        text=table_text,
        media_types=TABLES,
    )
    yield ReaderType(
        name="ice-detention-statistics",
        title="ICE's detention statistics: facilities, and segregation by month and quarter",
        make=_ice_detention_statistics,
        text=table_text,
        media_types=TABLES,
    )
    yield ReaderType(
        name="odo-inspection",
        title="statements on inspections by ICE's Office of Detention Oversight",
        make=_odo_inspection,
        text=document_text,
        media_types=DOCUMENTS,
    )
    yield from map(_shipped, SHIPPED)
    yield ReaderType(
        name="ohchr-list",
        title="lists of a State's UPR recommendations by theme, and reports of the Working Group",
        make=_ohchr_list,
        text=document_text,
        media_types=DOCUMENTS,
    )
    for name, title in (
        ("upr-info-export", "UPR Info's export of recommendations and voluntary pledges"),
        ("upr-coded-reports", "recommendations of UPR reports with decisions that were coded by hand"),
        ("uhri-export", "the export of the Universal Human Rights Index"),
    ):
        yield ReaderType(name=name, title=title, make=partial(_upr_table, name), text=table_text, media_types=TABLES)


@hookimpl
def oversight_writers() -> Iterator[WriterType]:
    """One that loses nothing, one to read, one for a spreadsheet, one in the form of an office's own summaries."""
    yield WriterType(
        name="jsonlines",
        title="every entry, one a line; loses nothing",
        make=_jsonlines,
        dated=False,
        takes_codec=True,
    )
    yield WriterType(name="markdown", title="a report whose excerpts are footnotes", make=_markdown)
    yield WriterType(name="csv", title="one row an item, for a spreadsheet", make=_csv)
    yield WriterType(name="summary", title="summaries in the form of DHS's civil-rights office", make=_summary)


@hookimpl
def oversight_rulebooks() -> Iterator[RulebookType]:
    """The canonical tables, with the kinds of the core, and the bodies that come with it."""
    from oversight_core.rulebooks import BUILTIN

    for book in BUILTIN:
        kinds = KINDS if book.name == "canonical" else {}
        yield RulebookType(name=book.name, title=book.title, load=_given(book), kinds=kinds)


def _given(book: RuleBook) -> Callable[[], RuleBook]:
    return lambda: book


def _memory(location: str, *, codec: Codec | None = None) -> Store:
    from oversight_adapters.codec import CODEC
    from oversight_adapters.stores.memory import MemoryStore

    return MemoryStore(codec=codec or CODEC)


def _nowhere(location: str) -> bool:
    return False  # no record in memory is older than the program


def _sqlite(location: str, *, codec: Codec | None = None) -> Store:
    from oversight_adapters.codec import CODEC
    from oversight_adapters.stores.sqlite import SqliteStore

    return SqliteStore(location, codec=codec or CODEC)


def _is_there(location: str) -> bool:
    return Path(location).exists()


def _crcl_summary() -> Reader:
    from oversight_adapters.readers.crcl_summary import CrclSummaryReader

    return CrclSummaryReader()


def _gao_agency_page() -> Reader:
    from oversight_adapters.readers.gao_agency_page import GaoAgencyPageReader

    return GaoAgencyPageReader()


def _plan_document() -> Reader:
    from oversight_adapters.readers.plan_document import PlanDocumentReader

    return PlanDocumentReader()


def _oig_report() -> Reader:
    from oversight_adapters.readers.oig_report import OigReportReader

    return OigReportReader()


def _dhs_oig_listing() -> Reader:
    from oversight_adapters.readers.dhs_oig_listing import DhsOigListingReader

    return DhsOigListingReader()


def _oversight_gov() -> Reader:
    from oversight_adapters.readers.oversight_gov import OversightGovReader

    return OversightGovReader()


def _ig_scraper() -> Reader:
    from oversight_adapters.readers.ig_scraper import IgScraperReader

    return IgScraperReader()


def _records_text(source: Source) -> Text:
    from oversight_adapters.readers.ig_scraper import records_text

    return records_text(source)


def _shipped(format: Shipped) -> ReaderType:
    """A format that is a mapping and nothing else."""

    def make() -> Reader:
        from oversight_adapters.readers.shipped import reader_of

        return reader_of(format)

    return ReaderType(name=format.name, title=format.title, make=make, text=table_text, media_types=TABLES)


def _gao_product_page() -> Reader:
    from oversight_adapters.readers.gao_product_page import GaoProductPageReader

    return GaoProductPageReader()


def _gao_csv() -> Reader:
    from oversight_adapters.readers.gao_csv import GaoCsvReader

    return GaoCsvReader()


def _srms() -> Reader:
    from oversight_adapters.readers.srms import SrmsReader

    return SrmsReader()


def _ohchr_list() -> Reader:
    from oversight_adapters.readers.ohchr_list import OhchrListReader

    return OhchrListReader()


def _upr_table(name: str) -> Reader:
    from oversight_adapters.readers.upr_export import UprTableReader
    from oversight_adapters.readers.upr_export.tables import table_named

    return UprTableReader(table_named(name))


def _ice_detention_statistics() -> Reader:
    from oversight_adapters.readers.ice_detention_statistics import IceDetentionStatisticsReader

    return IceDetentionStatisticsReader()


def _odo_inspection() -> Reader:
    from oversight_adapters.readers.odo_inspection import OdoInspectionReader

    return OdoInspectionReader()


def _jsonlines(as_of: AsOf, *, codec: Codec | None = None) -> Writer:
    from oversight_adapters.codec import CODEC
    from oversight_adapters.writers.jsonlines import JsonLinesWriter

    return JsonLinesWriter(codec or CODEC)


def _markdown(as_of: AsOf) -> Writer:
    from oversight_adapters.writers.markdown import MarkdownWriter

    return MarkdownWriter(as_of)


def _csv(as_of: AsOf) -> Writer:
    from oversight_adapters.writers.csv import CsvWriter

    return CsvWriter(as_of)


def _summary(as_of: AsOf) -> Writer:
    from oversight_adapters.writers.summary import SummaryWriter

    return SummaryWriter(as_of)
