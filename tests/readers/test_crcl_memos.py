"""The heads of memos, promises, answers of two, towns, and pages of blurbs: what is told, and what never is."""

from typing import Any

import pytest

from oversight_adapters.readers.crcl_summary import CrclSummaryReader
from oversight_adapters.readers.facts import facts, plain
from oversight_core.provenance import Source
from oversight_core.reading import Reading, Text

READER = CrclSummaryReader()
HEAD = """\
MEMORANDUM FOR:  Alex Roe
                 Acting Director
                 {to}

FROM:            Kim Doe /s/
                 {office}

SUBJECT:         {subject}

{rest}
"""
LEAD = "Close Summary: Holding Rooms\n\nThis is a summary of CRCL's Recommendation Memorandum to ICE in May 2023. "


def read(content: str) -> Reading:
    return READER.read(Text(Source.of(content.encode()), content))


def told(content: str, field: str, kind: str = "") -> list[Any]:
    found = (fact for fact in facts(read(content), READER) if fact.field == field)
    return [plain(fact.value) for fact in found if not kind or fact.item.kind == kind]


def head(
    to: str = "U.S. Customs and Border Protection",
    office: str = "Officer for Civil Rights and Civil Liberties",
    subject: str = "Retention Memo to CBP Concerning Checkpoints",
    rest: str = "This memorandum notifies CBP of two complaints.",
) -> str:
    return HEAD.format(to=to, office=office, subject=subject, rest=rest)


def test_the_head_of_a_memo_tells_offices_and_no_person() -> None:
    content = head()
    assert set(told(content, "addressee", "document")) == {"CBP"} and told(content, "issuer") == ["CRCL"]
    assert told(content, "type") == ["retention-memorandum"]
    words = " ".join(str(fact.quote) for fact in facts(read(content), READER))
    assert "Roe" not in words and "Doe" not in words
    assert READER.recognise(Source.of(content.encode())) >= 2


@pytest.mark.parametrize(
    ("content", "dates"),
    [
        (head(rest="DATE: May 3, 2022\n\nThis memorandum notifies CBP of two complaints."), ["2022-05-03"]),
        (f"                  3 May 2022\n\n{head()}", ["2022-05-03"]),
        (head(), []),
    ],
)
def test_the_date_of_a_memo_stands_in_its_head(content: str, dates: list[str]) -> None:
    assert told(content, "issued_on", "document") == dates


def test_a_memo_of_somebody_else_is_not_the_offices() -> None:
    content = head(office="Director, Office of Detention Oversight", subject="Inspection of a Jail")
    assert told(content, "addressee", "document") == [] and told(content, "issuer") == []


def test_a_memo_to_two_is_addressed_to_neither_alone() -> None:
    content = head(to="U.S. Customs and Border Protection\n                 U.S. Coast Guard")
    assert told(content, "agencies") == ["CBP", "USCG"]


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("ICE will update its form.", ["update"]),
        ("ICE informed CRCL that it will also train officers quarterly.", ["train"]),
        ("ICE will not update its form.", []),
        ("CRCL recommends that ICE will update its form.", []),
        ("If funds are found, ICE will update its form.", []),
        ("ICE and CBP will update their forms.", []),
        ("ICE would update its form.", []),
        ("The facility will update its form.", []),
        ("CRCL will post a redacted version of this memorandum.", []),
    ],
)
def test_a_promise_is_the_agencys_own(sentence: str, verbs: list[str]) -> None:
    assert told(LEAD + sentence, "verb") == verbs


@pytest.mark.parametrize(
    ("words", "deadline", "due_on"),
    [
        ("by March 2024", ["by March 2024"], ["2024-03"]),
        ("no later than June 30, 2024", ["no later than June 30, 2024"], ["2024-06-30"]),
        ("within 45 days of publication", ["within 45 days of publication"], []),
        ("in the spring", [], []),
    ],
)
def test_a_deadline_is_as_printed(words: str, deadline: list[str], due_on: list[str]) -> None:
    content = f"{LEAD}ICE will update its form {words}."
    assert (told(content, "deadline"), told(content, "due_on")) == (deadline, due_on)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Elm County Jail in Brazil, Indiana", ["Elm County Jail", "Brazil", "Indiana"]),
        ("Elm County Jail (ECJ), Bowling Green, VA", ["Elm County Jail", "ECJ", "Bowling Green", "VA"]),
        ("Elm County Jail in May 2022", []),
        ("Elm County Jail (Warden Kim Doe)", []),
        ("Elm County Jail, Indiana", []),
    ],
)
def test_a_town_needs_its_state(place: str, expected: list[str]) -> None:
    content = f"{LEAD}CRCL conducted an onsite investigation at the {place}."
    found = [plain(fact.value) for fact in facts(read(content), READER) if fact.item.kind == "facility"]
    assert found == expected
    assert told(content, "facility", "review") == ["Elm County Jail"]


@pytest.mark.parametrize(
    ("subject", "topics", "facility"),
    [
        ("Use of Facial Recognition Databases", ["Use of Facial Recognition Databases"], []),
        ("Disability Issues at Elm County Jail", ["Disability Issues"], ["Elm County Jail"]),
        ("ICE Elm Processing Center", [], ["Elm Processing Center"]),
        ("Krome", [], []),
        ("Otay Mesa", [], []),
        ("Elm Villages, Farmville, Virginia", [], ["Elm Villages"]),
    ],
)
def test_a_title_names_a_topic_or_a_facility(subject: str, topics: list[str], facility: list[str]) -> None:
    content = f"Close Summary: {subject}\n\nCRCL received complaints."
    assert (told(content, "topics"), told(content, "facility", "document")) == (topics, facility)


@pytest.mark.parametrize(
    "sentence",
    [
        "On May 3, 2024, the Department, on behalf of ICE, responded to a Recommendation Memorandum of May 2023.",
        "On May 3, 2024, DHS responded on ICE's behalf to a Recommendation Memorandum issued in May 2023.",
        "On May 3, 2024, the Department of Homeland Security, on behalf of ICE, responded to the memo.",
    ],
)
def test_the_department_answers_for_an_agency(sentence: str) -> None:
    content = f"Close Summary: Holding Rooms\n\n{sentence}"
    assert told(content, "responder") == ["DHS"] and told(content, "on_behalf_of") == ["ICE"]
    assert told(content, "responded_on") == ["2024-05-03"]


def test_two_that_answer_together_answer_on_one_day_and_no_count_is_eithers() -> None:
    content = (
        "Close Summary: Holding Rooms\n\nOn May 3, 2024, ICE and CBP jointly responded to a Recommendation Memorandum "
        "issued in May 2023 by CRCL. They concurred with four recommendations and non-concurred with one."
    )
    assert told(content, "responder") == ["ICE", "CBP"] and told(content, "concurred") == []
    assert any("They concurred" in one.text for one in read(content).unaccounted)


def test_one_page_of_one_document_is_no_listing() -> None:
    content = (
        "Close Summary: Elm County Jail\n\nOn May 3, 2024, ICE responded to a Recommendation Memorandum issued in "
        "May 2023 by CRCL.\n\nCRCL received 12 complaints about food.\n\n"
        "An official website of the United States government\n"
    )
    reading = read(content)
    assert {candidate.item.kind for candidate in reading.candidates}.isdisjoint({"listing"})
    assert reading.problems == ()


def test_a_shorter_blurb_takes_the_addressee_of_the_longer() -> None:
    content = (
        "-\nRetention Memo Concerning Vehicle Pursuits\nThis memorandum notifies CBP of two complaints.\n"
        "-\nRetention Memo Concerning Vehicle Pursuits\nThis memorandum retains complaints.\n"
    )
    items = {str(c.item) for c in read(content).candidates if c.item.kind == "document"}
    assert len(items) == 1 and items.pop().endswith("@cbp")
