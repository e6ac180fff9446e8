"""What does not fit: values that cannot be written, and stored data that cannot be read."""

from __future__ import annotations

from typing import Any

import attrs

from oversight_core.errors import OversightError


def shown(value: Any) -> str:
    """A value as a message shows it: short, whatever it is.

    >>> shown("x" * 100)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"
    """
    try:
        text = repr(value)
    except Exception:  # a value whose repr fails must not hide what is wrong with it
        text = f"a {type(value).__name__}"
    return text if len(text) <= 40 else text[:37] + "…"


@attrs.frozen
class DecodeError(OversightError, ValueError):
    """Stored or imported data that is not what its tag says.  `path` is where, from ``$``."""

    path: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"cannot be read at {self.path}: expected {self.expected}, found {self.found}; nothing was taken from it"


@attrs.frozen
class EncodeError(OversightError, ValueError):
    """A value that could not be read back equal, and so is not written.  `path` is where, from ``$``."""

    path: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"cannot be written at {self.path}: expected {self.expected}, found {self.found}"


class Unfit(ValueError):
    """Raised inside the codec; `steps` collects the way to the value, innermost first, as it rises."""

    def __init__(self, expected: str, found: Any) -> None:
        super().__init__(expected)
        self.expected = expected
        self.found = shown(found)
        self.steps: list[str] = []

    def under(self, step: str) -> Unfit:
        """The same, one level further out."""
        self.steps.append(step)
        return self

    @property
    def path(self) -> str:
        """The way from the whole to the value."""
        return "$" + "".join(reversed(self.steps))
