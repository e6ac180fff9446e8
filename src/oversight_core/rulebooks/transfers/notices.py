"""Who tells whom, on which belief: the routes of the plan.

A belief is a standard and what it is held of.  The plan ranks none of them: it asks for significant concerns about an
*agency*, for a substantial basis about an *individual*, for a good-faith basis about an *agency* and the law.
"""

from __future__ import annotations

from oversight_core.rulebooks.transfers.sources import plan
from oversight_core.rules.belief import Belief, Duty, Notice

ALLEGATION = "allegation received"
RELEVANT = "relevant information"
SIGNIFICANT = "significant concerns"
SUBSTANTIAL = "substantial basis to believe"
GOOD_FAITH = "good-faith basis to conclude"
CONCERNS = "concerns"

_CAME = "an individual came into ICE custody from state or local custody as a result of"

ARREST = "improper conduct of a law-enforcement agency led to an individual's arrest and transfer to ICE custody"
BEARS_ON_DISCRETION = "it bears on the Department's exercise of discretion"
AGENCY_ALLEGED = "actions of a law-enforcement agency that is alleged to police with bias"
AGENCY = "actions of a law-enforcement agency"
AGENCY_TRANSFERS = "actions of a law-enforcement agency that resulted in transfers to ICE custody"
PROFILING = f"{_CAME} inappropriate profiling"
VIOLATION_OF_LAW = f"{_CAME} a violation of law"
VIOLATION_OF_POLICY = f"{_CAME} a material violation of DHS policy"
AGENCY_AND_LAW = "an agency that takes part in transfers to ICE may be in violation of federal civil rights law"
SIMILAR = f"similar to: {AGENCY_AND_LAW}"

RELAY = Notice(
    "crcl-relays-to-ice",
    "CRCL",
    "ICE",
    Duty.MAY,
    "CRCL",
    (Belief(SUBSTANTIAL, PROFILING), Belief(SUBSTANTIAL, VIOLATION_OF_LAW), Belief(SUBSTANTIAL, VIOLATION_OF_POLICY)),
    plan("CRCL"),
    "the concerns, and a request for prosecutorial discretion where one applies, at any stage of an inquiry",
)

NOTICES = (
    Notice(
        "ice-tells-crcl",
        "ICE",
        "CRCL",
        Duty.WILL,
        "ICE",
        Belief(ALLEGATION, ARREST),
        plan("ICE"),
        "when its officers or agents receive the allegation; nobody need believe it",
    ),
    Notice(
        "crcl-shares-with-ice",
        "CRCL",
        "ICE",
        Duty.WILL,
        "CRCL",
        Belief(RELEVANT, BEARS_ON_DISCRETION),
        plan("CRCL"),
        "as appropriate, what it identifies while it monitors and investigates",
    ),
    Notice(
        "crcl-assists-response",
        "CRCL",
        "DHS",
        Duty.WILL,
        "CRCL",
        Belief(SIGNIFICANT, AGENCY_ALLEGED),
        plan("CRCL"),
        "it helps to develop a departmental response; both the allegation and the concerns are needed",
    ),
    RELAY,
    Notice(
        "crcl-tells-headquarters",
        "CRCL",
        "DHS headquarters",
        Duty.WILL,
        "CRCL",
        (Belief(SIGNIFICANT, AGENCY), Belief(SIGNIFICANT, AGENCY_TRANSFERS), Belief(SIGNIFICANT, AGENCY_ALLEGED)),
        plan("CRCL"),
        "as appropriate, as internal guidance has it",
    ),
    Notice(
        "crcl-tells-justice",
        "CRCL",
        "DOJ Civil Rights Division",
        Duty.WILL,
        "CRCL",
        Belief(GOOD_FAITH, AGENCY_AND_LAW),
        plan("CRCL"),
        "among others the law on patterns and practices, 42 U.S.C. 14141, now 34 U.S.C. 12601",
    ),
    Notice(
        "crcl-tells-others",
        "CRCL",
        "state attorneys general or others with jurisdiction",
        Duty.MAY,
        "CRCL",
        (Belief(GOOD_FAITH, AGENCY_AND_LAW), Belief(CONCERNS, SIMILAR)),
        plan("CRCL"),
        "the plan says no more than that the concerns are similar to those that the Division is told of",
    ),
)
