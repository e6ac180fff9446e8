"""The reader kit is tested itself: it passes on a healthy reader, and fails on the right clause for each mutant."""

import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from oversight_adapters.testing import ReaderSuite
from oversight_core import Candidate, Excerpt, Item, Problem, Reading, Recommendation, Source, Text, TextSpan
from oversight_core.reading import Unaccounted

PAGE = """CITY AUDITOR

The police agreed with recommendation 3. It rained in May. The fire brigade agreed with recommendation 8. All was well.
"""
ROW = re.compile(r"The (?P<addressee>[a-z ]{1,30}) (?P<position>agreed) with recommendation (?P<number>\d{1,4})\.")
READ: dict[str, Callable[[str], Any]] = {"number": str, "addressee": str.title, "position": {"agreed": "concurred"}.get}
CLAUSES = [name for name, _ in inspect.getmembers(ReaderSuite, inspect.isfunction) if name.startswith("test_R")]


class Healthy:
    """Sentences such as `The police agreed with recommendation 3.`"""

    name = "city"

    def recognise(self, source: Source) -> int:
        return 3 if source.content.startswith(b"CITY AUDITOR") else 0

    def read(self, text: Text) -> Reading:
        rows = tuple(self.row(match, text.source.digest) for match in ROW.finditer(text.content))
        rain = tuple(
            Unaccounted(text.content[slice(*m.span())], TextSpan(*m.span()), text.source.digest)
            for m in re.finditer(r"It rained in May\.", text.content)
        )
        return self.reading(Reading(rows, (), rain, text.source, self.name, len(rows) + len(rain)), text)

    def reading(self, reading: Reading, text: Text) -> Reading:
        return reading

    def row(self, match: re.Match[str], source: str) -> Candidate:
        places = {field: match.span(field) for field in READ}
        excerpts = tuple(
            Excerpt(field, match[field], TextSpan(*place), source, field) for field, place in places.items()
        )
        values = {field: READ[field](match[field]) for field in READ}
        return Candidate(self.item(match), Recommendation(**values), excerpts=excerpts)

    def item(self, match: re.Match[str]) -> Item:
        return Item("recommendation", "city", "follow-up", match["number"])

    def value(self, excerpt: Excerpt) -> Any:
        return READ[excerpt.phrase](str(excerpt.words))


def evolve(candidate: Candidate, **values: Any) -> Candidate:
    return attrs.evolve(candidate, entity=attrs.evolve(candidate.entity, **values))


class ShiftedWords(Healthy):
    def row(self, match: re.Match[str], source: str) -> Candidate:
        candidate = super().row(match, source)
        moved = [attrs.evolve(e, locator=TextSpan(e.locator.start + 1, e.locator.end + 1)) for e in candidate.excerpts]
        return attrs.evolve(candidate, excerpts=tuple(moved))


class ForeignSource(Healthy):
    def row(self, match: re.Match[str], source: str) -> Candidate:
        return super().row(match, "sha256:0")


class OtherValue(Healthy):
    def row(self, match: re.Match[str], source: str) -> Candidate:
        return evolve(super().row(match, source), position="non_concurred")


class Fickle(Healthy):
    def __init__(self) -> None:
        self.turn = 0

    def reading(self, reading: Reading, text: Text) -> Reading:
        self.turn += 1
        return attrs.evolve(reading, candidates=reading.candidates[:: -1 if self.turn % 2 else 1])


class Inventive(Healthy):
    def row(self, match: re.Match[str], source: str) -> Candidate:
        return evolve(super().row(match, source), status="open")


class Nameless(Healthy):
    def row(self, match: re.Match[str], source: str) -> Candidate:
        candidate = super().row(match, source)
        return attrs.evolve(candidate, excerpts=(*candidate.excerpts, Excerpt("colour")))


class HalfComputed(Healthy):
    def row(self, match: re.Match[str], source: str) -> Candidate:
        candidate = super().row(match, source)
        return attrs.evolve(candidate, excerpts=(*candidate.excerpts, Excerpt("number", phrase="number")))


class Wordy(Healthy):
    def reading(self, reading: Reading, text: Text) -> Reading:
        longer = tuple(self.longer(candidate, text) for candidate in reading.candidates[-1:])
        return attrs.evolve(reading, candidates=(*reading.candidates[:-1], *longer))

    def longer(self, candidate: Candidate, text: Text) -> Candidate:
        end = len(text.content.rstrip())
        start = candidate.excerpts[0].locator.start
        words = text.content[start:end]
        excerpt = Excerpt("text", words, TextSpan(start, end), text.source.digest, "text")
        return attrs.evolve(evolve(candidate, text=words), excerpts=(*candidate.excerpts, excerpt))

    def value(self, excerpt: Excerpt) -> Any:
        return str(excerpt.words) if excerpt.phrase == "text" else super().value(excerpt)


class Guessing(Healthy):
    """Says that whoever is named agreed, whatever the words are."""

    def read(self, text: Text) -> Reading:
        said = Text(text.source, re.sub(r"(The [a-z ]{1,30} )\S{6}( with)", r"\1agreed\2", text.content))
        reading = super().read(said)
        rows = tuple(
            attrs.evolve(
                row,
                excerpts=tuple(
                    attrs.evolve(e, words=text.content[e.locator.start : e.locator.end]) for e in row.excerpts
                ),
            )
            for row in reading.candidates
        )
        return attrs.evolve(reading, candidates=rows)

    def value(self, excerpt: Excerpt) -> Any:
        return "concurred" if excerpt.phrase == "position" else super().value(excerpt)


class Shy(Healthy):
    def recognise(self, source: Source) -> int:
        return 0


class Greedy(Healthy):
    def recognise(self, source: Source) -> int:
        return 1


class Forgetful(Healthy):
    def reading(self, reading: Reading, text: Text) -> Reading:
        return attrs.evolve(reading, unaccounted=())


class Doubtful(Healthy):
    def reading(self, reading: Reading, text: Text) -> Reading:
        first = reading.candidates[0].excerpts[0].locator if reading.candidates else TextSpan(0, 1)
        extra = Unaccounted(text.content[first.start : first.end], first, text.source.digest)
        return attrs.evolve(reading, unaccounted=(*reading.unaccounted, extra))


class Rambling(Healthy):
    def reading(self, reading: Reading, text: Text) -> Reading:
        return attrs.evolve(reading, problems=(Problem("Not a slug", "one\ntwo"),))


class Misfiled(Healthy):
    def item(self, match: re.Match[str]) -> Item:
        return Item("document", "city", "follow-up", match["number"])


class Fragile(Healthy):
    def reading(self, reading: Reading, text: Text) -> Reading:
        fits = "CITY" in text.content or len(text.content) > 500
        return reading if fits else attrs.evolve(reading, candidates=(1 // 0,))


class Slow(Healthy):
    def reading(self, reading: Reading, text: Text) -> Reading:
        for start in range(0, len(text.content), 12):
            text.content.count("\x00", start)
            text.content[start:].casefold()
        return reading


MUTANTS = [
    (ShiftedWords, "R1"),
    (ForeignSource, "R1"),
    (OtherValue, "R2"),
    (Fickle, "R3"),
    (Inventive, "R4"),
    (Nameless, "R4"),
    (HalfComputed, "R4"),
    (Wordy, "R5"),
    (Guessing, "R6"),
    (Shy, "R7"),
    (Greedy, "R7"),
    (Forgetful, "R8"),
    (Doubtful, "R8"),
    (Rambling, "R9"),
    (Misfiled, "R9"),
    (Fragile, "R10"),
    (Slow, "R11"),
]
# A mutant that breaks one clause may show in R10 too, which looks at R1, R2 and R4 over any bytes.
ALSO = {"R1": {"R10"}, "R2": {"R10"}, "R4": {"R10"}}


def failing(reader: Any) -> set[str]:
    """The clauses that a reader breaks, by the name that stands in the failure."""
    failed = set()
    for name in CLAUSES:
        try:
            getattr(ReaderSuite(), name)(reader, [PAGE])
        except Exception as failure:  # R10 lets a foreign exception through, as a test run shows it
            stated = re.match(r"R\d+", str(failure))
            failed.add(stated[0] if stated else name.split("_")[1])
    return failed


def test_the_healthy_reader_keeps_every_clause() -> None:
    assert failing(Healthy()) == set()


@pytest.mark.parametrize(("mutant", "clause"), MUTANTS, ids=lambda value: getattr(value, "__name__", value))
def test_a_mutant_is_caught_by_its_clause(mutant: type, clause: str) -> None:
    failed = failing(mutant())
    assert clause in failed and failed <= {clause} | ALSO.get(clause, set())


def test_every_clause_has_a_mutant() -> None:
    assert {clause for _, clause in MUTANTS} == {name.split("_")[1] for name in CLAUSES}


def test_the_page_and_the_suite_name_the_same_clauses() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "reader-contract.md"
    clauses = re.findall(r"^\| (R\d+) \| \S", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    tests = {name.split("_")[1]: inspect.getdoc(getattr(ReaderSuite, name)) or "" for name in CLAUSES}
    assert clauses == [f"R{n}" for n in range(1, len(CLAUSES) + 1)] and set(clauses) == set(tests)
    assert all(doc.split()[0] == clause for clause, doc in tests.items())
