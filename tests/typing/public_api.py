"""Never run, only type-checked: what a user writes against the public names has the types we promise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import assert_type

from oversight_core import (
    Actor,
    Applied,
    AsOf,
    Attempt,
    Case,
    Item,
    Lifecycle,
    Moment,
    NotAllowed,
    Plan,
    Reading,
    Receipt,
    Recommendation,
    Register,
    Status,
    Store,
    Withheld,
    decide,
    fold,
)

item = Item.parse("recommendation:gao/gao-24-106233/4@ice")
assert_type(item, Item)
assert_type(item.within("update", "2022-12"), Item)
assert_type(Moment.day(date(2024, 2, 5)).latest, date | None)

recommendation = Recommendation(number="4", text="Set a date.")
assert_type(recommendation.text, str | Withheld)
assert_type(recommendation.priority, bool | None)


def deciding(table: Lifecycle) -> str:
    attempt = Attempt(item, "concur", Actor("ICE", "addressee"), Moment.parse("2024-02"))
    decision = decide(table, "awaiting", attempt, facts={"since": None})
    assert_type(decision, Applied | NotAllowed)
    if isinstance(decision, NotAllowed):
        return "; ".join(map(str, decision.reasons))
    assert_type(decision, Applied)
    return decision.step.target


def recording(store: Store, reading: Reading) -> Receipt:
    register = Register(store, recorder="intake")
    plan = register.take(reading)
    assert_type(plan, Plan)
    assert_type(register.apply(plan), Receipt)
    case = register.case(item, AsOf("2024-02", stated_by="2024-06-30"))
    assert_type(case, Case)
    statuses: Mapping[str, Status] = case.statuses
    assert_type(statuses["position"].value, str)
    assert_type(fold(store.history(item)), Case)
    return register.undo(1, why="the wrong file")
