"""Every hook says what it is for and shows an example; every descriptor says what its fields are."""

from __future__ import annotations

import inspect

import attrs
import pytest

from oversight_adapters.plugins import Adapters, hookspecs
from oversight_adapters.plugins.hookspecs import HOOKS


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_is_documented_by_an_example(hook: str) -> None:
    text = inspect.getdoc(getattr(hookspecs, hook)) or ""
    assert "Example::" in text
    assert "@hookimpl" in text
    assert HOOKS[hook].__name__ in text


def test_every_hook_of_the_specification_is_listed_and_takes_nothing() -> None:
    written = {name: thing for name, thing in vars(hookspecs).items() if name.startswith("oversight_")}
    assert set(written) == set(HOOKS)
    assert not any(inspect.signature(hook).parameters for hook in written.values())


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_has_a_shelf_of_its_own(hook: str) -> None:
    assert len(getattr(Adapters(), hook.removeprefix("oversight_")))


@pytest.mark.parametrize("descriptor", HOOKS.values(), ids=lambda kind: kind.__name__)
def test_a_descriptor_is_frozen_and_keyword_only(descriptor: type) -> None:
    assert all(field.kw_only for field in attrs.fields(descriptor))
    assert "name" in attrs.fields_dict(descriptor)
    assert inspect.getdoc(descriptor)
