"""Which counts of a sentence are positions on the recommendations of the main memo, and which may be something else."""

from __future__ import annotations

import re

from oversight_adapters.readers.crcl_summary.dossier import Dossier
from oversight_adapters.readers.crcl_summary.page import Page, Said, Sentence
from oversight_adapters.readers.crcl_summary.vocabulary import EARLIER
from oversight_adapters.readers.words import dates
from oversight_adapters.readers.words.components import COMPONENT
from oversight_adapters.readers.words.numbers import COUNT

COUNTS = ("concurred", "partially_concurred", "non_concurred")
UNSPOKEN = frozenset(
    "were-concurred were-plainly-concurred were-partially-concurred were-not-concurred concurrence-with "
    "partial-concurrence-with non-concurrence-with label-concurred label-partially label-not concurrences "
    "partial-concurrences non-concurrences respectively".split()
)
"""Rows of which nobody is the subject."""

_UNCLEAR = re.compile(
    rf"(?:(?:^|\n)\s*(?:of|for|among|as\s+to)|\bon)\s+(?:the\s+)?{COUNT}\s+(?:\w+\s+)?recommendations?\s+"
    r"(?:concerning|regarding|relat|about|on|in|pertaining|involving)|"
    r"\b(?:neither|nor|at\s+first|reversed|instead\s+of|would|asked)\b|"
    r"\b(?:concern|relat|involv|address|pertain)\w*\s[^.;]{0,80}[;,][^.;]{0,60}\bof\s+(?:those|these|which)\b(?!\s+recomm)|"
    r"\brecommendations?\s+(?:in|of|from)\s+the\s+(?:first|second|third|earlier|later|other)\b|"
    r"\bhad\s+(?:fully\s+|partially\s+)?(?:concur|agreed|accepted)|"
    r"\bconcur\w*\s*,?\s*(?:or|and/or|and|/)\s+(?:(?:partially|partly)\b|non-?\s*concur|did\s+not)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|without|unless|whether|if|declined|refused|failed)\b(?:\s+[\w']+){0,4}\s*$", re.IGNORECASE
)
_PLAIN = frozenset(("concurred", "accepted", "all-of-them", "the-only-one"))
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_SUBSET = re.compile(
    r"\"?\s*(?:\([^()]{1,16}\)\s*)?(?:[\w']+\s+){0,4}?recommendations?\s+(?:(?:concerning|regarding|relat|about|pertaining|"
    r"involving|in\s+the\s+area)|on\s+(?!behalf|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d))",
    re.IGNORECASE,
)
_REASONED = re.compile(  # a count with a reason speaks of single recommendations
    r"\"?\s*(?:\([^()]{1,16}\)\s*)?(?:[\w']+\s+){0,3}?recommendations?\s*,?\s+"
    r"(?:because|since|citing|that|which|to|due|stating|noting|explaining)\b",
    re.IGNORECASE,
)
_WITH_REASON = re.compile(  # "three were declined by ICE because of their cost"
    rf"(?:\s+by\s+(?:the\s+)?{COMPONENT})?\s*,?\s+(?:because|since|citing|due|stating|noting|explaining)\b",
    re.IGNORECASE,
)
OTHER_BODIES = re.compile(
    r"\b(?:GAO|OIG|OIDO|Inspector\s+General|Government\s+Accountability\s+Office|Ombudsman|Congress)\b"
)
_JOINED = re.compile(r"(?:\b(?:and|but|while)|[,;:])\s*(?:(?:it|they|also|has|have)\s*)*$", re.IGNORECASE)


def joined(page: Page, start: int, end: int) -> bool:
    """Whether what stands here goes on with what somebody said before."""
    return bool(_JOINED.search(page.folded, start, end))


def positions(dossier: Dossier, sentence: Sentence) -> list[Said]:
    """The positions of a sentence, in order; none where it cannot be told whose, of what or how many they are."""
    page = dossier.page
    found = [said for said in page.family("positions", sentence) if not _denied(page, sentence, said)]
    if not found:
        return []
    folded = page.folded[sentence.start : sentence.end]
    found.sort(key=lambda said: said.start)
    together = _RESPECTIVELY.search(folded)
    if OTHER_BODIES.search(folded) or EARLIER.search(folded) or (_UNCLEAR.search(folded) and not together):
        return []
    if together:
        return [said for said in found if said.row == "respectively"]
    if any(said.row in UNSPOKEN and _WITH_REASON.match(page.folded, said.end, sentence.end) for said in found):
        return []
    counted = [said[field] for said in found for field in COUNTS if field in said]
    for told in counted:
        if _SUBSET.match(page.folded, told.place.end, sentence.end) or _REASONED.match(
            page.folded, told.place.end, sentence.end
        ):
            return []
    return found if timely(dossier, sentence) else []


def _denied(page: Page, sentence: Sentence, said: Said) -> bool:
    """Whether a plain position is turned into another by what stands before it."""
    before = max(sentence.start, said.start - 80)
    return said.row in _PLAIN and bool(_DENIED.search(page.folded, before, said.start))


def timely(dossier: Dossier, sentence: Sentence) -> bool:
    """Whether every date of the sentence is the memo's or the answer's; another date may be another answer's."""
    here = [said["responded_on"].value for said in dossier.page.family("responses", sentence) if "responded_on" in said]
    known = [*here, *dossier.answered_on, *(dossier.main.dates if dossier.main else ())]
    stated = (date for _, _, date in dates.every(dossier.page.folded, sentence.start, sentence.end))
    return all(any(date.overlaps(one) for one in known) for date in stated if date.latest)
