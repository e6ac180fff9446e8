"""The Chemical Safety Board: a near copy of NTSB's statuses, and a second look at what was closed.

Which of its words differ from NTSB's is not known, and neither are its codes: a word that is not here is kept raw.
"""

from __future__ import annotations

import attrs

from oversight_core.rulebooks.canonical import OVERSIGHT_STATUS, POSITION
from oversight_core.rulebooks.canonical.words import BOARD_ORDER_22, CONVENTION, after
from oversight_core.rulebooks.ntsb.labels import CODES, NEAREST
from oversight_core.rulebooks.ntsb.tables import EDGES, STATES
from oversight_core.rulebooks.restricting import Kept, restricted
from oversight_core.rules.citation import Read
from oversight_core.rules.projection import Projection
from oversight_core.rules.rulebook import RuleBook
from oversight_core.rules.vocabulary import Vocabulary

_PAGE = "csb.gov/recommendations/statistics"
NEAR_COPY = after("NTSB's statuses, of which CSB's are a near copy", Read.SECOND_HAND, _PAGE)

CSB_STATUS = restricted(
    OVERSIGHT_STATUS,
    "csb_oversight_status",
    "1",
    states=STATES,
    rows=(
        *EDGES,
        Kept(
            "reopen",
            cites=BOARD_ORDER_22,
            means="closed ones are surveyed again; one that is no longer adhered to is open anew",
        ),
    ),
)

STATUSES = Vocabulary("csb/status", "csb", tuple(attrs.evolve(row, code="", cites=NEAR_COPY) for row in CODES.rows))

CSB = RuleBook(
    "csb",
    "1",
    "U.S. Chemical Safety and Hazard Investigation Board",
    (CSB_STATUS, POSITION),
    (STATUSES,),
    note="how often closed recommendations are surveyed again is not known, and no deadline for a reply was found",
    projections=tuple(Projection("oversight_status", ours, label, lost, CONVENTION) for ours, label, lost in NEAREST),
)
