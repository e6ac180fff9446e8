"""What is entered by hand holds the states that the item's own rules say, from its first batch on."""

from __future__ import annotations

from oversight_adapters.stores.memory import MemoryStore
from oversight_core.ledger import Registered, Reported
from oversight_core.names import Item
from oversight_core.register import Register
from oversight_core.rulebooks import GAO

ITEM = Item.parse("recommendation:gao/gao-24-1/4@ice")


def states(*batches: list[Registered | Reported]) -> tuple[str, ...]:
    register = Register(MemoryStore())
    for batch in batches:
        register.enter(batch)
    (reported,) = [r.entry for r in register.history(ITEM) if isinstance(r.entry, Reported)]
    return reported.states


def test_a_group_holds_the_states_of_the_rulebook_that_the_same_batch_names() -> None:
    registered, opened = Registered(ITEM, None, rulebook="gao"), Reported(ITEM, "oversight_status", "open")
    own = GAO.lifecycles[0].members["open"]
    assert states([registered], [opened]) == states([registered, opened]) == states([opened, registered]) == own
    assert states([opened]) != own  # nobody named a rulebook: the canonical table
