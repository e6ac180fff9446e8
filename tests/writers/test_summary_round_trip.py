"""A round trip ties reader and writer: what the summary of any review says reads back to the same facts."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.writers.reviews import reviews

from oversight_adapters.plugins import Adapters
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.writers.summary import SummaryWriter
from oversight_adapters.writers.wording import values
from oversight_core.entities import Document, Response
from oversight_core.ledger import Registered
from oversight_core.names import Item
from oversight_core.provenance import Source
from oversight_core.reading import Reading
from oversight_core.register import Register

ADAPTERS = Adapters()
CORPUS = Path(__file__).parents[1] / "corpus" / "crcl-summary"


def written(register: Register) -> str:
    out = io.StringIO()
    SummaryWriter().write(register, out)
    return out.getvalue()


def read(text: str) -> Reading:
    return ADAPTERS.read(Source.of(text.encode(), name="summary.txt"))


def facts(described: Mapping[Item, Any]) -> set[tuple[str, str, str]]:
    """Every value of every item, as it prints."""
    return {(str(item), field, str(value)) for item, entity in described.items() for field, value in values(entity)}


def expect_back(described: Mapping[Item, Any]) -> None:
    """Nothing is lost, nothing is added, every sentence is understood."""
    register = Register(MemoryStore(), recorder="tests")
    register.enter(Registered(item, entity) for item, entity in described.items())
    text = written(register)
    again = read(text)
    assert again.format == "crcl-summary"
    found = {candidate.item: candidate.entity for candidate in again.candidates if candidate.item.kind != "listing"}
    assert (facts(described) - facts(found), facts(found) - facts(described)) == (set(), set()), text
    assert (again.problems, again.unaccounted) == ((), ()), text


@given(reviews())
def test_what_the_summary_of_a_review_says_reads_back(review: Mapping[Item, Any]) -> None:
    expect_back(review)


def _subject(review: Mapping[Item, Any]) -> str:
    return next(item.report for item in review if item.kind == "document")


@given(st.lists(reviews(), min_size=2, max_size=4, unique_by=_subject))
def test_what_several_summaries_in_one_document_say_reads_back(several: list[Mapping[Item, Any]]) -> None:
    """On a page of several, the office's name and a date at the foot would be no entry's, so neither is there."""
    described = {item: entity for review in several for item, entity in review.items()}
    summaries = {item: entity for item, entity in described.items() if item.number in ("summary", "close-summary")}
    expect_back(
        described | {item: attrs.evolve(entity, issuer="", dated_on=None) for item, entity in summaries.items()}
    )


def _single(path: Path) -> bool:
    """Whether a document of the corpus is the summary of one memo that was answered."""
    kinds = [fact["item"].partition(":")[0] for fact in _labels(path)["facts"]]
    types = {fact["value"] for fact in _labels(path)["facts"] if fact["field"] == "type"}
    return "response" in kinds and "listing" not in kinds and bool(types & {"summary", "close-summary"})


def _labels(path: Path) -> Any:
    return json.loads(Path(f"{path}.labels.json").read_text(encoding="utf-8"))


SUMMARIES = [path for path in sorted(CORPUS.glob("*.txt")) if _single(path)]


@pytest.mark.parametrize("path", SUMMARIES, ids=lambda path: path.stem)
def test_a_summary_that_was_imported_reads_back_with_its_answers(path: Path) -> None:
    register = Register(MemoryStore(), recorder="tests")
    register.apply(register.take(ADAPTERS.read(Source.of(path.read_bytes(), name=path.name))))
    text = written(register)
    again = Register(MemoryStore(), recorder="tests")
    again.apply(again.take(read(text)))
    told, found = (_answered(one) for one in (register, again))
    assert told and told == found, text


def _answered(register: Register) -> dict[Item, Any]:
    """The answers of a record, and when each memo was issued and each summary dated."""
    described = {item: case.described for item, case in register.cases().items()}
    answers = {item: entity for item, entity in described.items() if isinstance(entity, Response)}
    papers = {
        item: (entity.issued_on, entity.dated_on, entity.recommendation_count)
        for item, entity in described.items()
        if isinstance(entity, Document)
    }
    return answers | papers


def test_there_are_summaries_in_the_corpus() -> None:
    assert len(SUMMARIES) >= 15
