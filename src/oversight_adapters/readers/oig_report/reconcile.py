"""What a report counts of itself, held against what it says: totals, answers and states."""

from __future__ import annotations

from oversight_adapters.readers.inspectors_general.describing import Description
from oversight_adapters.readers.oig_report.page import Page
from oversight_adapters.readers.oig_report.statements import COUNTED, STATUS, State, Statements
from oversight_core.names import Item


def settle(said: Statements) -> None:
    """What "all" means, where the whole is known."""
    page, document = said.page, said.document
    total = _count(page.record.of(document), "recommendation_count")
    for item, _ in said.all_of_ours:
        answer = page.record.of(item)
        if total is not None and not any(answer.told.get(field) for field in COUNTED):
            answer.derive("concurred", total, "recommendation_count")
    found = list(said.known.by_number.values())
    for told in said.every:
        if len(found) == total:
            for descriptions in found:
                for description in descriptions:
                    place = told.excerpt.locator
                    said.state(description, place.start, place.end)  # type: ignore[union-attr]  # running text alone
    for item, states in said.states.items():
        _settle_states(said, item, states)


def _settle_states(said: Statements, item: Item, states: list[State]) -> None:
    """The states of one recommendation: told where they agree, and what says most is what stands."""
    page, description = said.page, said.page.record.of(item)
    told = {word for state in states for word in state.label.split(" and ")}
    if {"open", "closed"} <= told or {"resolved", "unresolved"} <= told:
        words = " and ".join(repr(label) for label in dict.fromkeys(state.label for state in states))
        place = page.piece(states[-1].start, states[-1].end)
        page.record.problem("value-differs", f"{item} is said to be {words}", place)
        return
    best = max(states, key=lambda state: state.label.count(" "))
    for state in states:
        if state.label == best.label:
            description.tell("status", page.read(f"{state.slot}-slug", state.start, state.end, "status"))
    description.tell("status_printed", page.read("printed", best.start, best.end, "status_printed"))
    for state in states:
        description.label(STATUS, page.read(state.slot, state.start, state.end, "status_printed"))


def reconcile(said: Statements) -> None:
    """A problem for each count that does not fit."""
    page = said.page
    for item, description in tuple(page.record.by_item.items()):
        if item.kind == "document":
            _counts_of(page, item, description, said)


def _counts_of(page: Page, item: Item, description: Description, said: Statements) -> None:
    total = _count(description, "recommendation_count")
    if total is None:
        return
    found = len(said.known.by_number) if item == said.document else 0
    if 0 < found < total:
        page.record.problem("listing-incomplete", f"the report states {total} recommendations and holds {found}")
    if found > total:
        page.record.problem("total-mismatch", f"the report states {total} recommendations and holds {found}")
    figures = [one for key, one in page.record.by_item.items() if key.kind == "figure" and key.report == item.report]
    states = [int(value) for one in figures if (value := one.value("value")) is not None]
    if len(states) > 1 and sum(states) != total:
        page.record.problem(
            "total-mismatch", f"{item} has {total} recommendations, and states of {sum(states)} are counted"
        )
    for key, answer in page.record.by_item.items():
        counts = [value for field in COUNTED if (value := _count(answer, field)) is not None]
        if (
            key.kind == "response"
            and key.report == item.report
            and (sum(counts) > total or (len(counts) > 1 and sum(counts) != total))
        ):
            page.record.problem("total-mismatch", f"{item} has {total} recommendations, and {sum(counts)} are answered")


def _count(description: Description, field: str) -> int | None:
    """A count, where all that is told of it agrees."""
    values = {told.value for told in description.told.get(field, ())}
    return values.pop() if len(values) == 1 else None
