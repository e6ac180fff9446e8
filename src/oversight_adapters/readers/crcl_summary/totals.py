"""Whose total a number of recommendations is: the memo's that the sentence names, or the last one named."""

from __future__ import annotations

import re

from oversight_adapters.readers.crcl_summary.clauses import clause_of
from oversight_adapters.readers.crcl_summary.description import Descriptions
from oversight_adapters.readers.crcl_summary.dossier import Dossier
from oversight_adapters.readers.crcl_summary.memos import Memo
from oversight_adapters.readers.crcl_summary.page import Page, Said, Sentence, Told
from oversight_adapters.readers.crcl_summary.positions import OTHER_BODIES, timely
from oversight_adapters.readers.crcl_summary.vocabulary import EARLIER

# They make none, and may speak of an earlier memo.
_OPENING_TYPES = ("retention-memorandum", "close-memorandum", "implementation-review")
_CONCURS = re.compile(
    r"\b(?:non-?\s*)?(?:concur|agree|disagree)\w*(?:\s+(?:fully|in\s+(?:full|part|principle))\s*,?)?\s*$", re.IGNORECASE
)
_BESIDES = re.compile(r"\badditional\b", re.IGNORECASE)
_OF_THE_ANSWERED = frozenset(("answered-all", "of-so-many", "so-many-of", "all-so-many", "out-of"))
_A_MEMO = re.compile(r"\bmemo(?:randum)?\b", re.IGNORECASE)
_THIS_MEMO = re.compile(r"\bthis\s+(?:memo(?:randum)?|document|determination|reconsideration)\b", re.IGNORECASE)
_SPEAKS = re.compile(  # the office, or the memo itself, speaks now
    r"(?:(?:in\s+addition|additionally|further(?:more)?|moreover|accordingly|here|finally|as\s+a\s+result|"
    r"(?:based\s+on|following|after)\s+[^,;]{3,120})\s*,?\s+)?"
    r"(?:CRCL|(?:the|these|our)\s+(?:[\w-]+\s+){0,3}?experts|(?:the|this)\s+(?:Office|memo(?:randum)?|document|determination|reconsideration))\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:makes|provides|issues|offers|presents|lists|outlines|includes|contains)\b", re.IGNORECASE)
_MAKES_MANY = ("recommendation-memorandum", "expert-recommendation-memorandum", "spot-check-findings")
# Another count right after the first: neither is the total.
_AND_MORE = re.compile(
    r"[^.;:]{0,160}?\band\s+(?:(?:restates|repeats|reiterates|renews|adds|makes)\s+)?(?:another\s+|an\s+additional\s+)?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve)\s+(?:\w+\s+)?(?:recommendations?|concerning|regarding|related|on|about|for|in|to)\b",
    re.IGNORECASE,
)


_ANOTHER_MEMO = re.compile(r"\b(?:an|a|another)\s+(?:[\w-]+\s+){0,4}?memo(?:randum)?\b[^.;]{0,60}$", re.IGNORECASE)


def tell_totals(dossier: Dossier, out: Descriptions) -> None:
    """Each stated total, told of the memo whose it is; one of an unknown memo is left alone."""
    for sentence in dossier.sentences:
        for said in dossier.page.family("totals", sentence):
            memo = _memo_of(dossier, sentence, said)
            if memo and "recommendation_count" in said:
                description = out.of(dossier.memo_item(memo))
                description.tell("recommendation_count", said["recommendation_count"])
                description.tell("issuer", said.first("issuer"))
                description.tell("addressee", said.first("addressee", "addressee_2"))
                description.tell_new("topics", _topic(dossier.page, sentence, said.end))


def _memo_of(dossier: Dossier, sentence: Sentence, said: Said) -> Memo | None:
    page = dossier.page
    before = page.folded[sentence.start : said.start]
    if _BESIDES.search(page.folded, said.start, said.end) and not _is_determination(dossier):
        return None
    split = said.row not in _OF_THE_ANSWERED and _AND_MORE.match(page.folded, said.end, sentence.end)
    if split or (said.row == "memo-with" and _CONCURS.search(before)):
        return None
    named = dossier.memo_before(said["recommendation_count"].place.start, sentence.start)
    if named and said.row in ("memo-made", "memo-with"):
        return named
    if EARLIER.search(before) or OTHER_BODIES.search(before):
        return None
    if said.row in _OF_THE_ANSWERED:
        answering = dossier.answering
        return answering.main if answering and timely(answering, sentence) else None
    known = said.row == "memo-made" and _opens(page.text(sentence.start, said.end))
    if not dossier.summary:
        if _ANOTHER_MEMO.search(before):  # which is not the one at hand
            return None
        own = _THIS_MEMO.search(page.folded, sentence.start, said.end) or said.row == "is-issuing"
        if known and not own and dossier.type and dossier.type.value not in _OPENING_TYPES:
            return dossier.memo_before(said.start) or dossier.main
        own = own or _speaks(dossier, sentence, said)
        return dossier.main if own and not named else None
    if said.row == "memo-with" and not _A_MEMO.search(before):
        return None
    if said.row == "memo-made":
        return (dossier.memo_before(said.start) or dossier.main) if known else None
    return dossier.main if timely(dossier, sentence) else None


def _topic(page: Page, sentence: Sentence, after: int) -> Told | None:
    """What the recommendations are about that were counted up to a place."""
    about = page.at("total-about", sentence, after)
    return clause_of(page, about, "topics", aside=True) if about else None


def _is_determination(dossier: Dossier) -> bool:
    """Whether the document requires a remedy: what it recommends additionally is all that it recommends."""
    return dossier.type is not None and dossier.type.value == "determination"


def _opens(text: str) -> bool:
    """Whether the memo that made them is spoken of as known: "The memo", "It"."""
    return bool(
        re.match(r"(?:the|this|that|CRCL's) (?:(?:\w+ )?memo|document)|it |in \w+ \d{4}, the memo", text, re.IGNORECASE)
    )


def _speaks(dossier: Dossier, sentence: Sentence, said: Said) -> bool:
    """Whether a memo tells of recommendations that it makes itself: now, or where it is of a kind that makes them."""
    page, type_ = dossier.page, dossier.type.value if dossier.type else ""
    if not _SPEAKS.match(page.folded, sentence.start, sentence.end) or type_ in _OPENING_TYPES:
        return False
    if said.row in ("office-made", "memo-made") and _NOW.search(page.folded, said.start, said.end):
        return True
    makes = type_ in _MAKES_MANY or (said.row == "experts-made" and not type_)
    return said.row in ("office-made", "experts-made") and makes and not _dated(dossier, sentence)


def _dated(dossier: Dossier, sentence: Sentence) -> bool:
    """Whether the sentence gives a date that is not known to be the memo's."""
    return not timely(dossier, sentence) or dossier.of_another_memo(sentence)
