"""What a plug-in brings: its hooks are called once, and what they yield is checked before anything is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import attrs
import pluggy

from oversight_adapters.plugins import hookspecs
from oversight_adapters.plugins.blame import blamed
from oversight_adapters.plugins.border import shown
from oversight_adapters.plugins.descriptors import Descriptor, RulebookType
from oversight_adapters.plugins.errors import BrokenPlugin, NameClash
from oversight_adapters.plugins.hookspecs import HOOKS, PROJECT
from oversight_core.entities import KINDS

SHELVES = {
    "oversight_stores": "store",
    "oversight_readers": "reader",
    "oversight_writers": "writer",
    "oversight_rulebooks": "rulebook",
}
"""Each hook, and what people call one of the things that it brings."""

KIND = "entity kind"
"""What people call a kind of entities; rulebooks bring them."""

MOST = 1000  # descriptors of one hook; one that goes on for ever is stopped here


@attrs.frozen
class Thing:
    """Something that a plug-in brings: what people call it, its name, and its descriptor or class."""

    kind: str
    name: str
    value: Any


@attrs.frozen
class Brought:
    """All that one plug-in brings."""

    plugin: str
    things: tuple[Thing, ...]


def brought(name: str, plugin: object) -> Brought:
    """What a plug-in brings.

    Raises `BrokenPlugin` where it brings no hook, a hook fails or yields something else than its descriptors, and
    `NameClash` where it brings two things of one name.
    """
    things: dict[tuple[str, str], Thing] = {}
    for hook, functions in _implementations(name, plugin).items():
        for thing in _things(name, hook, functions):
            before = things.setdefault((thing.kind, thing.name), thing)
            if before is not thing and not (thing.kind == KIND and before.value is thing.value):
                raise NameClash(thing.kind, thing.name, (name,))
    return Brought(name, tuple(things.values()))


def _implementations(name: str, plugin: object) -> dict[str, list[Callable[[], Any]]]:
    """The functions of a plug-in that are marked as hooks; a misspelt one, or one with arguments, is told."""
    hooks = pluggy.PluginManager(PROJECT)  # one that nobody else sees: pluggy only finds and checks the functions
    hooks.add_hookspecs(hookspecs)
    with blamed(name):
        hooks.register(plugin, name)
        hooks.check_pending()
    callers: list[pluggy.HookCaller] = [getattr(hooks.hook, hook) for hook in HOOKS]
    found = {caller.name: [each.function for each in caller.get_hookimpls()] for caller in callers}
    if not any(found.values()):
        raise BrokenPlugin(name, f"it has none of the hooks {', '.join(HOOKS)}; mark them with hookimpl")
    return found


def _things(name: str, hook: str, functions: Iterable[Callable[[], Any]]) -> Iterator[Thing]:
    """What a hook brings: its descriptors, and the kinds that are named in them."""
    for function in functions:
        for descriptor in _yielded(name, hook, function):
            yield Thing(SHELVES[hook], descriptor.name, descriptor)
            if isinstance(descriptor, RulebookType):
                yield from _kinds(name, hook, descriptor)


def _yielded(name: str, hook: str, function: Callable[[], Any]) -> list[Descriptor]:
    """What the implementation of a hook yields, each checked to be its descriptor."""
    wanted = HOOKS[hook].__name__
    with blamed(name, f"{hook} fails"):
        found = list(islice(function(), MOST + 1))
    if len(found) > MOST:
        raise BrokenPlugin(name, f"{hook} yields more than {MOST} descriptors")
    for descriptor in found:
        if not isinstance(descriptor, HOOKS[hook]):
            raise BrokenPlugin(name, f"{hook} yields {shown(descriptor)}, which is no {wanted}")
    return found


def _kinds(name: str, hook: str, descriptor: RulebookType) -> Iterator[Thing]:
    """The kinds of a rulebook; those of the core need no proof."""
    for tag, kind in descriptor.kinds.items():
        if not (isinstance(tag, str) and KINDS.get(tag) is kind):
            from oversight_adapters.codec.kinds import check_kind, check_tag  # the codec costs more than all the rest

            with blamed(name, f"{hook} yields RulebookType {descriptor.name!r}: its kinds: {shown(tag)}"):
                check_tag(tag)
                check_kind(kind)
        yield Thing(KIND, tag, kind)
