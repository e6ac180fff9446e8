"""What a sentence tells is remembered for the recommendation it was read for, and for no other."""

from __future__ import annotations

from oversight_adapters.readers.gao_agency_page import GaoAgencyPageReader
from oversight_adapters.readers.gao_agency_page.told import told
from oversight_core.provenance import Source, TextSpan
from oversight_core.reading import Text

BOTH = "DHS concurred with Recommendation 3 and did not concur with Recommendation 4."


def test_a_sentence_that_names_a_recommendation_is_read_for_each() -> None:
    for number, position in (("3", "concurred"), ("4", "did not concur"), ("3", "concurred")):
        found = told(BOTH, number, "ICE")
        assert found is not None
        (one,) = found.positions
        assert BOTH[one.words.start : one.words.end] == position


def test_a_sentence_is_read_for_each_addressee() -> None:
    words = "CBP concurred with this recommendation."
    for addressee, count in (("CBP", 1), ("ICE", 0), ("DHS", 1)):
        found = told(words, "1", addressee)
        assert len(found.positions if found else ()) == count


def test_a_sentence_that_stands_twice_is_quoted_in_both_places() -> None:
    said = "ICE concurred with this recommendation. As of May 2024, ICE had begun."
    rows = "\n".join(
        f"Department of State The Secretary should act on case {n}. (Recommendation {n})\nOpen\n{said}" for n in (1, 2)
    )
    head = "Agency Affected Recommendation Status"
    page = f"Open Recommendations (2 total)\n\nVisas: Gaps\n\nShow\n2 Open Recommendations\n{head}\n{rows}\n"
    reading = GaoAgencyPageReader().read(Text(Source.of(page.encode()), page))
    places = [
        excerpt.locator.start
        for candidate in reading.candidates
        if candidate.item.kind == "update"
        for excerpt in candidate.excerpts
        if isinstance(excerpt.locator, TextSpan) and excerpt.words == "May 2024"
    ]
    first = page.index("May 2024")
    assert places == [first, page.index("May 2024", first + 1)]
