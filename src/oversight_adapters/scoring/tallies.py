"""Verdicts counted: how precise, how complete, by format, kind and field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs

from oversight_adapters.scoring.score import Finding


@attrs.frozen
class Tally:
    """How many facts of one kind were right, wrong or missing; shares are None where there was nothing to judge."""

    format: str
    kind: str = ""  # "" for all
    field: str = ""  # "" for all
    right: int = 0
    wrong: int = 0
    missing: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was read and judged that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        """The share of what is labelled that was read.

        >>> Tally("x", right=49, wrong=0, missing=1).recall
        0.98
        """
        return self.right / (self.right + self.missing) if self.right + self.missing else None


def tallied(findings: Iterable[tuple[str, Finding]]) -> list[Tally]:
    """The tallies of verdicts, each with the format it is about: of each format, and of each of its fields.

    >>> [str(one.kind) for one in tallied([("x", Finding("right", "review:a/1", "type", "onsite"))])]
    ['', 'review']
    """
    counts: Counter[tuple[str, str, str, str]] = Counter()
    for format, finding in findings:
        counts[format, "", "", finding.verdict] += 1
        counts[format, finding.kind, finding.field, finding.verdict] += 1
    rows = sorted({key[:3] for key in counts})
    return [Tally(*row, *(counts[*row, verdict] for verdict in ("right", "wrong", "missing"))) for row in rows]
