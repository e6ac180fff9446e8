"""The review behind a memo, and the complaints that led to it."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from oversight_adapters.readers.crcl_summary.clauses import clause
from oversight_adapters.readers.crcl_summary.description import Description, Descriptions
from oversight_adapters.readers.crcl_summary.dossier import Dossier
from oversight_adapters.readers.crcl_summary.page import Said, Sentence
from oversight_core.provenance import TextSpan

_CALLED_OFF = re.compile(r"\b(?:cancell?ed|postponed|called\s+off|did\s+not\s+(?:occur|take\s+place))\b", re.IGNORECASE)
_MEASURED = re.compile(
    r"\b(?:requirements?|compl(?:y|ies|iance|ied)|in\s+accordance|evaluat|assess|examin|implement|measured|against|violat|"
    r"consistent\s+with|governed|under\s+the|standards?\s+(?:in|of))",
    re.IGNORECASE,
)
_TYPES = ("followed", "office-did", "office-own", "office-will", "office-announces", "was-done")
_DATES = ("opened_on", "fieldwork_on", "fieldwork_on_2", "planned_on", "interviews_on")
_COUNTS = ("interview_count",)


def tell_review(dossier: Dossier, out: Descriptions) -> None:
    """What was reviewed, and how."""
    review = out.of(dossier.review)
    for sentence in dossier.sentences:
        _tell_kind(dossier, review, sentence)
        _tell_places(dossier, review, sentence)
        _tell_work(dossier, review, sentence)
        _tell_scope(dossier, review, sentence)
    _tell_title_facility(dossier, review)


def _tell_kind(dossier: Dossier, review: Description, sentence: Sentence) -> None:
    """The first kind it is given; a later one says less ("onsite") or speaks of another visit."""
    hits = sorted(dossier.page.family("kinds", sentence), key=lambda said: said.start)
    for said in hits:
        if (
            "type" in said
            and "type" not in review.told
            and not _CALLED_OFF.search(dossier.page.folded, sentence.start, sentence.end)
        ):
            review.tell("type", said["type"])


def _tell_places(dossier: Dossier, review: Description, sentence: Sentence) -> None:
    known = {str(told.value).casefold() for told in review.told.get("facility", ())}
    for said in dossier.page.family("places", sentence):
        listed: Said | None = said
        while listed and "facility" in listed:
            if str(listed["facility"].value).casefold() not in known:
                known.add(str(listed["facility"].value).casefold())
                review.tell("facility", listed["facility"])
            listed = dossier.page.at("and-at", sentence, listed.end)


def _tell_work(dossier: Dossier, review: Description, sentence: Sentence) -> None:
    """Dates of work, done or planned; one that may be the memo's is a problem instead."""
    page = dossier.page
    for said in page.family("work", sentence):
        for slot in _DATES:
            review.tell(slot.removesuffix("_2"), said.first(slot))
    visit = page.find("visit-dated", sentence)
    dated = [mention for memo in dossier.memos for mention in memo.mentions if mention.sentence is sentence]
    if visit and "fieldwork_on" in visit and (not dated or any(mention.dates for mention in dated)):
        review.tell("fieldwork_on", visit["fieldwork_on"])
    elif dated and not any(mention.dates for mention in dated) and (unclear := page.find("after-or-issued", sentence)):
        place = unclear["ambiguous"].place
        if not _told_at(review.told.values(), place):
            words = page.text(place.start, place.end)
            page.problem(
                "ambiguous-date", f"{words} may be when the memo was issued or when the visit took place", place
            )


def _told_at(told: Iterable[Iterable[object]], place: TextSpan) -> bool:
    return any(getattr(one, "place", None) == place for many in told for one in many)


def _tell_scope(dossier: Dossier, review: Description, sentence: Sentence) -> None:
    page = dossier.page
    for said in page.family("scope", sentence):
        if "topic" in said:
            topic = clause(page, "topic", sentence, said["topic"].place.start, aside=True)
            if topic and topic.value not in {told.value for told in review.told.get("topic", ())}:
                review.tell("topic", topic)
        elif "criteria" in said:
            if _MEASURED.search(page.folded, sentence.start, sentence.end) and said["criteria"].value not in {
                told.value for told in review.told.get("criteria", ())
            }:
                review.tell("criteria", said["criteria"])
        elif "experts" in said:
            if "experts" not in review.told:
                review.tell("experts", said["experts"])
        else:
            review.tell("interview_count", said.first("interview_count"))
            review.tell("interviews_on", said.first("interviews_on"))


def _tell_title_facility(dossier: Dossier, review: Description) -> None:
    """A title whose subject is a facility names it, where the text does not."""
    title = dossier.layout.title
    if not title or not title.subject or review.told.get("facility"):
        return
    start, end = title.subject
    hit = dossier.page.find("facility", Sentence(start, end, -1))
    if hit and (
        hit.start == start
        or dossier.page.text(start, hit.start).rstrip() in ("the", "The", "ICE", "CBP", "Investigation of")
    ):
        review.tell("facility", hit["facility"])


def tell_complaints(dossier: Dossier, out: Descriptions) -> None:
    """Complaints that were opened or received, and the allegations behind the review."""
    review = out.of(dossier.review)
    complaint = out.of(attrs.evolve(dossier.review, kind="complaint"))
    for sentence in dossier.sentences:
        for said in dossier.page.family("complaints", sentence):
            for field in ("allegation_count", "complaint_count"):
                review.tell(field, said.first(field))
            complaint.tell("count", said.first("count"))
            complaint.tell("opened_on", said.first("opened_on"))
