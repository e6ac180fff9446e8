"""The canonical tables as the plan has them: what it says of a row is a commitment of whom it binds."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.discretion import DISCRETION_STAGE
from oversight_core.rulebooks.canonical.mandate import MANDATE_STAGE
from oversight_core.rulebooks.canonical.meeting import MEETING_STAGE
from oversight_core.rulebooks.canonical.referral import REFERRAL_STAGE
from oversight_core.rulebooks.canonical.transfer import TRANSFER_STAGE
from oversight_core.rulebooks.restating import restated
from oversight_core.rulebooks.transfers.conditions import BASIS_SUFFICES, REQUEST_HAS_BASIS
from oversight_core.rulebooks.transfers.sources import MEMORANDUM, plan

_ICE = plan("ICE")

REFERRALS = restated(
    REFERRAL_STAGE,
    "transfers_referral_stage",
    cites={"send": plan("CRCL and ICE")},
    guards={"send": BASIS_SUFFICES},
)
DISCRETION_REQUESTS = restated(
    DISCRETION_STAGE,
    "transfers_discretion_stage",
    cites={
        "submit": plan("CRCL"),
        "route": _ICE,
        "decide_in_field": _ICE,
        "review_at_headquarters": _ICE,
        "decide": _ICE,
    },
    guards={"submit": REQUEST_HAS_BASIS},
)
TRANSFER_REQUESTS = restated(
    TRANSFER_STAGE,
    "transfers_transfer_stage",
    cites={
        "find_consistent": _ICE,
        "find_other_interest": _ICE,
        "find_inconsistent": _ICE,
        "consider_discretion": _ICE,
    },
)
MANDATES = restated(
    MANDATE_STAGE, "transfers_mandate_stage", cites={"give": MEMORANDUM, "plan": MEMORANDUM, "put_in_force": MEMORANDUM}
)
MEETINGS = restated(MEETING_STAGE, "transfers_meeting_stage", cites={"hold": plan("CRCL and ICE")})

TABLES = (REFERRALS, DISCRETION_REQUESTS, TRANSFER_REQUESTS, MANDATES, MEETINGS)
