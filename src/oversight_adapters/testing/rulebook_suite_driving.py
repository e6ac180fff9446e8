"""A register as an application, which a machine drives against a table of the rulebook that governs it."""

from __future__ import annotations

import attrs

from oversight_adapters.testing.rulebook_suite_hooks import kinds
from oversight_adapters.testing.rulebook_suite_walking import register_of
from oversight_core.ledger import Applied, Registered
from oversight_core.names import Item
from oversight_core.rules import Attempt, Facts, Lifecycle, RuleBook


class Governed:
    """A register that holds one item under the rulebook: what `machine_for` drives against one of its tables."""

    def __init__(self, book: RuleBook, table: Lifecycle, facts: Facts) -> None:
        self.table = table
        self.item = Item(kinds(table)[0], book.name, "driven")
        self.register = register_of(book, facts)
        self.register.enter([Registered(self.item, None, rulebook=book.name)])

    def status(self) -> str:
        """Where the record says that the item stands."""
        return self.register.case(self.item).status(self.table.axis, initial=self.table.initial).value

    def attempt(self, attempt: Attempt) -> bool:
        """Whether the register allowed and recorded it.  Raises what a register raises."""
        answer = self.register.attempt(attrs.evolve(attempt, item=self.item), axis=self.table.axis)
        return isinstance(answer, Applied)
