"""Lines of a document: where they stand, what is left of them without marks, whether they end as sentences do."""

from __future__ import annotations

import re
from itertools import islice

from oversight_adapters.texts.sentences import sentences

_MARKERS = re.compile(r"[\s#>•·_-]*(?:\d{1,2}[.)]\s+)?")
BULLET = re.compile(r"\s*[•·-]")
FULL_STOP = re.compile(r"[.!?][\"')\]]*\s*$")
VERB = re.compile(
    r"\b(?:is|are|was|were|will|has|have|had|did|concurr?ed|responded|replied|issued|sent|agreed|accepted|rejected|conducted|"
    r"received|opened|found|determined|included|contained)\b",
    re.IGNORECASE,
)
"""A verb that a sentence of the office has, and a title or heading has not."""


def trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """A line without its markers and outer blanks."""
    first, last = start, end
    if start < end and not folded[start].isalpha() and (match := _MARKERS.match(folded, start, end)):
        first = match.end()
    while last > first and (folded[last - 1].isspace() or folded[last - 1] in "#_-"):
        last -= 1
    return first, last


def stops(folded: str, first: int, last: int) -> bool:
    """Whether a line ends as a sentence does."""
    return FULL_STOP.search(folded, max(first, last - 12), last) is not None


def is_one(folded: str, first: int, last: int) -> bool:
    """Whether a span is one sentence and not several."""
    return len(list(islice(sentences(folded, first, last), 2))) == 1
