"""Two snapshots of one list, and what leads from one to the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_core.entities import Recommendation
from oversight_core.names import Item
from oversight_core.questions.snapshots import Change, DoesNotFit, Snapshot, apply, diff

ITEMS = st.builds(
    lambda report, number, addressee: Item("recommendation", "gao", f"gao-24-{report}", str(number), addressee),
    st.integers(1, 2),
    st.integers(1, 2),
    st.sampled_from(["ice", "cbp", "dhs"]),
)
ENTITIES = st.builds(
    Recommendation,
    text=st.sampled_from(["Train staff.", "Train “staff”.", "Train all."]),
    status_printed=st.sampled_from(["Open", "Open – Partially Addressed"]),
    report_title=st.sampled_from(["", "Detention"]),
)
SNAPSHOTS = st.dictionaries(ITEMS, ENTITIES, max_size=8).map(Snapshot)


@given(SNAPSHOTS, SNAPSHOTS)
def test_what_is_applied_gives_the_later_one(before: Snapshot, after: Snapshot) -> None:
    assert apply(diff(before, after), before) == after


@given(SNAPSHOTS)
def test_nothing_changes_between_equals(snapshot: Snapshot) -> None:
    assert diff(snapshot, Snapshot(dict(reversed(list(snapshot.listed.items()))))) == ()


@given(SNAPSHOTS, SNAPSHOTS)
def test_every_item_is_told_once_and_what_is_told_is_so(before: Snapshot, after: Snapshot) -> None:
    changes = diff(before, after)
    assert len({change.item for change in changes}) == len(changes)
    for change in changes:
        if "new" in change.what:
            assert change.item not in before.listed and change.what == ("new",)
        if "no-longer-listed" in change.what:
            assert change.item not in after.listed and change.what == ("no-longer-listed",)
        if "reworded" in change.what:
            assert change.before.text != change.after.text
        if "moved" in change.what:
            assert change.was is not None and change.was.addressee != change.item.addressee
            assert change.was not in after.listed and change.item not in before.listed


@given(SNAPSHOTS, SNAPSHOTS, SNAPSHOTS)
def test_changes_of_another_snapshot_are_refused_or_make_no_difference(a: Snapshot, b: Snapshot, c: Snapshot) -> None:
    try:
        found = apply(diff(a, b), c)
    except DoesNotFit:
        assert a != c
        return
    for change in diff(a, b):
        assert found.listed.get(change.item) == change.after


def named(number: str, addressee: str = "ice") -> Item:
    return Item("recommendation", "gao", "gao-24-1", number, addressee)


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (Recommendation(text="Train."), Recommendation(text="Train all."), ("reworded",)),
        (Recommendation(text="Train “all”."), Recommendation(text='Train "all".'), ("redescribed",)),
        (Recommendation(status_printed="Open"), Recommendation(status_printed="Closed"), ("status-changed",)),
        (Recommendation(priority=None), Recommendation(priority=True), ("status-changed",)),
        (
            Recommendation(text="Train.", report_title="A"),
            Recommendation(text="Drill.", report_title="B"),
            ("reworded", "redescribed"),
        ),
    ],
)
def test_what_became_of_it(before: Recommendation, after: Recommendation, what: tuple[str, ...]) -> None:
    (change,) = diff(Snapshot({named("1"): before}), Snapshot({named("1"): after}))
    assert change.what == what


def test_of_two_that_may_have_moved_nothing_is_guessed() -> None:
    same = Recommendation(text="Train.")
    changes = diff(Snapshot({named("1", "ice"): same, named("1", "cbp"): same}), Snapshot({named("1", "dhs"): same}))
    assert [change.what for change in changes] == [("no-longer-listed",), ("new",), ("no-longer-listed",)]


def test_an_item_that_is_there_already_is_not_new() -> None:
    there = Snapshot({named("1"): Recommendation(text="Train.")})
    with pytest.raises(DoesNotFit):
        apply([Change(named("1"), ("new",), None, Recommendation(text="Drill."))], there)
