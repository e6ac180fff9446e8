"""Where a main clause may begin: at the start of a sentence, after what leads it in, and after another clause."""

from __future__ import annotations

import re

from oversight_adapters.readers.plan_document import vocabulary as words
from oversight_adapters.readers.plan_document.verbs import MODAL

JOINT = re.compile(r"[,;:]\s+(?:(?:and|but|or|so|yet|then)\s+)?|\s+(?:and|but)\s+|\s--?\s+")
OPENER = re.compile(rf"(?:{words.OPENING})\s*,?\s*", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|shall|must|may|can|cannot|provides?|requires?|directs?|"
    r"directed|issued|"
    r"developed|created|established|continues?|remains?|includes?|works?|uses?|oversees|conducts?|reviews?)\b"
)
REPORTED = re.compile(words.REPORTED, re.IGNORECASE)
_THAT = re.compile(r"\bthat\s*,|,\s*(?:that|which|who)\s[^,]{0,200}$|\bthat\s*$")
LEAD_AGAIN = re.compile(
    r"(?:,|;|\band|\bbut)\s+(?:and\s+|but\s+)?(?P<lead>(?:if|where|when|whenever|once|unless|upon|within|"
    r"by)\s[^;]{1,300},)$",
    re.IGNORECASE,
)
_MARK = re.compile(r"(?:[,;:]|--?)?\s*(?:\b(?:and|but|or|so|yet|then))?\s*$")
_LONGEST_HEAD = 6  # words
_FIRST = re.compile(r"[A-Za-z]+")


def begins_clause(before: str, follows: bool, earlier: str) -> bool:
    """Whether a main clause may begin after these words; `follows` where one came right before them."""
    bare = before.strip()
    if opener := OPENER.match(bare):
        bare = bare[opener.end() :].strip()
    if not bare:
        return not REPORTED.search(earlier)
    if _THAT.search(bare):
        return False
    mark = _MARK.search(bare)
    ended, joint = (bare[: mark.start()], mark[0].strip()) if mark else (bare, "")
    first = _FIRST.match(bare)
    leads = not follows and first is not None and _leads(first[0].lower())
    if joint in (",", ", then", ",then") and leads:
        return True
    if REPORTED.search(bare) or REPORTED.search(earlier) or not joint:
        return False
    if joint == ":" and not follows and len(ended.split()) <= _LONGEST_HEAD:
        return True  # Timing: ICE will
    if follows and LEAD_AGAIN.search(bare):
        return True
    return joint != "," and (follows or bool(_FINITE.search(ended))) and not (leads and not _has_main(ended))


def _leads(word: str) -> bool:
    """Whether a word may begin what leads a sentence in: "Where CRCL finds…", "Building on this…"."""
    return word in words.LEADS or (word.endswith("ing") and len(word) > 5 and word != "according")


def _has_main(ended: str) -> bool:
    """Whether a main clause follows what leads a sentence in."""
    _, comma, rest = ended.partition(",")
    return bool(comma and MODAL.search(rest))
