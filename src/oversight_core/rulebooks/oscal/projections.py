"""Which status of a risk comes nearest to an oversight status of ours, and what it leaves out.

Where something is closed although it was not done, no risk status comes near.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import CONVENTION
from oversight_core.rules.projection import Projection

_AWAITED = "the label does not say that a reply is awaited"
_NOT_ENOUGH = "the label does not say that there is a reply, nor that it was found not to be enough"
_RECEIVED = "the label says that the risk is looked into, which a reply that is not judged does not say"
_JUDGED = "the label does not say how what is planned or done was judged, nor that another way is taken"
_DONE = "the label does not say that what was recommended was done"
_OTHERWISE = "the label does not say that another way was taken or more was done"
_MOOT = "the label does not say that the recommendation no longer stands, nor why; the risk may be there still"
_ACCEPTED = "the label does not say that the oversight body took note"

PROJECTIONS = (
    Projection("oversight_status", "open_awaiting", "open", _AWAITED, CONVENTION),
    Projection("oversight_status", "open_response_received", "investigating", _RECEIVED, CONVENTION),
    Projection(
        "oversight_status",
        ("open_acceptable", "open_acceptable_alt", "open_partial"),
        "remediating",
        _JUDGED,
        CONVENTION,
    ),
    Projection("oversight_status", "open_unacceptable", "open", _NOT_ENOUGH, CONVENTION),
    Projection("oversight_status", "closed_implemented", "closed", _DONE, CONVENTION),
    Projection("oversight_status", ("closed_alt", "closed_exceeds"), "closed", _OTHERWISE, CONVENTION),
    Projection(
        "oversight_status",
        ("closed_superseded", "closed_withdrawn", "closed_not_applicable"),
        "closed",
        _MOOT,
        CONVENTION,
    ),
    Projection("oversight_status", "closed_risk_accepted", "deviation-approved", _ACCEPTED, CONVENTION),
)
