"""The page of promises names every public name once, and nothing else; what it says of data is so."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from tests.project.promised import public, taught

import oversight_adapters
import oversight_core
from oversight_adapters.stores.sqlite import SqliteStore

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/reference/promises.md").read_text(encoding="utf-8")
TIERS = ["stable", "may grow", "internal"]

Promised = dict[str, list[tuple[str, str]]]
"""By module: the tier and each of its names."""


def promised(page: str) -> Promised:
    """What the page says of each module."""
    found: Promised = {}
    for section in re.split(r"^### ", page, flags=re.MULTILINE)[1:]:
        module = section[: section.index("\n")].strip("`")
        rows = re.findall(r"^\| (stable|may grow|internal) \| (.*) \|$", section, re.MULTILINE)
        found[module] = [(tier, name) for tier, names in rows for name in re.findall(r"`(\w+)`", names)]
    return found


PROMISED = promised(PAGE)


@cache
def exporting() -> list[str]:
    """Every module that says what it exports, the command line aside, whose promise is not in Python."""
    walked = (walk_packages(one.__path__, f"{one.__name__}.") for one in (oversight_core, oversight_adapters))
    modules = [module.name for one in walked for module in one if ".cli" not in module.name]
    return ["oversight_core", *(name for name in modules if hasattr(import_module(name), "__all__"))]


def test_every_module_that_exports_something_is_on_the_page() -> None:
    assert {module for module in exporting() if public(module)} <= set(PROMISED)


@pytest.mark.parametrize("module", PROMISED)
def test_a_module_is_promised_as_it_is(module: str) -> None:
    names = {name for _, name in PROMISED[module]}
    assert names and names - public(module) == set(), f"promised, and not public in {module}"
    if module in exporting():
        assert public(module) - names == set(), f"public in {module}, and in no tier of docs/reference/promises.md"
    assert all(hasattr(import_module(module), name) for name in names)


def test_what_is_taught_is_promised() -> None:
    kept = {(module, name) for module, rows in PROMISED.items() for tier, name in rows if tier != "internal"}
    kept |= {(module, "") for module, _ in kept}
    assert taught() - kept == set(), "a guide, an example or a template imports it, and no tier promises it"


@pytest.mark.parametrize("module", PROMISED)
def test_a_name_is_in_one_tier_and_in_order(module: str) -> None:
    names = Counter(name for _, name in PROMISED[module])
    assert set(names.values()) == {1}
    assert PROMISED[module] == sorted(PROMISED[module], key=lambda row: (TIERS.index(row[0]), row[1]))


def test_the_tiers_are_those_that_the_page_explains() -> None:
    explained = re.findall(r"^\| ([a-z ]+) \| \w", PAGE[: PAGE.index("## What a version")], re.MULTILINE)
    assert [tier for tier in explained if tier != "tier"] == TIERS


def test_the_views_are_those_of_the_file(tmp_path: Path) -> None:
    SqliteStore(tmp_path / "a.db").close()
    with sqlite3.connect(tmp_path / "a.db") as db:
        views = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    row = next(line for line in PAGE.splitlines() if "[views]" in line)
    named = set(re.findall(r"`(\w+)`", row))
    assert named <= views and all("_" in name for name in views - named)  # those behind them are internal


def test_the_environment_variables_are_those_that_are_read() -> None:
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "src/oversight_adapters").rglob("*.py"))
    read = {name for source in sources for name in re.findall(r'"(OVERSIGHT_[A-Z]+)"', source)}
    assert set(re.findall(r"`(OVERSIGHT_[A-Z]+)`", PAGE[: PAGE.index("## Names")])) == read


def test_the_pages_that_it_leads_to_are_there() -> None:
    for target in re.findall(r"\]\(([\w./-]+\.md)", PAGE):
        assert (ROOT / "docs/reference" / target).exists(), target
