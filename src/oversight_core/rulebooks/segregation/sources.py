"""What the rules on segregation rest on.  The directive binds ICE's offices and facilities, and is not law."""

from __future__ import annotations

from oversight_core.moments import Moment
from oversight_core.rulebooks.canonical.words import after
from oversight_core.rules.citation import Citation, Force, Read

SINCE_DIRECTIVE = Moment.parse("2013-09-04")
SINCE_COMMITMENT = Moment.parse("2024-05-29")


def directive(binds: str) -> Citation:
    """The directive, and whom a row of it binds."""
    return Citation(
        "ICE Directive 11065.1 of September 4, 2013, Review of the Use of Segregation for ICE Detainees",
        Force.DIRECTIVE,
        binds,
        Read.SECOND_HAND,
        "cliniclegal.org; UWCHR nwdc-seg docs/index.html",
    )


FROM_KNOWLEDGE = after(
    "the directive, which speaks of the placement: what became known later counts from then",
    Read.SECOND_HAND,
    "cliniclegal.org",
)
WEEKLY_NOTES = Citation(
    "ICE's response of May 29, 2024 to CRCL's memorandum on segregation oversight",
    Force.COMMITMENT,
    "ICE, for its facilities",
    Read.SECOND_HAND,
    "CRCL's summary of its recommendations and ICE's response",
)
WEEK = after("ICE's response: it does not say on which day a week begins", Read.SECOND_HAND)
DETENTION_STANDARDS = Citation(
    "PBNDS 2.12",
    Force.DIRECTIVE,
    "facilities held to these standards, in most cases",
    Read.SECOND_HAND,
    "UWCHR nwdc-seg",
)
UN_BENCHMARK = after("the Nelson Mandela Rules", Read.SECOND_HAND, "UWCHR nwdc-seg")
