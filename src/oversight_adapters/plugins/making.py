"""Making what a descriptor describes.  Whatever goes wrong in a plug-in's factory is told by the plug-in's name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from oversight_adapters.plugins.border import shown
from oversight_adapters.plugins.bringing import sentence
from oversight_adapters.plugins.errors import BrokenPlugin
from oversight_core.errors import OversightError

T = TypeVar("T")


def made(plugin: str, what: str, make: Callable[[], T], port: type, *, passes: tuple[type[OversightError], ...]) -> T:
    """What a factory makes, where it has all that the port asks for.

    Raises `BrokenPlugin`, which names `what` could not be made; errors that it `passes` are about what the user asked.
    """
    try:
        thing = make()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # whatever a plug-in raises, also to end the program, it is named
        if isinstance(error, passes):
            raise
        raise BrokenPlugin(plugin, f"its {what} cannot be made: {sentence(error)}") from error
    if missing := _missing(thing, port):
        raise BrokenPlugin(plugin, f"its {what} is made as {shown(thing)}, {missing}")
    return thing


def named(plugin: str, what: str, name: str, thing: Any) -> None:
    """Raise `BrokenPlugin` where a thing bears another name than its descriptor."""
    if thing.name != name:
        raise BrokenPlugin(plugin, f"its {what} calls itself {shown(thing.name)}; both names must be the same")


def _missing(thing: object, port: type) -> str:
    """Why a thing is not what the port asks for; "" where it is."""
    if isinstance(thing, port):
        return ""
    parts = sorted(name for name in {*vars(port), *port.__annotations__} if not name.startswith("_"))
    lacks = [name for name in parts if not hasattr(thing, name)]
    return f"which is no {port.__name__}" + (f": it has no {', '.join(lacks)}" if lacks else "")
