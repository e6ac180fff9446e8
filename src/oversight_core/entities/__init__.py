"""What exists: frozen, typed nouns without a status.  No entity knows another; they meet through items.

`KINDS` maps the kind of an item to the class that describes it; a kind that is not in it is a plug-in's own.
"""

from oversight_core.entities.actions import Action
from oversight_core.entities.complaints import Allegation, Complaint
from oversight_core.entities.documents import Document, Listing, Release
from oversight_core.entities.findings import Evidence, Finding
from oversight_core.entities.organisations import Organisation
from oversight_core.entities.recommendations import Recommendation, Update
from oversight_core.entities.responses import Response
from oversight_core.entities.reviews import Review

KINDS: dict[str, type] = {
    "action": Action,
    "allegation": Allegation,
    "complaint": Complaint,
    "document": Document,
    "evidence": Evidence,
    "finding": Finding,
    "listing": Listing,
    "organisation": Organisation,
    "recommendation": Recommendation,
    "release": Release,
    "response": Response,
    "review": Review,
    "update": Update,
}
"""The class of each kind of entity, by the word for it in an item."""

__all__ = [
    "KINDS",
    "Action",
    "Allegation",
    "Complaint",
    "Document",
    "Evidence",
    "Finding",
    "Listing",
    "Organisation",
    "Recommendation",
    "Release",
    "Response",
    "Review",
    "Update",
]
