"""The rulebooks that ship keep the rulebook contract; those of bodies and programmes are tried in tests/rulebooks."""

from __future__ import annotations

import re
from pathlib import Path
from types import MappingProxyType

import pytest

from oversight_adapters.testing import RuleBookSuite
from oversight_core.rulebooks import BUILTIN, CANONICAL

TESTS = Path(__file__).resolve().parents[1]


class TestCanonical(RuleBookSuite):
    facts = MappingProxyType({"programme": "", "last_supplied_by": frozenset(), "owner": "", "requested_by": ""})

    @pytest.fixture
    def rulebook(self):
        return CANONICAL


@pytest.mark.parametrize("book", BUILTIN, ids=lambda book: book.name)
def test_each_that_ships_is_on_trial(book):
    """Some suite under tests/ names it, by its constant or by its name."""
    named = re.compile(rf'\b{book.name.upper().replace("-", "_")}\b|"{book.name}"')
    files = (*TESTS.glob("rulebooks/test_*.py"), Path(__file__))
    told = (file.read_text(encoding="utf-8") for file in files)
    assert any("(RuleBookSuite)" in text and named.search(text) for text in told)
