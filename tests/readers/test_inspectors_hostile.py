"""Whatever stands in a document, the readers give a reading: no exception, and nothing that does not stand there."""

from collections.abc import Callable

import pytest

from oversight_adapters.readers.dhs_oig_listing import DhsOigListingReader
from oversight_adapters.readers.ig_scraper import IgScraperReader, records_text
from oversight_adapters.readers.inspectors_general import opened
from oversight_adapters.readers.oig_report import OigReportReader
from oversight_adapters.readers.oversight_gov import OversightGovReader
from oversight_adapters.texts.documents import document_text
from oversight_core.errors import OversightError
from oversight_core.ports import Reader
from oversight_core.provenance import Source, stands
from oversight_core.reading import Text

MANY = 20_000  # characters
OF_TEXT: tuple[Reader, ...] = (OigReportReader(), DhsOigListingReader(), OversightGovReader())


def repeated(unit: str) -> str:
    return (unit * (MANY // len(unit) + 1))[:MANY]


BOMBS: dict[str, str] = {
    "numbers of reports": repeated("OIG-18-67 "),
    "numbers line by line": repeated("OIG-18-67\n"),
    "heads": repeated("Recommendation 1: We recommend that ICE act.\n"),
    "heads of comments": repeated("ICE Comments to Recommendation 1: "),
    "a head without end": "ICE " + "Comments " * 2_000 + "to Recommendation 1:",
    "states": repeated("Recommendations 1, 2, and 3 are open; "),
    "considering": repeated("We consider recommendation 1 resolved and open. "),
    "numbers of recommendations": "We consider recommendations " + repeated("1, 2, and ") + "resolved and open.",
    "a long range": "Recommendations 1 through 999 are open.",
    "concurring": repeated("ICE concurred with two of our recommendations, and "),
    "money": repeated("We identified $1,234 in questioned costs. "),
    "large money": "We identified $" + "1" * 5_000 + " in questioned costs.",
    "dates": repeated("June 26, 2018\n"),
    "blanks": "MEMORANDUM FOR:" + " " * MANY + "x",
    "tabs": repeated("1\tYes\t$0\t"),
    "bars": repeated("| OIG-18-67 "),
    "columns": "Report Number Title Issue Date Fiscal Year\n" + repeated("OIG-18-67 a title 2018\n"),
    "labels": repeated("Date Issued\nReport Number\n"),
    "an open list": "This report has 3 open recommendations.\n" + repeated("1 No $0 $0\nThe OIG recommends more.\n"),
    "no number": "This report has many open recommendations.\nRecommendation Number\n1\nNo\n",
    "surrogates": "We made two recommendations\ud800 to ICE. OIG-18-67\ud800",
    "nul": "We made two\x00 recommendations to ICE.",
}


@pytest.mark.parametrize("reader", OF_TEXT, ids=lambda reader: reader.name)
@pytest.mark.parametrize("name", BOMBS)
def test_any_text_is_read(reader: Reader, name: str) -> None:
    content = BOMBS[name]
    reading = reader.read(Text(Source.of(content.encode("utf-8", "surrogatepass")), content))
    for candidate in reading.candidates:
        for excerpt in candidate.excerpts:
            assert excerpt.derived or stands(excerpt, content)


PAGES: dict[str, Callable[[], str]] = {
    "deep": lambda: "<div class='field-report-number'>" * 300 + "OIG-18-67",
    "tables in tables": lambda: "<table><th>Recommendation Number</th>" * 60 + "<tr><td>1</td><td>No</td></tr>",
    "no values": lambda: "<html><div class='field-report-number'></div><div class='field-net-questioned-costs'>$</div>",
    "many rows": lambda: (
        "<html><table><tr><th>Recommendation Number</th></tr>" + "<tr><td>1</td><td>Yes</td></tr>" * 500
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_any_page_is_read(name: str) -> None:
    source = Source.of(("<!DOCTYPE html>" + PAGES[name]()).encode())
    OversightGovReader().recognise(source)
    OversightGovReader().read(document_text(source))


RECORDS = (
    "{}",
    "[]",
    "[1, null, [], {}]",
    '{"report_id": 5, "title": null, "inspector": ["a"], "published_on": true}',
    '{"report_id": "OIG-1_2000", "title": "(Redacted)", "unreleased": "perhaps", "pdf": {"page_count": -3}}',
    '{"title": "' + "(PDF) " * 3_000 + '"}',
    '{"a":' * 200 + "1" + "}" * 200,
    '{"report_id": "x"}\nno json\n{"report_id": "y"}',
)


@pytest.mark.parametrize("content", RECORDS, ids=range(len(RECORDS)))
def test_any_record_is_read_or_refused(content: str) -> None:
    source = Source.of(content.encode())
    IgScraperReader().recognise(source)
    try:
        text = records_text(source)
    except OversightError:
        return
    reading = IgScraperReader().read(text)
    for candidate in reading.candidates:
        for excerpt in candidate.excerpts:
            assert excerpt.derived or str(excerpt.words) in (text.at(excerpt.locator) or "")  # type: ignore[arg-type]  # stated ones have a place


def test_a_long_text_is_lined_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was for each description in a copied page, so that one of half a megabyte took nine seconds."""
    times = []
    monkeypatch.setattr(opened, "tabbed", lambda content, folded: times.append(content) or folded)
    page = "Report Number\nOIG-25-14\nReport Description\nICE pays for empty beds.\nReport Type\nAudit\n" * 20
    OversightGovReader().read(Text(Source.of(page.encode()), page))
    assert len(times) == 1
