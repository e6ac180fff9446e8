"""Statements on inspections by the Office of Detention Oversight, in any running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from oversight_adapters.readers.accounting import account
from oversight_adapters.readers.odo_inspection.compared import compared
from oversight_adapters.readers.odo_inspection.dossiers import Dossiers, Sentence
from oversight_adapters.readers.odo_inspection.other_times import tells_when
from oversight_adapters.readers.odo_inspection.phrases import BOOK
from oversight_adapters.readers.odo_inspection.phrases.deficiencies import DEFICIENT
from oversight_adapters.readers.odo_inspection.phrases.labels import COUNTS
from oversight_adapters.readers.odo_inspection.phrases.standards import STANDARDS_MET
from oversight_adapters.readers.odo_inspection.reconcile import reconcile
from oversight_adapters.readers.odo_inspection.slots import NUMBER
from oversight_adapters.readers.odo_inspection.statements import statements
from oversight_adapters.readers.odo_inspection.title import title
from oversight_adapters.texts.blanks import second
from oversight_adapters.texts.documents import glance
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.layers import in_place
from oversight_adapters.texts.sentences import sentences
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Problem, Reading, Text

LONGEST = 2_000_000  # code points; an inspection report is some tens of thousands
LONGEST_SENTENCE = 4_000
_OFFICE = re.compile(r"Office\s+of\s+Detention\s+Oversight|\bODO\b")
_OTHERS = re.compile(
    r"Office\s+for\s+Civil\s+Rights\s+and\s+Civil\s+Liberties|Government\s+Accountability\s+Office|Inspector\s+General"
)
_LEADER = re.compile(r"\.{5,}+")
_ITEM = re.compile(rf";\s{{1,9}}(?={NUMBER})")
_NUMBER = re.compile(NUMBER)
_STATES = tuple(row.name for row in (*DEFICIENT, *STANDARDS_MET, *COUNTS) if row.name != "reviewed")


class OdoInspectionReader:
    """Reads what is stated of inspections: their numbers, standards and deficiencies, and corrective plans.

    >>> from oversight_core.provenance import Source
    >>> words = "Inspection 2024-002-330: ODO identified six deficiencies in four standards."
    >>> found = OdoInspectionReader().read(Text(Source.of(words.encode()), words)).candidates[0]
    >>> str(found.item), found.entity.deficiency_count, found.entity.deficient_count
    ('inspection:odo/2024-002-330', 6, 4)
    """

    name = "odo-inspection"
    phrasebook = BOOK

    def recognise(self, source: Source) -> int:
        """3 where the office is named with what it found, and no other body is; less for less."""
        folded = fold(glance(source))
        if not _OFFICE.search(folded):
            return 0
        states = any(BOOK.search(row, folded, 0, len(folded)) for row in _STATES)
        numbered = BOOK.search("number", folded, 0, len(folded)) is not None
        if _OTHERS.search(folded):
            return int(states and numbered)
        return 1 + states + numbered if states or numbered else 0

    def read(self, text: Text) -> Reading:
        """Everything that is stated, with its words."""
        return in_place(text, self._read, blanks=second)

    def value(self, excerpt: Excerpt) -> Any:
        """What the phrasebook row named by an excerpt makes of its words alone."""
        return BOOK.value(excerpt)

    def _read(self, text: Text) -> Reading:
        content, digest = text.content[:LONGEST], text.source.digest
        folded = fold(content)
        dossiers = Dossiers(content, digest, tuple(_said(folded)))
        dossiers.compare(compared(folded))
        candidates = tuple(dossiers.candidates())
        excerpts = [excerpt for candidate in candidates for excerpt in candidate.excerpts]
        told = account(content, folded, excerpts, source=digest)
        problems = [*dossiers.problems, *reconcile(candidates, digest)]
        if len(text.content) > LONGEST:
            say = f"only the first {LONGEST:,} of {len(text.content):,} characters were read"
            problems.append(Problem("too-long", say, None, digest))
        if not candidates:
            problems.append(Problem("nothing-recognised", "nothing is stated of an inspection", None, digest))
        return Reading(candidates, tuple(problems), told.unaccounted, text.source, self.name, told.telling)


def _sentences(folded: str) -> Iterator[tuple[int, int]]:
    """Sentences; the lines of a table of contents, between dots that lead to a page; items that begin with a number."""
    for start, end in sentences(folded):
        for cut in (_ITEM if _NUMBER.match(folded, start, end) else _LEADER).finditer(folded, start, end):
            yield start, cut.start()
            start = cut.end()
        yield start, end


def _said(folded: str) -> Iterator[Sentence]:
    """Every sentence of which something is said, with the number of its paragraph."""
    paragraph, last = 0, 0
    if front := title(folded):
        statement, start, end = front
        yield Sentence((start, end), -1, (statement,))
    for start, end in _sentences(folded):
        paragraph += folded.count("\n", last, start) > 1
        last = end
        if end - start > LONGEST_SENTENCE:
            continue
        found = statements(folded, start, end)
        if found or tells_when(folded, start, end):
            yield Sentence((start, end), paragraph, tuple(found))
