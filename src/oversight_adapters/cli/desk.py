"""Opening the register at a store, with what is installed."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from oversight_adapters.cli.exits import FileFailed, WrongUse
from oversight_adapters.cli.out import tell
from oversight_adapters.plugins import Adapters, BrokenPlugin
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
    """Whether there is a store already; one that is no file is taken to exist."""
    kind, path = _split(location)
    return kind != "sqlite" or Path(path).exists()


@contextmanager
def open_register(
    location: str, *, create: bool = False, recorder: str | None = None, books: Sequence[RuleBook] = ()
) -> Iterator[Register]:
    """The register over a store, which is closed in the end; `books` are rulebooks beside those installed.

    Raises `FileFailed` where there is none and none is to be made.
    """
    if not create and not exists(location):
        raise FileFailed(location, "not-found", "there is no such store; `oversight import FILE` makes one")
    kind, path = _split(location)
    store = adapters().open_store(kind, path)
    try:
        yield Register(store, rulebooks=[*rulebooks(), *books], recorder=recorder or _user())
    finally:
        if close := getattr(store, "close", None):  # not every store has something to close
            close()


def file_of(location: str) -> str:
    """The file of a store that is one; raises `WrongUse` for another kind."""
    kind, path = _split(location)
    if kind != "sqlite":
        raise WrongUse(f"{location} is no store in a file; name one with --store")
    return path


def _split(location: str) -> tuple[str, str]:
    """The kind of store and the rest: ``NAME:LOCATION`` where NAME is a store that is installed, else a file."""
    kind, colon, rest = location.partition(":")
    return (kind, rest) if colon and kind in adapters().stores else ("sqlite", location)


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
