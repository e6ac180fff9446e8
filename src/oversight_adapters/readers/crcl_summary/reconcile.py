"""What a document states about itself is checked; what does not hold together is a problem, never a repair."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.description import Description, Descriptions
from oversight_adapters.readers.crcl_summary.dossier import Dossier
from oversight_adapters.readers.crcl_summary.positions import COUNTS
from oversight_core.moments import Moment


def link(dossier: Dossier, out: Descriptions) -> None:
    """The memo that was issued belongs to the review that the document tells of."""
    if dossier.review not in out:
        return
    for memo in dossier.memos:
        beside = dossier.main and any(dossier.main.in_sentence(mention.sentence) for mention in memo.mentions)
        if (memo is dossier.main or beside) and dossier.memo_item(memo) in out:
            out.of(dossier.memo_item(memo)).derive("review", dossier.review)


def reconcile(dossier: Dossier, out: Descriptions) -> None:
    """Positions against the stated total, and the order of dates."""
    if not dossier.main:
        return
    memo = out.of(dossier.memo_item(dossier.main))
    total, issued_on = memo.value("recommendation_count"), memo.value("issued_on")
    for item, answer in list(out.by_item.items()):
        if item.kind == "response":
            _check_sum(dossier, answer, total)
            _check_order(dossier, answer, issued_on)


def _check_sum(dossier: Dossier, answer: Description, total: int | None) -> None:
    """Parts that do not make the total.  An absent clause is not zero: it may be what is missing, and that is told."""
    counts = {field: answer.value(field) for field in COUNTS if answer.told.get(field)}
    if total is None or not counts:
        return
    parts, place = sum(counts.values()), next(iter(answer.told[field][0].place for field in counts))
    sums = f"the stated positions make {' + '.join(map(str, counts.values()))} = {parts}"
    if parts > total or (parts != total and len(counts) == len(COUNTS)):
        dossier.page.problem("total-mismatch", f"{sums}, but the memo has {total} recommendations", place)
    elif parts != total and len(counts) > 1:
        dossier.page.problem("total-mismatch", f"{sums} of {total} recommendations; the rest is not stated", place)


def _check_order(dossier: Dossier, answer: Description, issued_on: Moment | None) -> None:
    responded_on: Moment | None = answer.value("responded_on")
    if not (issued_on and responded_on and responded_on.latest and issued_on.earliest):
        return
    if responded_on.latest < issued_on.earliest:
        message = f"the answer of {responded_on} is older than the memo of {issued_on}"
        dossier.page.problem("date-order", message, answer.told["responded_on"][0].place)
