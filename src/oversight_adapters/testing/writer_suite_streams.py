"""Streams that a writer is given: one that only takes text, and one that fails when it has taken enough."""

from __future__ import annotations

import io
from typing import IO, Any

import attrs

from oversight_core.ports import Writer


class Paper(io.StringIO):
    """A stream that takes text and does nothing else: it cannot be read, moved in, cut or asked where it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self.parts)

    def write(self, text: str, /) -> int:
        """Take some text.  Raises `ValueError` once closed, and `TypeError` for what is no text."""
        if self.closed:
            raise ValueError("the stream is closed")
        if not isinstance(text, str):
            raise TypeError(f"a text stream takes text, not {type(text).__name__}")
        self.parts.append(text)
        return len(text)

    def _cannot(self, *_: Any) -> Any:
        raise io.UnsupportedOperation("the writer is given a stream to write to, such as a pipe, and no more")

    read = readline = readlines = seek = tell = truncate = getvalue = _cannot


class FullPaper(Paper):
    """A stream that has room for so many characters, and then fails as a full disk does."""

    def __init__(self, room: int, out: IO[str] | None = None) -> None:
        super().__init__()
        self.room, self.out = room, out

    def write(self, text: str, /) -> int:
        """Take some text, and hand it on.  Raises `OSError` where there is no room left."""
        self.room -= len(text)
        if self.room < 0:
            raise OSError(28, "no space left on device")
        if self.out is not None:
            self.out.write(text)
        return super().write(text)


@attrs.define
class WithLittleRoom:
    """A writer that is given little room."""

    writer: Writer
    room: int
    name: str = ""
    suffix: str = ""
    lossless: bool = False

    def write(self, record: Any, out: IO[str]) -> None:
        """Write until the room is used up."""
        self.writer.write(record, FullPaper(self.room, out))
