"""Rules: tables, vocabularies and rulebooks that are not there or do not hold together."""

from __future__ import annotations

from typing import Any

import attrs

from oversight_core.errors.base import OversightError


@attrs.frozen
class UnknownLifecycle(OversightError, KeyError):
    """A step names a table (or a version of it) that is not installed."""

    name: str
    version: str = ""

    def __str__(self) -> str:
        return f"no lifecycle {self.name!r} {self.version} is installed; install or pass the rulebook that brings it"


@attrs.frozen
class UnknownRule(OversightError, KeyError):
    """A step that its own table, in its own version, does not have."""

    lifecycle: str
    version: str
    source: str
    event: str

    def __str__(self) -> str:
        row = f"{self.event!r} from {self.source!r}"
        return f"lifecycle {self.lifecycle!r} {self.version} has no row {row}; give a changed table a new version"


@attrs.frozen
class UnknownRulebook(OversightError, KeyError):
    """A rulebook name that nobody brought."""

    name: str
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"no rulebook {self.name!r} is installed; installed: {', '.join(self.known) or 'none'}"


@attrs.frozen
class UnknownAxis(OversightError, KeyError):
    """An axis that no installed lifecycle governs."""

    axis: str
    known: tuple[str, ...] = ()
    kind: str = ""

    def __str__(self) -> str:
        whose = f" of a {self.kind}" if self.kind else ""
        return f"no table governs the axis {self.axis!r}{whose}; axes{whose}: {', '.join(self.known) or 'none'}"


@attrs.frozen
class DefectiveLifecycle(OversightError, ValueError):
    """A table with defects is refused on load."""

    name: str
    defects: tuple[Any, ...]

    def __str__(self) -> str:
        return f"lifecycle {self.name!r} is refused: " + "; ".join(str(defect) for defect in self.defects)


@attrs.frozen
class DefectiveVocabulary(OversightError, ValueError):
    """A vocabulary whose rows do not hold together is refused on load."""

    name: str
    faults: tuple[str, ...]

    def __str__(self) -> str:
        return f"vocabulary {self.name!r} is refused: " + "; ".join(self.faults)


@attrs.frozen
class DefectiveRulebook(OversightError, ValueError):
    """A rulebook whose parts do not fit one another is refused on load."""

    name: str
    faults: tuple[str, ...]

    def __str__(self) -> str:
        return f"rulebook {self.name!r} is refused: " + "; ".join(self.faults)
