"""The reference of the API tells every public name of both packages."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

PAGE = (Path(__file__).resolve().parents[2] / "docs/reference/api.md").read_text(encoding="utf-8")
DIRECTIVE = re.compile(r"(?m)^\.\. auto(\w+):: ([\w.]+)\n((?:   :.*\n)*)")
PUBLIC = (
    "oversight_core",
    "oversight_core.entities",
    "oversight_core.ledger",
    "oversight_core.provenance",
    "oversight_core.questions",
    "oversight_core.register",
    "oversight_core.rules",
    "oversight_core.testing",
    "oversight_adapters.codec",
    "oversight_adapters.plugins",
    "oversight_adapters.readers.mapped_table",
    "oversight_adapters.stores.sqlite",
    "oversight_adapters.testing",
)
"""The packages whose `__all__` is public."""


def told() -> Iterator[str]:
    """Every name that a directive of the page documents."""
    for what, name, lines in DIRECTIVE.findall(PAGE):
        options = dict(re.findall(r":([\w-]+): ?(.*)", lines))
        if what != "module":
            yield name.rpartition(".")[2]
        elif "members" in options:
            members = re.findall(r"\w+", options["members"]) or shown(import_module(name))
            yield from set(members) - set(re.findall(r"\w+", options.get("exclude-members", "")))


def shown(module: ModuleType) -> Iterator[str]:
    """What is shown of a module unasked: its public classes and functions, and data with a word below it."""
    for name in set(getattr(module, "__all__", vars(module))) & set(dir(module)):
        if callable(thing := getattr(module, name)) and getattr(thing, "__module__", "").startswith("oversight_"):
            yield name
    for one, two in pairwise(ast.parse(inspect.getsource(module)).body):
        if isinstance(one, ast.Assign) and isinstance(two, ast.Expr) and isinstance(two.value, ast.Constant):
            yield from (target.id for target in one.targets if isinstance(target, ast.Name))


TOLD = set(told())


@pytest.mark.parametrize("package", PUBLIC)
def test_every_public_name_is_told(package: str) -> None:
    assert set(import_module(package).__all__) - TOLD - {"__version__"} == set()


def test_a_member_that_is_named_is_there() -> None:
    for what, name, _ in DIRECTIVE.findall(PAGE):
        home, _, last = name.rpartition(".")
        assert import_module(name) if what == "module" else getattr(import_module(home), last)
