"""Sources that cannot be read."""

from __future__ import annotations

import attrs

from oversight_core.errors.base import OversightError


@attrs.frozen
class UnknownFormat(OversightError, ValueError):
    """No reader recognises a source."""

    source: str
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"no reader recognises {self.source}; formats that can be read: {', '.join(self.known) or 'none'}"


@attrs.frozen
class AmbiguousFormat(OversightError, ValueError):
    """Several readers claim a source equally."""

    names: tuple[str, ...]
    source: str = ""

    def __str__(self) -> str:
        return f"{self.source or 'the source'} could be {' or '.join(self.names)}; name the format"


@attrs.frozen
class UnreadableSource(OversightError, ValueError):
    """Bytes that are not text, or more of them than a reader accepts."""

    source: str
    why: str

    def __str__(self) -> str:
        return f"{self.source} cannot be read: {self.why}"
