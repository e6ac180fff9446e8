"""Never run, only type-checked: what a host hands to a register, and is handed by it."""

from __future__ import annotations

from typing import assert_type

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import Accepted, Case, Item, Listener, Plan, Progress, Reading, Receipt, Register
from oversight_core.ledger import Entry


class Alerts:
    def __call__(self, accepted: Accepted) -> None:
        assert_type(accepted.receipt, Receipt)
        assert_type(accepted.entries, tuple[Entry, ...])
        assert_type(accepted.items, tuple[Item, ...])


def told(accepted: Accepted) -> None:
    assert_type(accepted.recorder, str)


def watch(done: int, total: int | None) -> None:
    assert_type(total, int | None)


heard: list[Accepted] = []
listeners: list[Listener] = [told, Alerts(), heard.append]
progress: Progress = watch
register = Register(MemoryStore(), listeners=listeners)
plan = register.take(Reading(), progress=progress)
assert_type(plan, Plan)
assert_type(register.apply(plan, progress=progress), Receipt)
assert_type(register.undo(1, progress=watch), Receipt)
assert_type(register.cases(progress=watch), dict[Item, Case])
register.apply(plan, progress=lambda done, total: None)
