"""A plan: what an import would write, before it is written."""

from __future__ import annotations

import attrs

from oversight_core.ledger import Entry, Registered, Reported
from oversight_core.names import Item
from oversight_core.reading import Problem


@attrs.frozen
class Plan:
    """The batch a reading would write, with the revisions it was made at, and what it leaves out.

    `known` counts entries that the record holds already; `unmapped` lists labels that no installed vocabulary maps:
    they are written, kept raw, and never change a status.
    """

    batch: tuple[tuple[Item, int, tuple[Entry, ...]], ...] = ()
    known: int = 0
    source: str = ""
    format: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry of the batch."""
        return tuple(entry for _, _, entries in self.batch for entry in entries)

    @property
    def unmapped(self) -> tuple[Reported, ...]:
        """Reports under labels without a mapping."""
        return tuple(entry for entry in self.entries if isinstance(entry, Reported) and not entry.status)

    def __str__(self) -> str:
        head = f"{len(self.entries)} entries about {len(self.batch)} items; {self.known} known already"
        lines = [f"  {item}: " + ", ".join(_line(entry) for entry in entries) for item, _, entries in self.batch]
        return "\n".join([head, *lines])


def _line(entry: Entry) -> str:
    if isinstance(entry, Registered):
        return f"describes {', '.join(entry.fields) or 'it'}"
    if isinstance(entry, Reported):
        return f"reports {entry.axis} {entry.status}" if entry.status else f"keeps the unknown label {entry.label!r}"
    return type(entry).__name__.lower()
