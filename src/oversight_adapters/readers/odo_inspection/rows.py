"""Rows by what they tell of: one inspection or many, the one at hand or another, all of it or a part."""

from __future__ import annotations

import re

from oversight_adapters.readers.odo_inspection.phrases import PHRASES
from oversight_adapters.readers.odo_inspection.phrases.deficiencies import DEFICIENT
from oversight_adapters.readers.odo_inspection.phrases.labels import LABELS
from oversight_adapters.readers.odo_inspection.phrases.repeats import REPEATED
from oversight_adapters.readers.odo_inspection.phrases.standards import STANDARDS_MET
from oversight_adapters.readers.odo_inspection.slots import NUMBER
from oversight_adapters.readers.words.states import STATE

COUNTS_OF_ONE = frozenset(row.name for row in (*LABELS, *DEFICIENT, *STANDARDS_MET) if "repeat" not in row.name)
OF_ONE = COUNTS_OF_ONE | {"visit", "visit-titled", "visited-days"}
"""Rows that tell of the inspection at hand only where the sentence is about no other, and not about many."""
FOUND_REPEATS = frozenset({"found-repeats", "repeats-found", "having-repeats"})
"""Rows of repeated deficiencies that stand alone."""
FOUND_AGAIN = frozenset(row.name for row in REPEATED)
"""Rows of what was found before, and is found again at hand."""
AGAIN = frozenset({"went-to", "went-to-deficiencies", "went-to-standards", "rose-to", "label-found"})
"""Rows that say again, beside another inspection or below a table, what sentences say."""
AT_HAND = AGAIN - {"label-found"} | {"plan", "plan-passive", "label-plan", "operates"}
"""Rows that name an earlier inspection and tell of the one at hand: what came of the plan, what it went to.

And what a facility operates under, whoever was there before.
"""
GATES = tuple(
    (re.compile(pattern, re.IGNORECASE), frozenset(rows))
    for pattern, rows in (
        (NUMBER, (row.name for row in PHRASES if "number" in row.name)),
        (rf",\s{{0,3}}{STATE}", ("facility-of-place", "visit-of-place")),
        (
            r"\b(?:inspected|found\s+to|complied|compliant|in\s+compliance|deficient|noncompliant)\b",
            ("facility-complied",),
        ),
    )
)
"""What stands somewhere in what some rows read that may begin with any name."""
