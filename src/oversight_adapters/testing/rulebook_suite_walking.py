"""A rulebook at work: its rows, walked through a register."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import attrs

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing.rulebook_suite_hooks import beside, kinds
from oversight_core.ledger import Applied, Registered, Reported
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.ports import FactProvider
from oversight_core.register import Register
from oversight_core.rules import Attempt, Facts, Lifecycle, MissingFact, NotAllowed, Rule, RuleBook
from oversight_core.rules import missing_steps as steps_to
from oversight_core.testing.choices import FIRST_CHOICE, suiting, variations

BEFORE = Moment.parse("2023-06-30")
"""A day before everything that the kit attempts, which is dated from 2024 on."""


def register_of(book: RuleBook, facts: Facts) -> Register:
    """An empty register with the rulebook among those that ship; the facts are what its host would provide."""
    providers: dict[str, FactProvider] = {name: partial(_example, value) for name, value in facts.items()}
    return Register(MemoryStore(), rulebooks=beside(book), providers=providers, recorder="kit")


def _example(value: Any, item: Item, axis: str) -> Any:
    return value


def not_governing(book: RuleBook) -> Iterator[str]:
    """Tables that no item follows, though it was registered under this rulebook."""
    register = register_of(book, {})
    for table in book.lifecycles:
        for kind in kinds(table):
            item = Item(kind, book.name, "governed")
            register.enter([Registered(item, None, rulebook=book.name)])
            found = register.table(item, table.axis)
            if found != table:
                yield f"a {kind} registered under it moves on {table.axis} by {found.name!r}, and not by {table.name!r}"


@attrs.frozen
class Untold:
    """A row that needs a fact of which there is no example."""

    row: str
    fact: str

    def __str__(self) -> str:
        return f"{self.row} needs the fact {self.fact!r}"


def not_walked(book: RuleBook, table: Lifecycle, facts: Facts) -> Iterator[str | Untold]:
    """Rows that a register does not allow from each of their states, or that lead elsewhere than they say."""
    register = register_of(book, facts)
    for n, (rule, source) in enumerate((row, state) for row in table.rules for state in table.sources(row)):
        where = f"{table.name}, {rule.event!r} from {source!r}"
        answers = []
        for way, brought in enumerate((_reported, _stepped)):
            item = Item(kinds(table)[0], book.name, f"row-{n}", f"{way}")
            walk = brought(register, book, table, item, source)
            answers.append(_tried(register, table, rule, item, walk))
            if isinstance(answers[-1], Applied):
                break
        yield from _wrong(register, table, rule, where, answers)


def _wrong(
    register: Register, table: Lifecycle, rule: Rule, row: str, answers: list[Applied | NotAllowed]
) -> Iterator[str | Untold]:
    *_, answer = answers
    if isinstance(answer, Applied):
        status = register.case(answer.item).status(table.axis).value
        if (answer.step.target, status) != (rule.target, rule.target):
            yield f"{row} leads to {rule.target!r}, and the register says {status!r}"
        return
    missing = [reason for one in answers if isinstance(one, NotAllowed) for reason in one.reasons]
    if facts := [reason for reason in missing if isinstance(reason, MissingFact)]:
        yield Untold(row, facts[0].name)
    else:
        yield f"{row} is allowed to no attempt that suits it: {answers[0]}"


def _reported(register: Register, book: RuleBook, table: Lifecycle, item: Item, source: str) -> list[Attempt]:
    """An item that a source says to be in a state: a record may begin in the middle."""
    register.enter([Registered(item, None, rulebook=book.name)])
    if source != table.initial:
        register.enter([Reported(item, table.axis, source, occurred_on=BEFORE)])
    return []


def _stepped(register: Register, book: RuleBook, table: Lifecycle, item: Item, source: str) -> list[Attempt]:
    """An item that was brought into a state by the rows that lead there, as far as they allow it."""
    register.enter([Registered(item, None, rulebook=book.name)])
    walk: list[Attempt] = []
    for rule in steps_to(table, table.initial, source) or ():
        answer = _tried(register, table, rule, item, walk)
        if isinstance(answer, NotAllowed):
            break
        walk.append(answer.attempt)
    return walk


def _tried(register: Register, table: Lifecycle, rule: Rule, item: Item, walk: list[Attempt]) -> Applied | NotAllowed:
    """What the register says to the attempts that suit a row, until one is allowed; the first answer where none is."""
    first: NotAllowed | None = None
    for choice in variations(FIRST_CHOICE):
        answer = register.attempt(suiting(rule, choice, walk, item), axis=table.axis)
        if isinstance(answer, Applied):
            return answer
        first = first or answer
    assert first is not None
    return first
