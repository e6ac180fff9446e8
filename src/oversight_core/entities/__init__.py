"""What exists: frozen, typed nouns without a status.  No entity knows another; they meet through items.

`KINDS` maps the kind of an item to the class that describes it; a kind that is not in it is a plug-in's own.
"""

from oversight_core.entities.actions import Action, DateRevision, Milestone
from oversight_core.entities.commitments import Commitment
from oversight_core.entities.complaints import Allegation, Complaint
from oversight_core.entities.contracts import ContractStandard
from oversight_core.entities.custody import CustodyHold, Placement, PlacementNotice, PlacementReport, PlacementReview
from oversight_core.entities.decisions import FinalAction, ManagementDecision, Money
from oversight_core.entities.documents import Document, Listing, Release
from oversight_core.entities.facilities import Facility
from oversight_core.entities.figures import Figure
from oversight_core.entities.findings import Evidence, Finding
from oversight_core.entities.inspections import Deficiency, Inspection
from oversight_core.entities.monitoring import Indicator, Outlier, ProgressReport, StatisticalReview
from oversight_core.entities.organisations import Organisation
from oversight_core.entities.programmes import Mandate, Meeting, Programme, RedressChannel
from oversight_core.entities.recommendations import Recommendation, Update
from oversight_core.entities.referrals import DiscretionRequest, Referral, TransferRequest
from oversight_core.entities.responses import DepartmentalResponse, Response
from oversight_core.entities.reviews import Review
from oversight_core.entities.risks import Deviation, Risk

KINDS: dict[str, type] = {
    "action": Action,
    "allegation": Allegation,
    "commitment": Commitment,
    "complaint": Complaint,
    "contract-standard": ContractStandard,
    "custody-hold": CustodyHold,
    "date-revision": DateRevision,
    "deficiency": Deficiency,
    "departmental-response": DepartmentalResponse,
    "deviation": Deviation,
    "discretion-request": DiscretionRequest,
    "document": Document,
    "evidence": Evidence,
    "facility": Facility,
    "figure": Figure,
    "final-action": FinalAction,
    "finding": Finding,
    "indicator": Indicator,
    "inspection": Inspection,
    "listing": Listing,
    "management-decision": ManagementDecision,
    "mandate": Mandate,
    "meeting": Meeting,
    "milestone": Milestone,
    "money": Money,
    "organisation": Organisation,
    "outlier": Outlier,
    "placement": Placement,
    "placement-notice": PlacementNotice,
    "placement-report": PlacementReport,
    "placement-review": PlacementReview,
    "programme": Programme,
    "progress-report": ProgressReport,
    "recommendation": Recommendation,
    "redress-channel": RedressChannel,
    "referral": Referral,
    "release": Release,
    "response": Response,
    "review": Review,
    "risk": Risk,
    "statistical-review": StatisticalReview,
    "transfer-request": TransferRequest,
    "update": Update,
}
"""The class of each kind of entity, by the word for it in an item."""

ABOUT_PEOPLE = frozenset(
    {
        "allegation",
        "complaint",
        "custody-hold",
        "discretion-request",
        "placement",
        "placement-notice",
        "placement-report",
        "placement-review",
        "referral",
        "transfer-request",
    }
)
"""Kinds about people: no identity is made of their words."""

__all__ = [
    "ABOUT_PEOPLE",
    "KINDS",
    "Action",
    "Allegation",
    "Commitment",
    "Complaint",
    "ContractStandard",
    "CustodyHold",
    "DateRevision",
    "Deficiency",
    "DepartmentalResponse",
    "Deviation",
    "DiscretionRequest",
    "Document",
    "Evidence",
    "Facility",
    "Figure",
    "FinalAction",
    "Finding",
    "Indicator",
    "Inspection",
    "Listing",
    "ManagementDecision",
    "Mandate",
    "Meeting",
    "Milestone",
    "Money",
    "Organisation",
    "Outlier",
    "Placement",
    "PlacementNotice",
    "PlacementReport",
    "PlacementReview",
    "Programme",
    "ProgressReport",
    "Recommendation",
    "RedressChannel",
    "Referral",
    "Release",
    "Response",
    "Review",
    "Risk",
    "StatisticalReview",
    "TransferRequest",
    "Update",
]
