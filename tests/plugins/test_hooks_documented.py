"""Every hook says what it is for and shows an example; the reference names every hook and every field."""

from __future__ import annotations

import inspect
from pathlib import Path

import attrs
import pytest

from oversight_adapters.plugins import Adapters, hookspecs
from oversight_adapters.plugins.hookspecs import HOOKS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "hooks.md"


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


@pytest.mark.parametrize("hook", HOOKS)
def test_a_descriptor_is_frozen_keyword_only_and_told_in_full(hook: str) -> None:
    descriptor = HOOKS[hook]
    fields = attrs.fields(descriptor)
    assert all(field.kw_only for field in fields)
    assert inspect.getdoc(descriptor)
    (row,) = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith(f"| `{hook}` ")]
    assert f"`{descriptor.__name__}`" in row
    for field in fields:
        assert f"`{field.name}`" in row
