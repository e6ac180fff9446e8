"""What is stated of one inspection, held against itself: told, never repaired."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oversight_core.entities import Inspection
from oversight_core.provenance import Locator
from oversight_core.reading import Candidate, Problem


def reconcile(candidates: Iterable[Candidate], source: str) -> Iterator[Problem]:
    """Standards that do not add up, and more repeated deficiencies than there are."""
    for candidate in candidates:
        for field, say in _faults(candidate.entity):
            yield Problem("total-mismatch", f"{candidate.item}: {say}", _place(candidate, field), source)


def _faults(told: Inspection) -> Iterator[tuple[str, str]]:
    complied, deficient, inspected = told.complied_count, told.deficient_count, told.inspected_count
    if complied is not None and inspected is not None:
        rest = deficient or 0
        if complied + rest > inspected or (deficient is not None and complied + rest != inspected):
            yield "complied_count", f"{complied} standards complied with and {rest} not do not make {inspected}"
    repeated, found = told.repeat_count, told.deficiency_count
    if repeated is not None and found is not None and repeated > found:
        yield "repeat_count", f"{repeated} deficiencies of {found} are said to be repeated"
    if deficient and found is not None and found < deficient:
        yield "deficiency_count", f"{found} deficiencies are said to be in {deficient} standards"


def _place(candidate: Candidate, field: str) -> Locator | None:
    return next((excerpt.locator for excerpt in candidate.excerpts if excerpt.field == field), None)
