"""Who acts in the canonical tables, and what their rows rest on.

The rows are conventions unless a provision binds more than one body: what one body must do stands in its own rulebook.
A row *requires* only what makes the act itself, such as the other side's consent, an official's decision or the
successor that a record is superseded by.  Everything that explains or documents an act is *expected*.
"""

from __future__ import annotations

from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.lifecycle import State

OVERSIGHT_BODY = "oversight_body"
ADDRESSEE = "addressee"  # or who speaks for it; a component to which a complaint is referred, too
INTAKE = "intake"
FOLLOW_UP_OFFICIAL = "follow_up_official"
AUTHORISING_OFFICIAL = "authorising_official"
INSPECTOR_GENERAL = "inspector_general"
RELEASE_REVIEWER = "release_reviewer"
OWNER = "owner"
PLAN_APPROVER = "plan_approver"
VALIDATOR = "validator"
REQUESTER = "requester"
APPROVER = "approver"

NOT_STATED = State("not_stated", "no source says anything yet")

_AFTER = "convention, after "
CONVENTION = Citation("convention of this library", Force.CONVENTION, "", Read.ORIGINAL)


def after(source: str, read: Read, copy: str = "") -> Citation:
    """A convention that imitates what one body does or must do."""
    return Citation(f"{_AFTER}{source}", Force.CONVENTION, "", read, copy)


UNTIL_CLOSED = "nothing is asked for what its body has closed"


def ending(cite: Citation, reading: str = UNTIL_CLOSED) -> tuple[Citation, Citation]:
    """What a clock rests on that ends before its provision says: the provision, and our reading of when it ends."""
    return cite, after(f"{cite.provision.removeprefix(_AFTER)}: {reading}", cite.read, cite.copy)


CRCL_PRACTICE = after("CRCL's published memos and complaint process", Read.ORIGINAL, "dhs.gov/complaints")
GAO_LABELS = after("GAO's recommendations database", Read.COPY, "gao.gov/reports-testimonies/recommendations-database")
NTSB_REPLIES = after("49 U.S.C. 1135", Read.SECOND_HAND, "civic-source/us-code title-49/chapter-11/section-1135.md")
NTSB_CODES = after(
    "NTSB status codes", Read.SECOND_HAND, "phmsa.dot.gov/hazmat/standards-rulemaking/ntsb-recommendations"
)
BOARD_ORDER_22 = after("CSB Board Order 22", Read.SECOND_HAND, "csb.gov/recommendations/statistics")
CLOSED_BEFORE_ISSUE = after(
    "DHS OIG's list of reports, with OIG-17-60, recommendation 2", Read.ORIGINAL, "oig.dhs.gov, audits"
)
OIG_CLOSURE = after("DHS OIG transmittal of OIG-17-119", Read.COPY, "vdocument.in")
OSCAL = after("OSCAL 1.2.2 risks and deviations", Read.ORIGINAL, "usnistgov/OSCAL c527e40")

A_50 = Citation(
    "OMB Circular A-50",
    Force.POLICY,
    "executive agencies, for audit recommendations",
    Read.COPY,
    "clintonwhitehouse4.archives.gov/OMB/circulars/a050",
)
GAO_IG_ACT = Citation(
    "Good Accounting Obligation in Government Act, Pub. L. 115-414",
    Force.STATUTE,
    "agencies, in the annual budget justification",
    Read.ORIGINAL,
    "gpo.gov STATUTE-132-Pg5430",
)
