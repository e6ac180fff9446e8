"""What is raised where a law is broken: which law, at which row, and what to do."""

from __future__ import annotations

from collections import Counter

import attrs

from oversight_core.errors import OversightError

SHOWN = 3
"""How many breaches of one law are printed."""


@attrs.frozen
class Breach:
    """A law, the row or question where it does not hold, and what to do."""

    law: str
    where: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.law}: {self.where}; {self.remedy}"


@attrs.frozen
class LawBroken(OversightError, AssertionError):
    """What was checked does not keep its laws; every breach that was found is in it."""

    name: str
    breaches: tuple[Breach, ...]

    @property
    def laws(self) -> frozenset[str]:
        """The names of the laws that are broken."""
        return frozenset(breach.law for breach in self.breaches)

    def __str__(self) -> str:
        lines = [f"{self.name} breaks {', '.join(sorted(self.laws))}"]
        for law, found in Counter(breach.law for breach in self.breaches).items():
            lines += [f"- {breach}" for breach in self.breaches if breach.law == law][:SHOWN]
            if found > SHOWN:
                lines.append(f"  and {found - SHOWN} more of {law}")
        return "\n".join(lines)
