"""A rulebook that is loaded from a file keeps the whole contract, and a register lives by it."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from tests.rulebook_files.healthy import PORT

from oversight_adapters.plugins import Adapters, RulebookType, hookimpl
from oversight_adapters.rulebooks import load_rulebook
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing import RuleBookSuite
from oversight_core import Actor, Attempt, Exhibit, Item, Moment, NotAllowed, Register, Registered
from oversight_core.rulebooks import BUILTIN
from oversight_core.rules import RuleBook

ITEM = Item.parse("recommendation:port/2024-1/3@harbour")
INSPECTOR = Actor("Ann", "inspector")


def load() -> RuleBook:
    return load_rulebook(PORT, name="port.toml")


class Plugin:
    @hookimpl
    def oversight_rulebooks(self) -> list[RulebookType]:
        return [RulebookType(name="port", title="the inspector of a port", load=load)]


class TestPort(RuleBookSuite):
    speaks_on = MappingProxyType({"port/status": ["oversight_status", "position"]})

    @pytest.fixture
    def rulebook(self) -> object:
        adapters = Adapters()
        adapters.register(Plugin())
        return adapters.rulebooks["port"]


def settle(register: Register, on: str) -> object:
    """The port's note is brought by the inspector herself, who also verifies."""
    note = Exhibit("visit_note", "Ann")
    own = Exhibit("verified_evidence", "Ann")
    attempt = Attempt(ITEM, "settle", INSPECTOR, Moment.parse(on), evidence=(note, own))
    return register.attempt(attempt, axis="oversight_status")


def test_a_register_lives_by_it_and_its_condition_holds() -> None:
    register = Register(MemoryStore(), rulebooks=[*BUILTIN, load()], recorder="test")
    register.enter([Registered(ITEM, None, rulebook="port")])
    assert register.attempt(Attempt(ITEM, "issue", INSPECTOR, Moment.parse("2024-04-02")), axis="oversight_status")
    refused = settle(register, "2024-04-03")
    assert isinstance(refused, NotAllowed)
    assert "verifier_is_not_supplier" in str(refused)


def test_what_was_decided_before_the_day_of_the_change_is_judged_by_the_earlier_version() -> None:
    register = Register(MemoryStore(), rulebooks=[*BUILTIN, load()], recorder="test")
    register.enter([Registered(ITEM, None, rulebook="port")])
    register.attempt(Attempt(ITEM, "issue", INSPECTOR, Moment.parse("2000-04-02")), axis="oversight_status")
    settled = settle(register, "2000-04-03")
    assert not isinstance(settled, NotAllowed)
    assert settled.step.version == "1"  # type: ignore[attr-defined]  # an entry that was applied
