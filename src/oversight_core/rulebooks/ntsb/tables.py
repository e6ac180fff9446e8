"""NTSB's tables: it judges every reply, and closes by its judgement."""

from __future__ import annotations

from oversight_core.rulebooks.canonical import OVERSIGHT_STATUS, POSITION
from oversight_core.rulebooks.canonical.words import CONVENTION, NOT_STATED, NTSB_CODES
from oversight_core.rulebooks.restricting import Kept, restricted
from oversight_core.rules.citation import Citation, Force, Read

_COPY = "civic-source/us-code title-49/chapter-11/section-1135.md"
_BINDS = "Secretary of Transportation, answering NTSB"


def answering(paragraph: str) -> Citation:
    """49 U.S.C. 1135, as far as it was read."""
    return Citation(f"49 U.S.C. 1135{paragraph}", Force.STATUTE, _BINDS, Read.SECOND_HAND, _COPY)


STATES = (
    NOT_STATED.name,
    "open_awaiting",
    "open_response_received",
    "open_acceptable",
    "open_acceptable_alt",
    "open_unacceptable",
    "closed_implemented",
    "closed_alt",
    "closed_exceeds",
    "closed_not_implemented",
    "closed_no_response",
    "closed_superseded",
    "closed_withdrawn",
    "closed_not_applicable",
)

_EVIDENCE = "verified_evidence"

EDGES = (
    Kept("issue", cites=CONVENTION),
    Kept("receive"),
    Kept("assess_acceptable"),
    Kept("assess_acceptable_alt"),
    Kept("assess_unacceptable"),
    Kept("verify", "open_acceptable", _EVIDENCE, NTSB_CODES, "no source speaks of a request to close it"),
    Kept("verify_exceeds", "open_acceptable", _EVIDENCE),
    Kept("verify_alt", "open_acceptable_alt", _EVIDENCE),
    Kept("close_not_implemented", "open_unacceptable", cites=NTSB_CODES),
    Kept("close_no_response"),
    Kept("supersede"),
    Kept("withdraw"),
    Kept("overtake"),
)
"""OAR → ORR → OAA, OAAR or OUA, which interchange; OAA → CAA or CEX; OAAR → CAAA; OUA → CUA; OAR → CUAN; any open one
→ CS, CR or CNLA."""

NTSB_STATUS = restricted(OVERSIGHT_STATUS, "ntsb_oversight_status", "1", states=STATES, rows=EDGES)

_FIRST = (NOT_STATED.name, "awaiting")
_ANSWER = answering("")

NTSB_POSITION = restricted(
    POSITION,
    "ntsb_position",
    "1",
    states=(*_FIRST, "concurred", "partially_concurred", "non_concurred"),
    rows=(
        Kept("issue", cites=CONVENTION),
        Kept("concur", _FIRST, ("reply", "timetable"), _ANSWER, "adopts all of it"),
        Kept(
            "partially_concur",
            _FIRST,
            ("reply", "accepted_part", "timetable", "reasons"),
            _ANSWER,
            "adopts a part, and says why not the rest",
        ),
        Kept("non_concur", _FIRST, ("reply", "reasons"), _ANSWER, "refuses, and says why"),
        Kept("concur", "answered"),
        Kept("partially_concur", "answered"),
        Kept("non_concur", "answered"),
    ),
)
