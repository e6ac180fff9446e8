"""The rulebooks that ship keep the rulebook contract, and the page and the suite name the same clauses."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from types import MappingProxyType

import pytest

from oversight_adapters.plugins import Adapters
from oversight_adapters.testing import RuleBookSuite
from oversight_core.rulebooks import BUILTIN, CANONICAL, CRCL, GAO

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "rulebook-contract.md"
TESTS = [test for name, test in inspect.getmembers(RuleBookSuite, inspect.isfunction) if name.startswith("test_")]


class TestCanonical(RuleBookSuite):
    @pytest.fixture
    def rulebook(self):
        return CANONICAL


class TestCrcl(RuleBookSuite):
    speaks_on = MappingProxyType(
        {"crcl/position": {"position"}, "crcl/action": {"implementation"}, "crcl/release": {"release"}}
    )

    @pytest.fixture
    def rulebook(self):
        return lambda: CRCL


class TestGao(RuleBookSuite):
    speaks_on = MappingProxyType({"gao/status": {"oversight_status"}, "gao/position": {"position"}})

    @pytest.fixture
    def rulebook(self):
        return Adapters().rulebooks["gao"]


def test_all_that_ship_are_on_trial():
    assert set(BUILTIN) == {CANONICAL, CRCL, GAO}


def test_every_clause_of_the_page_has_a_test_and_every_test_a_clause():
    page = re.findall(r"^\| (B\d+) \| \S", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    suite = {inspect.getdoc(test).split()[0] for test in TESTS}
    assert page == [f"B{n}" for n in range(10)] and suite == set(page)


def test_a_test_is_named_for_the_clause_in_its_docstring():
    for test in TESTS:
        assert test.__name__.split("_")[1] == inspect.getdoc(test).split()[0]
