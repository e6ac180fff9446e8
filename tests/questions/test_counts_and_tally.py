"""Counts stated and items counted are shown side by side, and never added up."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from oversight_core import Item
from oversight_core.entities import Document, Recommendation, Response
from oversight_core.ledger import Case
from oversight_core.ledger.status import Status
from oversight_core.questions import Stated, stated_counts, tally
from oversight_core.questions.counts import together

MEMO = Item.parse("document:crcl/~8f03a1b2c4/recommendation-memorandum@ice")
COUNT = st.none() | st.integers(0, 50)
STATED = st.builds(Stated, COUNT, COUNT, COUNT, COUNT)


def case(described: Any, **statuses: str) -> Case:
    return Case(described, {axis: Status(value, basis="reported") for axis, value in statuses.items()})


def recommendation(number: int, **statuses: str) -> tuple[Item, Case]:
    item = Item("recommendation", "gao", "gao-24-106233", str(number), "ice")
    return item, case(Recommendation(number=str(number), addressee="ICE"), **statuses)


SUMMARY = {
    MEMO: case(Document(recommendation_count=26, addressee="ICE")),
    MEMO.within("response", "ice"): case(
        Response(answers=MEMO, responder="ICE", concurred=4, partially_concurred=5, non_concurred=17)
    ),
}


def test_a_document_known_only_by_counts_has_no_items() -> None:
    (row,) = tally(SUMMARY).rows
    assert (row.key, row.items, row.stated) == ("ICE", 0, Stated(26, 4, 5, 17))


def test_items_and_stated_counts_stand_side_by_side() -> None:
    cases = SUMMARY | dict([recommendation(1, position="concurred"), recommendation(2, position="non_concurred")])
    (row,) = tally(cases).rows
    assert row.items == 2 and row.positions == {"concurred": 1, "non_concurred": 1}
    assert row.oversight == {"not_stated": 2}
    assert row.stated.recommendations == 26
    assert [r.key for r in tally(cases, by="document").rows] == [
        "crcl/~8f03a1b2c4/recommendation-memorandum",
        "gao/gao-24-106233",
    ]


def test_what_management_reports_is_counted_apart_from_what_the_oversight_body_says() -> None:
    cases = dict([recommendation(1, implementation="reported_complete", position="concurred"), recommendation(2)])
    (row,) = tally(cases).rows
    assert row.implementation == {"reported_complete": 1}
    assert row.oversight == {"not_stated": 2}


def test_an_absent_clause_is_never_zero() -> None:
    krome = {MEMO.within("response", "ice"): case(Response(answers=MEMO, concurred=1, non_concurred=13))}
    assert stated_counts(krome)[MEMO] == Stated(None, 1, None, 13)


@given(st.lists(STATED))
def test_rows_add_up_to_the_whole(parts: list[Stated]) -> None:
    whole = together(parts)
    for name in ("recommendations", "concurred", "partially_concurred", "non_concurred"):
        given_ = [getattr(part, name) for part in parts if getattr(part, name) is not None]
        assert getattr(whole, name) == (sum(given_) if given_ else None)


@given(STATED)
def test_a_mismatch_is_only_what_cannot_be(stated: Stated) -> None:
    """It is none wherever some filling of the absent parts, or of the unanswered, makes the total right."""
    parts = (stated.concurred, stated.partially_concurred, stated.non_concurred)
    if stated.recommendations is None or all(part is None for part in parts):
        assert not stated.mismatch
        return
    known = sum(part for part in parts if part is not None)
    possible = known <= stated.recommendations if None in parts else known == stated.recommendations
    assert stated.mismatch is not possible
