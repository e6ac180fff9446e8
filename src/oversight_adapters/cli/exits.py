"""What `oversight` returns, and which error means which."""

from __future__ import annotations

import attrs

from oversight_adapters.codec import DecodeError
from oversight_adapters.plugins import BrokenPlugin
from oversight_core.errors import Conflict, OversightError, StoreFailed, UnreadableSource

DONE = 0
PROBLEMS = 1  # and only where asked to be strict, or where the answer is no
WRONG_USE = 2
FAILED = 3

FAILURES = (StoreFailed, Conflict, UnreadableSource, BrokenPlugin, DecodeError)
"""Errors of the world; every other error of ours is wrong use."""


@attrs.frozen
class WrongUse(OversightError, ValueError):
    """Something on the command line that cannot be; `choices` are what could be meant instead, a line each."""

    why: str
    choices: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.why


@attrs.frozen
class FileFailed(OversightError):
    """A file that cannot be opened, read or written; `code` is a stable word for it."""

    name: str
    code: str
    why: str

    def __str__(self) -> str:
        return f"{self.name}: {self.why}"


def code_of(error: OversightError) -> int:
    """The exit code of an error."""
    return FAILED if isinstance(error, (*FAILURES, FileFailed)) else WRONG_USE
