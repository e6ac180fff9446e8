"""CRCL's words: positions, actions, promises to publish, and how far a review has come; never an oversight status."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import CONVENTION
from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.projection import Projection
from oversight_core.rules.vocabulary import Mapping, Vocabulary

SUMMARIES = Citation(
    "public summaries of CRCL recommendation memos",
    Force.PRACTICE,
    "CRCL",
    Read.ORIGINAL,
    "dhs.gov/publications-library/collections/crcl-recommendation-and-investigation-memos",
)

_SAID: tuple[tuple[str, str], ...] = (
    ("concurred", "concurred"),
    ("concur", "concurred"),
    ("agree", "concurred"),
    ("partially concurred", "partially_concurred"),
    ("partially concur", "partially_concurred"),
    ("non-concurred", "non_concurred"),
    ("non-concur", "non_concurred"),
    ("nonconcurred", "non_concurred"),
    ("nonconcur", "non_concurred"),
    ("did not concur", "non_concurred"),
    ("disagree", "non_concurred"),
)
"""What a summary says of the component's answer, with and without a hyphen, and our position."""

POSITIONS = Vocabulary(
    "crcl/position",
    "crcl",
    tuple(Mapping(label, (("position", position),), cites=SUMMARIES) for label, position in _SAID),
)

ACTIONS = Vocabulary(
    "crcl/action",
    "crcl",
    (
        Mapping("agreed", (("implementation", "planned"),), note="agreed to do it", cites=SUMMARIES),
        Mapping(
            "reported done",
            (("implementation", "reported_complete"),),
            note="told as done; nobody else has looked",
            cites=SUMMARIES,
        ),
    ),
)

RELEASES = Vocabulary(
    "crcl/release",
    "crcl",
    (Mapping("promised", (("release", "promised"),), note="says that it will publish", cites=SUMMARIES),),
)

REVIEWS = Vocabulary(
    "crcl/review",
    "crcl",
    (
        Mapping("issued", (("stage", "issued"),), note="a memo of the review is out", cites=SUMMARIES),
        Mapping("answered", (("stage", "response_received"),), note="every memo is answered", cites=SUMMARIES),
        Mapping("follow-up", (("stage", "follow_up"),), note="an implementation review, not always", cites=SUMMARIES),
        Mapping(
            "closed",
            (("stage", "closed"),),
            note="a close memo, then a summary; of the review, not of a recommendation",
            cites=SUMMARIES,
        ),
    ),
)

_POSITIONS = (
    ("concurred", "concurred"),
    ("partially_concurred", "partially concurred"),
    ("non_concurred", "non-concurred"),
)

PROJECTIONS = (
    Projection(
        "oversight_status",
        "open_awaiting",
        "issued",
        "that CRCL holds a recommendation open: it says so of none, and only that its memo is out",
        CONVENTION,
    ),
    *(Projection("position", ours, label, cites=CONVENTION) for ours, label in _POSITIONS),
)
