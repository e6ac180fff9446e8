"""How many recommendations stand where: items counted one by one, and beside them what responses state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

import attrs

from oversight_core.entities import Document, Recommendation
from oversight_core.errors import UnknownGrouping
from oversight_core.ledger import Case
from oversight_core.names import Item
from oversight_core.questions.counts import Stated, stated_counts, together


@attrs.frozen
class TallyRow:
    """One row: how many items, on which positions and oversight statuses, and the counts that responses state.

    The two are never added: a document known only by its counts has no items, and one whose items are known may state
    the same again.  `implementation` counts those of which management has reported how far they are.
    """

    key: str
    items: int
    positions: Mapping[str, int]
    oversight: Mapping[str, int]
    stated: Stated
    documents: int = 0  # how many documents the stated counts come from
    implementation: Mapping[str, int] = attrs.Factory(dict[str, int])


@attrs.frozen
class Tally:
    """Rows by key, and all of them together."""

    by: str
    rows: tuple[TallyRow, ...]
    whole: TallyRow


def _addressee(item: Item, cases: Mapping[Item, Case]) -> str:
    described = cases[item].described if item in cases else None
    if isinstance(described, Document | Recommendation) and described.addressee:
        return described.addressee
    return item.addressee.upper() or "(not stated)"


def _document(item: Item, cases: Mapping[Item, Case]) -> str:
    return f"{item.issuer}/{item.report}" + (f"/{item.number}" if item.kind == "document" and item.number else "")


def _review(item: Item, cases: Mapping[Item, Case]) -> str:
    case = cases.get(item)
    described = case.described if case else None
    if isinstance(described, Recommendation) and described.document is not None and described.document in cases:
        described = cases[described.document].described
    if isinstance(described, Document) and described.review is not None:
        return str(described.review)
    return "(no review stated)"


def _issuer(item: Item, cases: Mapping[Item, Case]) -> str:
    return item.issuer


BY: Mapping[str, Callable[[Item, Mapping[Item, Case]], str]] = {
    "addressee": _addressee,
    "document": _document,
    "issuer": _issuer,
    "organisation": _addressee,  # the one that is asked to act
    "review": _review,
}
"""By what a tally can be made."""


def tally(cases: Mapping[Item, Case], *, by: str = "addressee") -> Tally:
    """Positions and oversight statuses of recommendations by organisation, document, issuer or review.

    Raises `UnknownGrouping` for any other `by`.
    """
    if by not in BY:
        raise UnknownGrouping(by, tuple(BY))
    key_of = BY[by]
    items: dict[str, list[Case]] = {}
    stated: dict[str, list[Stated]] = {}
    for item, case in cases.items():
        if item.kind == "recommendation":
            items.setdefault(key_of(item, cases), []).append(case)
    for document, counts in stated_counts(cases).items():
        stated.setdefault(key_of(document, cases), []).append(counts)
    rows = [_row(key, items.get(key, []), stated.get(key, [])) for key in sorted({*items, *stated})]
    whole = _row("all", [c for part in items.values() for c in part], [s for part in stated.values() for s in part])
    return Tally(by, tuple(rows), whole)


def _row(key: str, cases: list[Case], stated: list[Stated]) -> TallyRow:
    positions = Counter(case.status("position").value for case in cases)
    oversight = Counter(case.status("oversight_status").value for case in cases)
    reported = Counter(case.statuses["implementation"].value for case in cases if "implementation" in case.statuses)
    return TallyRow(key, len(cases), dict(positions), dict(oversight), together(stated), len(stated), dict(reported))
