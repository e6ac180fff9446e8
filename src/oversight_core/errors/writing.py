"""Batches that a store does not accept."""

from __future__ import annotations

from typing import Any

import attrs

from oversight_core.errors.base import OversightError


@attrs.frozen
class Conflict(OversightError):
    """Somebody else wrote first: every item of the batch that is not at its expected revision."""

    stale: tuple[tuple[Any, int, int], ...]  # (item, expected revision, actual revision)

    def __str__(self) -> str:
        where = ", ".join(f"{item} (expected revision {want}, found {found})" for item, want, found in self.stale)
        return f"nothing was written, the record has moved on: {where}; read again and retry"


@attrs.frozen
class CannotRetract(OversightError, ValueError):
    """A revision that does not exist, is itself a retraction or disposal, or is retracted already."""

    item: Any
    revision: int
    why: str

    def __str__(self) -> str:
        return f"revision {self.revision} of {self.item} cannot be retracted: {self.why}"


@attrs.frozen
class InvalidBatch(OversightError, ValueError):
    """A batch that no store accepts, such as one that names an item twice."""

    item: Any
    why: str

    def __str__(self) -> str:
        return f"nothing was written, the batch is not valid at {self.item}: {self.why}"


@attrs.frozen
class UnknownBatch(OversightError, KeyError):
    """No batch with anything left to undo starts at a position."""

    batch: int

    def __str__(self) -> str:
        return f"no import {self.batch} is in the record, or all of it is retracted already; nothing was written"
