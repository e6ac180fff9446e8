"""Real distributions on a path of their own, found as any installed one is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.kit.changed import broken, clause_tests, source_of

from oversight_adapters.plugins import Adapters, Origin
from oversight_adapters.plugins.manager import RESTRICT
from oversight_adapters.testing import PluginSuite

Distribute = Callable[..., None]
PLUGIN = """
from oversight_adapters.plugins import RulebookType, hookimpl
from oversight_core import RuleBook

def load():
    return RuleBook("{name}", "1", "{name}", lifecycles=())

@hookimpl
def oversight_rulebooks():
    yield RulebookType(name="{name}", title="{name}", load=load)
"""


@pytest.fixture
def distribute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Distribute]:
    """Put a distribution on the path: its name, the name of its entry point, and the source of its one module."""
    monkeypatch.delenv(RESTRICT, raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    before = set(sys.modules)

    def make(distribution: str, point: str, source: str) -> None:
        module = distribution.replace("-", "_")
        (tmp_path / f"{module}.py").write_text(source, encoding="utf-8")
        info = tmp_path / f"{module}-1.5.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.5\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[oversight]\n{point} = {module}\n", encoding="utf-8")

    yield make
    for module in set(sys.modules) - before:
        if module.startswith("kit_"):
            del sys.modules[module]


def loaded() -> Adapters:
    adapters = Adapters()
    adapters.load_installed()
    return adapters


def test_a_distribution_is_found_and_named(distribute: Distribute) -> None:
    distribute("kit-whole", "whole", PLUGIN.format(name="kit-whole"))
    adapters = loaded()
    assert adapters.rulebook("kit-whole").name == "kit-whole"
    assert adapters.origin("whole") == Origin("kit-whole", "1.5")


def test_one_name_of_two_distributions_is_nobodys(distribute: Distribute) -> None:
    for name in ("kit-one", "kit-other"):
        distribute(name, "same", PLUGIN.format(name=name))
    adapters = loaded()
    assert not {"kit-one", "kit-other"} & set(adapters.rulebooks)
    assert "'kit-one 1.5' and 'kit-other 1.5'" in str(adapters.broken["same"])


@pytest.mark.parametrize("source", ["import no_such_module", "raise SystemExit(3)", "exit(", "raise BaseException()"])
def test_a_module_that_cannot_be_imported_is_named(distribute: Distribute, source: str) -> None:
    distribute("kit-broken", "broken", source)
    distribute("kit-fine", "fine", PLUGIN.format(name="kit-fine"))
    adapters = loaded()
    assert "kit-fine" in adapters.rulebooks
    assert list(adapters.broken) == ["broken"]
    assert adapters.origin("broken") == Origin("kit-broken", "1.5")


class Installed(PluginSuite):
    entry_point = "office"


def test_the_suite_proves_an_installed_plug_in(
    distribute: Distribute, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distribute("kit-office", "office", source_of("permit_office.py"))
    from importlib import import_module

    plugin = import_module("kit_office")
    proof = {name: clause for name, clause in clause_tests(PluginSuite, "P").items() if clause in ("P0", "P1", "P8")}
    assert not broken(
        Installed(), proof, plugin=lambda: plugin, tmp_path=lambda: tmp_path, monkeypatch=lambda: monkeypatch
    )
