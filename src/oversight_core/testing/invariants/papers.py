"""What acts and answers are expected to rest on: a reply, a plan, evidence that another has verified, a memo."""

from __future__ import annotations

from oversight_core.entities import Document, Evidence, Response
from oversight_core.ledger import Case
from oversight_core.rulebooks.canonical.conditions import own
from oversight_core.testing.invariants.invariant import Found, Seen

ANSWERS = frozenset(
    {"concurred", "partially_concurred", "non_concurred", "neither_agreed_nor_disagreed", "not_addressed"}
)
AGREEING = frozenset({"concurred", "partially_concurred"})
UNDER_WAY = frozenset({"planned", "in_progress", "on_hold", "reported_complete"})


def _at(case: Case, axis: str) -> str:
    return case.status(axis).value


def position_has_a_response(seen: Seen) -> Found:
    """An answer has a reply; one that agrees has a plan, or says that it is done already."""
    answered = {response.answers for _, response in seen.described(Response)}
    for item, case in seen.cases.items():
        position, shown = case.status("position"), seen.shown(item)
        if position.value not in ANSWERS:
            continue
        document = getattr(case.described, "document", None)
        printed = position.entry is not None and bool(position.entry.entry.excerpts)
        if not ({item, document} & answered or "reply" in shown or printed):
            yield item, f"{position.value}, and no reply is in the record"
        if position.value in AGREEING and "plan" not in shown and _at(case, "implementation") not in UNDER_WAY:
            yield item, f"{position.value}, and neither a plan nor word that it is done is in the record"


def partial_is_split(seen: Seen) -> Found:
    """What is agreed to in part says which part, and why not the rest."""
    for item, case in seen.cases.items():
        missing = sorted({"accepted_part", "reasons"} - seen.shown(item, "position"))
        if _at(case, "position") == "partially_concurred" and missing:
            yield item, f"partially concurred without {' and '.join(missing)}"


def implemented_is_verified(seen: Seen) -> Found:
    """What is closed as implemented has evidence, verified by another than supplied it."""
    verified = {
        evidence.about
        for _, evidence in seen.described(Evidence)
        if evidence.verified_by and evidence.verified_by != evidence.supplied_by
    }
    for item, case in seen.cases.items():
        if _at(case, "oversight_status") in ("closed_implemented", "implemented") and item not in verified:
            closing = [step for step in seen.applied(item, "oversight_status") if step.step.target.startswith("closed")]
            exhibits = own(closing[-1].attempt, "verified_evidence") if closing else ()
            if not exhibits:
                yield item, "closed as implemented without verified evidence"
            elif all(exhibits):
                yield item, "closed as implemented on evidence that its verifier supplied"


def retained_has_a_memo(seen: Seen) -> Found:
    """A complaint that was retained has its retention memo."""
    memos = {doc.review for _, doc in seen.described(Document) if doc.type == "retention-memorandum"} - {None}
    for item, case in seen.cases.items():
        retained = "retained" in seen.statuses(item, "stage")
        has_memo = getattr(case.described, "review", None) in memos or "retention_memo" in seen.shown(item, "stage")
        if item.kind == "complaint" and retained and not has_memo:
            yield item, "retained without a retention memo"
