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
