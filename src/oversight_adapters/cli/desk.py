"""Opening the register at a store, with what is installed."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache

from oversight_adapters.cli.exits import FileFailed, WrongUse
from oversight_adapters.cli.out import tell
from oversight_adapters.plugins import Adapters, BrokenPlugin, UnknownAdapter
from oversight_adapters.plugins.blame import blamed
from oversight_core.moments import Calendars
from oversight_core.names import SEGMENT
from oversight_core.ports import FactProvider
from oversight_core.register import Register
from oversight_core.rules import RuleBook


@cache
def adapters() -> Adapters:
    """What is built in and what is installed; a plug-in that is left out is told, once."""
    found = installed()
    for broken in found.broken.values():
        tell(broken)
    return found


def installed() -> Adapters:
    """The same, and nothing is told."""
    found = Adapters()
    found.load_installed()
    return found


def exists(location: str) -> bool:
    """Whether there is a record already; where its kind of store cannot tell, it is taken to exist."""
    kind, place = _split(location)
    asked = adapters().stores[kind].exists
    if asked is None:
        return True
    with blamed(adapters().stores.brought_by(kind), f"its store {kind!r} cannot say whether {place!r} exists"):
        return bool(asked(place))


@contextmanager
def open_register(
    location: str,
    *,
    create: bool = False,
    recorder: str | None = None,
    books: Sequence[RuleBook] = (),
    calendars: Calendars | None = None,
    providers: Mapping[str, FactProvider] | None = None,
) -> Iterator[Register]:
    """The register over a store, which is closed in the end; `books` are rulebooks beside those installed.

    `calendars` and `providers` are what a register takes.  Raises `FileFailed` where there is none and none is to be
    made.
    """
    if not create and not exists(location):
        raise FileFailed(location, "not-found", "there is no such store; `oversight import FILE` makes one")
    kind, path = _split(location)
    store = adapters().open_store(kind, path)
    try:
        yield Register(
            store,
            rulebooks=[*rulebooks(), *books],
            providers=providers,
            recorder=recorder or _user(),
            calendars=calendars,
        )
    finally:
        if close := getattr(store, "close", None):  # not every store has something to close
            close()


def file_of(location: str) -> str:
    """The file of a store that is one; raises `WrongUse` for another kind."""
    kind, path = _split(location)
    if kind != "sqlite":
        raise WrongUse(f"{location} is no store in a file; name one with --store")
    return path


def place_of(location: str) -> str:
    """Where a store lies, of whatever kind; for most that is a file.  Raises `WrongUse` as for opening it."""
    return _split(location)[1]


def _split(location: str) -> tuple[str, str]:
    """The kind of store and the rest: ``NAME:LOCATION``, else a file.

    Raises `WrongUse` for what reads like the name of a store and is none that is installed.
    """
    kind, colon, rest = location.partition(":")
    if not colon or len(kind) == 1 or not SEGMENT.fullmatch(kind):  # one letter is a drive
        return "sqlite", location
    if kind not in adapters().stores:
        raise WrongUse(
            f"{UnknownAdapter('store', kind, tuple(adapters().stores))}; for a file of this name write ./{location}"
        )
    return kind, rest


def rulebooks() -> list[RuleBook]:
    """Every rulebook that is installed and can be loaded."""
    books = []
    for name in adapters().rulebooks:
        try:
            books.append(adapters().rulebook(name))
        except BrokenPlugin as broken:
            tell(broken)
    return books


def _user() -> str:
    """Who records, unless told."""
    try:
        return os.environ.get("OVERSIGHT_RECORDER") or getpass.getuser()
    except (KeyError, OSError):  # an account without a name
        return "unnamed"
