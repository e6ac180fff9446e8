"""The reference passes its own contract."""

import pytest

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing import StoreSuite
from oversight_core import Item, Moment, Registered, Reported, Update
from oversight_core.ledger.mark import mark_of
from oversight_core.names import Withheld
from oversight_core.ports import Store


class TestMemory(StoreSuite):
    @pytest.fixture
    def make_store(self):
        return lambda clock, salt: MemoryStore(clock=clock, salt=salt)


def test_it_is_a_store():
    assert isinstance(MemoryStore(), Store)


def test_what_was_read_once_is_not_read_again_until_its_words_are_forgotten():
    store, item = MemoryStore(), Item.parse("update:gao/gao-24-1/1@ice/~1")
    said = [Registered(item, Update(text="a secret")), Reported(item, "stage", "open")]
    store.append([(item, 0, said)], recorder="me")
    ((_, history),) = store.histories()
    reading = store.scan()
    first = next(reading)
    assert first is history[0] is store.history(item)[0]
    assert first.entry is history[0].entry and first.entry.entity.text == "a secret"
    store.dispose(item, [1], "a schedule", expected=2, recorder="me")
    assert [r.position for r in reading] == [2], "who is reading goes on with the record as it was"
    for again in (store.history(item)[0], next(store.scan()), next(store.histories())[1][0]):
        assert again is not first and again.entry.entity.text == Withheld("a schedule")


def test_a_mark_stays_what_it_was_told_to_be():
    store, item = MemoryStore(), Item.parse("update:gao/gao-24-1/1@ice/~1")
    said = Reported(item, "stage", "open", occurred_on=Moment.parse("2024-02"))
    store.append([(item, 0, [said])], recorder="me")
    (recorded,) = store.history(item)
    told = recorded.mark
    assert recorded.entry == said
    assert recorded.mark is told == mark_of(said)
