"""The plug-in kit proves itself: whoever changes one line of a healthy plug-in learns which clause it breaks."""

import os
from types import SimpleNamespace

import attrs
import pytest
from hypothesis import strategies as st
from tests.kit.changed import broken, changed, clause_tests, defined, source_of, tells

from oversight_adapters.plugins import builtin, manager
from oversight_adapters.testing import PluginSuite
from oversight_core.testing.strategies.entities import entities

CLAUSES = clause_tests(PluginSuite, "P")
SOURCE = source_of("permit_office.py")

MUTANTS = [
    ("P0", "def oversight_stores():", "def oversight_store():"),
    ("P0", "def oversight_stores():", "def oversight_stores(folder):"),
    (
        "P0",
        'StoreType(name="permit-office", title="the',
        'dict(name="permit-office", title="the',
    ),
    ("P0", 'title="letters of a permit office"', "title=5"),
    ("P1", 'StoreType(name="permit-office"', 'StoreType(name="sqlite"'),
    ("P1", '{"office-permit": Permit}', '{"document": Permit}'),
    ("P2", 'title="letters of a permit office"', 'title=""'),
    ("P2", 'ReaderType(name="permit-office"', 'ReaderType(name=f"permit-{CALLS.append(1) or len(CALLS)}"'),
    ("P3", 'title="tables of a permit office", make', 'title=print("tables") or "tables", make'),
    ("P3", 'title="tables of a permit office", make', 'title=open("log", "w").name, make'),
    ("P3", 'title="tables of a permit office", make', 'title=__import__("sys").path.append("here") or "x", make'),
    (
        "P3",
        'title="tables of a permit office", make',
        'title=os.environ.update({str(len(os.environ)): ""}) or "x", make',
    ),
    ("P3", 'title="tables of a permit office", make', 'title=threading.Thread(target=DONE.wait).start() or "x", make'),
    ("P3", 'title="letters of a permit office"', "title=make_reader().name"),
    ("P4", "return OfficeReader()", "return None"),
    ("P4", "def value(self, excerpt):", "def valued(self, excerpt):"),
    ("P4", "def value(self, excerpt):", "def value(self, excerpt, language):"),
    ("P4", 'RuleBook("permit-office"', 'RuleBook("office"'),
    ("P4", "return MemoryStore(codec=codec)", "return object()"),
    ("P4", "make=OfficeWriter)", "make=OfficeWriter, dated=False)"),
    ("P4", "make=OfficeWriter)", "make=lambda as_of: OfficeWriter())"),
    ("P5", "return OfficeReader()", "return CALLS[0] if CALLS else CALLS.append(OfficeReader()) or CALLS[0]"),
    ("P5", "return MemoryStore(codec=codec)", "return KEPT.setdefault(location, MemoryStore(codec=codec))"),
    ("P6", 'raise StoreFailed(location, "no permit office is there")', "raise KeyError(location)"),
    ("P6", "return 3 * source.content.startswith", "return 3 * source.content.decode('ascii').startswith"),
    ("P6", "return 3 * source.content", "return 7 or source.content"),
    ("P6", "return 3 * source.content", "return not source.content"),
    ("P6", "return Reading(source=text.source", "return text.content[:1] and Reading(source=text.source"),
    ("P6", "return Reading(source=text.source", "return text.content[0] and Reading(source=text.source"),
    ("P7", "return MemoryStore(codec=codec)", "return MemoryStore()"),
    ("P7", "    day: date | None = None", "    day: date = attrs.field(kw_only=True)"),
    ("P7", '    title: str = ""', '    title: str = attrs.field(default="", converter=lambda text: text + "!")'),
]


class Kit(PluginSuite):
    def entities(self, kind):
        return super().entities(kind) if kind.__name__ != "Permit" else st.builds(kind, title=st.just("a permit"))


def failing(plugin, monkeypatch, suite=None):
    """The clauses that a plug-in breaks; what it did to the environment is undone."""
    with monkeypatch.context() as patch:
        patch.setattr(os, "environ", dict(os.environ))
        return broken(suite or Kit(), CLAUSES, plugin=lambda: plugin)


@pytest.mark.parametrize(("clause", "old", "new"), MUTANTS)
def test_a_mutant_breaks_its_clause(clause, old, new, monkeypatch):
    plugin = changed(SOURCE, old, new)
    failures = failing(plugin, monkeypatch)
    plugin.DONE.set()
    assert clause in failures and (clause == "P0" or "P0" not in failures), failures
    assert tells(failures[clause], "plugin-contract.md")


def test_every_clause_has_a_mutant():
    assert {clause for clause, _, _ in MUTANTS} | {"P8"} == set(CLAUSES.values())


def test_a_healthy_plug_in_breaks_none(monkeypatch):
    assert not failing(defined(SOURCE), monkeypatch)


@attrs.frozen
class Point:
    name: str
    plugin: object
    dist: object = SimpleNamespace(name="permit-office-kit", version="1.0")  # nothing changes it

    def load(self):
        return self.plugin


class Installed(Kit):
    entry_point = "permit-office"


@pytest.mark.parametrize(
    ("points", "clauses"),
    [
        (lambda plugin: [Point("permit-office", plugin)], set()),
        (lambda plugin: [], {"P8"}),
        (lambda plugin: [Point("permit-ofice", plugin)], {"P8"}),
        (lambda plugin: [Point("permit-office", defined(SOURCE.replace("@hookimpl", "", 1)))], {"P8"}),
        (lambda plugin: [Point("permit-office", plugin, None)], {"P8"}),
        (lambda plugin: [Point("permit-office", object())], {"P8"}),
        (lambda plugin: [Point("permit-office", plugin), Point("other", object())], set()),
    ],
    ids=["healthy", "not there", "misspelt", "another plug-in", "no distribution", "no plug-in", "a broken neighbour"],
)
def test_how_it_is_installed_is_proved(points, clauses, monkeypatch):
    plugin = defined(SOURCE)
    monkeypatch.setattr(manager, "entry_points", lambda group: points(plugin))
    assert set(failing(plugin, monkeypatch, Installed())) == clauses


class TestWhatShips(PluginSuite):
    def locations(self, folder):
        return {"sqlite": str(folder / "oversight.db")}

    def entities(self, kind):
        return entities(kind)

    @pytest.fixture
    def plugin(self):
        return builtin
