"""What goes wrong with tables of names."""

from __future__ import annotations

import attrs

from oversight_core.errors import OversightError


@attrs.frozen
class DefectiveNames(OversightError, ValueError):
    """A table of names has mistakes; `faults` are all of them."""

    name: str
    faults: tuple[str, ...]

    def __str__(self) -> str:
        return f"the table of names {self.name} has {len(self.faults)} mistakes: {'; '.join(self.faults)}"


@attrs.frozen
class MatchingNotInstalled(OversightError, ImportError):
    """The library of the extra `matching` is not there."""

    what: str
    library: str

    def __str__(self) -> str:
        return f"{self.what} needs {self.library}; install it with: pip install 'oversight-core[matching]'"
