"""GAO's words: open or closed, and what it says of the agency's position; and which of them comes nearest to ours."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import CONVENTION
from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.projection import Projection
from oversight_core.rules.vocabulary import Mapping, Vocabulary

DATABASE = Citation(
    "GAO's recommendations database",
    Force.PRACTICE,
    "GAO",
    Read.COPY,
    "gao.gov/reports-testimonies/recommendations-database",
)
SCRAPED = Citation("GAO product pages, as an analysis of them shows", Force.PRACTICE, "GAO", Read.SECOND_HAND)

STATUSES = Vocabulary(
    "gao/status",
    "gao",
    (
        Mapping("Open", (("oversight_status", "open"),), cites=DATABASE),
        Mapping("Open – Partially Addressed", (("oversight_status", "open_partial"),), cites=DATABASE),
        Mapping(
            "Closed – Implemented",
            (("oversight_status", "implemented"),),
            note="GAO does not say whether another way was taken, or more was done",
            cites=DATABASE,
        ),
        Mapping(
            "Closed – Not Implemented",
            (("oversight_status", "not_implemented"),),
            note="the ground is in the comment, not in the label",
            cites=DATABASE,
        ),
        Mapping("Closed – No Longer Valid", (("oversight_status", "no_longer_valid"),), cites=SCRAPED),
    ),
)

POSITIONS = Vocabulary(
    "gao/position",
    "gao",
    (
        Mapping("concurred", (("position", "concurred"),), cites=DATABASE),
        Mapping("agreed", (("position", "concurred"),), cites=DATABASE),
        Mapping("partially concurred", (("position", "partially_concurred"),), cites=DATABASE),
        Mapping("partially agreed", (("position", "partially_concurred"),), cites=DATABASE),
        Mapping("non-concurred", (("position", "non_concurred"),), cites=DATABASE),
        Mapping("did not concur", (("position", "non_concurred"),), cites=DATABASE),
        Mapping("disagreed", (("position", "non_concurred"),), cites=DATABASE),
        Mapping("neither agreed nor disagreed", (("position", "neither_agreed_nor_disagreed"),), cites=DATABASE),
        Mapping(
            "not addressed",
            (("position", "not_addressed"),),
            note="the reply passes the recommendation over",
            cites=DATABASE,
        ),
    ),
)

_OVERSIGHT_STATUS: tuple[tuple[str | tuple[str, ...], str, str], ...] = (
    (("open_awaiting", "open_response_received"), "Open", ""),
    (
        ("open_acceptable", "open_acceptable_alt", "open_unacceptable"),
        "Open",
        "that the reply was judged, and how: GAO does not judge replies",
    ),
    ("open_partial", "Open – Partially Addressed", ""),
    ("closed_implemented", "Closed – Implemented", ""),
    (("closed_alt", "closed_exceeds"), "Closed – Implemented", "that another way was taken, or more was done"),
    ("closed_not_implemented", "Closed – Not Implemented", ""),
    (
        ("closed_no_response", "closed_superseded", "closed_withdrawn", "closed_not_applicable"),
        "Closed – Not Implemented",
        "the ground: that no reply came, or that the recommendation no longer stands",
    ),
    (
        "closed_risk_accepted",
        "Closed – Not Implemented",
        "that an official of the agency accepts the risk",
    ),
)
_POSITIONS = (
    ("concurred", "concurred"),
    ("partially_concurred", "partially concurred"),
    ("non_concurred", "did not concur"),
    ("neither_agreed_nor_disagreed", "neither agreed nor disagreed"),
    ("not_addressed", "not addressed"),
)

PROJECTIONS = (
    *(Projection("oversight_status", ours, label, lost, CONVENTION) for ours, label, lost in _OVERSIGHT_STATUS),
    *(Projection("position", ours, label, cites=CONVENTION) for ours, label in _POSITIONS),
)
