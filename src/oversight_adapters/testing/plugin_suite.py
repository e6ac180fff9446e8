"""The plug-in contract as tests: P0 to P8, over the plug-in as it is registered, and as it is installed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oversight_adapters.plugins import Adapters, BrokenPlugin, NameClash, builtin
from oversight_adapters.plugins.bringing import Brought, brought
from oversight_adapters.plugins.clashes import BUILTIN
from oversight_adapters.plugins.installed import RESTRICT
from oversight_adapters.testing import plugin_suite_checks as checks
from oversight_adapters.testing.clauses import ClauseBroken, by_clause, expect, expect_none
from oversight_adapters.testing.plugin_suite_checks import ON_TRIAL
from oversight_adapters.testing.plugin_suite_watch import watching
from oversight_core.errors import OversightError
from oversight_core.testing import check_entity
from oversight_core.testing.strategies.entities import entities


@by_clause
class PluginSuite:
    """The whole contract of a plug-in.  Subclass it in a test file and bring one fixture::

        class TestMyPlugin(PluginSuite):
            entry_point = "city-tracker"

            @pytest.fixture
            def plugin(self):
                return city_tracker.plugin

    `plugin` is the module or object whose functions are marked `hookimpl`; `entry_point` its name under the group
    ``oversight``.  What its adapters do is proved by their own suites; this one proves how they are brought.
    """

    entry_point: str | None = None
    """The name under which it is installed; without one, P8 is skipped."""

    # -- hooks ---------------------------------------------------------------------------------------------------

    @pytest.fixture
    def plugin(self) -> object:
        """The plug-in on trial."""
        raise NotImplementedError("bring a fixture `plugin`")

    def locations(self, folder: Path) -> Mapping[str, str]:
        """Where each store can be opened, by its name; one that is not named gets a path in the folder."""
        return {}

    def impossible(self, folder: Path) -> Iterable[str]:
        """Locations at which no store can be opened; a store that needs none may take no notice."""
        (folder / "file").write_text("no folder", encoding="utf-8")
        return [str(folder / "file" / "inside"), str(folder), "\0", "no-such-scheme://"]

    def entities(self, kind: type) -> st.SearchStrategy[Any]:
        """Entities of a kind of its own; a class that refuses some values brings a strategy of its own."""
        return entities(kind)

    # -- clauses -------------------------------------------------------------------------------------------------

    def test_P0_it_is_a_plug_in(self, plugin: object) -> None:
        """P0 a hook is marked; each is one of the four, takes nothing, and yields its descriptors"""
        _brought(plugin)

    def test_P1_it_stands_beside_others(self, plugin: object) -> None:
        """P1 it registers beside what ships and other plug-ins, in any order, and brings no name twice"""
        before = shelf = None
        for order in ((ON_TRIAL, "neighbour"), ("neighbour", ON_TRIAL)):
            adapters = _with(plugin, {"neighbour": checks.Neighbour()}, order)
            expect("P1", not adapters.broken, "no plug-in left out", dict(adapters.broken))
            shelf = [(kind, name) for kind, name, _ in checks.shelved(adapters, (_name(plugin), "neighbour", BUILTIN))]
            expect("P1", before in (None, shelf), "the same in any order", shelf)
            before = shelf

    def test_P2_its_descriptors_are_well_told(self, plugin: object) -> None:
        """P2 every descriptor has a name and a title of one line, and the hooks give the same each time"""
        first, second = (_brought(plugin) for _ in range(2))
        expect_none("P2", checks.badly_told(first), "titles that tell something")
        named = [[(thing.kind, thing.name) for thing in each.things] for each in (first, second)]
        expect("P2", named[0] == named[1], "the same each time", named[1])

    def test_P3_nothing_is_made_before_it_is_needed(
        self, plugin: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """P3 its hooks make nothing and change nothing: no file, thread, output, logging or environment"""
        monkeypatch.chdir(tmp_path)
        with watching() as seen:
            found = _brought(plugin)
        expect("P3", not seen.changed, "nothing changed by the hooks", ", ".join(seen.changed))
        called = [name for name, factory in checks.factories(found) if seen.called(factory)]
        expect_none("P3", called, "no factory called by the hooks")

    def test_P4_what_it_describes_can_be_made(self, plugin: object, tmp_path: Path) -> None:
        """P4 what a descriptor describes can be made, has every part of its port, and bears the descriptor's name"""
        adapters = _with(plugin)
        self._expect_made(adapters, plugin, self._places(adapters, plugin, tmp_path))
        expect_none("P4", checks.wrongly_dated(adapters, _name(plugin)), "`dated` to say whether a writer heeds dates")

    def test_P5_nothing_is_shared(self, plugin: object, tmp_path: Path) -> None:
        """P5 two `Adapters` share no store, reader or writer: each is made anew"""
        made: list[list[tuple[str, str, Any]]] = []
        places: list[dict[str, str]] = []
        for part in ("one", "other"):
            (folder := tmp_path / part).mkdir()
            places.append(self._places(_with(plugin), plugin, folder))
        self._expect_made(_with(plugin), plugin, places[0])
        for each in (*places, places[0]):  # one location twice as well, when what was made of it is closed
            made.append(list(checks.made(_with(plugin), _name(plugin), each)))
            _close(made[-1])
        for others in made[1:]:
            expect_none("P5", checks.shared(made[0], others), "things that are made anew")

    def test_P6_what_cannot_be_used_is_a_typed_error(
        self, plugin: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """P6 a location that cannot be opened, or a document of no format, raises an `OversightError` or nothing"""
        monkeypatch.chdir(tmp_path)
        adapters, name = _with(plugin), _name(plugin)
        self._expect_made(adapters, plugin, self._places(adapters, plugin, tmp_path))
        impossible = self.impossible(tmp_path)
        expect_none("P6", checks.unruly_stores(adapters, name, impossible), "typed errors of the stores")
        expect_none("P6", checks.unruly_readers(adapters, name), "typed errors of the readers")

    def test_P7_kinds_of_others_are_kept(self, plugin: object, tmp_path: Path) -> None:
        """P7 a store, or a writer without loss, that takes a codec keeps entities of the kinds that others bring"""
        adapters = _with(plugin, {"neighbour": checks.Neighbour()}, ("neighbour", ON_TRIAL))
        places = self._places(adapters, plugin, tmp_path)
        self._expect_made(adapters, plugin, places)
        expect_none("P7", checks.strange_to(adapters, _name(plugin), places), "the `codec` that it is given to be used")

    def test_P7_its_entities_are_kept(self, plugin: object) -> None:
        """P7 entities of its own kinds keep the laws, come back equal, and are kept whole where it is absent"""
        adapters = _with(plugin)
        for tag, kind in checks.own_kinds(adapters, _name(plugin)).items():
            check_entity(kind)
            _for_each(self.entities(kind), partial(checks.not_kept, adapters.codec, tag))

    def test_P8_it_is_installed(self, plugin: object, monkeypatch: pytest.MonkeyPatch) -> None:
        """P8 its entry point loads it, brings the same, and names the distribution that it comes from"""
        if self.entry_point is None:
            pytest.skip("P8: it has no hook `entry_point`, so how it is installed is not proved")
        monkeypatch.setenv(RESTRICT, self.entry_point)
        adapters = Adapters()
        adapters.load_installed(strict=True)
        found = [(kind, name) for kind, name, _ in checks.shelved(adapters, [self.entry_point])]
        wanted = [(kind, name) for kind, name, _ in checks.shelved(_with(plugin), [_name(plugin)])]
        expect("P8", found == wanted, f"what the fixture `plugin` brings: {wanted}", found)
        expect("P8", bool(adapters.origin(self.entry_point).distribution), "a distribution that it comes from")

    # -- helpers -------------------------------------------------------------------------------------------------

    def _expect_made(self, adapters: Adapters, plugin: object, places: Mapping[str, str]) -> None:
        """Without what is described, no further clause can be put to it."""
        __tracebackhide__ = True
        things: list[tuple[str, str, Any]] = []
        try:
            things += checks.made(adapters, _name(plugin), places)
        except OversightError as error:
            raise ClauseBroken("P4", "what it describes to be made, with every part of its port", str(error)) from error
        finally:
            _close(things)
        expect_none("P4", checks.unfit(things), "every part of the port")

    def _places(self, adapters: Adapters, plugin: object, folder: Path) -> dict[str, str]:
        names = [name for kind, name, _ in checks.shelved(adapters, [_name(plugin)]) if kind == "store"]
        return {name: str(folder / f"{name}.store") for name in names} | dict(self.locations(folder))


def _name(plugin: object) -> str:
    """The name under which it is registered; what ships is there already."""
    return BUILTIN if plugin is builtin else ON_TRIAL


def _with(plugin: object, others: Mapping[str, object] | None = None, order: Iterable[str] = (ON_TRIAL,)) -> Adapters:
    """Adapters of its own with the plug-in, and these others, registered in an order."""
    _brought(plugin)
    adapters, plugins = Adapters(), {ON_TRIAL: plugin, **(others or {})}
    for name in order:
        if plugins[name] is not builtin:
            with _clashing():
                adapters.register(plugins[name], name=name)
    return adapters


def _brought(plugin: object) -> Brought:
    """What it brings: without that, no further clause can be put to it."""
    try:
        with _clashing():
            return brought(ON_TRIAL, plugin)
    except BrokenPlugin as broken:
        wanted = "hooks that are marked, take nothing, and yield their descriptors"
        raise ClauseBroken("P0", wanted, str(broken)) from broken


@contextmanager
def _clashing() -> Iterator[None]:
    try:
        yield
    except NameClash as clash:
        raise ClauseBroken("P1", "names that nobody else brings, each once", str(clash)) from clash


def _close(things: Iterable[tuple[str, str, Any]]) -> None:
    for kind, _, thing in things:
        if kind == "store":
            checks.close(thing)


def _for_each(drawn: st.SearchStrategy[Any], faults: Callable[[Any], Iterable[str]]) -> None:
    @settings(max_examples=25, deadline=None, database=None, derandomize=True)
    @given(drawn)
    def each(value: Any) -> None:
        expect_none("P7", faults(value), "entities that come back equal")

    each()
