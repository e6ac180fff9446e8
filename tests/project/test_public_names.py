"""Every public name is there, is documented, and is typed under the name it has at run time."""

import ast
import inspect
from importlib import import_module
from pathlib import Path
from typing import get_origin

import pytest

import oversight_core

SOURCE = Path(oversight_core.__file__).parent
HOMES: dict[str, str] = oversight_core._HOME


@pytest.mark.parametrize("name", oversight_core.__all__)
def test_a_public_name_resolves(name: str) -> None:
    assert getattr(oversight_core, name) is not None


@pytest.mark.parametrize("name", sorted(HOMES))
def test_a_public_name_is_documented(name: str) -> None:
    thing = getattr(oversight_core, name)
    assert get_origin(thing) or inspect.getdoc(thing), f"{name} has no docstring"  # an alias can hold none
    if inspect.isclass(thing):
        methods = {key: value for key, value in vars(thing).items() if not key.startswith("_")}
        bare = [key for key, value in methods.items() if callable(value) and not inspect.getdoc(value)]
        assert not bare, f"{name} has methods without a docstring: {bare}"


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Recomendation'"):
        oversight_core.Recomendation  # noqa: B018


def test_the_stub_names_the_same_things_in_the_same_homes() -> None:
    """`__init__.pyi` is what type checkers read instead of the lazy `__init__.py`; the two may not drift apart."""
    stub = ast.parse((SOURCE / "__init__.pyi").read_text(encoding="utf-8"))
    imported = {
        alias.name: node.module.removeprefix("oversight_core.")
        for node in stub.body
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
        if alias.name == alias.asname
    }
    assert imported == HOMES


@pytest.mark.parametrize("home", sorted(set(HOMES.values())))
def test_a_home_exports_what_the_package_takes_from_it(home: str) -> None:
    module = import_module(f"oversight_core.{home}")
    exported = getattr(module, "__all__", None)
    if exported is not None:
        assert {name for name, where in HOMES.items() if where == home} <= set(exported)
