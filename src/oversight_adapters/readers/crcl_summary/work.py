"""The work of a review: when it was opened, visits done and planned, interviews, and the complaints before it."""

from __future__ import annotations

import re
from itertools import islice

import attrs

from oversight_adapters.readers.crcl_summary.description import Description, Descriptions
from oversight_adapters.readers.crcl_summary.dossier import Dossier
from oversight_adapters.readers.crcl_summary.page import Page, Said, Sentence
from oversight_adapters.readers.crcl_summary.reviews import agency_will
from oversight_adapters.readers.words import dates
from oversight_adapters.readers.words.components import COMPONENT
from oversight_adapters.readers.words.numbers import COUNT
from oversight_core.provenance import TextSpan

# Another count right after the first: neither is the number of all interviews.
_AND_MORE = re.compile(
    r"[^;]{0,100}?\band\s+(?:another\s+)?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)

_AND_SO_MANY = re.compile(  # the same of complaints
    rf"[^;.]{{0,60}}?\s+and\s+(?:another\s+|an\s+additional\s+)?{COUNT}\s+(?:\w+\s+)?complaints?\b", re.IGNORECASE
)
_UNSPOKEN_INTERVIEWS = frozenset(("were-interviewed", "interviews-done"))
_RECEIVED = frozenset(("received-complaints", "notified-of", "retained"))
_UNSPOKEN = frozenset(("did-passive", "planned-passive", "planned-will", "was-opened"))
_AGENCYS = re.compile(
    rf"(?:{COMPONENT}|\b(?:OIG|GAO|contractor|agency|Inspector\s+General))'s\s+(?:[\w-]+\s+){{0,3}}$", re.IGNORECASE
)


def tell_work(dossier: Dossier, out: Descriptions) -> None:
    """What the office did for the review, and what it plans."""
    review = out.of(dossier.review)
    for sentence in dossier.sentences:
        for said in dossier.page.family("work", sentence):
            if _agencys(dossier, sentence, said):
                continue
            for slot, told in said.told.items():
                if told.field != "issuer":
                    review.tell(told.field, said[slot])
            _tell_again(dossier.page, review, said)
        for said in dossier.page.family("interviews", sentence):
            if said.row in _UNSPOKEN_INTERVIEWS and _of_an_agency(dossier, sentence, said):
                continue
            if not _AND_MORE.match(dossier.page.folded, said.end, sentence.end):
                review.tell("interview_count", said.first("interview_count"))
            review.tell("interviews_on", said.first("interviews_on", "interviews_on_2"))
        _tell_visit(dossier, review, sentence)


def _tell_again(page: Page, review: Description, said: Said) -> None:
    """A second visit, told right after the date of the first."""
    first = said.first("fieldwork_on", "planned_on")
    again = page.at("and-again", said.sentence, first.place.end) if first else None
    if first and again:
        review.tell(first.field, again["fieldwork_on"])


def _agencys(dossier: Dossier, sentence: Sentence, said: Said) -> bool:
    """Whether the visit is the agency's own, and not the office's."""
    page, before = dossier.page, max(sentence.start, said.start - 80)
    if said.row == "planned-on":
        return agency_will(page, sentence, said.start)
    return said.row in _UNSPOKEN and bool(_AGENCYS.search(page.folded, before, said.start))


def _of_an_agency(dossier: Dossier, sentence: Sentence, said: Said) -> bool:
    """Whether an agency is named before interviews of which nobody says who held them."""
    return dossier.page.find("component", sentence, sentence.start, said.start) is not None


def _tell_visit(dossier: Dossier, review: Description, sentence: Sentence) -> None:
    """The date of the visit that a memo followed; one that may be the memo's is a problem instead."""
    page = dossier.page
    if dossier.of_an_earlier_review(sentence):
        return
    named = dossier.mentions_in(sentence)
    dated = any(mention.dates for mention in named)
    if not named or dated:
        if visit := page.find("visit-dated", sentence) or page.find("visit-into", sentence):
            review.tell("fieldwork_on", visit.first("fieldwork_on"))
            _tell_again(page, review, visit)
    elif visit := page.find("visit-by-office", sentence):
        review.tell("fieldwork_on", visit.first("fieldwork_on"))
    elif unclear := page.find("after-or-issued", sentence):
        for start, end, _ in islice(dates.every(page.folded, unclear.end, sentence.end), 1):
            if not review.tells_at(place := TextSpan(start, end)):
                message = f"{page.text(start, end)} may be when the memo was issued or when the visit took place"
                page.problem("ambiguous-date", message, place)


def tell_complaints(dossier: Dossier, out: Descriptions) -> None:
    """Complaints that were opened or received, and the allegations behind the review."""
    review = out.of(dossier.review)
    complaint = out.of(attrs.evolve(dossier.review, kind="complaint"))
    told = [
        said
        for sentence in dossier.sentences
        for said in dossier.page.family("complaints", sentence)
        if not _AND_SO_MANY.match(dossier.page.folded, said.end, sentence.end)
    ]
    opened = any("count" in said for said in told if said.row not in _RECEIVED)
    for said in told:
        for field in ("allegation_count", "complaint_count"):
            review.tell(field, said.first(field))
        complaint.tell("received_on", said.first("received_on"))
        if not (opened and said.row in _RECEIVED):  # of what it received, the office opens some
            complaint.tell("count", said.first("count"))
        complaint.tell("opened_on", said.first("opened_on"))
