"""What a fold says of an entry does not hang on where the entry comes from, nor on whether it was folded before."""

from __future__ import annotations

from datetime import UTC, datetime

import attrs

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core.ledger import Applied, Recorded, Reported, fold
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.rules.attempt import Attempt, Step

ITEM = Item("recommendation", "gao", "gao-24-106233", "4", "ice")
AT = datetime(2024, 2, 1, tzinfo=UTC)


def test_another_entry_in_the_place_of_one_that_was_folded_is_read() -> None:
    recorded = Recorded(Reported(ITEM, "stage", "open"), 1, 1, AT, "desk", 1)
    assert fold([recorded]).statuses["stage"].value == "open"
    other = attrs.evolve(recorded, entry=Reported(ITEM, "stage", "closed"))
    assert fold([other]).statuses["stage"].value == "closed"


def test_a_stored_entry_folds_as_one_that_was_made() -> None:
    said = Reported(ITEM, "stage", "open", occurred_on=attrs.evolve(Moment.parse("2024-02"), words="early February"))
    store = MemoryStore(clock=lambda: AT)
    store.append([(ITEM, 0, [said])], recorder="desk")
    made = [Recorded(r.entry, r.position, r.revision, r.recorded_at, r.recorder, r.batch, r.hash) for r in store.scan()]
    assert fold(made) == fold(store.scan())


def test_the_periods_of_a_store_come_in_the_order_of_time(tmp_path) -> None:
    def applied(event: str, target: str, on: str) -> Applied:
        step = Step("test", "1", "stage", "not_stated", event, target)
        return Applied(step, Attempt(ITEM, event, Actor("GAO", "oversight"), Moment.parse(on)))

    said = [
        applied("open", "open", "2024-02-15"),
        Reported(ITEM, "stage", "closed", occurred_on=Moment.parse("2024-03-09")),
        applied("reopen", "reopened", "2024-04-17"),
    ]
    with SqliteStore(tmp_path / "a.db", clock=lambda: AT) as store:
        store.append([(ITEM, 0, said)], recorder="desk")
        assert store.periods(ITEM) == fold(store.history(ITEM)).periods
