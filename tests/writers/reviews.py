"""Reviews as DHS's civil-rights office tells of them: what a summary may say, named as its reader names it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import strategies as st

from oversight_core.entities import (
    Action,
    Commitment,
    Complaint,
    Document,
    Facility,
    Finding,
    Release,
    Response,
    Review,
)
from oversight_core.moments import Moment
from oversight_core.names import Item, fingerprint, slug

AGENCIES = ("ICE", "CBP", "USCIS", "FPS", "USCG", "TSA", "FEMA")
FACILITIES = ("Krome North Service Processing Center", "Clay County Jail", "Otay Mesa Detention Center")
TOWNS = (("Miami", "Florida"), ("San Diego", "California"), ("Brazil", "Indiana"))
TOPICS = ("Use of Force", "Access to Religious Items", "Screening of Visitors with Disabilities")
MEMOS = (
    ("recommendation-memorandum", "Recommendation Memorandum"),
    ("expert-recommendation-memorandum", "Expert Recommendation Memorandum"),
    ("expert-recommendation-memorandum", "Expert Recommendations Memorandum"),
    ("key-findings-memorandum", "Key Civil Rights Findings and Recommendations Memorandum"),
    ("disability-findings-memorandum", "Disability-Related Findings and Recommendations Memorandum"),
)
TITLES = (
    ("summary", "Summary of CRCL's Recommendations and {agency}'s Response: {subject}"),
    ("close-summary", "Close Summary: {subject}"),
    ("close-summary", "Close Summary Regarding {subject}"),
)
KINDS = (
    *("targeted-onsite", "virtual-onsite", "multidisciplinary-onsite", "onsite", "spot-check"),
    *("periodic", "systemic", "policy", ""),
)
CRITERIA = ("ICE Directive 11065.1", "2011 ICE Performance-Based National Detention Standards", "NDS 2019")
EXPERTS = ("contract medical experts", "Contract experts", "a medical expert and a corrections expert")
FOCI = ("the use of holding cells", "mental health care", "how complaints are tracked")
FOUND = ("officers were not trained", "interpreters were not offered", "records of 14 placements were missing")
ABOUT = ("", "Medical Care", "Language Access")
AGREED = ("retrain its officers", "write guidance on searches", "review every placement within 30 days")
DONE = ("immediately made changes to its policies", "updated its handbook", "trained its staff")
PROMISES = (
    ("{} will train its officers quarterly.", {"verb": "train", "cadence": "quarterly"}),
    ("{} will post its policy by March 2024.", {"verb": "post", "deadline": "by March 2024", "due_on": "2024-03"}),
    ("{} stated that it will update its handbook.", {"verb": "update"}),
)
CONDITIONS = ("", "Once it has been reviewed", "once it has been prepared")

_FIRST, _LAST = date(2015, 1, 1), date(2024, 12, 31)


@st.composite
def moments(draw: st.DrawFn, first: date = _FIRST) -> Moment:
    """A day or a month."""
    day = draw(st.dates(first, _LAST))
    return draw(st.sampled_from((Moment.day(day), _month_of(day))))


def _month_of(day: date) -> Moment:
    return Moment.month(day.year, day.month)


@st.composite
def spans(draw: st.DrawFn) -> Moment:
    """A day, a month, or a range of days or months."""
    one = draw(moments())
    assert one.earliest
    more = one.earliest + timedelta(days=draw(st.integers(32, 400)))
    other = Moment.day(more) if one.precision == "day" else _month_of(more)
    return draw(st.sampled_from((one, Moment.between(one, other))))


def maybe(strategy: st.SearchStrategy[Any], absent: Any = None) -> st.SearchStrategy[Any]:
    """What may not be stated."""
    return st.just(absent) | strategy


@st.composite
def reviews(draw: st.DrawFn) -> Mapping[Item, Any]:
    """All that one summary tells, by item."""
    facility = draw(st.booleans())
    subject = draw(st.sampled_from(FACILITIES if facility else TOPICS))
    agency, (number, printed) = draw(st.sampled_from(AGENCIES)), draw(st.sampled_from(MEMOS))
    kind, title = draw(st.sampled_from(TITLES))
    report, addressee = fingerprint(subject), agency.lower()
    memo = Item("document", "crcl", report, number, addressee)
    summary = Item("document", "crcl", report, kind, addressee)
    out: dict[Item, Any] = {
        summary: Document(
            type=kind,
            title=title.format(agency=agency, subject=subject),
            issuer="CRCL",
            dated_on=draw(maybe(moments())),
            facility=(subject,) if facility else (),
            topics=() if facility else (subject,),
        )
    }
    looked_into = draw(_looked_into((subject,) if facility else ()))
    review = Item("review", "crcl", report)
    out |= {review: looked_into} if looked_into != Review() else {}
    if facility and draw(st.booleans()):
        city, state = draw(st.sampled_from(TOWNS))
        called = tuple(draw(st.lists(st.sampled_from(("OMDC", "Krome")), max_size=1)))
        out[Item("facility", "crcl", slug(subject))] = Facility(name=subject, aliases=called, city=city, state=state)
    issued = draw(maybe(moments()))
    answer = draw(_answers(memo, agency, issued))
    stated = [n for n in (answer.concurred, answer.partially_concurred, answer.non_concurred) if n is not None]
    total = sum(stated) if stated else draw(st.integers(1, 60))
    out[memo] = Document(
        type=number,
        printed_type=(printed,),
        issuer="CRCL",
        addressee=agency,
        issued_on=issued,
        recommendation_count=draw(maybe(st.just(total))) if total else None,
        review=review if review in out else None,
    )
    out[memo.within("response", answer.responder.lower())] = answer
    if review in out and issued and issued.earliest and draw(st.booleans()):
        earlier = attrs.evolve(memo, number="retention-memorandum")
        before = issued.earliest - timedelta(days=draw(st.integers(200, 900)))  # well before, so not an error about it
        name, when = "Retention Memorandum", draw(st.sampled_from((Moment.day(before), _month_of(before))))
        out[earlier] = Document(type="retention-memorandum", printed_type=(name,), issued_on=when)
    if review in out:
        complaint = draw(_complaints())
        out |= {Item("complaint", "crcl", report): complaint} if complaint != Complaint() else {}
    for words in draw(st.lists(st.sampled_from(FOUND), unique=True)):
        out[memo.within("finding", fingerprint(words))] = Finding(text=words, about=draw(st.sampled_from(ABOUT)))
    for words in draw(st.lists(st.sampled_from(AGREED), unique=True)):
        out[memo.within("action", fingerprint(words))] = Action(text=words, committed_by=agency, state="agreed")
    for words in draw(st.lists(st.sampled_from(DONE), unique=True)):
        by = draw(st.sampled_from((agency, "")))
        out[memo.within("action", fingerprint(words))] = Action(
            text=words, committed_by=by, performed_by=agency, state="reported_done"
        )
    for sentence, said in draw(st.lists(st.sampled_from(PROMISES), unique_by=str)):
        words, heading = sentence.format(agency), draw(st.sampled_from(ABOUT))
        dated = {"due_on": Moment.parse(said["due_on"])} if "due_on" in said else {}
        out[memo.within("commitment", fingerprint(words))] = Commitment(
            text=words, actor=agency, modal="will", heading=heading, document=summary, **{**said, **dated}
        )
    if draw(st.booleans()):
        form, condition = draw(st.sampled_from(("", "redacted"))), draw(st.sampled_from(CONDITIONS))
        out[memo.within("release", "1")] = Release(document=memo, promised=True, form=form, condition=condition)
    return out


@st.composite
def _looked_into(draw: st.DrawFn, facility: tuple[str, ...]) -> Review:
    interviews = draw(maybe(st.integers(2, 120)))  # of one interview the reader knows no phrase
    return Review(
        type=draw(st.sampled_from(KINDS)),
        facility=facility,
        topic=tuple(draw(st.lists(st.sampled_from(FOCI), max_size=1))),
        criteria=tuple(draw(st.lists(st.sampled_from(CRITERIA), unique=True, max_size=2))),
        experts=draw(maybe(st.sampled_from(EXPERTS), "")),
        opened_on=draw(maybe(moments())),
        fieldwork_on=draw(maybe(spans())),
        planned_on=draw(maybe(spans())),
        complaint_count=draw(maybe(st.integers(2, 40))),
        interview_count=interviews,
        interviews_on=draw(maybe(spans())) if interviews else None,
        allegation_count=draw(maybe(st.integers(2, 900))),
    )


@st.composite
def _answers(draw: st.DrawFn, memo: Item, agency: str, issued: Moment | None) -> Response:
    """A response, not older than its memo; each of its counts may not be stated."""
    counts = st.none() | st.integers(0, 40)
    on_behalf_of = draw(maybe(st.just(agency), ""))
    return Response(
        answers=memo,
        responder="DHS" if on_behalf_of else agency,
        on_behalf_of=on_behalf_of,
        responded_on=draw(maybe(moments(issued.latest if issued and issued.latest else _FIRST))),
        concurred=draw(counts),
        partially_concurred=draw(counts),
        non_concurred=draw(counts),
    )


@st.composite
def _complaints(draw: st.DrawFn) -> Complaint:
    count = draw(maybe(st.integers(1, 30)))
    return Complaint(
        count=count,
        opened_on=draw(maybe(spans())) if count else None,
        received_on=draw(maybe(spans())),
    )
