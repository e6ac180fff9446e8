"""Hostile pages: a reading or a typed error, no exception, and no more than twice the work for twice the text."""

from collections.abc import Callable
from time import process_time

import pytest

from oversight_adapters.readers.crcl_summary import CrclSummaryReader
from oversight_adapters.readers.oig_report import OigReportReader
from oversight_adapters.texts.plain import decode
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Source
from oversight_core.reading import Text

READER = CrclSummaryReader()
HEAD = "Close Summary: Adams County Detention Center\n\n"

PAGES: dict[str, Callable[[int], str]] = {
    "positions": lambda n: HEAD + "ICE concurred with four, " * (n // 25),
    "memos": lambda n: HEAD + "Recommendation Memorandum " * (n // 26),
    "dates": lambda n: HEAD + "On May 5, 2024, " * (n // 16),
    "answers": lambda n: HEAD + "".join(f"On May {1 + i % 28}, 2024, ICE concurred with {i}. " for i in range(n // 45)),
    "actions": lambda n: HEAD + "ICE agreed to train and to train and to pay. " * (n // 45),
    "findings": lambda n: HEAD + "".join(f"CRCL found that room {i} was cold. " for i in range(n // 38)),
    "capitals": lambda n: HEAD + "An onsite investigation at the " + "Aaa " * (n // 4) + "Center.",
    "titles": lambda n: "".join(f"Close Summary: Jail {i}\n\n" for i in range(n // 24)),
    "lines": lambda n: "Summary of CRCL's Recommendations\n" + "Aaaaaaaa aaa\n" * (n // 13),
    "headings": lambda n: HEAD + "# A\n" * (n // 4),
    "bullets": lambda n: HEAD + "ICE agreed to:\n" + "- train\n" * (n // 8),
    "nested brackets": lambda n: HEAD + "(" * (n // 2) + ")" * (n // 2),
    "experts": lambda n: HEAD + "An onsite visit by a medical expert and " + "a care expert and " * (n // 18),
    "recommends": lambda n: HEAD + "CRCL found that it broke " + "and makes two new " * (n // 18),
    "the memo": lambda n: HEAD + "The memorandum, which was issued to ICE, " * (n // 42),
    "promises": lambda n: HEAD + "ICE will train and by May 2024 and monthly, " * (n // 45),
    "towns": lambda n: HEAD + "An onsite investigation at the Elm Jail in Aaa " + "Aaa of " * (n // 7) + ", Texas.",
    "short names": lambda n: HEAD + "A visit to the Elm Jail (Aaa " + "aaa " * (n // 4) + ") in Elm, Texas.",
    "heads": lambda n: "MEMORANDUM FOR: ICE\n" * (n // 20) + "FROM: CRCL\nSUBJECT: X\n\n",
    "dates above a head": lambda n: "May 3, 2024\n" * (n // 12) + "MEMORANDUM FOR: ICE\nFROM: CRCL\nSUBJECT: X\n\n",
    "blurbs": lambda n: HEAD + "This memorandum notifies ICE of two complaints.\n" * (n // 48),
    "banners": lambda n: HEAD + "Here's how you know\nOn it\n" * (n // 27),
    "emphasis": lambda n: HEAD + "*_" * (n // 2),
}


@pytest.mark.parametrize("page", PAGES)
def test_it_reads_a_large_hostile_page(page: str) -> None:
    content = PAGES[page](20_000)
    reading = READER.read(Text(Source.of(content.encode()), content))
    assert len(reading.unaccounted) <= reading.telling


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_twice_the_page_costs_twice_the_time(page: str) -> None:
    once, twice = (Text(Source.of(b""), PAGES[page](size)) for size in (30_000, 60_000))
    best = [min(_cost(text) for _ in range(5)) for text in (once, twice)]
    assert best[1] <= max(2.5 * best[0], 0.05)


def _cost(text: Text) -> float:
    start = process_time()
    READER.read(text)
    return process_time() - start


def test_a_hundred_thousand_digits_state_nothing() -> None:
    content = HEAD + "ICE concurred with " + "4" * 100_000 + " recommendations."
    fields = {e.field for c in READER.read(Text(Source.of(b""), content)).candidates for e in c.excerpts}
    assert fields == {"type", "title", "facility"}


@pytest.mark.parametrize("content", [b"\x00\x01\x02" * 100, b"\xef\xbb\xbf\xff\xfe"])
def test_binary_data_is_a_typed_error(content: bytes) -> None:
    assert READER.recognise(Source.of(content)) == 0
    with pytest.raises(UnreadableSource):
        decode(Source.of(content))


def test_it_recognises_in_the_first_kilobytes() -> None:
    page = HEAD + "On May 29, 2024, ICE responded to a Recommendation Memorandum issued by CRCL."
    assert READER.recognise(Source.of(page.encode())) == 3
    assert READER.recognise(Source.of(page.encode() + b"\n" * 50_000_000)) == 3
    assert READER.recognise(Source.of(page.encode("utf-16"))) == 3


@pytest.mark.parametrize(
    "page",
    [
        "Open Recommendations (41 total)\n\nCRCL and the Recommendation Memorandum\nShow\n3 Open Recommendations",
        "GAO-24-106233: ICE concurred with CRCL's Recommendation Memorandum.",
        "A note about CRCL and its website.",
        "Summary judgment was granted.",
        "",
    ],
)
def test_other_pages_are_not_its_own(page: str) -> None:
    assert READER.recognise(Source.of(page.encode())) == 0


@pytest.mark.parametrize(
    "page",
    [
        "Close Summary: Elm County Jail\n\nThe Government Accountability Office (GAO-20-596) had looked into it. "
        "ICE responded to CRCL.\n",
        "MEMORANDUM FOR: Alex Roe\nFROM: Office for Civil Rights and Civil Liberties\nSUBJECT: Elm County Jail\n\n"
        "CRCL received allegations. In 2019, the DHS OIG issued OIG-20-45 and made three recommendations.\n",
    ],
)
def test_it_recognises_pages_that_speak_of_other_bodies(page: str) -> None:
    source = Source.of(page.encode())
    assert READER.recognise(source) == 3
    assert OigReportReader().recognise(source) == 0


def test_pages_of_other_bodies_are_theirs() -> None:
    page = "GAO-20-596\n\nSummary of Recommendations\n\nThe Office for Civil Rights and Civil Liberties responded."
    assert READER.recognise(Source.of(page.encode())) == 0
