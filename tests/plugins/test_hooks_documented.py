"""Every hook says what it is for, has a page that names every field and shows how to test it, and is tested itself."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import attrs
import pytest
from tests.plugins import test_border, test_making

from oversight_adapters import testing
from oversight_adapters.plugins import Adapters, hookspecs
from oversight_adapters.plugins.bringing import SHELVES
from oversight_adapters.plugins.hookspecs import HOOKS

DOCS = Path(__file__).resolve().parents[2] / "docs"
OVERVIEW = DOCS / "reference" / "hooks.md"
SUITES = {
    "oversight_stores": "StoreSuite",
    "oversight_readers": "ReaderSuite",
    "oversight_writers": "WriterSuite",
    "oversight_rulebooks": "RuleBookSuite",
}


def page(hook: str) -> str:
    return (OVERVIEW.parent / "hooks" / f"{hook.removeprefix('oversight_')}.md").read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """What stands under a heading of the second level."""
    _, _, rest = text.partition(f"\n## {heading}\n")
    return rest.partition("\n## ")[0]


def blocks(text: str, language: str = "python") -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_is_documented_by_an_example(hook: str) -> None:
    text = inspect.getdoc(getattr(hookspecs, hook)) or ""
    assert "Example::" in text
    assert "@hookimpl" in text
    assert HOOKS[hook].__name__ in text


def test_every_hook_of_the_specification_is_listed_and_takes_nothing() -> None:
    written = {name: thing for name, thing in vars(hookspecs).items() if name.startswith("oversight_")}
    assert set(written) == set(HOOKS) == set(SHELVES) == set(SUITES)
    assert not any(inspect.signature(hook).parameters for hook in written.values())


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_has_a_shelf_of_its_own(hook: str) -> None:
    assert len(getattr(Adapters(), hook.removeprefix("oversight_")))


@pytest.mark.parametrize("hook", HOOKS)
def test_the_overview_leads_to_the_page_of_a_hook(hook: str) -> None:
    name = hook.removeprefix("oversight_")
    rows = [line for line in OVERVIEW.read_text(encoding="utf-8").splitlines() if line.startswith("| [")]
    (row,) = [line for line in rows if line.startswith(f"| [`{hook}`](hooks/{name}.md) ")]
    assert f"`{HOOKS[hook].__name__}`" in row
    assert page(hook).startswith(f"# `{hook}`\n")


@pytest.mark.parametrize("hook", HOOKS)
def test_a_descriptor_is_frozen_keyword_only_and_told_field_by_field(hook: str) -> None:
    descriptor = HOOKS[hook]
    fields = attrs.fields(descriptor)
    assert all(field.kw_only for field in fields)
    assert inspect.getdoc(descriptor)
    told = section(page(hook), "The descriptor")
    assert f"| field of `{descriptor.__name__}` | holds | unless you say |" in told
    rows = {row[0]: row[-1] for row in (line.strip("|").split("|") for line in told.splitlines() if line[:3] == "| `")}
    assert [name.strip() for name in rows] == [f"`{field.name}`" for field in fields]
    for field in fields:
        assert bool(rows[f" `{field.name}` "].strip()) == (field.default is not attrs.NOTHING), field.name


@pytest.mark.parametrize("hook", HOOKS)
def test_the_page_shows_the_smallest_plug_in(hook: str) -> None:
    first = ast.parse(blocks(page(hook))[0])
    functions = [node.name for node in ast.walk(first) if isinstance(node, ast.FunctionDef)]
    assert hook in functions
    assert [name for name in functions if name.startswith("oversight_")] == [hook]
    assert f"{HOOKS[hook].__name__}(" in blocks(page(hook))[0]


@pytest.mark.parametrize("hook", HOOKS)
def test_the_page_shows_how_to_test_it(hook: str) -> None:
    told = section(page(hook), "How to test it")
    (code,) = blocks(told)
    bases = {
        ast.unparse(base) for node in ast.parse(code).body if isinstance(node, ast.ClassDef) for base in node.bases
    }
    assert bases == {SUITES[hook], "PluginSuite"} <= set(testing.__all__)
    assert any("pytest" in block for block in blocks(told, "console"))


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_is_tested_at_the_border_and_at_use(hook: str) -> None:
    assert set(test_border.SOUND[HOOKS[hook]]) <= set(test_border.BAD)
    assert set(test_border.BAD) >= {field.name for field in attrs.fields(HOOKS[hook])}
    assert SHELVES[hook] in test_making.USE
