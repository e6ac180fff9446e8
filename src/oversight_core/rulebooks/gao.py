"""The Government Accountability Office: it says open or closed, and does not judge replies.

Its table has fewer states than the canonical one and freer rows: whatever is open may be closed.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical import IMPLEMENTATION, POSITION
from oversight_core.rulebooks.canonical.conditions import VERIFIER_IS_NOT_SUPPLIER
from oversight_core.rulebooks.canonical.oversight_status import GROUPS, STATES, VERIFY_PARTIAL
from oversight_core.rulebooks.canonical.words import CONVENTION, GAO_LABELS, INTAKE, NOT_STATED, OVERSIGHT_BODY
from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule
from oversight_core.rules.rulebook import RuleBook
from oversight_core.rules.vocabulary import Mapping, Vocabulary

_HELD = (
    NOT_STATED.name,
    "open_awaiting",
    "open_response_received",
    "open_partial",
    "closed_implemented",
    "closed_not_implemented",
    "closed_not_applicable",
)
_START = (NOT_STATED.name, "open_awaiting")
_ANY_OPEN = (NOT_STATED.name, "open")


def _held(group: Group) -> Group:
    return Group(group.name, tuple(state for state in group.states if state in _HELD), group.meaning)


GAO_STATUS = Lifecycle(
    "gao_oversight_status",
    "1",
    "oversight_status",
    NOT_STATED.name,
    states=tuple(state for state in STATES if state.name in _HELD),
    rules=(
        Rule(NOT_STATED.name, "issue", "open_awaiting", OVERSIGHT_BODY, expects="report", cites=GAO_LABELS),
        Rule(_START, "receive", "open_response_received", (INTAKE, OVERSIGHT_BODY), expects="reply", cites=CONVENTION),
        VERIFY_PARTIAL,
        Rule(
            "open_partial",
            "return_to_open",
            "open_response_received",
            OVERSIGHT_BODY,
            cites=GAO_LABELS,
            means="GAO simply changes the label; the reply stays received",
        ),
        Rule(
            _ANY_OPEN,
            "verify",
            "closed_implemented",
            OVERSIGHT_BODY,
            expects="verified_evidence",
            guards="verifier_is_not_supplier",
            cites=GAO_LABELS,
            means="GAO asks for no closure request",
        ),
        Rule(
            _ANY_OPEN,
            "close_not_implemented",
            "closed_not_implemented",
            OVERSIGHT_BODY,
            expects="rationale",
            cites=GAO_LABELS,
        ),
        Rule(
            _ANY_OPEN,
            "overtake",
            "closed_not_applicable",
            OVERSIGHT_BODY,
            expects="rationale",
            cites=CONVENTION,
            means="no longer valid",
        ),
    ),
    groups=tuple(_held(group) for group in GROUPS),
    guards=(VERIFIER_IS_NOT_SUPPLIER,),
    kinds="recommendation",
)

DATABASE = Citation(
    "GAO's recommendations database",
    Force.PRACTICE,
    "GAO",
    Read.COPY,
    "gao.gov/reports-testimonies/recommendations-database",
)
SCRAPED = Citation("GAO product pages, as an analysis of them shows", Force.PRACTICE, "GAO", Read.SECOND_HAND)

STATUSES = Vocabulary(
    "gao/status",
    "gao",
    (
        Mapping("Open", (("oversight_status", "open"),), cites=DATABASE),
        Mapping("Open – Partially Addressed", (("oversight_status", "open_partial"),), cites=DATABASE),
        Mapping(
            "Closed – Implemented",
            (("oversight_status", "implemented"),),
            note="GAO does not say whether another way was taken, or more was done",
            cites=DATABASE,
        ),
        Mapping(
            "Closed – Not Implemented",
            (("oversight_status", "not_implemented"),),
            note="the ground is in the comment, not in the label",
            cites=DATABASE,
        ),
        Mapping("Closed – No Longer Valid", (("oversight_status", "no_longer_valid"),), cites=SCRAPED),
    ),
)

POSITIONS = Vocabulary(
    "gao/position",
    "gao",
    (
        Mapping("concurred", (("position", "concurred"),), cites=DATABASE),
        Mapping("agreed", (("position", "concurred"),), cites=DATABASE),
        Mapping("partially concurred", (("position", "partially_concurred"),), cites=DATABASE),
        Mapping("partially agreed", (("position", "partially_concurred"),), cites=DATABASE),
        Mapping("non-concurred", (("position", "non_concurred"),), cites=DATABASE),
        Mapping("did not concur", (("position", "non_concurred"),), cites=DATABASE),
        Mapping("disagreed", (("position", "non_concurred"),), cites=DATABASE),
        Mapping("neither agreed nor disagreed", (("position", "neither_agreed_nor_disagreed"),), cites=DATABASE),
        Mapping(
            "not addressed",
            (("position", "not_addressed"),),
            note="the reply passes the recommendation over",
            cites=DATABASE,
        ),
    ),
)

GAO = RuleBook(
    "gao",
    "1",
    "U.S. Government Accountability Office",
    (GAO_STATUS, POSITION, IMPLEMENTATION),
    (STATUSES, POSITIONS),
    note="priority is a flag beside the status, not a status",
)
