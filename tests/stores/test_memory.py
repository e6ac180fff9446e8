"""The reference passes its own contract."""

import pytest

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing import StoreSuite
from oversight_core.ports import Store


class TestMemory(StoreSuite):
    @pytest.fixture
    def make_store(self):
        return lambda clock, salt: MemoryStore(clock=clock, salt=salt)


def test_it_is_a_store():
    assert isinstance(MemoryStore(), Store)
