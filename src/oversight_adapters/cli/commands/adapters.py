"""`oversight adapters`: what is installed, who brings it, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from oversight_adapters.cli import desk, out
from oversight_adapters.cli.exits import DONE, PROBLEMS
from oversight_adapters.cli.options import Json, Strict
from oversight_adapters.plugins import Adapters


def adapters(*, json: Json = False, strict: Strict = False) -> int:
    """List stores, readers, writers and rulebooks that are installed, who brings each, and plug-ins left out."""
    found = desk.adapters()
    if json:
        for kind, name, title, plugin in _rows(found):
            out.json_line({"type": "adapter", "kind": kind, "name": name, "title": title, "plugin": plugin})
        for plugin, broken in found.broken.items():
            out.json_line({"type": "broken", "plugin": plugin, "why": broken.why})
    else:
        out.table(("kind", "name", "what it is", "brought by"), _rows(found))
    return PROBLEMS if strict and found.broken else DONE


def _rows(found: Adapters) -> Iterator[tuple[str, str, str, str]]:
    shelves: tuple[Any, ...] = (found.stores, found.readers, found.writers, found.rulebooks)
    for shelf in shelves:
        for name in shelf:
            yield shelf.kind, name, shelf[name].title, shelf.brought_by(name)
