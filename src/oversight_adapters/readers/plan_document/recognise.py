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
    r"Open\s+Recommendations\s*\(|Recommendations?\s+for\s+Executive\s+Action|"
    r"\(Recommendation\s+\d|"
    r"(?:Retention|Recommendations?|Close|Determination|Reconsideration)\s+Memo|\bconcurred\s+with|"
    r"Source\s+of\s+Position|"
    r"\bdid\s+not\s+concur|Supported\s*\n|\bClose\s+Summary",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\bGAO-\d\d-\d|\bOIG-\d\d-\d")
_TITLE = re.compile(
    r"\b(?:plan|policy|directive|strategy|standards|guidance|memorandum\s+of\s+(?:understanding|agreement))\b",
    re.IGNORECASE,
)
_CITING = re.compile(
    r"\b(?:said|says|found|finds|recommend\w{0,8}|reported|noted|see|response|responds?)\b", re.IGNORECASE
)
_ENOUGH = 2
_OF_A_PLAN = 5  # commitments of a plan that cites the report of another
_FRONT = 300  # code points in which a plan says what it is


def sureness(head: str) -> int:
    """2 where at least two commitments stand in what is read first, 1 for one or for a copier's remark, else 0.

    A text that cites a report by its number may be another's: only a plan that says so and has five commitments is one,
    and surely.
    """
    folded = fold(head)
    if _OTHERS.search(folded):
        return 0
    if number := _NUMBER.search(folded):
        titled = _TITLE.search(folded, 0, min(_FRONT, number.start())) and _CITING.search(
            folded, *_line(folded, number)
        )
        return 3 if titled and _committed(head, folded, _OF_A_PLAN) == _OF_A_PLAN else 0
    found = _committed(head, folded, _ENOUGH)
    return 2 if found == _ENOUGH else int(found > 0 or BOOK.search("copied-from", folded, 0, len(folded)) is not None)


def _line(folded: str, match: re.Match[str]) -> tuple[int, int]:
    end = folded.find("\n", match.end())
    return folded.rfind("\n", 0, match.start()) + 1, end if end >= 0 else len(folded)


def _committed(head: str, folded: str, enough: int) -> int:
    """How many commitments there are, up to so many."""
    found = 0
    for block in blocks(head, folded):
        for start, end in sentences(folded, block.start, block.end) if block.kind != "heading" else ():
            if end - start <= LONGEST_SENTENCE:
                found += sum(clause.actor is not None for clause in clauses(folded, start, end))
            if found >= enough:
                return enough
    return found
