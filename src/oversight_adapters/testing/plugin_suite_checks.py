"""What can be said against a plug-in; each check yields one sentence a fault."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from oversight_adapters.codec.codec import STRANGER, Codec
from oversight_adapters.plugins import Adapters, BrokenPlugin, hookimpl
from oversight_adapters.plugins.bringing import KIND, Brought
from oversight_adapters.plugins.descriptors import ReaderType, RulebookType, StoreType, WriterType
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing.clauses import missing_parts
from oversight_adapters.testing.reader_suite_shape import is_level
from oversight_adapters.testing.writer_suite_hooks import written
from oversight_adapters.testing.writer_suite_samples import record
from oversight_core.errors import OversightError
from oversight_core.ledger import Entry, Registered
from oversight_core.moments import NOW, AsOf
from oversight_core.names import Item
from oversight_core.ports import Reader, Store, Writer
from oversight_core.provenance import Source
from oversight_core.reading import Reading
from oversight_core.register import Register
from oversight_core.rules import RuleBook

ON_TRIAL = "plug-in-on-trial"
"""The name under which the plug-in is registered."""

JUNK = (b"", b"\0\1\2" * 50, b"lorem ipsum dolor sit amet " * 20, b"\xff\xfe\xfa", "naïve “words”\r\n".encode("cp1252"))
"""Documents of no format."""

_DATES = (NOW, AsOf("1999"), AsOf(recorded_by=3), AsOf(stated_by="1999"))

_PORTS = {"store": Store, "reader": Reader, "writer": Writer}


@attrs.frozen
class Signpost:
    """An entity of a kind that only the neighbour knows."""

    text: str = ""


class Neighbour:
    """Another plug-in, with something of every kind."""

    @hookimpl
    def oversight_stores(self) -> Iterator[StoreType]:
        """A store."""
        yield StoreType(name="neighbour", title="a neighbour", open=lambda location: MemoryStore())

    @hookimpl
    def oversight_rulebooks(self) -> Iterator[RulebookType]:
        """A rulebook."""
        rules = RuleBook("neighbour", "1", "N", ())
        kinds = {"neighbour-signpost": Signpost}
        yield RulebookType(name="neighbour", title="a neighbour", load=lambda: rules, kinds=kinds)


def shelved(adapters: Adapters, names: Iterable[str]) -> list[tuple[str, str, Any]]:
    """What these plug-ins brought: what people call it, its name, and the thing itself."""
    shelves: tuple[Any, ...] = (
        adapters.stores,
        adapters.readers,
        adapters.writers,
        adapters.rulebooks,
        adapters.kinds,
    )
    wanted = set(names)
    return [
        (shelf.kind, name, thing)
        for shelf in shelves
        for name, thing in shelf.items()
        if shelf.brought_by(name) in wanted
    ]


def badly_told(found: Brought) -> Iterator[str]:
    """Titles that tell nothing."""
    for thing in found.things:
        title = "a class" if thing.kind == KIND else thing.value.title
        if not title.strip() or not title.isprintable() or len(title) > 120:
            yield f"the title of the {thing.kind} {thing.name!r} is {title!r}, not a line of 1 to 120 characters"


def factories(found: Brought) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The factory of every descriptor, and what it makes."""
    for thing in found.things:
        for field in ("open", "make", "load"):
            if factory := getattr(thing.value, field, None):
                yield f"{field} of the {thing.kind} {thing.name!r}", factory


def made(adapters: Adapters, plugin: str, locations: Mapping[str, str]) -> Iterator[tuple[str, str, Any]]:
    """Everything that a plug-in's descriptors describe, made; raises what making raises."""
    for kind, name, thing in shelved(adapters, [plugin]):
        match thing:
            case StoreType():
                yield kind, name, adapters.open_store(name, locations[name])
            case ReaderType():
                yield kind, name, adapters.reader(name)
            case WriterType():
                yield kind, name, adapters.writer(name, NOW)
            case RulebookType():
                yield kind, name, adapters.rulebook(name)


def unfit(things: Iterable[tuple[str, str, Any]]) -> Iterator[str]:
    """What a made thing lacks of its port."""
    for kind, name, thing in things:
        if kind in _PORTS:
            yield from (f"the {kind} {name!r}: {fault}" for fault in missing_parts(thing, _PORTS[kind]))


def shared(one: Iterable[tuple[str, str, Any]], other: Iterable[tuple[str, str, Any]]) -> Iterator[str]:
    """Things that two `Adapters` have in common; rulebooks never change, so they may."""
    for (kind, name, first), (_, _, second) in zip(one, other, strict=True):
        if kind != "rulebook" and first is second:
            yield f"the {kind} {name!r} is one object for everybody"


def wrongly_dated(adapters: Adapters, plugin: str) -> Iterator[str]:
    """Writers whose descriptor says otherwise than what they write."""
    for kind, name, thing in shelved(adapters, [plugin]):
        if kind == "writer":
            try:
                texts = {written(adapters.writer(name, as_of), record()) for as_of in _DATES}
            except Exception:  # what it cannot write at all is told by its own suite
                continue
            if thing.dated is not (len(texts) > 1):
                does = (
                    "writes other texts as of other dates" if len(texts) > 1 else "writes the same text as of any dates"
                )
                yield f"the writer {name!r} is described with dated={thing.dated}, and it {does}"


def strange_to(adapters: Adapters, plugin: str, locations: Mapping[str, str]) -> Iterator[str]:
    """Stores and writers that were given a codec, and do not know what it knows."""
    item = Item("neighbour-signpost", "kit", "kit-1")
    entry = Registered(item, Signpost("To the ferry"))
    for kind, name, thing in shelved(adapters, [plugin]):
        found: list[Entry] = [entry]
        if kind == "store" and thing.takes_codec:
            store = adapters.open_store(name, locations[name])
            store.append([(item, len(store.history(item)), [entry])], recorder="kit")
            found = [recorded.entry for recorded in store.history(item)]
            close(store)
        writer: Any = adapters.writer(name, NOW) if kind == "writer" and thing.takes_codec else None
        if writer is not None and writer.lossless:
            memory = MemoryStore(codec=adapters.codec)
            memory.append([(item, 0, [entry])], recorder="kit")
            found = [recorded.entry for recorded in writer.read(io.StringIO(written(writer, Register(memory))))]
        if found[-1:] != [entry]:
            yield f"the {kind} {name!r} takes a codec, and gives {found[-1:]} back for {entry}"


def unruly_stores(adapters: Adapters, plugin: str, locations: Iterable[str]) -> Iterator[str]:
    """Stores that fail in another way than with a typed error where they cannot be opened."""
    for kind, name, _ in shelved(adapters, [plugin]):
        for location in locations if kind == "store" else ():
            try:
                close(adapters.open_store(name, location))
            except BrokenPlugin as broken:
                raised = repr(broken.__cause__) if broken.__cause__ else broken.why
                yield f"the store {name!r} at {location!r} raises {raised}, not a StoreFailed"
            except OversightError:
                continue


def unruly_readers(adapters: Adapters, plugin: str) -> Iterator[str]:
    """Readers that fail at a document of no format in another way than with a typed error."""
    for kind, name, thing in shelved(adapters, [plugin]):
        for content in JUNK if kind == "reader" else ():
            source = Source.of(content)
            try:
                sure = adapters.reader(name).recognise(source)
                if not is_level(sure, 0, 1, 2, 3):
                    yield f"the reader {name!r} recognises {content[:12]!r} as {sure!r}, not 0 to 3"
                reading = adapters.reader(name).read(thing.text(source))
                if not isinstance(reading, Reading):
                    yield f"the reader {name!r} reads {content[:12]!r} as {reading!r:.80}, which is no Reading"
            except OversightError:
                continue
            except Exception as error:  # any other is the fault that is looked for
                yield f"the reader {name!r} raises {type(error).__name__} at {content[:12]!r}: {error}"


def close(store: Any) -> None:
    """Close a store that can be closed."""
    if callable(end := getattr(store, "close", None)):
        end()


def not_kept(codec: Codec, tag: str, entity: Any) -> Iterator[str]:
    """What is lost of an entity on its way to a store and back, with and without its class."""
    item = Item(tag, "kit", "kit-1")
    entry = Registered(item, entity)
    encoded = codec.encode(entry)
    if (back := codec.decode(*encoded)) != entry:
        yield f"{entity!r} reads back as {back!r}"
    if STRANGER.encode(STRANGER.decode(*encoded)) != encoded:
        yield f"{entity!r} is not kept where its class is absent"
    store = MemoryStore(codec=codec)
    store.append([(item, 0, [entry])], recorder="kit")
    if store.history(item)[0].entry != entry or not store.verify().holds:
        yield f"a store does not give {entity!r} back"


def own_kinds(adapters: Adapters, plugin: str) -> dict[str, type]:
    """The kinds of entities that a plug-in brings."""
    return {name: thing for kind, name, thing in shelved(adapters, [plugin]) if kind == KIND}
