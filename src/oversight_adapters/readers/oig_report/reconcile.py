"""What a report counts of itself, held against what it says: totals, answers and states."""

from __future__ import annotations

from collections.abc import Iterator

from oversight_adapters.readers.inspectors_general.describing import Description
from oversight_adapters.readers.oig_report.answers import COUNTED
from oversight_adapters.readers.oig_report.scope import Scope
from oversight_adapters.readers.oig_report.statements import Statements
from oversight_core.names import Item


def settle(said: Statements) -> None:
    """What "all" means, where the whole is known."""
    record, document = said.scope.page.record, said.scope.document
    total = _count(record.of(document), "recommendation_count")
    for item, field in said.answers.of_all:
        answer = record.of(item)
        of = _count(record.of(answer.derived["answers"][0]), "recommendation_count")
        if of is not None and not any(answer.told.get(each) for each in COUNTED):
            answer.derive(field, of, "recommendation_count")
    said.answers.settle(total)
    said.states.settle(total)
    said.estimates.settle()


def reconcile(scope: Scope) -> None:
    """A problem for each count that does not fit."""
    record = scope.page.record
    of_report: dict[str, list[tuple[Item, Description]]] = {}
    for item, description in record.by_item.items():
        of_report.setdefault(item.report, []).append((item, description))
    for group in of_report.values():
        for item, description in group:
            total = _count(description, "recommendation_count") if item.kind == "document" else None
            if total is not None:
                for code, message in _faults(item, total, group, scope):
                    record.problem(code, message)


def _faults(item: Item, total: int, group: list[tuple[Item, Description]], scope: Scope) -> Iterator[tuple[str, str]]:
    """What does not fit the total of a report: its recommendations, their states, and each answer."""
    found = len(scope.known.by_number) if item == scope.document else 0
    if 0 < found != total:
        code = "listing-incomplete" if found < total else "total-mismatch"
        yield code, f"the report states {total} recommendations and holds {found}"
    states = [int(value) for key, one in group if key.kind == "figure" and (value := one.value("value")) is not None]
    if len(states) > 1 and sum(states) != total:
        yield "total-mismatch", f"{item} has {total} recommendations, and states of {sum(states)} are counted"
    for key, answer in group:
        counts = [value for field in COUNTED if (value := _count(answer, field)) is not None]
        if key.kind == "response" and (sum(counts) > total or (len(counts) > 1 and sum(counts) != total)):
            yield "total-mismatch", f"{item} has {total} recommendations, and {sum(counts)} are answered"


def _count(description: Description, field: str) -> int | None:
    """A count, where all that is told of it agrees."""
    values = {told.value for told in description.told.get(field, ())}
    return values.pop() if len(values) == 1 else None
