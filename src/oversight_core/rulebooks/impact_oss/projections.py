"""Which word of IMPACT OSS comes nearest to a status of ours, and what it leaves out."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import CONVENTION
from oversight_core.rulebooks.upr.projections import (
    ACCEPTABLE,
    MET_OTHERWISE,
    ON_POSITION,
    PARTLY_MET,
    STOPPED,
    UNACCEPTABLE,
    VERIFIED,
)
from oversight_core.rules.projection import Projection

_NO_LEVEL = "the label does not say whether an answer was asked for"
_NO_TARGET = "the label does not say whether there is a plan with a target"
_NOTHING_YET = "the label says that something is being prepared, which nobody has said"
_AWAITED = "the label does not say that a reply is awaited, and says that something is being prepared"

PROJECTIONS = (
    *ON_POSITION,
    Projection("position", "not_required", "not applicable", _NO_LEVEL, CONVENTION),
    Projection("implementation", "not_started", "In preparation", _NOTHING_YET, CONVENTION),
    Projection("implementation", "planned", "In preparation", _NO_TARGET, CONVENTION),
    Projection("implementation", "in_progress", "In progress", cites=CONVENTION),
    Projection("implementation", "on_hold", "In progress", STOPPED, CONVENTION),
    Projection("implementation", "reported_complete", "Completed", cites=CONVENTION),
    Projection("oversight_status", "open_awaiting", "In preparation", _AWAITED, CONVENTION),
    Projection("oversight_status", ("open_acceptable", "open_acceptable_alt"), "In progress", ACCEPTABLE, CONVENTION),
    Projection("oversight_status", "open_unacceptable", "noted", UNACCEPTABLE, CONVENTION),
    Projection("oversight_status", "open_partial", "In progress", PARTLY_MET, CONVENTION),
    Projection("oversight_status", "closed_implemented", "Completed", VERIFIED, CONVENTION),
    Projection("oversight_status", ("closed_alt", "closed_exceeds"), "Completed", MET_OTHERWISE, CONVENTION),
)
