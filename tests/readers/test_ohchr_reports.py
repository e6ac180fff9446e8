"""Reports of the Working Group as they are printed: items under a paragraph, pages that end anywhere, notes below."""

from __future__ import annotations

import pytest

from oversight_adapters.readers.ohchr_list import OhchrListReader
from oversight_core.entities import Recommendation
from oversight_core.provenance import Source
from oversight_core.reading import Candidate, Text

READER = OhchrListReader()
HEAD = "A/HRC/9/31\nReport of the Working Group on the Universal Periodic Review\nZambia\n"
SUPPORTED = "58. The recommendations listed below enjoy the support of Zambia:\n"


def read(body: str) -> list[Candidate]:
    text = HEAD + body
    found = READER.read(Text(Source.of(text.encode()), text)).candidates
    return [one for one in found if isinstance(one.entity, Recommendation)]


def told(body: str) -> list[tuple[str, str, tuple[str, ...]]]:
    entities = [one.entity for one in read(body)]
    return [(one.number, str(one.text), one.recommended_by) for one in entities if isinstance(one, Recommendation)]


def positions(body: str) -> list[str]:
    return [label.words for one in read(body) for label in one.labels]


def test_a_page_may_end_in_a_name_and_in_a_sentence() -> None:
    body = (
        "1. Build\fA/HRC/9/31 \nPage 13 \na school (South \fA/HRC/9/31*\nGE.08-1234 14 \nAfrica); build two (Peru).\n"
    )
    assert told(SUPPORTED + body) == [
        ("58.1", "Build a school", ("South Africa",)),
        ("58.1", "build two", ("Peru",)),
    ]


def test_a_number_below_the_head_of_a_page_is_no_number_of_a_page() -> None:
    body = "58.1 Build a school (Peru);\n\n   13\n\fA/HRC/9/31\n\n\n   58.2   Paint it (Chad);\n"
    assert [number for number, *_ in told(SUPPORTED + body)] == ["58.1", "58.2"]


def test_what_a_list_of_contents_counts_is_no_recommendation() -> None:
    body = "2. Zambia answers to three groups of recommendations:\n1. Accepted ones;\n2. Noted recommendations.\n"
    assert told(body) == []


@pytest.mark.parametrize(
    "note",
    [
        "10 The recommendation as read during the dialogue: “Build it” (Austria).",
        "3\n The original recommendation read as follows: Build it (Austria).",
        "4\n Recommendation originally read: “Build it” (Austria).",
        "1 The original wording of the recommendation: “Build it.” (Austria)",
    ],
)
@pytest.mark.parametrize("first", ["58.1. ", "1. "])
def test_a_note_at_the_foot_of_a_page_recommends_nothing(note: str, first: str) -> None:
    body = f"{first}Build a\n\n{note}\fA/HRC/9/31\n\n24\nschool (Peru);\n\n{note}\fA/HRC/9/31\n\n25\n"
    other = first.replace("1. ", "2. ")
    assert told(f"{SUPPORTED}{body}{other}Paint it (Chad);\n") == [
        ("58.1", "Build a school", ("Peru",)),
        ("58.2", "Paint it", ("Chad",)),
    ]


def test_items_are_counted_and_any_other_number_is_part_of_the_words() -> None:
    body = "1. Build two of\n10 schools, as article\n58. of the law asks (Peru);\n3. Paint one (Chad);\n59. End.\n"
    assert told(SUPPORTED + body)[0] == ("58.1", "Build two of 10 schools, as article 58. of the law asks", ("Peru",))


def test_no_item_stands_under_a_paragraph_on_something_else() -> None:
    body = "58. In the dialogue, the following conclusions were made:\n1. It was commended (Peru).\n"
    assert told(body) == []


@pytest.mark.parametrize(
    "over", ["the following recommendations were made to Zambia:", "it was recommended that Zambia:"]
)
@pytest.mark.parametrize(
    ("below", "position"),
    [
        ("These recommendations will be examined by Zambia", "pending"),
        ("Zambia will examine the above recommendations and answer", "pending"),
        ("Zambia has noted these recommendations for consideration and response in due time", "pending"),
        ("The recommendations listed above enjoy the support of Zambia", "supported"),
    ],
)
def test_the_answer_may_stand_below_the_list(over: str, below: str, position: str) -> None:
    item = "1. Build a school (Peru);\n"
    assert positions(f"58. In the course of the discussion, {over}\n{item}59. {below}.\n") == [position]
    assert positions(f"58. In the course of the discussion, {over}\n58.{item}59. {below}.\n") == [position]
    assert positions(f"57. In the course of the discussion, {over}\n{item}59. {below}.\n") == []


def test_an_answer_of_several_kinds_is_no_position() -> None:
    below = "59. Zambia notes the recommendations above; some enjoy the support of Zambia, others do not.\n"
    assert positions(f"58. The following recommendations were made to Zambia:\n1. Build (Peru);\n{below}") == []


def test_two_of_one_state_in_a_paragraph_are_two() -> None:
    items = [str(one.item) for one in read(f"{SUPPORTED}1. Build (Peru); paint (Peru); sell (Chad).\n")]
    root = "recommendation:upr/a-hrc-9-31/58.1@zambia"
    assert items == [f"{root}/peru", f"{root}/peru-2", f"{root}/chad"]


def test_the_members_of_a_delegation_are_no_recommendations() -> None:
    body = "1. Build (Peru);\n59. All conclusions and/or recommendations of this report are those of the States.\n"
    annex = "Annex\nThe delegation had the following members, who took note of the recommendations:\n1. Ms. A (Peru);\n"
    assert told(SUPPORTED + body + annex) == [("58.1", "Build", ("Peru",))]


def test_a_paragraph_without_a_position_takes_none_from_the_one_before() -> None:
    body = "1. Build (Peru);\n59. It thanked for the following recommendations:\n1. Paint (Chad);\n"
    assert positions(SUPPORTED + body) == ["supported"]
    assert [number for number, *_ in told(SUPPORTED + body)] == ["58.1", "59.1"]


def test_those_who_recommend_may_have_a_column_of_their_own() -> None:
    rows = (
        "113.1. Ratify OP-CAT\tBenin, Iran (Islamic Republic of)\tSupported\tA12 Acceptance of international norms\n"
        "113.2. Open the (new) school of\nlaw\tKenya\tNoted\tA12 Acceptance of international norms\n"
        "113.3. Talk to (Spain and\nPeru)\tNoted\tA12 Acceptance of international norms\n"
    )
    head = "Matrix of recommendations\nRecommendation\tRecommending state/s\tPosition\tFull list of themes\n"
    assert told(head + rows) == [
        ("113.1", "Ratify OP-CAT", ("Benin", "Iran (Islamic Republic of)")),
        ("113.2", "Open the (new) school of law", ("Kenya",)),
        ("113.3", "Talk to", ("Spain", "Peru")),
    ]
    assert positions(head + rows) == ["Supported", "Noted", "Noted"]
