"""What binds or guides an inspector general and those whom it audits, and how each was read."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import after
from oversight_core.rules.citation import Citation, Force, Read

_CODE = "civic-source/us-code title-5/chapter-4/section-405.md"
IGS = "inspectors general"
HEADS = "heads of establishments"
HEAD = "head of the establishment"


def ig_act(paragraph: str, binds: str = f"{IGS} and {HEADS}") -> Citation:
    """5 U.S.C. 405, the Inspector General Act, as far as it was read."""
    return Citation(f"5 U.S.C. 405{paragraph}", Force.STATUTE, binds, Read.SECOND_HAND, _CODE)


DIRECTIVE_077_01 = Citation(
    "DHS Directive 077-01",
    Force.DIRECTIVE,
    "DHS components",
    Read.SECOND_HAND,
    "us-inspectors-general bulk, OIG-12-130",
)
FASA = Citation(
    "Federal Acquisition Streamlining Act, section 6009 (note to 5 U.S.C. 405)",
    Force.STATUTE,
    "heads of federal agencies",
    Read.RECOLLECTION,
)
A_50_RECALLED = Citation(
    "OMB Circular A-50, on audits of others than agencies", Force.POLICY, "executive agencies", Read.RECOLLECTION
)

TRANSMITTAL = Citation(
    "DHS OIG transmittal letters, such as that of OIG-17-119", Force.PRACTICE, "DHS OIG", Read.COPY, "vdocument.in"
)
STATUS_AT_ISSUE = Citation(
    "DHS OIG reports, as others tell of their recommendations", Force.PRACTICE, "DHS OIG", Read.SECOND_HAND
)
DASHBOARD = Citation(
    "recommendations dashboard of the inspectors general for Ukraine",
    Force.PRACTICE,
    "the inspectors general who keep it",
    Read.ORIGINAL,
    "ukraineoversight.gov",
)
FDIC = Citation("FDIC OIG report 12-002EV, appendix V", Force.PRACTICE, "FDIC OIG", Read.ORIGINAL, "fdicig.gov")
OVERSIGHT_GOV = Citation(
    "Oversight.gov, lists of recommendations", Force.PRACTICE, "Oversight.gov", Read.COPY, "oversight.gov"
)
REPORTS = Citation(
    "DHS OIG reports, such as OIG-17-60", Force.PRACTICE, "DHS OIG", Read.ORIGINAL, "oig.dhs.gov, audits"
)
USUAL_WORDS = after("the words that reports of inspectors general are remembered to use", Read.RECOLLECTION)
REPLY_CONTENTS = after("what DHS Directive 077-01 is remembered to ask of a reply", Read.RECOLLECTION)
