"""What a factory makes is checked at use; whatever goes wrong in it is told by the plug-in's name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.plugins.some_plugins import Hooked, SureReader

from oversight_adapters.plugins import Adapters, BrokenPlugin, ReaderType, RulebookType, StoreType, WriterType
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.writers.csv import CsvWriter
from oversight_core import RuleBook
from oversight_core.errors import StoreFailed
from oversight_core.moments import NOW

USE: dict[str, tuple[str, Callable[[Any], Any], Callable[[Adapters], Any]]] = {
    "store": (
        "oversight_stores",
        lambda make: StoreType(name="x", title="x", open=lambda location: make()),
        lambda adapters: adapters.open_store("x", "here"),
    ),
    "reader": (
        "oversight_readers",
        lambda make: ReaderType(name="x", title="x", make=make),
        lambda adapters: adapters.reader("x"),
    ),
    "writer": (
        "oversight_writers",
        lambda make: WriterType(name="x", title="x", make=lambda as_of: make()),
        lambda adapters: adapters.writer("x", NOW),
    ),
    "rulebook": (
        "oversight_rulebooks",
        lambda make: RulebookType(name="x", title="x", load=make),
        lambda adapters: adapters.rulebook("x"),
    ),
}


def used(kind: str, make: Callable[[], Any]) -> Any:
    hook, descriptor, use = USE[kind]
    adapters = Adapters()
    adapters.register(Hooked(**{hook: lambda: [descriptor(make)]}), name="some-firm")
    return use(adapters)


def raises(error: BaseException) -> Callable[[], Any]:
    def make() -> Any:
        raise error

    return make


@pytest.mark.parametrize("kind", USE)
@pytest.mark.parametrize("error", [ImportError("gone"), SystemExit(3), ValueError("two\nlines")], ids=repr)
def test_a_factory_that_fails_is_named(kind: str, error: BaseException) -> None:
    with pytest.raises(BrokenPlugin) as broken:
        used(kind, raises(error))
    assert broken.value.plugin == "some-firm"
    assert f"its {kind} 'x' cannot be made: {type(error).__name__}" in str(broken.value)


@pytest.mark.parametrize("kind", USE)
@pytest.mark.parametrize("made", [None, "text", object()], ids=["None", "text", "object"])
def test_a_factory_that_makes_something_else_is_named(kind: str, made: Any) -> None:
    with pytest.raises(BrokenPlugin, match=rf"'some-firm'.* its {kind} 'x' is made as .* which is no"):
        used(kind, lambda: made)


@pytest.mark.parametrize(
    ("kind", "made"),
    [("reader", SureReader("y")), ("writer", CsvWriter()), ("rulebook", RuleBook("y", "1", "Y", ()))],
    ids=["reader", "writer", "rulebook"],
)
def test_a_thing_bears_the_name_of_its_descriptor(kind: str, made: Any) -> None:
    with pytest.raises(BrokenPlugin, match="both names must be the same"):
        used(kind, lambda: made)


@pytest.mark.parametrize("kind", USE)
def test_the_user_can_interrupt(kind: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        used(kind, raises(KeyboardInterrupt()))


def test_what_is_wrong_with_a_location_is_the_stores_to_say() -> None:
    with pytest.raises(StoreFailed):
        used("store", raises(StoreFailed("here", "it is full")))


def test_a_sound_thing_is_given() -> None:
    store = MemoryStore()
    assert used("store", lambda: store) is store
    assert used("reader", lambda: SureReader("x")).name == "x"


def test_the_codec_goes_to_those_who_take_it() -> None:
    given = []

    def open(location: str, *, codec: Any) -> MemoryStore:
        given.append((location, codec))
        return MemoryStore(codec=codec)

    adapters = Adapters()
    brings = [StoreType(name="x", title="x", open=open, takes_codec=True)]
    adapters.register(Hooked(oversight_stores=lambda: brings), name="some-firm")
    adapters.open_store("x", "here")
    assert given == [("here", adapters.codec)]
