"""The page of errors tells every error, reason and problem code, with its fields, and none that is not there."""

from __future__ import annotations

import ast
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import get_args

import attrs
import pytest

import oversight_adapters
import oversight_core
from oversight_adapters.cli.exits import FAILURES
from oversight_adapters.cli.reading import CODES
from oversight_adapters.testing.clauses import ClauseBroken
from oversight_core.errors import OversightError
from oversight_core.rules.reasons import Reason

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/reference/errors.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("| `")]
TOLD = {row[0].strip("`"): row[1:] for row in ROWS}
TELL = dict.fromkeys(("Problem", "problem", "_problem", "tell", "_tell", "gather", "add"), 0) | {
    "FileFailed": 1,
    "Record": 1,
}
"""What is called with the code of a problem, and as which argument."""
ALSO_OTHERS = ("tell", "_tell", "gather", "add")
"""Those that are called with other words, too: only a word with a hyphen is a code there."""


def modules() -> Iterator[str]:
    for package in (oversight_core, oversight_adapters):
        yield from (found.name for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."))


def errors(base: type = OversightError) -> Iterator[type]:
    """The public errors; those of the command line never leave it."""
    for error in base.__subclasses__():
        public = not error.__module__.startswith("oversight_adapters.cli")
        if public and getattr(import_module(error.__module__), error.__name__, None) is error:
            yield error
        yield from errors(error)


for module in modules():
    if not module.endswith(".__main__"):
        import_module(module)
ERRORS = sorted({error for error in errors() if error.__module__.startswith("oversight_")}, key=lambda e: e.__name__)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_an_error_is_told_with_its_fields_and_the_built_in_that_it_is(error: type) -> None:
    also, fields, means, what_to_do = TOLD[error.__name__]
    assert re.findall(r"\w+", also) == [base.__name__ for base in error.__bases__ if base is not OversightError]
    assert re.findall(r"\w+", fields) == [field.name for field in attrs.fields(error)]
    assert means
    assert what_to_do


@pytest.mark.parametrize("reason", get_args(Reason), ids=lambda reason: reason.__name__)
def test_a_reason_is_told_with_its_fields(reason: type) -> None:
    assert re.findall(r"\w+", TOLD[reason.__name__][0]) == [field.name for field in attrs.fields(reason)]


def test_no_error_is_told_that_is_none() -> None:
    names = {name for name in TOLD if name[0].isupper()}
    assert names == {thing.__name__ for thing in (*ERRORS, *get_args(Reason), ClauseBroken)}


def words(argument: ast.expr) -> Iterator[str]:
    """The slug that an argument is or begins with, or the two that it may be."""
    if isinstance(argument, ast.IfExp):
        yield from (*words(argument.body), *words(argument.orelse))
    elif isinstance(argument, ast.Tuple) and argument.elts:  # a code with its sentence
        yield from words(argument.elts[0])
    elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield from re.findall(r"\A[a-z]+(?:-[a-z]+)*\Z", argument.value)


def codes(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            place = TELL.get(name, len(node.args))
            found = (word for argument in node.args[place : place + 1] for word in words(argument))
            yield from (word for word in found if "-" in word or name not in ALSO_OTHERS)
        elif isinstance(node, ast.Assign) and [getattr(target, "id", "") for target in node.targets] == ["code"]:
            yield from words(node.value)


def test_every_problem_code_is_told_and_no_other() -> None:
    used = {code for path in (ROOT / "src/oversight_adapters").rglob("*.py") for code in codes(path)}
    assert {name for name in TOLD if name[0].islower()} == used | set(CODES.values())


def test_the_errors_that_are_failures_of_the_world_are_told() -> None:
    paragraph = PAGE.partition("## On the command line")[2]
    assert [error.__name__ for error in FAILURES if f"`{error.__name__}`" not in paragraph] == []
