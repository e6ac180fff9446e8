"""The page that opens a large package names every room of it."""

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest


@pytest.mark.parametrize("package", ["codec", "stores", "stores.sqlite", "texts"])
def test_a_map_is_whole(package: str) -> None:
    home = import_module(f"oversight_adapters.{package}")
    named = set(re.findall(r"`(\w+)`", home.__doc__ or ""))
    assert named == {module.name for module in iter_modules(home.__path__)}
