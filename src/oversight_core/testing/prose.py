"""The canonical tables once more, written down from the prose and not from the tables: who may move what to where.

Every line is (from, to, who).  Where the prose names a joint act, the one whose entry it is stands here; the other's
consent is evidence.  A table with one of these names and versions must say exactly this: entries keep the name and
the version of their table, so a table that says something else needs another version.
"""

from __future__ import annotations

from itertools import permutations, product

from oversight_core.rules import Lifecycle
from oversight_core.testing.oracle import states_of

Move = tuple[str, str, str]


def _moves(sources: str, targets: str, who: str) -> set[Move]:
    return set(product(sources.split(), targets.split(), who.split()))


# Position.  The addressee speaks, or who speaks for it; an answer may be revised to any other, and nothing that was
# answered is awaited again.
_ANSWERS = "concurred partially_concurred non_concurred neither_agreed_nor_disagreed not_addressed"
_POSITION = (
    _moves("not_stated", "awaiting not_required", "oversight_body")
    | _moves("not_stated awaiting", _ANSWERS, "addressee")
    | {(one, other, "addressee") for one, other in permutations(_ANSWERS.split(), 2)}
)

# Resolution.  Auditor and management agree, and either may bring the other's consent; the audit follow-up official
# decides a dispute; either may revise the decision.
_EITHER = "oversight_body addressee"
_RESOLUTION = (
    _moves("not_stated", "unresolved", "oversight_body")
    | _moves("not_stated unresolved disputed", "resolved", _EITHER)
    | _moves("not_stated unresolved", "disputed", "oversight_body")
    | _moves("disputed", "resolved", "follow_up_official")
    | _moves("resolved", "unresolved", _EITHER)
)

# Implementation, as management reports it; only the oversight body sends back what was reported complete.
_IMPLEMENTATION = (
    _moves("not_stated", "not_started", "oversight_body")
    | _moves("not_stated not_started", "planned", "addressee")
    | _moves("not_stated not_started planned", "in_progress", "addressee")
    | _moves("in_progress", "on_hold", "addressee")
    | _moves("on_hold", "in_progress", "addressee")
    | _moves("not_stated not_started planned in_progress", "reported_complete", "addressee")
    | _moves("reported_complete", "in_progress", "oversight_body")
    | _moves("not_stated not_started planned in_progress on_hold", "no_action_planned", "addressee")
    | _moves("no_action_planned", "planned", "addressee")
)

# Oversight status.  What is open may be met in part, superseded, withdrawn or overtaken; what is closed may be
# reopened, unless it was superseded or withdrawn.  Small bodies have no intake: they receive replies themselves.
_JUDGED = "open_acceptable open_acceptable_alt open_unacceptable"
_OPEN = f"not_stated open_awaiting open_response_received open_partial {_JUDGED}"
_ENDED = (
    "closed_implemented closed_alt closed_exceeds closed_not_implemented closed_no_response closed_not_applicable "
    "closed_risk_accepted"
)
_OVERSIGHT_STATUS = (
    _moves("not_stated", "open_awaiting closed_implemented", "oversight_body")
    | _moves("not_stated open_awaiting", "open_response_received", "intake oversight_body")
    | _moves("open_response_received open_partial", _JUDGED, "oversight_body")
    | {(one, other, "oversight_body") for one, other in permutations(_JUDGED.split(), 2)}
    | _moves(_OPEN, "open_partial", "oversight_body")
    | _moves(
        "open_response_received open_acceptable open_partial open_unacceptable", "closed_implemented", "oversight_body"
    )
    | _moves("open_acceptable_alt open_partial", "closed_alt", "oversight_body")
    | _moves("open_acceptable open_partial", "closed_exceeds", "oversight_body")
    | _moves("open_unacceptable open_response_received open_partial", "closed_not_implemented", "oversight_body")
    | _moves("not_stated open_awaiting", "closed_no_response", "oversight_body")
    | _moves(_OPEN, "closed_superseded closed_withdrawn closed_not_applicable", "oversight_body")
    | _moves("open_unacceptable open_response_received", "closed_risk_accepted", "authorising_official")
    | _moves(_ENDED, "open_awaiting", "oversight_body")
)

# Release of one version of a document.  The oversight body promises, and takes a promise back; a reviewer redacts,
# clears and withholds; either publishes.
_RELEASE = (
    _moves("not_stated", "internal", "oversight_body")
    | _moves("not_stated internal", "promised", "oversight_body")
    | _moves("not_stated internal promised", "in_redaction", "release_reviewer")
    | _moves("promised", "withheld", "oversight_body")
    | _moves("in_redaction", "cleared", "release_reviewer")
    | _moves("cleared", "published", "release_reviewer oversight_body")
    | _moves("published", "superseded", "release_reviewer oversight_body")
    | _moves("not_stated internal in_redaction", "withheld", "release_reviewer")
    | _moves("withheld", "in_redaction", "release_reviewer")
)

# Stage of a complaint.  The inspector general may take it first; the component to which it is referred reports back.
_COMPLAINT_STAGE = (
    _moves("not_stated", "received", "intake")
    | _moves("not_stated received", "screened_out", "intake")
    | _moves("not_stated received", "opened", "oversight_body")
    | _moves("opened", "offered_oig", "oversight_body")
    | _moves("offered_oig", "oig_taken", "inspector_general")
    | _moves("oig_taken", "opened", "inspector_general")
    | _moves("opened offered_oig", "referred retained", "oversight_body")
    | _moves("referred", "component_reported", "addressee")
    | _moves("component_reported", "closed retained", "oversight_body")
    | _moves("retained", "investigating", "oversight_body")
    | _moves("investigating", "investigating findings_issued", "oversight_body")
    | _moves("investigating findings_issued", "closed", "oversight_body")
    | _moves("closed", "investigating", "oversight_body")
)

# Stage of a review.  It may issue more than one memo, also after replies and while it follows up.
_REVIEW_STAGE = (
    _moves("not_stated", "planned", "oversight_body")
    | _moves("not_stated planned", "announced", "oversight_body")
    | _moves("not_stated planned announced", "fieldwork", "oversight_body")
    | _moves("fieldwork", "analysis", "oversight_body")
    | _moves("analysis issued response_received follow_up", "issued", "oversight_body")
    | _moves("issued", "response_received", "addressee")
    | _moves("issued response_received", "follow_up", "oversight_body")
    | _moves("analysis issued response_received follow_up", "closed", "oversight_body")
    | _moves("not_stated planned announced fieldwork analysis", "cancelled", "oversight_body")
    | _moves("closed", "follow_up", "oversight_body")
)

PROSE: dict[tuple[str, str], set[Move]] = {
    ("position", "1"): _POSITION,
    ("resolution", "1"): _RESOLUTION,
    ("implementation", "1"): _IMPLEMENTATION,
    ("oversight_status", "1"): _OVERSIGHT_STATUS,
    ("release", "1"): _RELEASE,
    ("complaint_stage", "1"): _COMPLAINT_STAGE,
    ("review_stage", "1"): _REVIEW_STAGE,
}
"""(name, version) of a canonical table to what the prose lets happen."""


def moves_of(lifecycle: Lifecycle) -> set[Move]:
    """What the rows of a table let happen, whatever evidence they ask for."""
    out: set[Move] = set()
    for rule in lifecycle.rules:
        for source in [rule.source] if isinstance(rule.source, str) else rule.source:
            out |= set(product(states_of(lifecycle, source), [rule.target], rule.actors))
    return out


def differences(lifecycle: Lifecycle) -> list[str]:
    """Where a canonical table and the prose differ; nothing for a table of another name or version."""
    prose = PROSE.get((lifecycle.name, lifecycle.version))
    if prose is None:
        return []
    rows = moves_of(lifecycle)
    extra = [f"a row lets {who!r} move {a!r} to {b!r}, which the prose does not" for a, b, who in sorted(rows - prose)]
    return extra + [
        f"the prose lets {who!r} move {a!r} to {b!r}, and no row does" for a, b, who in sorted(prose - rows)
    ]
