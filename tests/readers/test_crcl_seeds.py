"""The two real summaries, where they lie beside the project: read as whoever reads them with care would."""

from pathlib import Path
from typing import Any

import pytest

from oversight_adapters.readers.crcl_summary import CrclSummaryReader
from oversight_adapters.readers.facts import Fact, facts, plain
from oversight_adapters.texts.plain import decode
from oversight_core.names import fingerprint
from oversight_core.provenance import Source
from oversight_core.reading import Reading

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
READER = CrclSummaryReader()


def reading(number: str) -> Reading:
    found = sorted(SEEDS.glob(f"{number}_*.txt"))
    if not found:
        pytest.skip("the real documents are not beside this checkout")
    return READER.read(decode(Source.of(found[0].read_bytes())))


def told(number: str, kind: str) -> dict[str, list[Any]]:
    """Field to values, over all items of a kind."""
    out: dict[str, list[Any]] = {}
    for fact in facts(reading(number), READER):
        if fact.item.kind == kind:
            out.setdefault(fact.field, []).append(plain(fact.value))
    return out


def of(number: str, item: str) -> dict[str, list[Any]]:
    """Field to values of one item, named without its hash."""
    out: dict[str, list[Any]] = {}
    for fact in facts(reading(number), READER):
        if str(fact.item).replace(fact.item.report, "~") == item:
            out.setdefault(fact.field, []).append(plain(fact.value))
    return out


def quotes(number: str, field: str) -> list[str | None]:
    return [fact.quote for fact in facts(reading(number), READER) if fact.field == field]


def test_the_segregation_summary_states_its_own_parts() -> None:
    summary = of("000", "document:crcl/~/summary@ice")
    assert summary["type"] == ["summary"] and summary["part"] == ["2"] and summary["issuer"] == ["CRCL"]
    assert "dated_on" not in summary


def test_two_memos_in_one_document_are_two_items_and_one_of_them_is_answered() -> None:
    answered = of("000", "document:crcl/~/key-findings-memorandum@ice")
    other = of("000", "document:crcl/~/recommendation-memorandum@ice")
    assert answered["issued_on"] == ["2024-02-05"] and answered["recommendation_count"] == [26]
    assert other["issued_on"] == ["2022-09"] and "recommendation_count" not in other
    assert of("000", "response:crcl/~/key-findings-memorandum@ice/ice")["answers"]
    assert not of("000", "response:crcl/~/recommendation-memorandum@ice/ice")


def test_a_type_printed_two_ways_is_two_facts_and_a_problem() -> None:
    assert len(of("000", "document:crcl/~/key-findings-memorandum@ice")["printed_type"]) == 2
    assert [problem.code for problem in reading("000").problems] == ["type-differs"]


def test_counts_are_told_as_often_as_they_stand() -> None:
    answer = told("000", "response")
    assert answer["concurred"] == [4, 4] and answer["partially_concurred"] == [5, 5]
    assert answer["non_concurred"] == [17, 17] and answer["responded_on"] == ["2024-05-29"] * 2
    assert quotes("000", "concurred") == ["four", "four"]


def test_the_periodic_review() -> None:
    review = told("000", "review")
    assert review["type"] == ["periodic"] and review["opened_on"] == ["2020-05"]
    assert review["interview_count"] == [9] and review["interviews_on"] == ["2020-09/2021-01"]
    assert "fieldwork_on" not in review and not told("000", "complaint")


def test_three_actions_were_agreed() -> None:
    actions = told("000", "action")
    assert actions["state"] == ["agreed"] * 3 and set(actions["committed_by"]) == {"ICE"}
    assert "performed_by" not in actions


def test_the_krome_summary() -> None:
    memo = of("001", "document:crcl/~/key-findings-memorandum@ice")
    assert memo["issued_on"] == ["2023-08-23"] and memo["recommendation_count"] == [14]
    answer = told("001", "response")
    assert answer["concurred"] == [1] and answer["non_concurred"] == [13] and "partially_concurred" not in answer
    assert of("001", "document:crcl/~/summary@ice")["dated_on"] == ["2024-03-04"]


def test_opening_complaints_does_not_open_the_review() -> None:
    assert told("001", "complaint") == {"count": [4], "opened_on": ["2022-01/2022-10"]}
    review = told("001", "review")
    assert review["fieldwork_on"] == ["2023-02"] and "opened_on" not in review
    assert review["type"] == ["targeted-onsite"] and review["experts"] == ["contract subject matter experts"]


def test_what_was_done_at_once_is_done_and_not_agreed() -> None:
    actions = told("001", "action")
    assert actions["state"] == ["reported_done"] * 2 and actions["performed_by"] == ["ICE"]
    assert told("001", "finding")["about"] == ["Use of Force Equipment"]


@pytest.mark.parametrize("number", ["000", "001"])
def test_the_promise_is_of_the_office_and_no_label_speaks_of_oversight(number: str) -> None:
    release = told(number, "release")
    assert release["promised"] == [True] and release["form"] == ["redacted"] and release["condition"]
    labels = {label.vocabulary for candidate in reading(number).candidates for label in candidate.labels}
    assert labels == {"crcl/action", "crcl/release"}


def test_the_subject_alone_identifies() -> None:
    item = next(fact.item for fact in facts(reading("001"), READER))
    assert item.report == fingerprint("Krome North Service Processing Center")


def test_every_quote_stands_where_it_says() -> None:
    for number in ("000", "001"):
        text = reading(number)
        content = decode(text.source).content if text.source else ""
        for fact in facts(text, READER):
            if fact.locator is not None:
                start, end = _span(fact)
                assert content[start:end] == fact.quote


def _span(fact: Fact) -> tuple[int, int]:
    return fact.locator.start, fact.locator.end  # type: ignore[union-attr]


@pytest.mark.parametrize("number", ["002", "003", "004"])
def test_other_documents_tell_it_nothing(number: str) -> None:
    assert reading(number).candidates == ()
