"""How surely a text is a plan or policy: somebody is committed in it, and it is no document of another format."""

from __future__ import annotations

import re

from oversight_adapters.readers.plan_document.clauses import clauses
from oversight_adapters.readers.plan_document.commitments import LONGEST_SENTENCE
from oversight_adapters.readers.plan_document.layout import blocks
from oversight_adapters.readers.plan_document.phrases import BOOK
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.sentences import sentences

_OTHERS = re.compile(
    r"Open\s+Recommendations\s*\(|\bGAO-\d\d-\d|\bOIG-\d\d-\d|Recommendations?\s+for\s+Executive\s+Action|"
    r"\(Recommendation\s+\d|"
    r"(?:Retention|Recommendations?|Close|Determination|Reconsideration)\s+Memo|\bconcurred\s+with|"
    r"Source\s+of\s+Position|"
    r"\bdid\s+not\s+concur|Supported\s*\n|\bClose\s+Summary",
    re.IGNORECASE,
)
_ENOUGH = 2


def sureness(head: str) -> int:
    """2 where at least two commitments stand in what is read first, 1 for one or for a copier's remark, else 0."""
    folded = fold(head)
    if _OTHERS.search(folded):
        return 0
    found = 0
    for block in blocks(head, folded):
        for start, end in sentences(folded, block.start, block.end) if block.kind != "heading" else ():
            if end - start <= LONGEST_SENTENCE:
                found += sum(clause.actor is not None for clause in clauses(folded, start, end))
            if found >= _ENOUGH:
                return 2
    return int(found > 0 or BOOK.search("copied-from", folded, 0, len(folded)) is not None)
