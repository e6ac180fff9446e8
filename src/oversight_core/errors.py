"""Every error the core raises.

Errors are for misuse and for the world failing; a move that the rules do not allow and a problem in a document are
*values*, not errors.  Each error is frozen and carries data, compares by that data, and prints one sentence: what,
where, what to do.
"""

from __future__ import annotations

from typing import Any

import attrs


class OversightError(Exception):
    """Base of every error of this library; subclasses are frozen attrs classes."""

    def _data(self) -> tuple[Any, ...]:
        return tuple(getattr(self, field.name) for field in attrs.fields(type(self)))  # type: ignore[arg-type]  # every subclass is attrs

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        assert isinstance(other, OversightError)
        return self._data() == other._data()

    def __hash__(self) -> int:
        return hash((type(self), repr(self._data())))

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), self._data())


# -- values that do not parse ------------------------------------------------------------------------------------


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


# -- rules -------------------------------------------------------------------------------------------------------


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
class UnknownGrouping(OversightError, KeyError):
    """Nothing is counted by that."""

    by: str
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"nothing can be counted by {self.by!r}; count by {', '.join(self.known)}"


# -- the ledger and its stores ------------------------------------------------------------------------------------


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


@attrs.frozen
class UnknownItem(OversightError, KeyError):
    """An item of which the record knows nothing."""

    item: Any
    near: tuple[str, ...] = ()

    def __str__(self) -> str:
        hint = f"; did you mean {', '.join(self.near)}?" if self.near else ""
        return f"the record holds nothing about {self.item}{hint}"


@attrs.frozen
class StoreFailed(OversightError):
    """A store could not do its work; the base of what can go wrong with one."""

    location: str
    why: str

    def __str__(self) -> str:
        return f"the store {self.location} failed: {self.why}"


@attrs.frozen
class StoreLocked(StoreFailed):
    """Another process holds the store."""

    def __str__(self) -> str:
        return f"the store {self.location} is locked by another program ({self.why}); try again when it is done"


@attrs.frozen
class StoreReadOnly(StoreFailed):
    """The store cannot be written."""

    def __str__(self) -> str:
        return f"the store {self.location} cannot be written ({self.why}); nothing was changed"


@attrs.frozen
class StoreFull(StoreFailed):
    """No room is left."""

    def __str__(self) -> str:
        return f"no room is left for the store {self.location} ({self.why}); nothing was written"


@attrs.frozen
class ForeignFile(StoreFailed):
    """The file exists but is not a store of ours."""

    def __str__(self) -> str:
        return f"{self.location} is not an oversight store ({self.why}); name another file with --store"


@attrs.frozen
class NewerStore(StoreFailed):
    """A later version of the library wrote the file."""

    def __str__(self) -> str:
        return f"the store {self.location} was written by a newer version ({self.why}); upgrade this library to open it"


@attrs.frozen
class CorruptStore(StoreFailed):
    """The file is damaged."""

    def __str__(self) -> str:
        return f"the store {self.location} is damaged ({self.why}); restore a backup, then run verify"


# -- reading -------------------------------------------------------------------------------------------------------


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
