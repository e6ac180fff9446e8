"""Text that does not parse."""

from __future__ import annotations

import attrs

from oversight_core.errors.base import OversightError


@attrs.frozen
class UnparsableItem(OversightError, ValueError):
    """Text that is not an item identifier."""

    text: str
    why: str

    def __str__(self) -> str:
        return f"{self.text!r} is not an item: {self.why}; write kind:issuer/report/number@addressee"


@attrs.frozen
class UnparsableMoment(OversightError, ValueError):
    """Text, or bounds, that are not a moment."""

    text: str
    why: str

    def __str__(self) -> str:
        forms = "2024-02-05, 2024-02, 2024-Q3, 2024, FY2026 or a range of two of them"
        return f"{self.text!r} is not a moment: {self.why}; write {forms}"
