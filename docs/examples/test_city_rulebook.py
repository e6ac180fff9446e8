"""What its author would test: the table is sound, the labels mean what they should, and a visit is asked for."""

import city_rulebook
from hypothesis import given

from oversight_adapters.plugins import Adapters
from oversight_adapters.stores.memory import MemoryStore
from oversight_core import Actor, Attempt, Item, Moment, NotAllowed, Register
from oversight_core.ledger import Registered
from oversight_core.rulebooks import BUILTIN
from oversight_core.testing import check_lifecycle, walks


def test_the_table_is_sound() -> None:
    check_lifecycle(city_rulebook.STATUS)


def test_a_label_means_a_group_where_it_says_no_more() -> None:
    found = city_rulebook.LABELS.lookup("in process")
    assert found and found.targets == (("oversight_status", "unfinished"),)


def test_it_is_found_as_a_plugin() -> None:
    adapters = Adapters()
    adapters.register(city_rulebook)
    assert "city" in adapters.rulebooks


@given(walks(city_rulebook.STATUS))
def test_nothing_is_done_without_a_visit(walk: list[Attempt]) -> None:
    register = Register(MemoryStore(), rulebooks=(*BUILTIN, city_rulebook.CITY), recorder="test")
    item = Item("recommendation", "city", "2024-1", "3")
    register.enter([Registered(item, None, rulebook="city")])
    for attempt in walk:
        bare = Attempt(item, attempt.event, Actor("the auditor", "auditor"), Moment.parse("2024-05-29"))
        answer = register.attempt(bare, axis="oversight_status")
        assert isinstance(answer, NotAllowed) or answer.step.target != "done"
