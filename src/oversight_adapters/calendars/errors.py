"""What goes wrong where the extra `calendars` is absent."""

from __future__ import annotations

import attrs

from oversight_core.errors import OversightError


@attrs.frozen
class CalendarsNotInstalled(OversightError, ImportError):
    """A library of the extra `calendars` is not there."""

    what: str
    library: str

    def __str__(self) -> str:
        return f"{self.what} needs {self.library}; install it with: pip install 'oversight-core[calendars]'"
