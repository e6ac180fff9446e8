"""A batch larger than memory should hold is spooled, and comes back as it was."""

import pickle

import pytest

from oversight_adapters.codec import CODEC
from oversight_adapters.stores.drain import drain
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.spool import Group, Spool
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.testing.store_suite_samples import A, B, Salts, Ticking, described, every_kind, reported
from oversight_core.names import Item


def groups_of(batch):
    return list(drain(batch, CODEC, Salts()))


def test_groups_come_back_in_order_and_again():
    groups = groups_of((Item("review", "crcl", f"24-{n}"), n, [described(A)][:0]) for n in range(50))
    spool = Spool(bound=0)
    for group in groups:
        spool.add(Group(group.item, group.expected, tuple(groups_of([(A, 0, every_kind(A))])[0].drafts)))
    first, again = list(spool), list(spool)
    assert first == again and [group.item for group in first] == [group.item for group in groups]
    spool.close()


def test_what_is_spooled_is_as_it_was_whatever_it_holds():
    entries = (described(A, "Ōno\n\0“x”"), described(A, ""), *every_kind(A), reported(A, axis="é"))
    groups = [*groups_of([(A, 2**63 - 1, entries)]), *groups_of([(B, 0, ())])]
    spool = Spool(bound=-1)
    for group in groups:
        spool.add(group)
    assert list(spool) == groups
    spool.close()


def test_the_file_of_a_spool_holds_data_and_nothing_that_can_be_run():
    spool = Spool(bound=0)
    spool.add(groups_of([(A, 0, every_kind(A))])[0])
    spool._file.seek(0)
    with pytest.raises(pickle.UnpicklingError):
        pickle.load(spool._file)
    spool.close()


def test_a_spool_below_its_bound_makes_no_file():
    spool = Spool()
    spool.add(groups_of([(A, 0, every_kind(A))])[0])
    assert spool._file is None and len(list(spool)) == 1


def test_a_large_lazy_batch_has_the_same_head_in_both_stores(tmp_path):
    def large():
        for n in range(120):
            item = Item("recommendation", "gao", f"r-{n}")
            yield item, 0, [described(item, f"{n} " + "x" * 50_000)] * 2

    memory = MemoryStore(clock=Ticking(), salt=Salts())
    store = SqliteStore(tmp_path / "a.db", clock=Ticking(), salt=Salts())
    assert memory.append(large(), recorder="kit") == store.append(large(), recorder="kit")
    assert store.verify().holds and len(list(store.scan())) == 240
