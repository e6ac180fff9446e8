"""Other ways to say the same, each beside one that looks alike and says something else."""

from typing import Any

import pytest

from oversight_adapters.readers.crcl_summary import CrclSummaryReader
from oversight_adapters.readers.facts import facts, plain
from oversight_core.provenance import Source
from oversight_core.reading import Text

READER = CrclSummaryReader()
SUMMARY = "Close Summary: Adams County Detention Center"
MEMO = "Recommendation Memo to ICE Concerning Adams County Detention Center"
RETENTION = "Retention Memo to ICE Concerning Adams County Detention Center"
DETERMINATION = "Determination Memo to CBP Concerning Section 504"
RECONSIDERATION = "Reconsideration Memo to CBP Concerning Section 504"
LEAD = "On May 29, 2024, ICE responded to a Recommendation Memorandum issued in February 2024 by CRCL. "


def told(title: str, body: str, field: str) -> list[Any]:
    content = f"{title}\n\n{body}\n"
    reading = READER.read(Text(Source.of(content.encode()), content))
    return [plain(fact.value) for fact in facts(reading, READER) if fact.field == field and fact.item.kind != "finding"]


def kinds(title: str, body: str) -> list[Any]:
    """The kinds of review; a document has a type too."""
    content = f"{title}\n\n{body}\n"
    reading = READER.read(Text(Source.of(content.encode()), content))
    return [plain(f.value) for f in facts(reading, READER) if f.field == "type" and f.item.kind == "review"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The visit was joined by a medical expert and a corrections expert.",
            ["medical expert and a corrections expert"],
        ),
        ("CRCL was accompanied by two contract experts.", ["contract experts"]),
        ("The investigation relied on what CRCL's expert saw.", []),
        ("The investigation led to an Expert Recommendations Memorandum.", []),
    ],
)
def test_experts_are_told_by_their_skill(sentence: str, expected: list[str]) -> None:
    assert [value.removeprefix("a ") for value in told(SUMMARY, sentence, "experts")] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("This memorandum follows the CRCL virtual onsite investigation that occurred in May.", ["virtual-onsite"]),
        ("This memorandum follows the ICE virtual onsite inspection.", []),
        ("CRCL conducted the onsite investigation in May.", ["onsite"]),
        ("The spot-check that CRCL made was short.", ["spot-check"]),
        ("The spot-check that ICE made was short.", []),
        ("A spot-check was made on October 4, 2022.", ["spot-check"]),
        ("A spot-check was made by ICE on October 4, 2022.", []),
        ("CRCL will retain the complaints and will hold a virtual onsite investigation.", ["virtual-onsite"]),
        ("ICE will hold an onsite inspection.", []),
        ("CRCL asked ICE to conduct an onsite inspection.", []),
        ("The onsite investigation will take place July 24-27, 2023.", ["onsite"]),
    ],
)
def test_a_review_is_of_a_kind_where_the_office_makes_it(sentence: str, expected: list[str]) -> None:
    assert kinds(RETENTION, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The CRCL onsite investigation that occurred August 24 -25, 2022, was virtual.", ["2022-08-24/2022-08-25"]),
        ("From September 20-24, 2021, CRCL conducted the onsite investigation.", ["2021-09-20/2021-09-24"]),
        ("The spot-check that CRCL made at Adams on April 3-4, 2024, was short.", ["2024-04-03/2024-04-04"]),
        ("A spot-check was made on October 4, 2022.", ["2022-10-04"]),
        ("ICE's onsite inspection was made on October 4, 2022.", []),
        ("ICE made a spot-check at Adams on April 3-4, 2024.", []),
        ("The onsite investigation will take place July 24-27, 2023.", []),
        ("The onsite investigation was announced on October 4, 2022.", []),
    ],
)
def test_fieldwork_is_a_visit_that_the_office_made(sentence: str, expected: list[str]) -> None:
    assert told(RETENTION, sentence, "fieldwork_on") == expected


@pytest.mark.parametrize(
    ("field", "sentence", "expected"),
    [
        ("planned_on", "CRCL will hold the onsite investigation in May 2024.", ["2024-05"]),
        ("planned_on", "ICE will hold an onsite inspection in May 2024.", []),
        ("opened_on", "CRCL opened the investigation in January 2021.", ["2021-01"]),
        ("opened_on", "ICE opened the investigation in January 2021.", []),
        ("interview_count", "In all, 61 people were interviewed.", [61]),
        ("interview_count", "In all, 61 percent of the people were interviewed.", []),
        ("interview_count", "In all, 61 people were interviewed by ICE.", []),
        ("interview_count", "The team held twelve interviews with staff.", [12]),
        ("interview_count", "The contractor held twelve interviews with staff.", []),
    ],
)
def test_work_of_the_office_and_of_others(field: str, sentence: str, expected: list[Any]) -> None:
    assert told(RETENTION, sentence, field) == expected


def test_a_finding_ends_before_what_the_office_does_next() -> None:
    body = "CRCL found that the refusal was unfair, and provides four overall recommendations to CBP."
    content = f"{DETERMINATION}\n\n{body}\n"
    reading = READER.read(Text(Source.of(content.encode()), content))
    assert [f.value for f in facts(reading, READER) if f.field == "text"] == ["the refusal was unfair"]
    body = "CRCL found that the field office refused, and provided four forms to the applicant."
    content = f"{DETERMINATION}\n\n{body}\n"
    reading = READER.read(Text(Source.of(content.encode()), content))
    assert [f.value for f in facts(reading, READER) if f.field == "text"] == [body[16:-1]]


@pytest.mark.parametrize(
    ("title", "sentence", "expected"),
    [
        (MEMO, "The memo included 12 recommendations concerning meals.", [12]),
        (MEMO, "The memo contains 12 recommendations.", [12]),
        (MEMO, "CRCL issued 12 recommendations to ICE.", [12]),
        (MEMO, "The document provides twelve overall recommendations to ICE.", [12]),
        (MEMO, "CRCL is issuing 29 recommendations contained herein to ICE.", [29]),
        (MEMO, "CRCL issued 12 recommendations to ICE in November 2018.", []),
        (MEMO, "CRCL previously issued 12 recommendations to ICE.", []),
        (MEMO, "The contractor's document provides twelve recommendations to ICE.", []),
        (MEMO, "CRCL issued 12 recommendations to ICE and six to CBP.", []),
        (RETENTION, "CRCL issued 37 recommendations to ICE.", []),
        (RETENTION, "The document included 37 recommendations.", []),
        (DETERMINATION, "In addition, CRCL makes three recommendations.", [3]),
        (DETERMINATION, "CRCL made three recommendations about the same airport.", []),
        (DETERMINATION, "CRCL found that CBP erred, and provides four overall recommendations to CBP.", [4]),
        (DETERMINATION, "The OIG makes three recommendations.", []),
        (SUMMARY, LEAD + 'The memo included "twelve" recommendations.', [12]),
    ],
)
def test_a_total_is_read_whatever_the_memo_is_called(title: str, sentence: str, expected: list[int]) -> None:
    assert told(title, sentence, "recommendation_count") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("CRCL issued 24 recommendations to FPS.", ["FPS"]),
        ("CRCL is issuing 29 recommendations contained herein to FPS.", ["FPS"]),
        ("CRCL issued 24 recommendations to FPS and CBP.", []),
        ("CRCL issued 24 recommendations to FPS's contractor.", []),
    ],
)
def test_whom_recommendations_are_made_to(sentence: str, expected: list[str]) -> None:
    assert told("Recommendation Memo: Adams County Detention Center", sentence, "addressee") == expected


@pytest.mark.parametrize(
    ("title", "sentence", "expected"),
    [
        (DETERMINATION, "On June 30, 2021, CRCL issued CBP a determination on a complaint.", ["2021-06-30"]),
        (DETERMINATION, "CRCL issued this determination to CBP on 14 January 2022.", ["2022-01-14"]),
        (DETERMINATION, "On June 30, 2021, CRCL issued CBP an earlier determination.", []),
        (DETERMINATION, "On June 30, 2021, CBP issued CRCL a determination.", []),
        (
            DETERMINATION,
            "On June 3, 2019, CRCL sent CBP a determination. This determination is dated May 4, 2021.",
            ["2021-05-04"],
        ),
        (RECONSIDERATION, "On June 30, 2021, CRCL issued CBP a determination on a complaint.", []),
        (RECONSIDERATION, "CRCL issued CBP this reconsideration on February 3, 2020.", ["2020-02-03"]),
        (RECONSIDERATION, "In its memorandum of May 6, 2019, CRCL had found no violation.", []),
        (MEMO, "The memorandum, which was issued in September 2022 and included findings, is long.", ["2022-09"]),
        (RETENTION, "The memorandum, which was issued in September 2022, is long.", []),
        (MEMO, "Earlier, the memorandum was issued in September 2022 to a panel.", []),
    ],
)
def test_a_memo_tells_when_it_was_issued_and_not_when_another_was(
    title: str, sentence: str, expected: list[str]
) -> None:
    assert told(title, sentence, "issued_on") == expected


def test_a_count_may_be_quoted() -> None:
    body = LEAD + 'ICE concurred with "fourteen" recommendations, partially concurred with "two", and rejected "none".'
    counts = [told(SUMMARY, body, field) for field in ("concurred", "partially_concurred", "non_concurred")]
    assert counts == [[14], [2], [0]]
    body = LEAD + 'ICE concurred with "fourteen" recommendations concerning meals.'
    assert told(SUMMARY, body, "concurred") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("USCIS accepted five of the recommendations, accepted two in part, and declined two.", ([5], [2], [2])),
        ("USCIS concurred with two recommendations in part and in full with none.", ([], [2], [])),
        ("Of the 24 recommendations, USCIS concurred with 12.", ([12], [], [])),
        ("Three of the recommendations were declined by USCIS.", ([], [], [3])),
        ("Three of the recommendations were declined by USCIS because of their cost.", ([], [], [])),
        ("Three of the recommendations were accepted by the contractor.", ([], [], [])),
        ("About seven of the recommendations were accepted.", ([], [], [])),
        ("USCIS declined two interviews.", ([], [], [])),
        ("USCIS declined to say how many recommendations it accepted.", ([], [], [])),
    ],
)
def test_positions_in_other_verbs(sentence: str, expected: tuple[list[int], list[int], list[int]]) -> None:
    body = LEAD.replace("ICE", "USCIS") + sentence
    assert tuple(told(SUMMARY, body, f) for f in ("concurred", "partially_concurred", "non_concurred")) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("On May 3, 2024, ICE answered the Recommendation Memorandum of 2022.", ["2024-05-03"]),
        (
            "To a Recommendation Memorandum that CRCL sent to ICE in June 2022, ICE answered on May 3, 2024.",
            ["2024-05-03"],
        ),
        ("To a Recommendation Memorandum that CRCL sent to ICE in June 2022, ICE answered in writing.", []),
        ("To a Recommendation Memorandum that CRCL sent to ICE\nin June 2022, ICE answered in writing.", []),
    ],
)
def test_a_memos_date_is_not_its_answers(sentence: str, expected: list[str]) -> None:
    assert told(SUMMARY, sentence, "responded_on") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Some 40 people were interviewed.", []),
        ("In all, 40 people were interviewed, most of them by the contractor.", []),
        ("In all, 40 people were interviewed by telephone.", [40]),
        ("Nearly twelve interviews were conducted.", []),
    ],
)
def test_rough_numbers_are_no_counts(sentence: str, expected: list[int]) -> None:
    assert told(RETENTION, sentence, "interview_count") == expected


def test_a_memo_to_two_is_addressed_to_neither_alone() -> None:
    assert told(SUMMARY, "In May 2021, CRCL sent a Recommendation Memorandum to CBP and ICE.", "addressee") == []
    assert told(SUMMARY, "In May 2021, CRCL sent a Recommendation Memorandum to CBP.", "addressee") == ["CBP"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "USCIS's answer, dated July 2, 2021, was short. CRCL received a reply from USCIS on July 6, 2021.",
            ["2021-07-02"],
        ),
        ("On July 6, 2021, CRCL received USCIS's reply. USCIS responded on July 2, 2021.", ["2021-07-02"]),
        ("On July 6, 2021, CRCL received USCIS's reply.", ["2021-07-06"]),
        ("On July 6, 2021, CRCL received USCIS's answering machine.", []),
        ("On June 31, 2021, CRCL received USCIS's reply.", []),
    ],
)
def test_the_receipt_of_an_answer_dates_it_where_nothing_else_does(body: str, expected: list[str]) -> None:
    assert (
        told(SUMMARY, "In May 2021, CRCL sent USCIS a Recommendation Memorandum. " + body, "responded_on") == expected
    )
