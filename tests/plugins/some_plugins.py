"""Plug-ins for the tests: one whole, and one for each way in which a plug-in can be broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from oversight_adapters.plugins import ReaderType, StoreType, WriterType, hookimpl
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Reading, Text


class SureReader:
    """A reader that is as sure of everything as it is told to be."""

    def __init__(self, name: str, level: int = 3) -> None:
        self.name, self.level = name, level

    def recognise(self, source: Source) -> int:
        return self.level

    def read(self, text: Text) -> Reading:
        return Reading(source=text.source, format=self.name)

    def value(self, excerpt: Excerpt) -> Any:
        return excerpt.words


class Brings:
    """A plug-in that brings the readers it is made with."""

    def __init__(self, *readers: SureReader) -> None:
        self.readers = readers

    @hookimpl
    def oversight_readers(self) -> Iterator[ReaderType]:
        for reader in self.readers:
            yield ReaderType(name=reader.name, title="a test", make=lambda reader=reader: reader)


class Hooked:
    """A plug-in whose hooks are these functions."""

    def __init__(self, **hooks: Callable[[], Any]) -> None:
        for name, hook in hooks.items():
            setattr(self, name, hookimpl(hook))


class BringsAStoreAndAWriter:
    @hookimpl
    def oversight_stores(self) -> Iterator[StoreType]:
        yield StoreType(name="shelf", title="a paper shelf", open=lambda location: None)  # type: ignore[arg-type,return-value]

    @hookimpl
    def oversight_writers(self) -> Iterator[WriterType]:
        yield WriterType(name="minutes", title="minutes", make=lambda as_of: None)  # type: ignore[arg-type,return-value]


class FailsInItsHook:
    @hookimpl
    def oversight_readers(self) -> Iterator[ReaderType]:
        yield ReaderType(name="before-the-fall", title="never seen", make=lambda: SureReader("before-the-fall"))
        raise RuntimeError("no licence\nfound")


class YieldsSomethingElse:
    @hookimpl
    def oversight_readers(self) -> Iterator[Any]:
        yield "a reader"


class YieldsAnotherDescriptor:
    @hookimpl
    def oversight_writers(self) -> Iterator[Any]:
        yield ReaderType(name="misplaced", title="a reader", make=lambda: SureReader("misplaced"))


class MisspellsAHook:
    @hookimpl
    def oversight_reader(self) -> Iterator[ReaderType]:
        yield ReaderType(name="typo", title="a reader", make=lambda: SureReader("typo"))


class WantsAnArgument:
    @hookimpl
    def oversight_readers(self, source: Any) -> Iterator[ReaderType]:
        yield ReaderType(name="greedy", title="a reader", make=lambda: SureReader("greedy"))


class HasNoHook:
    def oversight_readers(self) -> Iterator[ReaderType]:
        yield ReaderType(name="unmarked", title="a reader", make=lambda: SureReader("unmarked"))


class NamesBadly:
    @hookimpl
    def oversight_readers(self) -> Iterator[ReaderType]:
        yield ReaderType(name="Not A Slug", title="a reader", make=lambda: SureReader("x"))


class HidesEverything:
    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(name)


class ListsNothing:
    def __dir__(self) -> list[str]:
        raise RuntimeError("nothing to see")


class ForgetsAField:
    @hookimpl
    def oversight_readers(self) -> Iterator[ReaderType]:
        yield ReaderType(name="half", title="half a reader")  # type: ignore[call-arg]


BROKEN = (
    HidesEverything,
    ListsNothing,
    ForgetsAField,
    FailsInItsHook,
    YieldsSomethingElse,
    YieldsAnotherDescriptor,
    MisspellsAHook,
    WantsAnArgument,
    HasNoHook,
    NamesBadly,
)
