"""Making what a descriptor describes.  Whatever goes wrong in a plug-in's factory is told by the plug-in's name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from oversight_adapters.plugins.blame import blamed
from oversight_adapters.plugins.border import shown
from oversight_adapters.plugins.errors import BrokenPlugin
from oversight_adapters.plugins.shelf import Shelf
from oversight_core.errors import OversightError

T = TypeVar("T")


def made(
    shelf: Shelf[Any], name: str, port: type, make: Callable[[], T], *, passes: tuple[type[OversightError], ...] = ()
) -> T:
    """What a factory makes, where it has all that the port asks for, and the name of its descriptor.

    Raises `BrokenPlugin` otherwise; errors that it `passes` are about what the user asked.
    """
    plugin, what = shelf.brought_by(name), f"its {shelf.kind} {name!r}"
    with blamed(plugin, f"{what} cannot be made", passes=passes):
        thing = make()
    if missing := _missing(thing, port):
        raise BrokenPlugin(plugin, f"{what} is made as {shown(thing)}, {missing}")
    own = getattr(thing, "name", name) if "name" in port.__annotations__ else name
    if own != name:
        raise BrokenPlugin(plugin, f"{what} calls itself {shown(own)}; both names must be the same")
    return thing


def _missing(thing: object, port: type) -> str:
    """Why a thing is not what the port asks for; "" where it is."""
    if isinstance(thing, port):
        return ""
    lacks = [name for name in parts(port) if not hasattr(thing, name)]
    return f"which is no {port.__name__}" + (f": it has no {', '.join(lacks)}" if lacks else "")


def parts(port: type) -> list[str]:
    """The names of what a port asks for, methods and attributes, in order."""
    return sorted(name for name in {*vars(port), *port.__annotations__} if not name.startswith("_"))
