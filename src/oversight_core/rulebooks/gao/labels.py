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
        Mapping(
            "Closed – No Longer Valid",
            (("oversight_status", "no_longer_valid"),),
            note="seen on product pages only: GAO's database closes as implemented or as not implemented, and so this "
            "label is read, and never the one that a status of ours is put into",
            cites=SCRAPED,
        ),
    ),
)

_SAID: tuple[tuple[str, str, str], ...] = (
    ("concurred", "concurred", ""),
    ("agreed", "concurred", ""),
    ("partially concurred", "partially_concurred", ""),
    ("partially agreed", "partially_concurred", ""),
    ("did not concur", "non_concurred", ""),
    ("no longer concurs", "non_concurred", "it concurred, or did so in part, before"),
    ("neither agreed nor disagreed", "neither_agreed_nor_disagreed", ""),
)
"""What GAO's comments say of a reply, our position, and what else is said by it."""

_SAID_OTHERWISE: tuple[tuple[str, str, str], ...] = (
    ("non-concurred", "non_concurred", "GAO prints: did not concur"),
    ("disagreed", "non_concurred", "GAO prints: did not concur"),
    ("not addressed", "not_addressed", "the reply passes the recommendation over; a word of ours, not of GAO"),
)
"""Words that stand in others' tables of what GAO recommended."""

POSITIONS = Vocabulary(
    "gao/position",
    "gao",
    tuple(
        Mapping(label, (("position", position),), note=note, cites=cites)
        for said, cites in ((_SAID, DATABASE), (_SAID_OTHERWISE, CONVENTION))
        for label, position, note in said
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
    ("closed_no_response", "Closed – Not Implemented", "the ground: that no reply came"),
    (
        ("closed_superseded", "closed_withdrawn", "closed_not_applicable"),
        "Closed – Not Implemented",
        "the ground: that the recommendation no longer stands, for which GAO's database names no label",
    ),
    (
        "closed_risk_accepted",
        "Closed – Not Implemented",
        "that an official of the agency accepts the risk",
    ),
)
_POSITIONS = (
    ("concurred", "concurred", ""),
    ("partially_concurred", "partially concurred", ""),
    ("non_concurred", "did not concur", ""),
    ("neither_agreed_nor_disagreed", "neither agreed nor disagreed", ""),
    ("not_addressed", "not addressed", "that GAO prints no word for it: its comment says nothing of a position"),
)

PROJECTIONS = (
    *(Projection("oversight_status", ours, label, lost, CONVENTION) for ours, label, lost in _OVERSIGHT_STATUS),
    *(Projection("position", ours, label, lost, CONVENTION) for ours, label, lost in _POSITIONS),
)
