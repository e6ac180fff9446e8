"""A plug-in is taken whole or not at all, in any order, and each fault is told by the plug-in's name."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plugins.some_plugins import BROKEN, Brings, BringsAStoreAndAWriter, SureReader

from oversight_adapters.plugins import Adapters, BrokenPlugin, NameClash, UnknownAdapter, hookimpl
from oversight_adapters.plugins.hookspecs import HOOKS


def shelves(adapters: Adapters) -> list[list[str]]:
    return [list(shelf) for shelf in (adapters.stores, adapters.readers, adapters.writers, adapters.rulebooks)]


def test_the_built_in_adapters_come_as_a_plug_in() -> None:
    adapters = Adapters()
    assert {"memory", "sqlite"} <= set(adapters.stores)
    assert {"csv", "jsonlines", "markdown", "summary"} <= set(adapters.writers)
    assert {"crcl-summary", "gao-agency-page"} <= set(adapters.readers)
    assert {"crcl", "gao"} <= set(adapters.rulebooks)
    assert {adapters.stores.brought_by(name) for name in adapters.stores} == {"builtin"}


@pytest.mark.parametrize("kind", ["stores", "readers", "writers", "rulebooks"])
def test_what_is_built_in_bears_the_name_it_is_registered_under(kind: str) -> None:
    adapters = Adapters()
    made = {
        "stores": lambda name: type("Named", (), {"name": name}),
        "readers": adapters.reader,
        "writers": lambda name: adapters.writers[name].make(NOW),
        "rulebooks": lambda name: adapters.rulebooks[name].load(),
    }
    from oversight_core.moments import NOW

    for name in getattr(adapters, kind):
        assert made[kind](name).name == name


def test_no_two_adapters_share_anything() -> None:
    one, other = Adapters(), Adapters()
    one.register(Brings(SureReader("mine")), name="mine")
    assert "mine" in one.readers
    assert "mine" not in other.readers


def test_the_order_of_registration_changes_nothing() -> None:
    plugins = {"b": Brings(SureReader("zebra")), "a": Brings(SureReader("aardvark")), "c": BringsAStoreAndAWriter()}
    seen = set()
    for order in permutations(plugins):
        adapters = Adapters()
        for name in order:
            adapters.register(plugins[name], name=name)
        seen.add(repr(shelves(adapters)))
    assert len(seen) == 1


@pytest.mark.parametrize("broken", BROKEN, ids=lambda kind: kind.__name__)
def test_a_broken_plug_in_is_named_and_leaves_nothing_behind(broken: type) -> None:
    adapters = Adapters()
    before = shelves(adapters)
    with pytest.raises(BrokenPlugin) as caught:
        adapters.register(broken(), name="some-firm")
    assert caught.value.plugin == "some-firm"
    assert str(caught.value).startswith("the plug-in 'some-firm' is left out: ")
    assert "\n" not in str(caught.value)
    assert shelves(adapters) == before
    adapters.register(Brings(SureReader("next")), name="some-firm")  # the name is free again
    assert "next" in adapters.readers


BRINGS = {"red": "ab", "green": "bc", "blue": "cd", "grey": "e", "dark": "de", "white": "f"}
"""Plug-ins and the readers of each: a chain of clashes, and one that stands alone."""


@given(st.permutations(sorted(BRINGS)))
def test_what_is_here_does_not_depend_on_who_came_first(order: list[str]) -> None:
    adapters = Adapters()
    refused = set()
    for name in order:
        try:
            adapters.register(Brings(*map(SureReader, BRINGS[name])), name=name)
        except NameClash as clash:
            refused.add(str(clash))
    assert set("abcdef") & set(adapters.readers) == {"f"}
    assert list(adapters.broken) == sorted(set(BRINGS) - {"white"})
    assert refused <= {broken.why for broken in adapters.broken.values()}


def test_what_ships_is_never_left_out_by_a_clash() -> None:
    adapters = Adapters()
    with pytest.raises(NameClash, match="'builtin' and 'red'"):
        adapters.register(Brings(SureReader("gao-agency-page"), SureReader("mine")), name="red")
    assert adapters.readers.brought_by("gao-agency-page") == "builtin"
    assert "mine" not in adapters.readers


def test_a_plug_in_that_was_mended_comes_back_and_brings_the_other_back() -> None:
    adapters = Adapters()
    adapters.register(Brings(SureReader("same"), SureReader("mine")), name="red")
    with pytest.raises(NameClash):
        adapters.register(Brings(SureReader("same")), name="blue")
    assert "mine" not in adapters.readers
    adapters.register(Brings(SureReader("other")), name="blue")
    assert {"same", "mine", "other"} <= set(adapters.readers)
    assert not adapters.broken


def test_a_name_clash_names_both_whichever_came_first() -> None:
    said = set()
    for order in permutations(("red", "blue")):
        adapters = Adapters()
        adapters.register(Brings(SureReader("same")), name=order[0])
        with pytest.raises(NameClash) as caught:
            adapters.register(Brings(SureReader("other"), SureReader("same")), name=order[1])
        assert "other" not in adapters.readers
        said.add(str(caught.value))
    (sentence,) = said
    assert "'blue' and 'red'" in sentence
    assert "'same'" in sentence


def test_a_plug_in_that_brings_a_name_twice_is_named() -> None:
    with pytest.raises(NameClash, match="'twice'"):
        Adapters().register(Brings(SureReader("twice"), SureReader("twice")), name="stutter")


@pytest.mark.parametrize("broken", BROKEN, ids=lambda kind: kind.__name__)
def test_a_broken_plug_in_without_a_name_is_told_by_its_class(broken: type) -> None:
    with pytest.raises(BrokenPlugin) as caught:
        Adapters().register(broken())
    assert caught.value.plugin == broken.__name__


def test_two_plug_ins_of_one_name_are_told() -> None:
    adapters = Adapters()
    adapters.register(Brings(SureReader("one")), name="same")
    with pytest.raises(BrokenPlugin, match="registered already"):
        adapters.register(Brings(SureReader("two")), name="same")
    assert "one" in adapters.readers
    assert "two" not in adapters.readers


def test_an_unknown_name_is_a_key_error_that_says_what_there_is() -> None:
    with pytest.raises(UnknownAdapter, match=r"no writer 'excel' is installed; installed: csv, .*, summary"):
        Adapters().writers["excel"]
    assert issubclass(UnknownAdapter, KeyError)


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_can_be_implemented_by_a_plain_module(hook: str) -> None:
    from types import ModuleType

    module = ModuleType("city_plugin")

    def implementation() -> tuple[()]:
        return ()

    setattr(module, hook, hookimpl(implementation, specname=hook))
    adapters = Adapters()
    adapters.register(module)
    assert not adapters.broken
