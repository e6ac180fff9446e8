"""The four hooks: plural nouns without arguments; each yields descriptors."""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from oversight_adapters.plugins.descriptors import ReaderType, RulebookType, StoreType, WriterType

PROJECT = "oversight"
"""Name of the pluggy project and of the entry-point group."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def oversight_stores() -> Iterable[StoreType]:
    """Where records are kept.

    Example::

        @hookimpl
        def oversight_stores():
            yield StoreType(name="postgres", title="a PostgreSQL database", open=PostgresStore)
    """
    return ()


@hookspec
def oversight_readers() -> Iterable[ReaderType]:
    """Documents that can be read.

    Example::

        @hookimpl
        def oversight_readers():
            yield ReaderType(name="city-tracker", title="the tracker of a city comptroller", make=CityTrackerReader)
    """
    return ()


@hookspec
def oversight_writers() -> Iterable[WriterType]:
    """Documents that can be written.

    Example::

        @hookimpl
        def oversight_writers():
            yield WriterType(name="minutes", title="minutes of a meeting", make=MinutesWriter)
    """
    return ()


@hookspec
def oversight_rulebooks() -> Iterable[RulebookType]:
    """Rules of a body or programme.

    Example::

        @hookimpl
        def oversight_rulebooks():
            yield RulebookType(name="city", title="follow-up of a city auditor", load=city_rulebook)
    """
    return ()


HOOKS = {
    "oversight_stores": StoreType,
    "oversight_readers": ReaderType,
    "oversight_writers": WriterType,
    "oversight_rulebooks": RulebookType,
}
"""Each hook and what it yields."""
