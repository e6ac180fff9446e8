"""Descriptors are checked field by field when they are made; a plug-in that makes a bad one is told with all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest
from tests.plugins.some_plugins import Hooked, SureReader

from oversight_adapters.plugins import (
    Adapters,
    BadDescriptor,
    BrokenPlugin,
    ReaderType,
    RulebookType,
    StoreType,
    WriterType,
    hookspecs,
)
from oversight_adapters.plugins.hookspecs import HOOKS
from oversight_adapters.stores.memory import MemoryStore
from oversight_core import RuleBook

SOUND: dict[type, dict[str, Any]] = {
    StoreType: {"name": "x", "title": "a store", "open": lambda location: MemoryStore()},
    ReaderType: {"name": "x", "title": "a reader", "make": lambda: SureReader("x")},
    WriterType: {"name": "x", "title": "a writer", "make": lambda as_of: None},
    RulebookType: {"name": "x", "title": "a rulebook", "load": lambda: RuleBook("x", "1", "X", ())},
}
NO_TEXTS: tuple[Any, ...] = (None, 5, b"x", ("x",), object())
BAD: dict[str, tuple[Any, ...]] = {
    "name": (*NO_TEXTS, "", "Not A Slug", "naïve", "a/b", "x" * 101, "x\n"),
    "title": (*NO_TEXTS, "two\nlines", "two\u2028lines"),
    "open": (None, "sqlite", 5, MemoryStore(), lambda: None, lambda location, clock: None),
    "make": (None, "reader", 5, lambda one, other: None),
    "load": (None, "city", 5, RuleBook("x", "1", "X", ()), lambda name: None),
    "text": (None, "text", 5, lambda: None),
    "media_types": ("text/plain", None, 5, ("text/plain", 5), {"text/plain"}),
    "dated": (None, 1, "yes"),
    "takes_codec": (None, 1, "yes", True),  # True: what they are given takes none
    "exists": ("yes", 5, MemoryStore(), lambda: True, lambda location, name: True),
    "kinds": (None, "permit", 5, ["permit"]),
}
CASES = [
    pytest.param(descriptor, field.name, value, id=f"{descriptor.__name__}-{field.name}-{number}")
    for descriptor in SOUND
    for field in descriptor.__attrs_attrs__  # type: ignore[attr-defined]
    for number, value in enumerate(BAD[field.name])
]


@pytest.mark.parametrize("descriptor", SOUND)
def test_a_sound_descriptor_is_taken(descriptor: Callable[..., Any]) -> None:
    assert descriptor(**SOUND[descriptor]) == descriptor(**SOUND[descriptor])  # type: ignore[index]


@pytest.mark.parametrize(("descriptor", "field", "value"), CASES)
def test_a_bad_field_is_told_with_plug_in_hook_and_descriptor(
    descriptor: Callable[..., Any], field: str, value: Any
) -> None:
    given = SOUND[descriptor] | {field: value}  # type: ignore[index]
    with pytest.raises(BadDescriptor):
        descriptor(**given)
    (hook,) = (name for name, kind in HOOKS.items() if kind is descriptor)
    with pytest.raises(BrokenPlugin) as broken:
        Adapters().register(Hooked(**{hook: lambda: [descriptor(**given)]}), name="some-firm")
    assert broken.value.plugin == "some-firm"
    blamed = field if value is not True else next(name for name in ("open", "make") if name in given)
    for said in (hook, descriptor.__name__, repr(given["name"])[:60], f"its {blamed} "):
        assert said in str(broken.value)
    assert "\n" not in str(broken.value)


def _endless() -> Iterator[Any]:
    return (StoreType(**SOUND[StoreType] | {"name": f"s{n}"}) for n in count())


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize(
    ("gives", "says"),
    [
        (lambda: None, "not iterable"),
        (lambda: 5, "not iterable"),
        (lambda: "text", "'t', which is no"),
        (lambda: [MemoryStore], "which is no"),
        (lambda: [StoreType, ReaderType], "which is no"),
        (lambda: [None], "None, which is no"),
        (lambda: [{"name": "x"}], "which is no"),
        (lambda: 1 / 0, "ZeroDivisionError"),
        (_endless, "more than 1000"),
        (lambda: count(), "more than 1000"),
        (lambda: [Unprintable()], "a Unprintable, which is no"),
    ],
)
def test_what_is_no_descriptor_is_told(hook: str, gives: Callable[[], Any], says: str) -> None:
    with pytest.raises(BrokenPlugin, match=says) as broken:
        Adapters().register(Hooked(**{hook: gives}), name="some-firm")
    assert hook in str(broken.value)


class Unprintable:
    def __repr__(self) -> str:
        raise RuntimeError("no")


def test_a_list_of_media_types_becomes_a_tuple() -> None:
    assert ReaderType(**SOUND[ReaderType], media_types=["text/csv"]).media_types == ("text/csv",)  # type: ignore[arg-type]


def test_every_field_of_every_descriptor_is_tried() -> None:
    assert set(SOUND) == set(HOOKS.values())
    assert set(HOOKS) == {name for name in vars(hookspecs) if name.startswith("oversight_")}
