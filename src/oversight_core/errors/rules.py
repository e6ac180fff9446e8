"""Rules: tables, vocabularies and rulebooks that are not there or do not hold together."""

from __future__ import annotations

from datetime import date
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


@attrs.frozen
class UnknownCalendar(OversightError, KeyError):
    """A clock names a calendar that nobody brought."""

    name: str
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        known = ", ".join(self.known) or "none"
        return f"no calendar {self.name!r} is given; given: {known}; 'us-federal' comes with the extra `calendars`"


@attrs.frozen
class OutsideCalendar(OversightError, ValueError):
    """A calendar does not know a day, or has no open day near it."""

    name: str
    day: date

    def __str__(self) -> str:
        return f"the calendar {self.name!r} does not reach from {self.day} to the day that is asked for"


@attrs.frozen
class StandardsNotOrdered(OversightError, TypeError):
    """Two standards of belief are held against each other, and no source ranks them."""

    one: str
    other: str

    def __str__(self) -> str:
        return f"{self.one!r} and {self.other!r} are not ranked by any source; name the pairs that suffice instead"


@attrs.frozen
class UnknownProjection(OversightError, KeyError):
    """A status that a rulebook has no word for."""

    rulebook: str
    axis: str
    status: str

    def __str__(self) -> str:
        return f"{self.rulebook!r} has no word for {self.axis} {self.status!r}"


@attrs.frozen
class UnknownLabel(OversightError, KeyError):
    """A label that no vocabulary of a rulebook has."""

    rulebook: str
    label: str

    def __str__(self) -> str:
        return f"no vocabulary of {self.rulebook!r} has the label {self.label!r}; it is kept as it stands"
