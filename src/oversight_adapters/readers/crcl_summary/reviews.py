"""The review behind a memo: of which kind, where, into what, by which rules, with whose help."""

from __future__ import annotations

import re

from oversight_adapters.readers.crcl_summary.clauses import clause_of
from oversight_adapters.readers.crcl_summary.description import Description, Descriptions
from oversight_adapters.readers.crcl_summary.dossier import Dossier
from oversight_adapters.readers.crcl_summary.page import Page, Said, Sentence
from oversight_adapters.readers.crcl_summary.places import tell_facility
from oversight_adapters.readers.words.components import COMPONENT

_CALLED_OFF = re.compile(r"\b(?:cancell?ed|postponed|called\s+off|did\s+not\s+(?:occur|take\s+place))\b", re.IGNORECASE)
_MEASURED = re.compile(
    r"\b(?:requirements?|compl(?:y|ies|iance|ied)|in\s+accordance|evaluat|assess|examin|implement|measured|against|violat|"
    r"consistent\s+with|compar(?:e[sd]?|ing)\b|appl(?:y|ies|ied)\b|governed|under\s+(?:the|title|section)\b|standards?\s+(?:in|of))",
    re.IGNORECASE,
)
_ANOTHERS = re.compile(  # a review by the agency itself
    rf"{COMPONENT}(?:\s+(?:also|then|later|has|had))*\s+"
    r"(?:initiated|conducted|opened|began|launched|completed|performed|started)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
_DID = re.compile("initiated|conducted|opened|began|launched|completed|performed|started")  # soon known to be absent
_AGENCY_WILL = re.compile(
    rf"{COMPONENT}(?:\s*$|(?:\s+(?:also|then|has|have))*\s+(?:will|should|must|would|agreed|plan(?:s|ned)|committed|"
    r"promised|intends?|is|was)\b[^,;]{0,80}$)",
    re.IGNORECASE,
)


def tell_review(dossier: Dossier, out: Descriptions) -> None:
    """What was reviewed, and how."""
    review = out.of(dossier.review)
    for sentence in dossier.sentences:
        _tell_kind(dossier, review, sentence)
        _tell_places(dossier, out, sentence)
        _tell_scope(dossier, review, sentence)
    if not review.told.get("facility"):
        _tell_title_facility(dossier, out)


def _tell_kind(dossier: Dossier, review: Description, sentence: Sentence) -> None:
    """The first kind it is given; a later one says less ("onsite") or speaks of another visit."""
    kinds = dossier.page.family("kinds", sentence)
    if (
        not kinds
        or dossier.of_an_earlier_review(sentence)
        or _CALLED_OFF.search(dossier.page.folded, sentence.start, sentence.end)
    ):
        return
    for said in sorted(kinds, key=lambda said: said.start):
        if not (said.row == "office-will" and agency_will(dossier.page, sentence, said.start)):
            review.tell_once("type", said.first("type"))


def _tell_places(dossier: Dossier, out: Descriptions, sentence: Sentence) -> None:
    for said in dossier.page.family("places", sentence):
        if _anothers(dossier, sentence, said):
            continue
        _tell_visited(dossier.page, out, out.of(dossier.review), said)


def _tell_visited(page: Page, out: Descriptions, review: Description, said: Said) -> None:
    """A place, and those that are listed after it; where one is followed by the date of its visit, each is."""
    listed: Said | None = said
    while listed and "facility" in listed:
        review.tell("fieldwork_on", listed.first("fieldwork_on"))
        end, dated = tell_facility(page, out, review, listed), "fieldwork_on" in listed
        listed = page.at("and-at", said.sentence, end) or page.at("then-and-at", said.sentence, end)
        if dated and (then := page.at("then", said.sentence, end)):
            review.tell("fieldwork_on", then["fieldwork_on"])


def _tell_scope(dossier: Dossier, review: Description, sentence: Sentence) -> None:
    page = dossier.page
    for said in page.family("scope", sentence):
        if _anothers(dossier, sentence, said):
            continue
        if "topic" in said:
            review.tell_new("topic", clause_of(page, said, "topic", aside=True))
        elif "criteria" in said:
            if _MEASURED.search(page.folded, sentence.start, sentence.end):
                _tell_criteria(review, said)
        else:
            review.tell_once("experts", said.first("experts"))


def _anothers(dossier: Dossier, sentence: Sentence, said: Said) -> bool:
    """Whether the agency, and not the office, did what is said here."""
    before = max(sentence.start, said.start - 160)
    folded, lowered = dossier.page.folded, dossier.page.lowered
    return bool(_DID.search(lowered, before, said.start) and _ANOTHERS.search(folded, before, said.start))


def agency_will(page: Page, sentence: Sentence, place: int) -> bool:
    """Whether the agency, and not the office, is to do what is said from a place on."""
    return bool(_AGENCY_WILL.search(page.folded, max(sentence.start, place - 160), place))


def _tell_criteria(review: Description, said: Said) -> None:
    """A rule, unless it is the short form of one that was named before."""
    named = str(said["criteria"].value)
    if not any(named in str(told.value) for told in review.told.get("criteria", [])[:20]):
        review.tell("criteria", said["criteria"])


def _tell_title_facility(dossier: Dossier, out: Descriptions) -> None:
    """What the title names, where the text does not."""
    for facility in out.of(dossier.document).told.get("facility", []) if dossier.document else []:
        out.of(dossier.review).tell("facility", facility)
