"""Words of the office: its memos, kinds of review, facilities, and the headings under which it writes."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs


@attrs.frozen
class Word:
    """One meaning and how it is written: a pattern in which a blank is any white space, and an example of it."""

    meaning: str
    pattern: str
    example: str


_FILLER = "(?:(?:and|&|civil|rights|liberties|findings?|recommendations?|report) )"

MEMO_TYPES = (
    Word(
        "key-findings-memorandum",
        f"key {_FILLER}{{1,8}}memo(?:randum)?",
        "Key Civil Rights Findings and Recommendation Memo",
    ),
    Word(
        "key-findings-memorandum", f"civil rights {_FILLER}{{1,6}}memo(?:randum)?", "Civil Rights Findings Memorandum"
    ),
    Word(
        "disability-findings-memorandum",
        rf"disability(?:-| )\s*related {_FILLER}{{1,6}}memo(?:randum)?",
        "Disability-Related Findings and Recommendations Memorandum",
    ),
    Word(
        "expert-recommendation-memorandum",
        rf"(?:subject(?:-| )\s*matter )?experts?'? {_FILLER}{{1,5}}memo(?:randum)?",
        "Expert Recommendations Memo",
    ),
    Word(
        "implementation-review",
        "(?:retention and )?implementation review memo(?:randum)?",
        "Implementation Review Memo",
    ),
    Word("retention-memorandum", "retention memo(?:randum)?", "Retention Memorandum"),
    Word("close-memorandum", "clos(?:e|ed|ing|ure)(?:-?out)? memo(?:randum)?", "Close Memorandum"),
    Word("determination", "(?:section 504 )?determination memo(?:randum)?", "Section 504 Determination Memo"),
    Word("reconsideration", "reconsideration memo(?:randum)?", "Reconsideration Memo"),
    Word("spot-check-findings", rf"spot(?:-| )?\s*check {_FILLER}{{0,5}}memo(?:randum)?", "Spot-Check Findings Memo"),
    Word("", "findings and recommendations? memo(?:randum)?", "Findings and Recommendations Memorandum"),
    Word(
        "recommendation-memorandum", "recommendations?(?: and findings?)? memo(?:randum)?", "Recommendation Memorandum"
    ),
)
"""Memos by their printed names.  "Findings and Recommendations" alone may be either of two types, so it is neither."""

_WORK = "(?: (?:investigations?|visits?|inspections?|reviews?))?"

REVIEW_TYPES = (
    Word("targeted-onsite", rf"targeted,? (?:in-person )?on-?\s*site{_WORK}", "targeted onsite investigation"),
    Word("targeted-onsite", rf"on-?\s*site,? targeted{_WORK}", "onsite targeted investigation"),
    Word("virtual-onsite", rf"(?:virtual|remote) on-?\s*site{_WORK}", "virtual onsite"),
    Word("multidisciplinary-onsite", rf"multi-?\s*disciplinary on-?\s*site{_WORK}", "multidisciplinary on-site visit"),
    Word(
        "onsite",
        rf"(?:(?:in-person|unannounced|announced|multi-day|follow-up) )?on-?\s*site{_WORK}",
        "in-person onsite investigation",
    ),
    Word("spot-check", r"(?:unannounced )?spot(?:-| )\s*checks?", "spot-check"),
    Word("periodic", "periodic (?:civil rights )?review", "periodic review"),
    Word("systemic", "systemic (?:review|investigation)", "systemic review"),
    Word("policy", "policy review", "policy review"),
)
"""Kinds of review.  A "targeted investigation" without "onsite" is none of them."""

_LAST = (
    r"(?:Center|Facility|Jail|Prison|Institution|Complex|Station|Checkpoint|Airport|Annex|Hold\s+Room|"
    r"CENTER|FACILITY|JAIL|PRISON|INSTITUTION|COMPLEX|STATION|AIRPORT|ANNEX)"
)
_PROPER = r"(?-i:[A-Z][\w.'&/-]{0,30})"
FACILITY = (
    rf"(?-i:(?=[A-Z])(?<!\w)(?!(?:ICE|CBP|DHS|CRCL|The|U\.S\.)\s){_PROPER}(?:\s+(?:{_PROPER}|of|de|del|la)){{0,8}}?\s+"
    rf"(?:Port\s+of\s+Entry|County\s+Department\s+of\s+Corrections|House\s+of\s+Corrections?|{_LAST}(?!\s+(?:{_PROPER}\s+)?{_LAST}))(?![\w-]))"
)
"""Pattern of a facility's name: words with capitals, the last of which says what it is."""

EARLIER = re.compile(r"\b(?:earlier|previous(?:ly)?|prior|already|originally|initially)\b", re.IGNORECASE)
"""Words that speak of what was before the memo at hand."""

SECTION_HEADINGS = frozenset(
    "background|investigation|investigations|findings|recommendations|findings and recommendations|summary|overview|"
    "introduction|conclusion|response|responses|recommendations and response|recommendations and responses|"
    "response to recommendations|key findings|allegations|complaints|scope|methodology|actions|results|review|"
    "findings and recommendation|recommendation|purpose|publication|next steps|outcome|notice".split("|")
)
"""Headings that every document of the kind has; any other stands over one topic."""


def pattern_of(words: Iterable[Word]) -> str:
    """Any of these words, as a pattern, in the order of the table."""
    return "|".join(word.pattern.replace(" ", r"\s+") for word in words)


def meaning_of(table: tuple[Word, ...], words: str) -> str:
    """The meaning of the first row that is these words whole; raises ValueError where none is, or none is meant.

    >>> meaning_of(MEMO_TYPES, "Key Civil Rights and Findings Recommendation Memorandum")
    'key-findings-memorandum'
    """
    bare = " ".join(words.split())
    for word in table:
        if re.fullmatch(word.pattern, bare, re.IGNORECASE):
            if word.meaning:
                return word.meaning
            break
    raise ValueError(f"{words!r} is in no row")
