"""Which word of the review comes nearest to a status of ours, and what it leaves out.

Where no word comes near, no row is here.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import CONVENTION
from oversight_core.rulebooks.upr.labels import NOTED_IS_NO_REFUSAL
from oversight_core.rules.projection import Projection

STOPPED = "the label does not say that work has stopped for now"
ACCEPTABLE = "the label is the addressee's report; it does not say that what is planned or done would be enough"
UNACCEPTABLE = "the label is the addressee's answer; it does not say that what is planned or done is not enough"
PARTLY_MET = "the label is the addressee's report; it does not say that a part has been seen to be met"
VERIFIED = "the label is the addressee's report; it does not say that anybody else has looked"
MET_OTHERWISE = "the label does not say that another way was taken or more was done, nor that anybody else has looked"
_UNSAID = "the label does not say whether something is planned or refused"
_CLOSED = "the label does not say that the recommendation is closed, nor on which ground"

ON_POSITION = (
    Projection("position", "concurred", "supported", cites=CONVENTION),
    Projection("position", "partially_concurred", "supported in part", cites=CONVENTION),
    Projection("position", "non_concurred", "noted", NOTED_IS_NO_REFUSAL, CONVENTION),
)

PROJECTIONS = (
    *ON_POSITION,
    Projection("position", "awaiting", "pending", cites=CONVENTION),
    Projection("implementation", "not_started", "No action", cites=CONVENTION),
    Projection("implementation", ("planned", "no_action_planned"), "No action", _UNSAID, CONVENTION),
    Projection("implementation", "in_progress", "Ongoing", cites=CONVENTION),
    Projection("implementation", "on_hold", "Ongoing", STOPPED, CONVENTION),
    Projection("implementation", "reported_complete", "Completed", cites=CONVENTION),
    Projection("oversight_status", ("open_acceptable", "open_acceptable_alt"), "Ongoing", ACCEPTABLE, CONVENTION),
    Projection("oversight_status", "open_unacceptable", "noted", UNACCEPTABLE, CONVENTION),
    Projection("oversight_status", "open_partial", "Ongoing", PARTLY_MET, CONVENTION),
    Projection("oversight_status", "closed_implemented", "Completed", VERIFIED, CONVENTION),
    Projection("oversight_status", ("closed_alt", "closed_exceeds"), "Completed", MET_OTHERWISE, CONVENTION),
    Projection("oversight_status", ("closed_not_implemented", "closed_no_response"), "No action", _CLOSED, CONVENTION),
)
