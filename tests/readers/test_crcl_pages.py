"""Pages as they are saved and printed: what a site and a printer put around the words, and between entries."""

import pytest

from oversight_adapters.readers.crcl_summary import CrclSummaryReader
from oversight_adapters.texts.plain import decode
from oversight_core import Source
from oversight_core.entities import Listing
from oversight_core.reading import Reading

ENTRY = "  • {}\n\n    CRCL received complaints alleging that ICE violated civil rights at the {} in Elm, Texas.\n\n"


def read(text: str) -> Reading:
    return CrclSummaryReader().read(decode(Source.of(text.encode())))


def listing(*entries: str, before: str = "") -> str:
    return before + "".join(ENTRY.format(title, place) for title, place in (one.split("|") for one in entries))


def listed(text: str) -> Listing:
    return next(one.entity for one in read(text).candidates if isinstance(one.entity, Listing))


TWO = (
    "Retention Memo to ICE Concerning Elm County Jail|Elm County Jail",
    "Retention Memo to ICE Concerning Oak Prison|Oak Prison",
)


@pytest.mark.parametrize("line", ["Displaying 11 - 12 of 176", "Displaying 11-12 of 176", "Showing 11 to 12 of 176"])
def test_a_page_says_of_how_many_it_is_a_part(line: str) -> None:
    found = listed(listing(*TWO, before=f"{line}\n\n"))
    assert (found.stated_total, found.parsed_total) == (176, 2)
    assert read(listing(*TWO, before=f"{line}\n\n")).problems == ()


def test_a_page_that_shows_more_than_it_holds_is_a_problem() -> None:
    assert [one.code for one in read(listing(*TWO, before="Displaying 1 - 10 of 176\n\n")).problems] == [
        "listing-incomplete"
    ]


def test_another_publication_ends_the_entry_before_it_and_is_told() -> None:
    other = "  • A Plan of the Department\n\n    CRCL opened nine complaints in May 2021.\n\n"
    text = listing(TWO[0]) + other + listing(TWO[1])
    assert not any(one.item.kind == "complaint" for one in read(text).candidates)
    assert [one.text for one in read(text).unaccounted] == [
        "A Plan of the Department",
        "CRCL opened nine complaints in May 2021.",
    ]


def test_ways_to_turn_a_page_are_no_sentences() -> None:
    text = "  1. Home\n  2. Publications Library\n\n" + listing(*TWO) + "\nPage 1\nPage 2\nNext page Next ›\n"
    assert read(text).unaccounted == ()


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    above = "Close Summary: Elm County Jail\n\nIn May 2023, ICE responded to a Recommendation Memorandum. ICE"
    below = "concurred with 4 recommendations, and non-concurred with three.\n"
    reading = read(f"{above}\n\n     2\n\f{below}")
    response = next(one.entity for one in reading.candidates if one.item.kind == "response")
    assert (response.concurred, response.non_concurred) == (4, 3)


def test_what_is_left_of_a_sentence_that_is_read_in_part_is_told() -> None:
    text = "Close Summary: Elm County Jail\n\nCRCL opened four complaints, and on May 3, 2023 the warden replied.\n"
    assert [one.text for one in read(text).unaccounted] == ["complaints, and on May 3, 2023 the warden replied."]
