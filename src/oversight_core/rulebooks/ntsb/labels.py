"""NTSB's words and codes, as two pages of another agency print them; the same code means other things on each."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import CONVENTION
from oversight_core.rulebooks.ntsb.tables import answering
from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.projection import Projection
from oversight_core.rules.vocabulary import Mapping, Vocabulary

CODES_PAGE = "phmsa.dot.gov/hazmat/standards-rulemaking/ntsb-recommendations"
OTHER_PAGE = "phmsa.dot.gov/ntsb"


def _printed_on(page: str) -> Citation:
    return Citation("NTSB status codes, as PHMSA prints them", Force.PRACTICE, "NTSB", Read.SECOND_HAND, page)


_ROWS: tuple[tuple[str, str, str, str], ...] = (
    ("OAR", "Open – Await Response", "open_awaiting", ""),
    ("ORR", "Open – Response Received", "open_response_received", ""),
    ("OAA", "Open – Acceptable", "open_acceptable", ""),
    ("OAAR", "Open – Acceptable Alternate", "open_acceptable_alt", ""),
    ("OUA", "Open – Unacceptable", "open_unacceptable", ""),
    ("CEX", "Closed – Exceeds", "closed_exceeds", ""),
    ("CAA", "Closed – Acceptable Action", "closed_implemented", ""),
    ("CAAA", "Closed – Acceptable Alternate", "closed_alt", ""),
    ("CUA", "Closed – Unacceptable", "closed_not_implemented", ""),
    ("CUAN", "Closed – Unacceptable/No Response", "closed_no_response", ""),
    ("CR", "Closed – Reconsidered", "closed_withdrawn", ""),
    ("CNLA", "Closed – No Longer Applicable", "closed_not_applicable", ""),
    ("CS", "Closed – Superseded", "closed_superseded", ""),
    ("CAAS", "Closed – Acceptable Action/Superseded", "closed_superseded", "the action until then was acceptable"),
    (
        "CAAAS",
        "Closed – Acceptable Alternate/Superseded",
        "closed_superseded",
        "another way was taken until then, and was acceptable",
    ),
    ("CUAS", "Closed – Unacceptable/Superseded", "closed_superseded", "the action until then was unacceptable"),
)
"""Code, words, our status, and what the status does not say: of a superseded one, the verdict that it keeps."""

CODES = Vocabulary(
    "ntsb/codes",
    "ntsb",
    tuple(
        Mapping(label, (("oversight_status", status),), bool(note), code, note, _printed_on(CODES_PAGE))
        for code, label, status, note in _ROWS
    ),
    scheme=CODES_PAGE,
)

OTHER_CODES = Vocabulary(
    "ntsb/other-codes",
    "ntsb",
    (
        Mapping(
            "Open – Acceptable Response",
            (("oversight_status", "open_acceptable"),),
            code="OAR",
            note="on the other page this code awaits a response",
            cites=_printed_on(OTHER_PAGE),
        ),
        Mapping(
            "Open – Acceptable Action",
            (("oversight_status", "open_acceptable"),),
            code="OAA",
            note="what was done is acceptable, and not only what was answered; it is still open",
            cites=_printed_on(OTHER_PAGE),
        ),
    ),
    scheme=OTHER_PAGE,
)
"""Only the two codes that are known to mean something else there; any other is kept as it stands."""

POSITIONS = Vocabulary(
    "ntsb/position",
    "ntsb",
    (
        Mapping("adopt all", (("position", "concurred"),), cites=answering("")),
        Mapping("adopt part", (("position", "partially_concurred"),), cites=answering("")),
        Mapping("refuse", (("position", "non_concurred"),), cites=answering("")),
    ),
)

NEAREST: tuple[tuple[str, str, str], ...] = (
    *((status, label, "") for code, label, status, note in _ROWS if not note),
    ("open_partial", "Open – Acceptable", "that a part of it has been met"),
    ("closed_risk_accepted", "Closed – Unacceptable", "that an official of the addressee accepts the risk"),
)
"""Our status, the words that come nearest, and what they do not say."""

PROJECTIONS = (
    *(Projection("oversight_status", status, label, lost, CONVENTION) for status, label, lost in NEAREST),
    *(Projection("position", row.targets[0][1], row.label, cites=CONVENTION) for row in POSITIONS.rows),
)
