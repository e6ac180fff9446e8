"""The rulebooks that ship keep the rulebook contract."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from oversight_adapters.plugins import Adapters
from oversight_adapters.testing import RuleBookSuite
from oversight_core.rulebooks import BUILTIN, CANONICAL, CRCL, GAO


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
