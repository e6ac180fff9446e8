"""What its author would test: the file keeps the whole contract, and nothing is done without a visit."""

from types import MappingProxyType

import city_rulebook
import pytest
from hypothesis import given

from oversight_adapters.plugins import Adapters
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing import RuleBookSuite
from oversight_core import Actor, Attempt, Item, Moment, NotAllowed, Register
from oversight_core.ledger import Registered
from oversight_core.rulebooks import BUILTIN
from oversight_core.testing import walks

CITY = city_rulebook.load()


class TestCity(RuleBookSuite):
    speaks_on = MappingProxyType({"city/status": ["oversight_status"]})

    @pytest.fixture
    def rulebook(self) -> object:
        return city_rulebook.load


def test_it_is_found_as_a_plugin() -> None:
    adapters = Adapters()
    adapters.register(city_rulebook)
    assert adapters.rulebooks["city"].load() == CITY


@given(walks(CITY.lifecycles[0]))
def test_nothing_is_done_without_a_visit(walk: list[Attempt]) -> None:
    register = Register(MemoryStore(), rulebooks=(*BUILTIN, CITY), recorder="test")
    item = Item("recommendation", "city", "2024-1", "3")
    register.enter([Registered(item, None, rulebook="city")])
    for attempt in walk:
        bare = Attempt(item, attempt.event, Actor("the auditor", "auditor"), Moment.parse("2024-05-29"))
        answer = register.attempt(bare, axis="oversight_status")
        assert isinstance(answer, NotAllowed) or answer.step.target != "done"
