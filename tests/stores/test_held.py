"""What a store that fits in memory is made of: rows as plain data, and rows that are held."""

import json

import pytest

from oversight_adapters.stores.held import Held
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.plain import from_plain, to_plain
from oversight_adapters.stores.rows import ODD
from oversight_adapters.testing.store_suite_samples import ITEMS, A, Salts, Ticking, every_kind
from oversight_core.ledger.entry import Receipt


@pytest.fixture
def rows():
    store = MemoryStore(clock=Ticking(), salt=Salts())
    store.append([(item, 0, every_kind(item)) for item in ITEMS], recorder="Ōno, “desk”")
    store.dispose(A, [1, 3], "GRS 2.8", expected=5, recorder="desk")
    return store._held.rows


def test_a_row_comes_back_equal_from_json(rows):
    told = json.loads(json.dumps([to_plain(row) for row in rows]))
    assert [from_plain(row) for row in told] == rows


@pytest.mark.parametrize("odd", [None, [], {}, "row", {"position": 1}, 7])
def test_what_is_no_row_is_odd(odd):
    with pytest.raises(ODD):
        from_plain(odd)


@pytest.mark.parametrize("name", ["columns", "payload", "link", "salt"])
def test_a_row_with_an_odd_part_is_odd(rows, name):
    with pytest.raises(ODD):
        from_plain(to_plain(rows[0]) | {name: 7})


def test_rows_that_are_read_back_are_the_record_they_were(rows):
    held = Held()
    receipt = held.take(rows)
    assert receipt == Receipt(rows[-1].position, rows[-1].link, 1)
    assert held.take([]) == Receipt(rows[-1].position, rows[-1].link)
    assert held.revision(A) == len(held.of(A)) == 6
    assert [held.read(row).position for row in held.rows] == [*range(1, 17)]


def test_what_is_to_be_forgotten_is_held_until_it_is_forgotten(rows):
    held = Held()
    held.take(rows)
    without = held.without(ITEMS[1], [1], "GRS 2.8")
    assert [old.position for old, new in zip(held.rows, without, strict=True) if old != new] == [6]
    assert held.rows == rows and without[5].content is without[5].salt is None
