"""The facts that the record supplies to a condition: who did what last, and when."""

from __future__ import annotations

from datetime import UTC, datetime

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import Actor, Attempt, Item, Moment, Register, Reported
from oversight_core.register.facts import PROVIDED, facts_of, last_moved_by, latest_applied, since
from oversight_core.rulebooks.canonical import CANONICAL

REC = Item.parse("recommendation:gao/gao-24-106233/4/ice")
WRITTEN = Moment.parse("2025-01-01")


def desk() -> Register:
    return Register(MemoryStore(clock=lambda: datetime(2025, 1, 1, tzinfo=UTC)))


def concur(actor: Actor, on: str | None) -> Attempt:
    return Attempt(REC, "concur", actor, Moment.parse(on) if on else None)


def test_who_moved_it_last_is_who_acted_and_for_whom_and_no_empty_name() -> None:
    for actor, wanted in (
        (Actor("Ann", "addressee"), {"Ann"}),
        (Actor("Ann", "addressee", on_behalf_of="ICE"), {"Ann", "ICE"}),
    ):
        register = desk()
        assert last_moved_by(register.history(REC), "position") == frozenset()
        assert register.attempt(concur(actor, "2024-05-01"), axis="position")
        assert last_moved_by(register.history(REC), "position") == wanted
        assert last_moved_by(register.history(REC), "implementation") == frozenset()


def test_only_the_latest_step_tells_who_moved_it_last() -> None:
    register = desk()
    assert register.attempt(concur(Actor("Ann", "addressee"), "2024-05-01"), axis="position")
    again = Attempt(REC, "non_concur", Actor("Bob", "addressee"), Moment.parse("2024-06-01"))
    register.attempt(again, axis="position")
    moved = [one for one in register.history(REC) if one.mark.kind == "applied"]
    assert len(moved) == 2 and last_moved_by(register.history(REC), "position") == {"Bob"}


def test_when_it_last_moved_is_as_its_source_says_and_by_its_recording_where_none_does() -> None:
    register = desk()
    assert latest_applied(register.history(REC), "position") is None
    register.enter([Reported(REC, "position", "awaiting", occurred_on=Moment.parse("2024-04-01"))])
    assert latest_applied(register.history(REC), "position") is None
    assert register.attempt(concur(Actor("Ann", "addressee"), "2024-05"), axis="position")
    assert latest_applied(register.history(REC), "position") == Moment.parse("2024-05")
    assert since(register.history(REC), "position") == Moment.parse("2024-05")
    undated = desk()
    assert undated.attempt(concur(Actor("Ann", "addressee"), None), axis="position")
    assert latest_applied(undated.history(REC), "position") == WRITTEN


def test_only_what_some_condition_needs_is_looked_up_and_a_host_goes_first() -> None:
    for table in CANONICAL.lifecycles:
        needed = {need for guard in table.guards for need in guard.needs} | {"latest_applied"}
        assert facts_of([], table, REC, {}).keys() == needed & PROVIDED.keys()
        said = facts_of([], table, REC, {"latest_applied": lambda item, axis: (item, axis), "other": lambda *_: None})
        assert said["latest_applied"] == (REC, table.axis) and "other" not in said


def test_an_item_is_governed_by_the_rulebook_that_is_named_or_by_that_of_its_issuer_or_by_none() -> None:
    tables = desk().tables
    assert tables.governing(REC) == "gao"
    assert tables.governing(REC, "ntsb") == "ntsb"
    assert tables.governing(Item("recommendation", "nobody-known", "r-1")) == ""
