"""The Office for Civil Rights and Civil Liberties: it publishes positions, actions and promises to publish.

None of its words is an oversight status and none of its documents closes a recommendation, so no table for
`oversight_status` is here for a label to name.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical import (
    COMPLAINT_STAGE,
    COMPLAINT_STAGE_1,
    IMPLEMENTATION,
    POSITION,
    RELEASE,
    REVIEW_STAGE,
)
from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.rulebook import RuleBook
from oversight_core.rules.vocabulary import Mapping, Vocabulary

SUMMARIES = Citation(
    "public summaries of CRCL recommendation memos",
    Force.PRACTICE,
    "CRCL",
    Read.ORIGINAL,
    "dhs.gov/publications-library/collections/crcl-recommendation-and-investigation-memos",
)

POSITIONS = Vocabulary(
    "crcl/position",
    "crcl",
    (
        Mapping("concurred", (("position", "concurred"),), cites=SUMMARIES),
        Mapping("concur", (("position", "concurred"),), cites=SUMMARIES),
        Mapping("partially concurred", (("position", "partially_concurred"),), cites=SUMMARIES),
        Mapping("partially concur", (("position", "partially_concurred"),), cites=SUMMARIES),
        Mapping("non-concurred", (("position", "non_concurred"),), cites=SUMMARIES),
        Mapping("non-concur", (("position", "non_concurred"),), cites=SUMMARIES),
        Mapping("did not concur", (("position", "non_concurred"),), cites=SUMMARIES),
    ),
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

CRCL = RuleBook(
    "crcl",
    "1",
    "DHS Office for Civil Rights and Civil Liberties",
    (POSITION, IMPLEMENTATION, RELEASE, COMPLAINT_STAGE, REVIEW_STAGE),
    (POSITIONS, ACTIONS, RELEASES),
    facts=("latest_applied", "programme"),
    earlier=(COMPLAINT_STAGE_1,),
    note="no deadline for a reply was found; where a memo states none there is none",
)
