"""Questions about what is not there."""

from __future__ import annotations

from typing import Any

import attrs

from oversight_core.errors.base import OversightError


@attrs.frozen
class UnknownGrouping(OversightError, KeyError):
    """Nothing is counted by that."""

    by: str
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"nothing can be counted by {self.by!r}; count by {', '.join(self.known)}"


@attrs.frozen
class UnknownItem(OversightError, KeyError):
    """An item of which the record knows nothing."""

    item: Any
    near: tuple[str, ...] = ()

    def __str__(self) -> str:
        hint = f"; did you mean {', '.join(self.near)}?" if self.near else ""
        return f"the record holds nothing about {self.item}{hint}"


@attrs.frozen
class NoDay(OversightError, ValueError):
    """A deadline is asked for without a day."""

    def __str__(self) -> str:
        return "a deadline is asked for at a day; give one, such as AsOf('2024-03-01')"
