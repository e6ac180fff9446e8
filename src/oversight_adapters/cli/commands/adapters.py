"""`oversight adapters`: what is installed, who brings it, and what is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import attrs

from oversight_adapters.cli import desk, out
from oversight_adapters.cli.exits import DONE, PROBLEMS
from oversight_adapters.cli.options import Json, Strict
from oversight_adapters.plugins import Adapters, BrokenPlugin, Origin
from oversight_core.moments import NOW


@attrs.frozen
class Row:
    """Something that is there: what it is, and who brings it."""

    kind: str
    name: str
    title: str
    plugin: str
    origin: Origin


def adapters(*, json: Json = False, strict: Strict = False) -> int:
    """List stores, readers, writers, rulebooks and entity kinds, who brings each, and plug-ins that are left out."""
    found = desk.installed()
    rows, broken = list(_rows(found)), list(_broken(found))
    if json:
        for row in rows:
            said = {"kind": row.kind, "name": row.name, "title": row.title}
            out.json_line({"type": "adapter", **said, **_from(row.plugin, row.origin)})
        for one in broken:
            out.json_line({"type": "broken", **_from(one.plugin, found.origin(one.plugin)), "why": one.why})
    else:
        columns = ("kind", "name", "what it is", "brought by", "distribution")
        out.table(columns, ((row.kind, row.name, row.title, row.plugin, row.origin) for row in rows))
        if broken:
            out.heading("Left out")
            faults = ((one.plugin, found.origin(one.plugin), one.why) for one in broken)
            out.table(("plug-in", "distribution", "why"), faults)
    return PROBLEMS if strict and broken else DONE


def _from(plugin: str, origin: Origin) -> dict[str, str]:
    return {"plugin": plugin, "distribution": origin.distribution, "version": origin.version}


def _rows(found: Adapters) -> Iterator[Row]:
    shelves: tuple[Any, ...] = (found.stores, found.readers, found.writers, found.rulebooks, found.kinds)
    for shelf in shelves:
        for name, thing in shelf.items():
            plugin = shelf.brought_by(name)
            yield Row(shelf.kind, name, _title(thing), plugin, found.origin(plugin))


def _title(thing: Any) -> str:
    """The title of a descriptor, or the first line of what a class says of itself."""
    return (thing.__doc__ or "").strip().partition("\n")[0] if isinstance(thing, type) else str(thing.title)


def _broken(found: Adapters) -> Iterator[BrokenPlugin]:
    """What was left out, and what is there but cannot be made; a store cannot be tried without a location."""
    yield from found.broken.values()
    makes: list[Callable[[], object]] = [
        *(partial(found.reader, name) for name in found.readers),
        *(partial(found.writer, name, NOW) for name in found.writers),
        *(partial(found.rulebook, name) for name in found.rulebooks),
    ]
    for make in makes:
        try:
            make()
        except BrokenPlugin as broken:
            yield broken
