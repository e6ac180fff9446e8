"""What figures and dates are expected to be: sums that add up, parts within wholes, ends after beginnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from oversight_core.entities import (
    Document,
    FinalAction,
    Listing,
    ManagementDecision,
    Money,
    Outlier,
    Placement,
    Recommendation,
    StatisticalReview,
)
from oversight_core.ledger import Case
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.questions import stated_counts
from oversight_core.testing.invariants.invariant import Found, Seen


def positions_add_up(seen: Seen) -> Found:
    """Positions and what is not yet answered are as many as the recommendations of the document."""
    held = Counter(rec.document for _, rec in seen.described(Recommendation) if rec.document is not None)
    for document, stated in stated_counts(seen.cases).items():
        if stated.mismatch:
            yield document, f"{stated.recommendations} recommendations and {stated.answered} positions are stated"
        if stated.recommendations is not None and held[document] not in (0, stated.recommendations):
            yield document, f"{stated.recommendations} recommendations are stated, {held[document]} are in the record"


def action_follows_decision(seen: Seen) -> Found:
    """Final action is not before the management decision, and on its day only where no action is needed."""
    decisions = {one.recommendation: one for _, one in seen.described(ManagementDecision)}
    for item, action in seen.described(FinalAction):
        decision = decisions.get(action.recommendation)
        if decision is None:
            continue
        if is_before(action.completed_on, decision.decided_on):
            yield item, f"final action on {action.completed_on}, before the decision on {decision.decided_on}"
        elif _is_same_day(action.completed_on, decision.decided_on) and not decision.no_action_needed:
            yield item, f"final action on the day of the decision, {decision.decided_on}, though actions were needed"


def is_before(one: Moment | None, other: Moment | None) -> bool:
    """Whether a moment is certainly before another."""
    if one is None or other is None or one.latest is None or other.earliest is None:
        return False
    return one.latest < other.earliest


def _is_same_day(one: Moment | None, other: Moment | None) -> bool:
    if one is None or other is None or one.earliest is None:
        return False
    return one.earliest == one.latest == other.earliest == other.latest


def money_is_within(seen: Seen) -> Found:
    """Unsupported and disallowed costs are within those questioned."""
    for item, money in seen.described(Money):
        for name, part in (("unsupported", money.unsupported), ("disallowed", money.disallowed)):
            if part is not None and money.questioned is not None and part > money.questioned:
                yield item, f"{part} {name}, and {money.questioned} questioned"


def release_follows_placement(seen: Seen) -> Found:
    """Nobody is released before being placed; a placement without a release is ongoing, not of no length."""
    for item, placement in seen.described(Placement):
        if is_before(placement.released_on, placement.placed_on):
            yield item, f"released on {placement.released_on}, placed on {placement.placed_on}"


def open_are_no_more_than_all(seen: Seen) -> Found:
    """No more recommendations are open than were made, nor listed than the listing states."""
    documents = dict(seen.described(Document))
    still_open = Counter(rec.document for item, rec in seen.described(Recommendation) if _is_open(seen, item))
    for document, n in still_open.items():
        stated = documents[document].recommendation_count if document in documents else None
        if document is not None and stated is not None and n > stated:
            yield document, f"{n} recommendations are open of {stated}"
    for item, listing in seen.described(Listing):
        if listing.stated_total is not None and (listing.parsed_total or 0) > listing.stated_total:
            yield item, f"{listing.parsed_total} recommendations are listed of {listing.stated_total}"


def _is_open(seen: Seen, item: Item) -> bool:
    case: Case = seen.cases[item]
    status = case.status("oversight_status").value
    table = seen.tables.find(item, "oversight_status", rulebook=case.rulebook)
    return status == "open" or (table is not None and status in table.members.get("open", ()))


def outlier_has_its_base(seen: Seen) -> Found:
    """An outlier has a denominator that is not below the minimum of its method, and says what part is covered."""
    reviews = dict(seen.described(StatisticalReview))
    for item, outlier in seen.described(Outlier):
        yield from ((item, how) for how in _faults(outlier, reviews.get(outlier.review) if outlier.review else None))


def _faults(outlier: Outlier, review: StatisticalReview | None) -> Iterator[str]:
    minimum = review.minimum if review else None
    if outlier.denominator is None:
        yield "no denominator is recorded"
    elif minimum is not None and outlier.denominator < minimum:
        yield f"a denominator of {outlier.denominator}, below the minimum of {minimum}"
    if outlier.coverage is None:
        yield "how much of the data is covered is not recorded"
