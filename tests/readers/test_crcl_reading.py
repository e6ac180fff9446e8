"""What words mean and what they do not: one short page for each, read whole."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.readers.crcl_summary import CrclSummaryReader
from oversight_adapters.readers.facts import facts, plain
from oversight_core.names import fingerprint
from oversight_core.provenance import Source
from oversight_core.reading import Reading, Text

READER = CrclSummaryReader()
TITLE = "Close Summary: Adams County Detention Center"
LEAD = "On May 29, 2024, ICE responded to a Recommendation Memorandum issued in February 2024 by CRCL. "


def read(body: str, title: str = TITLE) -> Reading:
    content = f"{title}\n\n{body}\n"
    return READER.read(Text(Source.of(content.encode()), content))


def told(body: str, field: str, title: str = TITLE) -> list[Any]:
    return [plain(fact.value) for fact in facts(read(body, title), READER) if fact.field == field]


def counts(body: str) -> tuple[list[Any], list[Any], list[Any]]:
    return told(body, "concurred"), told(body, "partially_concurred"), told(body, "non_concurred")


def codes(body: str) -> list[str]:
    return [problem.code for problem in read(body).problems]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("ICE concurred with four, partially concurred with five, and non-concurred with 17.", ([4], [5], [17])),
        ("ICE agreed with 4 recommendations and disagreed with one.", ([4], [], [1])),
        ("ICE accepted twelve of the 24 recommendations and rejected 12.", ([12], [], [12])),
        ("ICE concurred in part with nine and did not concur with 3.", ([], [9], [3])),
        ("ICE non‑concurred with 13.", ([], [], [13])),
        ("ICE partially-concurred with six (6) recommendations.", ([], [6], [])),
        ("Seven recommendations were accepted, and one was not concurred with.", ([7], [], [1])),
        ("ICE concurred with both recommendations.", ([2], [], [])),
        ("ICE concurred with none of the recommendations.", ([0], [], [])),
        ("Concurred: 4; Partially concurred: 5; Non-concurred: 17", ([4], [5], [17])),
        ("There were four concurrences, five partial concurrences and 17 non-concurrences.", ([4], [5], [17])),
    ],
)
def test_positions_in_many_words(sentence: str, expected: tuple[list[int], list[int], list[int]]) -> None:
    assert counts(LEAD + sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "ICE concurred or partially concurred with nine recommendations.",
        "ICE concurred with all but two recommendations.",
        "ICE concurred with about 12 recommendations.",
        "ICE concurred with Recommendations 1, 2 and 5.",
        "ICE concurred with two experts.",
        "ICE concurred with 15 percent of the recommendations.",
        "ICE concurred with four recommendations concerning meals.",
        "CRCL concurred with two of the suggestions.",
        "The facility concurred with three recommendations.",
        "ICE never concurred with three recommendations.",
        "ICE did not fully concur with two recommendations.",
        "ICE would concur with two recommendations.",
        "ICE neither concurred nor non-concurred with two.",
        "In 2019, ICE concurred with eight recommendations.",
        "ICE had concurred with eight recommendations.",
        "ICE and CBP concurred with four recommendations.",
        "ICE concurred with four recommendations in part or in principle.",
    ],
)
def test_no_position_where_the_words_may_mean_another(sentence: str) -> None:
    assert counts(LEAD + sentence) == ([], [], [])
    assert any(sentence[:20] in line.text for line in read(LEAD + sentence).unaccounted)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The memo included 14 recommendations concerning meals.", [14]),
        ("CRCL issued twenty-four recommendations to ICE.", [24]),
        ("On February 5, 2024, CRCL sent ICE a Recommendation Memorandum with 26 recommendations.", [26]),
        ("CRCL issued 37 recommendations in November 2018.", []),
        ("CRCL received 19 allegations and issued a memorandum.", []),
        ("The memo included 14 recommendations on care and six on meals.", []),
        ("CRCL issued two Recommendation Memoranda to ICE.", []),
        ("The OIG made five recommendations.", []),
        ("An earlier visit led to 30 recommendations.", []),
    ],
)
def test_totals_are_the_memos_own(body: str, expected: list[int]) -> None:
    assert told(LEAD + body, "recommendation_count") == expected


def test_all_of_them_is_computed_from_the_total_and_from_nothing_else() -> None:
    known = read(LEAD + "CRCL issued eight recommendations to ICE, and ICE concurred with all of them.")
    computed = [e for c in known.candidates for e in c.excerpts if e.field == "concurred"]
    assert [e.computed_from for e in computed] == [("recommendation_count",)]
    assert counts(LEAD + "ICE concurred with all of them.") == ([], [], [])


def test_the_finer_date_stands_alone_and_another_is_a_problem() -> None:
    fits = LEAD + "On February 5, 2024, CRCL sent ICE a Recommendation Memorandum."
    assert told(fits, "issued_on") == ["2024-02-05"] and codes(fits) == []
    differs = LEAD + "On March 5, 2024, CRCL sent ICE a Recommendation Memorandum."
    assert told(differs, "issued_on") == ["2024-02", "2024-03-05"] and codes(differs) == ["date-differs"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (
            "The memo included 10 recommendations. ICE concurred with eight and non-concurred with three.",
            "total-mismatch",
        ),
        (
            "The memo included 10 recommendations. ICE concurred with 4, partially concurred with 3, and rejected 2.",
            "total-mismatch",
        ),
        ("The memo included 10 recommendations. ICE concurred with eight and rejected one.", "total-mismatch"),
        ("ICE concurred with eight. On May 29, 2024, ICE concurred with nine.", "total-mismatch"),
    ],
)
def test_what_does_not_add_up_is_a_problem_and_never_mended(body: str, code: str) -> None:
    assert codes(LEAD + body) == [code]


def test_an_absent_clause_is_no_zero() -> None:
    assert counts(LEAD + "ICE concurred with one recommendation, and non-concurred with 13.") == ([1], [], [13])


@pytest.mark.parametrize(
    "body",
    [
        "ICE responded to a Recommendation Memorandum issued following an onsite visit at the Adams jail in May 2023.",
        "ICE responded to a Recommendation Memorandum in May 2023.",
        "This is a summary of CRCL's Recommendation Memorandum to ICE that followed an onsite visit in May 2023.",
    ],
)
def test_a_month_that_may_belong_to_two_things_belongs_to_none(body: str) -> None:
    assert codes(body) == ["ambiguous-date"]
    dates = ("issued_on", "fieldwork_on", "responded_on", "planned_on")
    assert [value for field in dates for value in told(body, field)] == []


def test_planned_fieldwork_is_not_fieldwork() -> None:
    planned = "CRCL will conduct an onsite investigation at the Adams County Detention Center on July 24-27, 2023."
    assert told(planned, "planned_on") == ["2023-07-24/2023-07-27"] and told(planned, "fieldwork_on") == []


def test_who_answers_may_be_the_department() -> None:
    body = "On May 3, 2024, DHS, on behalf of ICE, responded to the Recommendation Memorandum. DHS concurred with two."
    assert (
        told(body, "responder") == ["DHS"] and told(body, "on_behalf_of") == ["ICE"] and told(body, "concurred") == [2]
    )


def test_the_same_subject_is_the_same_item_in_any_form_of_title() -> None:
    subject = "Krome North Service Processing Center"
    for title in (
        f"Summary of CRCL's Recommendations and ICE's Response {subject}",
        f"Summary of CRCL Recommendation Memo and ICE’s Response: {subject}",
        f"Close Summary: *{subject}*",
        f"Close Summary Regarding {subject}",
        f"Retention Memo to ICE Concerning {subject}",
        f"CRCL Expert Recommendations Memo to ICE: {subject}",
        f"Close Memorandum Regarding Investigation at {subject}",
        f"## Retention and Implementation Review Memorandum: {subject}",
    ):
        found = {candidate.item.report for candidate in read("CRCL looked.", title).candidates}
        assert found == {fingerprint(subject)}, title


def test_an_agreed_action_answers_no_recommendation_and_shows_its_label() -> None:
    reading = read(LEAD + "ICE agreed to post the list and to train its staff. ICE declined to hire nurses.")
    actions = [candidate for candidate in reading.candidates if candidate.item.kind == "action"]
    assert [candidate.entity.text for candidate in actions] == ["post the list", "train its staff"]
    assert all(candidate.entity.answers is None for candidate in actions)
    assert [(label.vocabulary, label.words) for c in actions for label in c.labels] == [("crcl/action", "agreed")] * 2


def test_words_stay_as_they_are_printed() -> None:
    body = "CRCL found that ICE’s “clinic” was closed."
    assert told(body, "text") == ["ICE’s “clinic” was closed"]


def test_an_empty_page_says_so() -> None:
    assert [problem.code for problem in READER.read(Text(Source.of(b""), "  \n")).problems] == ["empty"]


def test_a_page_far_too_long_is_read_as_far_as_it_goes() -> None:
    content = f"{TITLE}\n\n{LEAD}\n\n" + "Nothing more. " * 40_000
    reading = READER.read(Text(Source.of(content.encode()), content))
    assert [problem.code for problem in reading.problems] == ["too-long"]
    assert "responded_on" in {e.field for c in reading.candidates for e in c.excerpts}


@given(
    concurred=st.integers(1, 99),
    partially=st.integers(1, 99),
    non=st.integers(1, 99),
    hyphen=st.sampled_from(["-", "‑", "–", ""]),
    wide=st.sampled_from([" ", "\n", "  ", "\u00a0"]),
)
def test_any_numbers_in_any_hyphens_and_blanks(
    concurred: int, partially: int, non: int, hyphen: str, wide: str
) -> None:
    body = f"ICE concurred with {concurred}, partially concurred with {partially}, and non{hyphen}concurred with {non}."
    assert counts(LEAD + body.replace(" ", wide)) == ([concurred], [partially], [non])
