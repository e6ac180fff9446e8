"""What stands in one sentence and is of several things: answers in a close memo, two visits, two addressees, parts."""

from typing import Any

import pytest

from oversight_adapters.readers.crcl_summary import CrclSummaryReader
from oversight_adapters.readers.facts import facts, plain
from oversight_core.provenance import Source
from oversight_core.reading import Text

READER = CrclSummaryReader()
SUMMARY = "Close Summary: Adams County Detention Center"
CLOSE = "Close Memo to ICE Concerning Adams County Detention Center"
EXPERTS = "Expert Recommendations Memo to ICE Concerning Adams County Detention Center"
LEAD = "On May 29, 2024, ICE responded to a Recommendation Memorandum issued in February 2024 by CRCL. "


def told(title: str, body: str, *fields: str) -> list[Any]:
    content = f"{title}\n\n{body}\n"
    reading = READER.read(Text(Source.of(content.encode()), content))
    return [plain(fact.value) for fact in facts(reading, READER) if fact.field in fields]


COUNTS = ("concurred", "partially_concurred", "non_concurred")


def test_a_close_memo_tells_the_answer_to_the_memo_that_it_names() -> None:
    body = (
        "On May 3, 2018, CRCL sent ICE an Expert Recommendations Memorandum containing nine recommendations. "
        "ICE responded on June 5, 2019, concurring with seven and non-concurring with two."
    )
    assert told(CLOSE, body, *COUNTS) == [7, 2]
    assert told(CLOSE, body, "responded_on") == ["2019-06-05"]
    assert told(CLOSE, body, "answers")[0].endswith("/expert-recommendation-memorandum@ice")
    assert told(CLOSE, "ICE concurred with all five recommendations.", *COUNTS) == [5]
    assert told(CLOSE, "ICE concurred with all five recommendations.", "answers") == []


@pytest.mark.parametrize("title", ["Retention Memo to ICE Concerning Adams County Jail", EXPERTS])
def test_other_memos_tell_of_no_answer(title: str) -> None:
    assert told(title, "ICE concurred with all five recommendations.", *COUNTS) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("ICE concurred with five recommendations in the first memorandum and with both in the second.", []),
        ("FEMA on November 5, 2019 accepted four of the six recommendations and rejected two.", [4, 2]),
        ("| | Medical | Food | Total |\n|-|-|-|-|\n| Concurred | 9 | 4 | 13 |\n| Non-concurred | 1 | 0 | 1 |", []),
    ],
)
def test_counts_of_parts_are_no_positions(sentence: str, expected: list[int]) -> None:
    assert told(SUMMARY, sentence, *COUNTS) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("CRCL conducted onsite investigations in March 2021 and again in June 2022.", ["2021-03", "2022-06"]),
        ("CRCL visited Krome in March 2021 and in June 2022, CRCL issued a memorandum.", ["2021-03"]),
        (
            "CRCL visited the Ajo Station on May 3, 2018, and the Naco Station on May 4, 2018.",
            ["2018-05-03", "2018-05-04"],
        ),
        ("CRCL conducted an onsite investigation on August 8 and 9, 2021.", ["2021-08-08/2021-08-09"]),
        ("CRCL conducted an onsite investigation on August 8 and 15, 2021.", []),
        ("Between March 2021 and June 2021, CRCL conducted an onsite investigation.", ["2021-03/2021-06"]),
        ("CRCL conducted onsite investigations at the Ajo Station on March 15-16, 2022.", ["2022-03-15/2022-03-16"]),
    ],
)
def test_visits_in_one_sentence(sentence: str, expected: list[str]) -> None:
    assert told(SUMMARY, sentence, "fieldwork_on") == expected


def test_interviews_between_two_months_are_not_of_the_first() -> None:
    body = "CRCL conducted nine interviews with staff between March 2020 and June 2020."
    assert told(SUMMARY, body, "interviews_on") == ["2020-03/2020-06"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In May 2021, CRCL sent a Recommendation Memorandum to CBP and ICE.", ["CBP", "ICE"]),
        ("In May 2021, CRCL sent USCIS and ICE a memorandum.", ["USCIS", "ICE"]),
        ("In May 2021, CRCL sent a Recommendation Memorandum to CBP and ICE responded.", []),
    ],
)
def test_two_that_a_memo_is_addressed_to(sentence: str, expected: list[str]) -> None:
    assert sorted(told(SUMMARY, sentence, "agencies")) == sorted(expected)


@pytest.mark.parametrize(
    ("title", "sentence", "expected"),
    [
        (SUMMARY, LEAD + "ICE concurred with all 12 recommendations.", [12]),
        (SUMMARY, LEAD + "ICE concurred with all 12 recommendations concerning food.", []),
        (EXPERTS, "CRCL's medical and security experts made a total of 37 recommendations: nine about food.", [37]),
        (EXPERTS, "The subject-matter experts made 31 recommendations.", [31]),
        (EXPERTS, "The medical expert made 11 recommendations.", []),
    ],
)
def test_totals_that_others_tell(title: str, sentence: str, expected: list[int]) -> None:
    assert told(title, sentence, "recommendation_count") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The memo included nine recommendations regarding food, water, and sleep.", ["food, water, and sleep"]),
        ("CRCL issued nine recommendations to ICE on medical care, and ICE concurred with all.", ["medical care"]),
        ("The memo included nine recommendations on behalf of the office.", []),
        ("The memo included nine recommendations, of which six are about food.", []),
    ],
)
def test_what_recommendations_are_about(sentence: str, expected: list[str]) -> None:
    assert told(SUMMARY, LEAD + sentence, "topics") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "ICE agreed to log each visit and has updated its form.",
            ["log each visit", "updated its form"],
        ),
        (
            "ICE agreed to log each visit. In addition, ICE has deployed scanners.",
            ["log each visit", "deployed scanners"],
        ),
        ("In addition, ICE has deployed scanners.", []),
    ],
)
def test_what_was_agreed_to_and_what_was_done(body: str, expected: list[str]) -> None:
    assert told(SUMMARY, LEAD + "\n\n" + body, "text") == expected


def test_numbers_of_complaints_are_no_part_of_a_subject() -> None:
    head = (
        "MEMORANDUM FOR: Alex Roe\nCommissioner\nU.S. Customs and Border Protection\n\n"
        "FROM: Office for Civil Rights and Civil Liberties\n\n"
        "SUBJECT: Recommendation Memorandum - Use of Restraints (Complaint No. 000523-21-CBP)"
    )
    assert told(head, "CRCL makes two recommendations.", "topics") == ["Use of Restraints"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The memo followed a visit. ICE answered, concurring with four recommendations.", []),
        ("CRCL sent ICE a Recommendation Memorandum with four recommendations.", [4]),
        ("CRCL is providing ICE with four recommendations.", [4]),
    ],
)
def test_what_is_agreed_with_is_no_total(sentence: str, expected: list[int]) -> None:
    assert told(SUMMARY, LEAD + sentence, "recommendation_count") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("ICE concurred with 9 of the 12 recommendations. ICE concurred with 4 of the 5 medical recommendations.", [9]),
        ("ICE concurred with nine. On June 2, 2026, ICE sent its updated response. ICE concurred with ten.", [9]),
        (
            "ICE concurred in full with nine recommendations and did not concur with the remaining recommendation.",
            [9, 1],
        ),
        ("ICE did not concur with the remaining recommendations.", []),
    ],
)
def test_positions_are_on_all_and_of_one_answer(body: str, expected: list[int]) -> None:
    assert told(SUMMARY, LEAD + body, *COUNTS) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "CRCL found that (1) officers used spray; and (2) nobody logged it.",
            ["officers used spray", "nobody logged it"],
        ),
        ("ICE agreed to remove mold; and to repaint.", ["remove mold", "repaint"]),
        ("ICE agreed to (1) remove mold; and (2) repaint.", ["remove mold", "repaint"]),
        ("CBP’s Office of Field Operations agreed to stock formula.", ["stock formula"]),
        ("ICE reported the facility replaced the mats.", ["replaced the mats"]),
    ],
)
def test_lists_of_what_was_found_and_agreed_to(body: str, expected: list[str]) -> None:
    assert told(SUMMARY, LEAD + "\n\n" + body, "text") == expected


def test_a_promise_may_say_when_before_it_says_what() -> None:
    body = LEAD + "\n\nICE will, by June 2024, update its directive."
    assert told(SUMMARY, body, "deadline", "due_on", "verb") == ["update", "by June 2024", "2024-06"]


def test_a_list_of_positions_is_read_line_by_line() -> None:
    body = "Concurred: 32 recommendations\nPartially concurred: 13 recommendations\nNon-concurred: 5 recommendations"
    assert told(SUMMARY, LEAD + "\n\n" + body, *COUNTS) == [32, 13, 5]


def test_a_memo_may_be_dated_in_brackets() -> None:
    body = "ICE responded to CRCL's Recommendation Memorandum (issued July 27, 2023)."
    assert told(SUMMARY, body, "issued_on") == ["2023-07-27"]


def test_cells_of_a_table_are_a_title_and_its_words() -> None:
    body = "ICE responded to a Recommendation Memorandum issued in May 2021 by CRCL."
    page = f"{SUMMARY}\t{body}\n{CLOSE}\tThis memorandum concludes the investigation."
    reading = READER.read(Text(Source.of(page.encode()), page))
    assert [plain(fact.value) for fact in facts(reading, READER) if fact.field == "title"] == [SUMMARY, CLOSE]


def test_what_is_recommended_besides_a_remedy_is_all_that_a_determination_recommends() -> None:
    determination = "Determination Memo to TSA Concerning Section 504"
    body = "This memorandum requires one remedy and makes two additional recommendations."
    assert told(determination, body, "recommendation_count") == [2]
    assert told(EXPERTS, "CRCL makes two additional recommendations.", "recommendation_count") == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Retention Memo for Onsite Investigation at the Naval Brig Miramar in San Diego, California",
            "Naval Brig Miramar",
        ),
        ("Close Summary: Bristol County House of Correction", "Bristol County House of Correction"),
    ],
)
def test_a_place_that_was_visited_is_a_facility(title: str, expected: str) -> None:
    assert expected in told(title, "CRCL opened complaints.", "facility")
    assert told(title, "CRCL opened complaints.", "topics") == []


def test_a_promise_may_be_due_in_a_fiscal_year() -> None:
    assert told(SUMMARY, LEAD + "\n\nICE will buy cameras by fiscal year 2027.", "due_on") == ["FY2027"]
