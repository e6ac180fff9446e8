"""What this distribution brings, told as any other plug-in would tell it.  Nothing is imported before it is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_adapters.plugins.descriptors import ReaderType, RulebookType, StoreType, WriterType
from oversight_adapters.plugins.formats import FORMATS
from oversight_adapters.plugins.hookspecs import hookimpl
from oversight_core.entities import KINDS
from oversight_core.moments import AsOf
from oversight_core.ports import Store, Writer

if TYPE_CHECKING:
    from oversight_adapters.codec import Codec
    from oversight_core.rules import RuleBook


@hookimpl
def oversight_stores() -> Iterator[StoreType]:
    """The reference in memory, and one file."""
    yield StoreType(
        name="memory", title="in memory, gone with the program", open=_memory, takes_codec=True, exists=_nowhere
    )
    yield StoreType(name="sqlite", title="one file, SQLite", open=_sqlite, takes_codec=True, exists=_is_there)


@hookimpl
def oversight_readers() -> Iterator[ReaderType]:
    """Every format that has a row."""
    for format in FORMATS:
        yield format.told()


@hookimpl
def oversight_writers() -> Iterator[WriterType]:
    """One that loses nothing, one to read, one for a spreadsheet, one in the form of an office's own summaries."""
    yield WriterType(
        name="jsonlines",
        title="every entry, one a line; loses nothing",
        make=_jsonlines,
        dated=False,
        takes_codec=True,
    )
    yield WriterType(name="markdown", title="a report whose excerpts are footnotes", make=_markdown)
    yield WriterType(name="csv", title="one row an item, for a spreadsheet", make=_csv)
    yield WriterType(name="summary", title="summaries in the form of DHS's civil-rights office", make=_summary)


@hookimpl
def oversight_rulebooks() -> Iterator[RulebookType]:
    """The canonical tables, with the kinds of the core, and the bodies that come with it."""
    from oversight_core.rulebooks import BUILTIN

    for book in BUILTIN:
        kinds = KINDS if book.name == "canonical" else {}
        yield RulebookType(name=book.name, title=book.title, load=_given(book), kinds=kinds)


def _given(book: RuleBook) -> Callable[[], RuleBook]:
    return lambda: book


def _memory(location: str, *, codec: Codec | None = None) -> Store:
    from oversight_adapters.codec import CODEC
    from oversight_adapters.stores.memory import MemoryStore

    return MemoryStore(codec=codec or CODEC)


def _nowhere(location: str) -> bool:
    return False  # no record in memory is older than the program


def _sqlite(location: str, *, codec: Codec | None = None) -> Store:
    from oversight_adapters.codec import CODEC
    from oversight_adapters.stores.sqlite import SqliteStore

    return SqliteStore(location, codec=codec or CODEC)


def _is_there(location: str) -> bool:
    return Path(location).exists()


def _jsonlines(as_of: AsOf, *, codec: Codec | None = None) -> Writer:
    from oversight_adapters.codec import CODEC
    from oversight_adapters.writers.jsonlines import JsonLinesWriter

    return JsonLinesWriter(codec or CODEC)


def _markdown(as_of: AsOf) -> Writer:
    from oversight_adapters.writers.markdown import MarkdownWriter

    return MarkdownWriter(as_of)


def _csv(as_of: AsOf) -> Writer:
    from oversight_adapters.writers.csv import CsvWriter

    return CsvWriter(as_of)


def _summary(as_of: AsOf) -> Writer:
    from oversight_adapters.writers.summary import SummaryWriter

    return SummaryWriter(as_of)
