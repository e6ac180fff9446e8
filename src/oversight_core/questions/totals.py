"""Totals that documents state against the parts they, or the record, hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from oversight_core.entities import Document, Listing, Recommendation
from oversight_core.ledger import Case
from oversight_core.names import Item
from oversight_core.questions.counts import stated_counts
from oversight_core.questions.discrepancy import Discrepancy


def contradicted_totals(cases: Mapping[Item, Case]) -> Iterator[Discrepancy]:
    """Positions against recommendations, listings against what stands on their page, counts against the record."""
    for item, stated in stated_counts(cases).items():
        if stated.mismatch:
            yield _total(item, "recommendation_count", stated.recommendations, f"{stated.answered} positions")
    held = Counter(case.described.document for case in cases.values() if isinstance(case.described, Recommendation))
    for item, case in cases.items():
        described = case.described
        if isinstance(described, Listing):
            stated_total, found = described.stated_total, described.parsed_total
            if None not in (stated_total, found) and stated_total != found:
                yield _total(item, "stated_total", stated_total, f"{found} on the page")
        elif isinstance(described, Document) and held[item] > (described.recommendation_count or held[item]):
            yield _total(item, "recommendation_count", described.recommendation_count, f"{held[item]} in the record")


def _total(item: Item, about: str, stated: int | None, against: str) -> Discrepancy:
    return Discrepancy("total", item, about, str(stated), against)
