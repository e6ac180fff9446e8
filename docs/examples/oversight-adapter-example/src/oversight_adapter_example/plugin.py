"""What this distribution brings, through the four hooks.  Nothing is imported before somebody uses it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_adapters.plugins import ReaderType, RulebookType, StoreType, WriterType, hookimpl
from oversight_core import AsOf, Reader, RuleBook, Store, Writer

from oversight_adapter_example.permits import KINDS

if TYPE_CHECKING:
    from oversight_adapters.codec import Codec


@hookimpl
def oversight_stores() -> Iterator[StoreType]:
    """`oversight list --store folder:PATH`; with the codec, so that it can hold what other plug-ins speak of."""
    yield StoreType(
        name="folder", title="a folder, one file a batch", open=_folder, takes_codec=True, exists=_is_folder
    )


@hookimpl
def oversight_readers() -> Iterator[ReaderType]:
    """`oversight read FILE` knows the register by its heading."""
    yield ReaderType(name="harbour-register", title="a harbour commission's register of permits", make=_register)


@hookimpl
def oversight_writers() -> Iterator[WriterType]:
    """`oversight export web-page`."""
    yield WriterType(name="web-page", title="one web page, a row an item", make=_page)


@hookimpl
def oversight_rulebooks() -> Iterator[RulebookType]:
    """`oversight rules show permit-validity`; and the kind of entity that the rules are about."""
    yield RulebookType(name="harbour", title="permits of a harbour commission", load=_harbour, kinds=KINDS)


def _folder(location: str, *, codec: Codec) -> Store:
    from oversight_adapter_example.folder import FolderStore

    return FolderStore(location, codec=codec)


def _is_folder(location: str) -> bool:
    return Path(location).is_dir()


def _register() -> Reader:
    from oversight_adapter_example.reader import HarbourReader

    return HarbourReader()


def _page(as_of: AsOf) -> Writer:
    from oversight_adapter_example.page import PageWriter

    return PageWriter(as_of)


def _harbour() -> RuleBook:
    from oversight_adapter_example.rules import harbour

    return harbour()
