"""Readings as lines of JSON: the form is a contract, told in docs/reference/reading-json.md."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from oversight_adapters.readers.facts import Fact, facts, plain, said
from oversight_adapters.writers.wording import own_label
from oversight_core.ledger import Case
from oversight_core.ports import Reader
from oversight_core.provenance import Locator
from oversight_core.reading import Problem, Reading, Unaccounted

Line = dict[str, Any]


def place_line(locator: Locator | None) -> dict[str, Any] | None:
    """A locator as an object of its parts."""
    return None if locator is None else attrs.asdict(locator)


def fact_line(fact: Fact) -> Line:
    """A fact; a derived one says so, and has neither quote nor place."""
    line: Line = {
        "type": "fact",
        "item": str(fact.item),
        "kind": fact.item.kind,
        "field": fact.field,
        "value": plain(fact.value),
        "quote": fact.quote,
        "locator": place_line(fact.locator),
        "source": fact.source,
    }
    return line | {"derived": True} if fact.derived else line


def problem_line(problem: Problem, source: str = "") -> Line:
    """A problem; `source` where the problem itself names none."""
    return {
        "type": "problem",
        "code": problem.code,
        "message": problem.message,
        "locator": place_line(problem.locator),
        "source": problem.source or source,
    }


def unaccounted_line(unaccounted: Unaccounted, source: str = "") -> Line:
    """A sentence that says something and was not understood."""
    return {
        "type": "unaccounted",
        "text": unaccounted.text,
        "locator": place_line(unaccounted.locator),
        "source": unaccounted.source or source,
    }


def status_lines(case: Case) -> dict[str, Line]:
    """The statuses of an item by axis, the source's own label beside ours."""
    return {
        axis: {
            "value": status.value,
            "label": own_label(status),
            "since": plain(status.since),
            "basis": status.basis,
            "order": status.order,
            "dated": status.dated,
        }
        for axis, status in sorted(case.statuses.items())
    }


def reading_lines(reading: Reading, reader: Reader) -> Iterator[Line]:
    """All that a reading holds, one line each, and last how much that was."""
    source = reading.source.digest if reading.source else ""
    number = 0
    for fact in facts(reading, reader):
        number += 1
        yield fact_line(attrs.evolve(fact, source=fact.source or source))
    yield from (problem_line(problem, source) for problem in reading.problems)
    yield from (unaccounted_line(sentence, source) for sentence in reading.unaccounted)
    yield {
        "type": "reading",
        "source": source,
        "format": reading.format,
        "facts": number,
        "labels": list(said(reading)),
        "problems": len(reading.problems),
        "unaccounted": len(reading.unaccounted),
        "coverage": reading.coverage,
    }
