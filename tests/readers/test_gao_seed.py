"""The real page, where it lies beside the project: read as whoever reads it with care would."""

from pathlib import Path
from typing import Any

import pytest

from oversight_adapters.readers.facts import facts, plain
from oversight_adapters.readers.gao_agency_page import GaoAgencyPageReader
from oversight_adapters.texts.plain import decode
from oversight_core.provenance import Source
from oversight_core.reading import Label, Reading

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
READER = GaoAgencyPageReader()


def source(number: str) -> Source:
    found = sorted(SEEDS.glob(f"{number}_*.txt"))
    if not found:
        pytest.skip("the real documents are not beside this checkout")
    return Source.of(found[0].read_bytes())


@pytest.fixture(scope="module")
def reading() -> Reading:
    return READER.read(decode(source("004")))


def told(reading: Reading, kind: str, body: str) -> dict[str, Any]:
    """Field to value of the item of a kind whose body ends so."""
    found = [fact for fact in facts(reading, READER) if fact.item.kind == kind and fact.item.body.endswith(body)]
    return {fact.field: plain(fact.value) for fact in found}


def titled(reading: Reading, start: str, number: str) -> dict[str, Any]:
    """Fields of the recommendation with this number of the report whose title starts so."""
    for candidate in reading.candidates:
        entity = candidate.entity
        if (
            candidate.item.kind == "recommendation"
            and entity.number == number
            and entity.report_title.startswith(start)
        ):
            return told(reading, "recommendation", candidate.item.body)
    raise AssertionError(f"no recommendation {number} of {start}")


def labels(reading: Reading, vocabulary: str) -> list[Label]:
    return [label for found in reading.candidates for label in found.labels if label.vocabulary == vocabulary]


def test_it_states_forty_one_and_holds_ten(reading: Reading) -> None:
    listing = told(reading, "listing", "gao/ice")
    assert (listing["agency"], listing["stated_total"], listing["parsed_total"]) == ("ICE", 41, 10)
    assert len(reading.candidates[0].entity.items) == 10
    assert [problem.code for problem in reading.problems] == ["listing-incomplete"]


def test_a_report_in_two_blocks_is_one_report(reading: Reading) -> None:
    reports = {
        candidate.item.report
        for candidate in reading.candidates
        if candidate.item.kind == "recommendation" and candidate.entity.report_title.startswith("Alternatives to")
    }
    assert len(reports) == 1


def test_who_concurred_may_be_the_department(reading: Reading) -> None:
    arrests = titled(reading, "Immigration Enforcement: Arrests", "1")
    assert (arrests["position"], arrests["position_by"]) == ("non_concurred", "DHS")
    oversight = titled(reading, "Immigration Detention", "3")
    assert (oversight["position"], oversight["position_by"]) == ("concurred", "DHS")
    actors = [str(label.actor) for label in labels(reading, "gao/position")]
    assert actors == ["ICE", "ICE", "DHS for ICE", "ICE", "ICE", "DHS for ICE"]


def test_a_start_is_no_completion(reading: Reading) -> None:
    oversight = titled(reading, "Immigration Detention", "3")
    assert oversight["estimated_start"] == "2024" and "estimated_completion" not in oversight
    assert oversight["narrative_as_of"] == "2023-10"


def test_estimates_and_how_they_are_hedged(reading: Reading) -> None:
    found = {n: titled(reading, "Alternatives to Detention", n) for n in "678"}
    assert [found[n]["estimated_completion"] for n in "678"] == ["2023-05-31", "2023-05-31", "2023-08-31"]
    assert [found[n].get("estimated_completion_qualifier") for n in "678"] == [None, "by", "by"]
    assert {found[n]["narrative_as_of"] for n in "678"} == {"2023-09"}


def test_what_is_still_needed(reading: Reading) -> None:
    six = titled(reading, "Alternatives to Detention", "6")["to_close"]
    assert six.startswith("to fully address the intent of our recommendation, ICE must") and six.endswith("contract.")
    assert titled(reading, "Alternatives to Detention", "7")["to_close"].startswith("To fully meet the intent")
    assert titled(reading, "Immigration Detention", "3")["to_close"].startswith("To meet the intent")
    assert "to_close" not in titled(reading, "Immigration Enforcement: Arrests", "1")


def test_what_must_come_first(reading: Reading) -> None:
    eight = titled(reading, "Alternatives to Detention", "8")
    assert eight["depends_on"].startswith("Once ICE collects") and eight["depends_on"].endswith("allows for analysis")
    assert eight["text"].startswith("Once ICE collects")


def test_a_placeholder_states_nothing(reading: Reading) -> None:
    for number in "234":
        wolves = titled(reading, "U.S. Immigration and Customs Enforcement", number)
        assert wolves["status"] == "open"
        assert not {"position", "narrative_as_of", "estimated_completion", "to_close"} & wolves.keys()
    assert not any(sentence.text.startswith("When we confirm") for sentence in reading.unaccounted)


def test_each_dated_statement_is_an_update(reading: Reading) -> None:
    updates = [candidate for candidate in reading.candidates if candidate.item.kind == "update"]
    assert len(updates) == 16
    arrests = [u for u in updates if u.item.number == "1"]
    assert [str(u.entity.as_of) for u in arrests] == ["2019-11", "2022-07", "2022-11", "2024-03"]
    assert [u.entity.by for u in arrests] == ["GAO", "ICE", "ICE", "ICE"]
    officers = [u.entity.by for u in updates if "credentials" in u.entity.text or "finalizing" in u.entity.text]
    assert officers == ["ERO", "ERO"]


def test_every_status_is_printed_and_labelled(reading: Reading) -> None:
    assert [label.words for label in labels(reading, "gao/status")] == ["Open"] * 10


def test_every_quote_stands_where_it_says(reading: Reading) -> None:
    content = decode(reading.source).content if reading.source else ""
    for fact in facts(reading, READER):
        if fact.locator is not None:
            assert content[fact.locator.start : fact.locator.end] == fact.quote  # type: ignore[union-attr]


@pytest.mark.parametrize("number", ["000", "001", "002", "003"])
def test_other_documents_tell_it_nothing(number: str) -> None:
    other = source(number)
    assert READER.recognise(other) == 0
    assert READER.read(decode(other)).candidates == ()
