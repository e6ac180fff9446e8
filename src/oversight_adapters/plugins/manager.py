"""The adapters at hand: an object, never a global.  One broken plug-in is reported by name and the rest work."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from typing import Any

import pluggy

from oversight_adapters.plugins import builtin, hookspecs
from oversight_adapters.plugins.descriptors import ReaderType, RulebookType, StoreType, WriterType
from oversight_adapters.plugins.errors import BrokenPlugin, NameClash
from oversight_adapters.plugins.hookspecs import HOOKS, PROJECT
from oversight_adapters.plugins.shelf import Shelf
from oversight_core.errors import AmbiguousFormat, UnknownFormat, UnreadableSource
from oversight_core.ports import Reader
from oversight_core.provenance import Source
from oversight_core.reading import Reading

RESTRICT = "OVERSIGHT_PLUGINS"
"""Environment variable: the installed plug-ins to load, separated by commas; unset means all, empty means none."""


class Adapters:
    """Stores, readers, writers and rulebooks by name: the built-in ones, and those of every plug-in registered.

    `broken` holds, by plug-in, why it was left out.

    >>> adapters = Adapters()
    >>> list(adapters.stores), adapters.writers["csv"].title
    (['memory', 'sqlite'], 'one row an item, for a spreadsheet')
    """

    stores: Shelf[StoreType]
    readers: Shelf[ReaderType]
    writers: Shelf[WriterType]
    rulebooks: Shelf[RulebookType]

    def __init__(self) -> None:
        self.broken: dict[str, BrokenPlugin] = {}
        self.stores, self.readers = Shelf("store"), Shelf("reader")
        self.writers, self.rulebooks = Shelf("writer"), Shelf("rulebook")
        self._made: dict[str, Reader] = {}
        self._hooks = pluggy.PluginManager(PROJECT)
        self._hooks.add_hookspecs(hookspecs)
        self.register(builtin, name="builtin")

    # -- who is here -------------------------------------------------------------------------------------------

    def register(self, plugin: object, *, name: str = "") -> None:
        """Take a plug-in in, whole or not at all.

        Raises `BrokenPlugin` where it brings no hook, a hook fails or yields something else than its descriptors, and
        `NameClash` where it brings a name that is taken.
        """
        name = name or getattr(plugin, "__name__", type(plugin).__qualname__)
        if self._hooks.has_plugin(name):
            raise BrokenPlugin(name, "a plug-in of this name is registered already")
        try:
            self._hooks.register(plugin, name)
            self._hooks.check_pending()
            self._take(name, plugin)
        except (NameClash, BrokenPlugin):
            self._hooks.unregister(name=name)
            raise
        except (Exception, SystemExit) as error:
            if self._hooks.has_plugin(name):
                self._hooks.unregister(name=name)
            raise BrokenPlugin(name, _sentence(error)) from error

    def load_installed(self, *, strict: bool = False) -> None:
        """Register what is installed under the entry-point group ``oversight``, in the order of names.

        The environment variable `OVERSIGHT_PLUGINS` restricts it.  What cannot be used is named in `broken`; with
        `strict` the first such raises `BrokenPlugin`.
        """
        wanted = os.environ.get(RESTRICT)
        names = None if wanted is None else {name.strip() for name in wanted.split(",") if name.strip()}
        found = {point.name: point for point in entry_points(group=PROJECT)}
        for name in sorted(set(found) | (names or set())):
            if names is not None and name not in names:
                continue
            try:
                self._load(name, found.get(name))
            except BrokenPlugin as broken:
                if strict:
                    raise
                self.broken[name] = broken

    def _load(self, name: str, point: EntryPoint | None) -> None:
        if point is None:
            raise BrokenPlugin(name, f"{RESTRICT} names it, but no such plug-in is installed")
        try:
            plugin = point.load()
        except (Exception, SystemExit) as error:
            raise BrokenPlugin(name, _sentence(error)) from error
        try:
            self.register(plugin, name=name)
        except NameClash as clash:
            raise BrokenPlugin(name, str(clash)) from clash

    def _take(self, name: str, plugin: object) -> None:
        """Put what the plug-in's hooks yield on the shelves, all or nothing."""
        found = {hook: self._implementations(plugin, hook) for hook in HOOKS}
        if not any(found.values()):
            raise BrokenPlugin(name, f"it has none of the hooks {', '.join(HOOKS)}; mark them with hookimpl")
        brought = {hook: _yielded(name, hook, functions) for hook, functions in found.items()}
        stores = self.stores.with_added(name, brought["oversight_stores"])
        readers = self.readers.with_added(name, brought["oversight_readers"])
        writers = self.writers.with_added(name, brought["oversight_writers"])
        rulebooks = self.rulebooks.with_added(name, brought["oversight_rulebooks"])
        self.stores, self.readers, self.writers, self.rulebooks = stores, readers, writers, rulebooks

    def _implementations(self, plugin: object, hook: str) -> list[Callable[..., Any]]:
        caller: pluggy.HookCaller = getattr(self._hooks.hook, hook)
        return [found.function for found in caller.get_hookimpls() if found.plugin is plugin]

    # -- what they do ------------------------------------------------------------------------------------------

    def reader(self, name: str) -> Reader:
        """The reader of this name, made once.  Raises `UnknownAdapter`, or `BrokenPlugin` where it cannot be made."""
        if name not in self._made:
            kind = self.readers[name]
            try:
                self._made[name] = kind.make()
            except Exception as error:
                raise BrokenPlugin(self.readers.brought_by(name), _sentence(error)) from error
        return self._made[name]

    def recognise(self, source: Source) -> Reader:
        """The reader that is surest of a source.

        Raises `AmbiguousFormat` where several are, `UnknownFormat` where none is, and `UnreadableSource` where none
        can even make text of it.
        A reader that fails at it is reported in `broken` and not asked.
        """
        sure: dict[str, int] = {}
        for name in self.readers:
            plugin = self.readers.brought_by(name)
            try:
                sure[name] = self.reader(name).recognise(source)
            except UnreadableSource:
                sure[name] = 0
            except BrokenPlugin as broken:
                self.broken[plugin] = broken
            except Exception as error:
                self.broken[plugin] = BrokenPlugin(plugin, f"its reader {name!r} failed: {_sentence(error)}")
        best = [name for name, level in sure.items() if level == max(sure.values())]
        shown = source.name or source.digest
        if not best or not sure[best[0]]:
            raise self._not_text(source) or UnknownFormat(shown, tuple(self.readers))
        if len(best) > 1:
            raise AmbiguousFormat(tuple(best), shown)
        return self.reader(best[0])

    def _not_text(self, source: Source) -> UnreadableSource | None:
        """Why no reader can make text of a source; None where some reader can."""
        why = None
        for kind in self.readers.values():
            try:
                kind.text(source)
                return None
            except UnreadableSource as error:
                why = error
            except Exception as error:
                why = UnreadableSource(source.name or source.digest, _sentence(error))
        return why

    def read(self, source: Source, *, format: str = "") -> Reading:
        """Read a source with the reader named by `format`, else with the one that is surest of it.

        Raises as `recognise` does, `UnknownAdapter` for an unknown format, and `UnreadableSource` where the bytes are
        no such text.
        """
        reader = self.reader(format) if format else self.recognise(source)
        return reader.read(self.readers[format or reader.name].text(source))


def _yielded(plugin: str, hook: str, functions: list[Callable[..., Any]]) -> list[Any]:
    """What the implementations of a hook yield, each checked to be its descriptor."""
    descriptors = [descriptor for function in functions for descriptor in function()]
    for descriptor in descriptors:
        if not isinstance(descriptor, HOOKS[hook]):
            raise BrokenPlugin(plugin, f"{hook} yields {descriptor!r}, which is no {HOOKS[hook].__name__}")
    return descriptors


def _sentence(error: BaseException) -> str:
    """What went wrong, on one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())
