"""Never run, only type-checked: whoever uses the kits under a strict checker keeps their types."""

from __future__ import annotations

from typing import assert_type

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from oversight_adapters.plugins import Adapters, ReaderType, hookimpl
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing import ReaderSuite, StoreSuite
from oversight_core import Attempt, Lifecycle, Reader, Reading, Source, Store
from oversight_core.testing import check_lifecycle, machine_for, walks


class OurCode:
    def status(self) -> str:
        return "open"

    def attempt(self, attempt: Attempt) -> bool:
        return attempt.event == "answer"


def proving(table: Lifecycle) -> type[RuleBasedStateMachine]:
    check_lifecycle(table)
    assert_type(walks(table), st.SearchStrategy[list[Attempt]])
    return machine_for(table, system=OurCode)


class TestOurStore(StoreSuite):
    def reopen(self, store: Store) -> Store:
        return store


class TestOurReader(ReaderSuite):
    @pytest.fixture
    def documents(self) -> list[bytes]:
        return [b"CITY AUDITOR\n"]


def reading(source: Source) -> Reading:
    adapters = Adapters()
    assert_type(adapters.recognise(source), Reader)
    return adapters.read(source)


store: Store = MemoryStore()


def make() -> Reader:
    raise NotImplementedError


@hookimpl
def oversight_readers() -> list[ReaderType]:
    return [ReaderType(name="ours", title="a format of ours", make=make)]
