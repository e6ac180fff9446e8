"""Never run, only type-checked: classes that know nothing of ours satisfy the ports by their shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO, Any

from oversight_core import (
    Capabilities,
    Excerpt,
    Item,
    Reader,
    Reading,
    Receipt,
    Recorded,
    Source,
    Store,
    Text,
    Verdict,
    Writer,
)
from oversight_core.ports import Batch


class MyStore:
    def __init__(self) -> None:
        self.capabilities = Capabilities(durable=True)

    def append(self, batch: Batch, *, recorder: str) -> Receipt:
        raise NotImplementedError

    def history(self, item: Item) -> list[Recorded]:
        raise NotImplementedError

    def scan(self, after: int = 0) -> Iterator[Recorded]:
        raise NotImplementedError

    def verify(self, against: Receipt | None = None) -> Verdict:
        raise NotImplementedError

    def dispose(self, item: Item, revisions: Sequence[int], authority: str, *, expected: int, recorder: str) -> Receipt:
        raise NotImplementedError


class MyReader:
    name = "my-format"

    def recognise(self, source: Source) -> int:
        return 3 if source.content.startswith(b"MINE") else 0

    def read(self, text: Text) -> Reading:
        return Reading(source=text.source, format=self.name)

    def value(self, excerpt: Excerpt) -> Any:
        return excerpt.words


class MyWriter:
    name = "mine"
    suffix = ".mine"
    lossless = False

    def write(self, record: Any, out: IO[str]) -> None:
        out.write("mine\n")


store: Store = MyStore()
reader: Reader = MyReader()
writer: Writer = MyWriter()
