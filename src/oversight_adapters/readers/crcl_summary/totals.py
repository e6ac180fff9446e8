"""Whose total a number of recommendations is: the memo's that the sentence names, or the last one named."""

from __future__ import annotations

import re

from oversight_adapters.readers.crcl_summary.description import Descriptions
from oversight_adapters.readers.crcl_summary.dossier import Dossier
from oversight_adapters.readers.crcl_summary.memos import Memo
from oversight_adapters.readers.crcl_summary.page import Said, Sentence
from oversight_adapters.readers.crcl_summary.positions import EARLIER, OTHER_BODIES, timely

_OPENING_TYPES = ("retention-memorandum", "close-memorandum")  # they make none, and may speak of an earlier memo
_A_MEMO = re.compile(r"\bmemo(?:randum)?\b", re.IGNORECASE)
_THIS_MEMO = re.compile(r"\bthis\s+memo(?:randum)?\b", re.IGNORECASE)
# Another count right after the first: neither is the total.
_AND_MORE = re.compile(
    r"[^.;:]{0,160}?\band\s+(?:another\s+|an\s+additional\s+)?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve)\s+(?:\w+\s+)?(?:recommendations?|concerning|regarding|related|on|about|for|in|to)\b",
    re.IGNORECASE,
)


def tell_totals(dossier: Dossier, out: Descriptions) -> None:
    """Each stated total, told of the memo whose it is; one of an unknown memo is left alone."""
    for sentence in dossier.sentences:
        for said in dossier.page.family("totals", sentence):
            memo = _memo_of(dossier, sentence, said)
            if memo and "recommendation_count" in said:
                description = out.of(dossier.memo_item(memo))
                description.tell("recommendation_count", said["recommendation_count"])
                for field in ("issuer", "addressee"):
                    description.tell(field, said.first(field))


def _memo_of(dossier: Dossier, sentence: Sentence, said: Said) -> Memo | None:
    page = dossier.page
    before = page.folded[sentence.start : said.start]
    if _AND_MORE.match(page.folded, said.end, sentence.end):
        return None
    named = dossier.memo_before(said["recommendation_count"].place.start, sentence.start)
    if named and said.row in ("memo-made", "memo-with"):
        return named
    if EARLIER.search(before) or OTHER_BODIES.search(before):
        return None
    known = said.row == "memo-made" and _opens(page.text(sentence.start, said.end))
    if not dossier.summary:
        own = _THIS_MEMO.search(page.folded, sentence.start, said.end) or said.row == "is-issuing"
        if known and not own and dossier.type and dossier.type.value not in _OPENING_TYPES:
            return dossier.memo_before(said.start) or dossier.main
        return dossier.main if own and not named else None
    if said.row == "memo-with" and not _A_MEMO.search(before):
        return None
    if said.row == "memo-made":
        return (dossier.memo_before(said.start) or dossier.main) if known else None
    return dossier.main if timely(dossier, sentence) else None


def _opens(text: str) -> bool:
    """Whether the memo that made them is spoken of as known: "The memo", "It"."""
    return bool(re.match(r"(?:the|this|that|CRCL's) (?:\w+ )?memo|it |in \w+ \d{4}, the memo", text, re.IGNORECASE))
