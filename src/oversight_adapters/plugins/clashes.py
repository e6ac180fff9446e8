"""Clashes: a name that several plug-ins bring is nobody's, whichever came first; but what ships cannot be replaced."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from oversight_adapters.plugins.bringing import KIND, Brought, Thing
from oversight_adapters.plugins.errors import NameClash

BUILTIN = "builtin"
"""The plug-in that ships with the library."""


def clashes(plugins: Iterable[Brought]) -> dict[str, NameClash]:
    """The plug-ins that clash with another, each with its first clash; it depends on no order."""
    claims: dict[Hashable, tuple[Thing, set[str]]] = {}
    for brought in plugins:
        for thing in brought.things:
            for claim in _claims(thing):
                claims.setdefault(claim, (thing, set()))[1].add(brought.plugin)
    contested = [
        NameClash(thing.kind, thing.name, tuple(sorted(claimants)))
        for thing, claimants in claims.values()
        if len(claimants) > 1
    ]
    found: dict[str, NameClash] = {}
    for clash in sorted(contested, key=lambda clash: (clash.kind, clash.name, clash.plugins)):
        for plugin in clash.plugins:
            if plugin != BUILTIN:
                found.setdefault(plugin, clash)
    return found


def _claims(thing: Thing) -> Iterator[Hashable]:
    """What a thing has for itself: its name; and a class of entities has one tag only, under which it is stored."""
    yield thing.kind, thing.name
    if thing.kind == KIND:
        yield KIND, thing.value
