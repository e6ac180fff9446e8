"""The adapters at hand: an object, never a global.  One broken plug-in is reported by name and the rest work."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import partial
from importlib.metadata import entry_points
from types import ModuleType
from typing import TYPE_CHECKING, Any

from oversight_adapters.plugins import builtin
from oversight_adapters.plugins.blame import blamed, sentence
from oversight_adapters.plugins.border import shown
from oversight_adapters.plugins.bringing import KIND, SHELVES, Brought, brought
from oversight_adapters.plugins.clashes import BUILTIN, clashes
from oversight_adapters.plugins.descriptors import ReaderType, RulebookType, StoreType, WriterType
from oversight_adapters.plugins.errors import BrokenPlugin, NameClash
from oversight_adapters.plugins.hookspecs import PROJECT
from oversight_adapters.plugins.installed import RESTRICT, Origin, installed, ours
from oversight_adapters.plugins.making import made
from oversight_adapters.plugins.shelf import Shelf
from oversight_core.entities import KINDS
from oversight_core.errors import AmbiguousFormat, OversightError, UnknownFormat, UnreadableSource
from oversight_core.moments import AsOf
from oversight_core.ports import Reader, Store, Writer
from oversight_core.provenance import Source
from oversight_core.reading import Reading

if TYPE_CHECKING:
    from oversight_adapters.codec import Codec
    from oversight_core.rules import RuleBook


class Adapters:
    """Stores, readers, writers, rulebooks and entity kinds by name: the built-in ones, and those of every plug-in.

    What is here depends on which plug-ins were registered, and never on their order.

    >>> adapters = Adapters()
    >>> list(adapters.stores), adapters.writers["csv"].title
    (['memory', 'sqlite'], 'one row an item, for a spreadsheet')
    """

    stores: Shelf[StoreType]
    readers: Shelf[ReaderType]
    writers: Shelf[WriterType]
    rulebooks: Shelf[RulebookType]
    kinds: Shelf[type]

    def __init__(self) -> None:
        self._brought: dict[str, Brought] = {}
        self._origins: dict[str, Origin] = {}
        self._faults: dict[str, BrokenPlugin] = {}  # of what could not be taken, or failed later
        self._loaded: set[str] = set()  # the installed ones, each of which is loaded once
        self._take(brought(BUILTIN, builtin), ours())

    # -- who is here -------------------------------------------------------------------------------------------

    def register(self, plugin: object, *, name: str = "") -> None:
        """Take a plug-in in, whole or not at all.

        Raises `BrokenPlugin` where it brings no hook, a hook fails or yields something else than its descriptors, and
        `NameClash` where it brings a name that another brings as well.  That other one is then left out too, unless it
        ships with the library: what is here must not depend on who came first.
        """
        name = name or (plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__qualname__)
        self._register(name, plugin, Origin())
        if name in self._clashes:
            raise self._clashes[name]

    def load_installed(self, *, strict: bool = False) -> None:
        """Register what is installed under the entry-point group ``oversight``, once.

        The environment variable `OVERSIGHT_PLUGINS` restricts it.  What cannot be used is named in `broken`; with
        `strict` the first by name raises `BrokenPlugin`.
        """
        for one in installed(entry_points(group=PROJECT), os.environ.get(RESTRICT)):
            if one.name in self._loaded:
                continue
            self._loaded.add(one.name)
            try:
                self._register(one.name, one.load(), one.origin)
            except BrokenPlugin as broken:
                self._origins.setdefault(one.name, one.origin)
                self._faults[one.name] = broken
            except NameClash as clash:  # with itself; those with others are told together
                self._faults[one.name] = BrokenPlugin(one.name, str(clash))
        if strict and (left_out := self.broken):
            raise next(iter(left_out.values()))

    @property
    def broken(self) -> Mapping[str, BrokenPlugin]:
        """Why a plug-in was left out, or what of it failed, by the names of the plug-ins."""
        clashing = {name: BrokenPlugin(name, str(clash)) for name, clash in self._clashes.items()}
        return dict(sorted((clashing | self._faults).items()))

    def origin(self, plugin: str) -> Origin:
        """The distribution that a plug-in comes from, also one that is left out; empty where none is known."""
        return self._origins.get(plugin, Origin())

    def _register(self, name: str, plugin: object, origin: Origin) -> None:
        if name in self._brought and name not in self._clashes:
            raise BrokenPlugin(name, "a plug-in of this name is registered already")
        self._take(brought(name, plugin), origin)

    def _take(self, one: Brought, origin: Origin) -> None:
        """Put what all plug-ins bring on the shelves anew, without those that clash."""
        self._brought[one.plugin], self._origins[one.plugin] = one, origin
        self._faults.pop(one.plugin, None)
        self._clashes: dict[str, NameClash] = clashes(self._brought.values())
        held: dict[str, dict[str, tuple[str, Any]]] = {kind: {} for kind in (*SHELVES.values(), KIND)}
        for each in self._brought.values():
            for thing in each.things if each.plugin not in self._clashes else ():
                held[thing.kind][thing.name] = (each.plugin, thing.value)
        self.stores, self.readers, self.writers, self.rulebooks, self.kinds = (
            Shelf(kind, things) for kind, things in held.items()
        )
        self._readers: dict[str, Reader] = {}
        self._codec: Codec | None = None

    # -- what they do ------------------------------------------------------------------------------------------

    @property
    def codec(self) -> Codec:
        """The codec of every entity kind that is here; what was opened before a plug-in came keeps its own."""
        if self._codec is None:
            from oversight_adapters.codec import CODEC, Codec

            self._codec = CODEC if dict(self.kinds) == KINDS else Codec(dict(self.kinds))
        return self._codec

    def open_store(self, name: str, location: str) -> Store:
        """The store of this name at a location, with the codec where it takes one.

        Raises `UnknownAdapter`, a `StoreFailed`, or `BrokenPlugin` where it cannot be made for another reason.
        """
        kind = self.stores[name]
        make = partial(kind.open, location, codec=self.codec) if kind.takes_codec else partial(kind.open, location)
        return made(self.stores, name, Store, make, passes=(OversightError,))

    def writer(self, name: str, as_of: AsOf) -> Writer:
        """The writer of this name as of some dates, with the codec where it takes one.

        Raises `UnknownAdapter`, or `BrokenPlugin` where it cannot be made.
        """
        kind = self.writers[name]
        make = partial(kind.make, as_of, codec=self.codec) if kind.takes_codec else partial(kind.make, as_of)
        return made(self.writers, name, Writer, make)

    def rulebook(self, name: str) -> RuleBook:
        """The rulebook of this name.  Raises `UnknownAdapter`, or `BrokenPlugin` where it cannot be loaded."""
        from oversight_core.rules import RuleBook

        return made(self.rulebooks, name, RuleBook, self.rulebooks[name].load)

    def reader(self, name: str) -> Reader:
        """The reader of this name, made once.  Raises `UnknownAdapter`, or `BrokenPlugin` where it cannot be made."""
        if name not in self._readers:
            self._readers[name] = made(self.readers, name, Reader, self.readers[name].make)
        return self._readers[name]

    def recognise(self, source: Source) -> Reader:
        """The reader that is surest of a source.

        Raises `AmbiguousFormat` where several are, `UnknownFormat` where none is, and `UnreadableSource` where none
        can even make text of it.
        A reader that fails at it is reported in `broken` and not asked.
        """
        sure = dict(self._sureness(source))
        best = [name for name, level in sure.items() if level == max(sure.values())]
        called = source.name or source.digest
        if not best or not sure[best[0]]:
            raise self._not_text(source) or UnknownFormat(called, tuple(self.readers))
        if len(best) > 1:
            raise AmbiguousFormat(tuple(best), called)
        return self.reader(best[0])

    def _sureness(self, source: Source) -> Iterator[tuple[str, int]]:
        for name in self.readers:
            plugin = self.readers.brought_by(name)
            try:
                with blamed(plugin, f"its reader {name!r} failed", passes=(BrokenPlugin, UnreadableSource)):
                    level = self.reader(name).recognise(source)
                if level not in (0, 1, 2, 3):
                    raise BrokenPlugin(plugin, f"its reader {name!r} is sure to {shown(level)}, which is not 0 to 3")
            except UnreadableSource:
                level = 0
            except BrokenPlugin as broken:
                self._faults[plugin] = broken
                continue
            yield name, level

    def _not_text(self, source: Source) -> UnreadableSource | None:
        """Why the first reader cannot make text of a source; None where some reader can."""
        why = None
        for kind in self.readers.values():
            try:
                kind.text(source)
                return None
            except UnreadableSource as error:
                why = why or error
            except Exception as error:  # whatever it raises, it could make no text of it
                why = why or UnreadableSource(source.name or source.digest, sentence(error))
        return why

    def read(self, source: Source, *, format: str = "") -> Reading:
        """Read a source with the reader named by `format`, else with the one that is surest of it.

        Raises as `recognise` does, `UnknownAdapter` for an unknown format, and `UnreadableSource` where the bytes are
        no such text.
        """
        reader = self.reader(format) if format else self.recognise(source)
        return reader.read(self.readers[format or reader.name].text(source))
