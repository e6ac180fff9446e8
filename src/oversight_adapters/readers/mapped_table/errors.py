"""What can be wrong with a mapping, and with a file that is read by one."""

from __future__ import annotations

import attrs

from oversight_core.errors import OversightError
from oversight_core.reading import Problem


@attrs.frozen
class MappingFault:
    """One mistake in a mapping file: the key as one would write it, its line (0: not known), and what is wrong."""

    key: str
    why: str
    line: int = 0

    def __str__(self) -> str:
        where = f"line {self.line}, " if self.line else ""
        return f"{where}{self.key}: {self.why}" if self.key else f"{where}{self.why}"


@attrs.frozen
class DefectiveMapping(OversightError, ValueError):
    """A mapping file with mistakes in it is refused when it is loaded; every one of them is told."""

    name: str
    faults: tuple[MappingFault, ...]

    def __str__(self) -> str:
        return f"the mapping {self.name} is refused: " + "; ".join(map(str, self.faults))


@attrs.frozen
class TableRefused(OversightError, ValueError):
    """A file that does not fit its mapping is refused whole; `reasons` are the problems that forbid it."""

    source: str
    mapping: str
    reasons: tuple[Problem, ...]

    def __str__(self) -> str:
        why = "; ".join(problem.message for problem in self.reasons)
        return f"nothing of {self.source} is taken with the mapping {self.mapping}: {why}"
