"""What parses prints, what prints parses, and nothing lies."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_core import AsOf, Item, Moment, normalise, slug
from oversight_core.errors import UnparsableItem, UnparsableMoment
from oversight_core.names import SEGMENT

DAY = date(2024, 2, 5)


@given(st.from_type(Item))
def test_an_item_prints_as_it_parses(item: Item) -> None:
    assert Item.parse(str(item)) == item


@pytest.mark.parametrize(
    "text",
    ["", "a", "a:b", "a:b/", "a:b/c/", "a:b/c@", "a:b/c@d/", "a:b//c", "A:b/c", "a:b/C", "a:b/c/d/@e", "a:b/c d"],
)
def test_what_is_no_item(text: str) -> None:
    with pytest.raises(UnparsableItem):
        Item.parse(text)


@given(st.text())
def test_any_text_makes_a_slug_and_is_normalised_once_and_for_all(text: str) -> None:
    assert SEGMENT.fullmatch(slug(text))
    assert normalise(normalise(text)) == normalise(text)


@given(st.from_type(Moment))
def test_a_moment_with_bounds_prints_as_it_parses(moment: Moment) -> None:
    if moment.precision != "words":
        assert str(Moment.parse(str(moment))) == str(moment)
        assert (Moment.parse(str(moment)).earliest, Moment.parse(str(moment)).latest) == (
            moment.earliest,
            moment.latest,
        )


NO_MOMENTS = (
    "|2024-13|2024-02-30|2024-Q5|FY24|2024/|../..|２０２４-02-05|2024-W06-1T10:00Z|late 2023|2024-02-05T10:00"
    "|2024-03/2024-02|" + "9" * 5000
)


@pytest.mark.parametrize("text", NO_MOMENTS.split("|"), ids=lambda text: text[:20])
def test_what_is_no_moment(text: str) -> None:
    with pytest.raises(UnparsableMoment):
        Moment.parse(text)


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "at"),
    [
        (DAY, date(2024, 2, 9), "day", None),
        (DAY, date(2024, 5, 9), "month", None),
        (DAY, date(2024, 2, 29), "month/month", None),
        (DAY, None, "day", None),
        (None, None, "day/..", None),
        (DAY, DAY, "instant", datetime(2000, 1, 1, tzinfo=UTC)),
        (DAY, DAY, "instant", datetime(2024, 2, 5)),
        (DAY, DAY, "words", None),
        (DAY, DAY, "fortnight", None),
        (datetime(2024, 2, 5), datetime(2024, 2, 5), "day", None),
        (date(2024, 3, 1), DAY, "day/day", None),
    ],
)
def test_a_moment_is_never_finer_or_other_than_it_says(
    earliest: date | None, latest: date | None, precision: str, at: datetime | None
) -> None:
    with pytest.raises(UnparsableMoment):
        Moment(earliest, latest, precision, at=at)


def test_as_of_takes_what_a_caller_holds() -> None:
    assert AsOf("2024-02").on == date(2024, 2, 29)
    assert AsOf(recorded_by=12).recorded_by == 12 and AsOf(recorded_by="12").recorded_by == 12
    assert AsOf(recorded_by="2024").recorded_by == datetime(2024, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
    for bad in ("²", "9" * 5000, "soon"):
        with pytest.raises(UnparsableMoment):
            AsOf(recorded_by=bad)
    with pytest.raises(UnparsableMoment):
        AsOf("2024-03/..")
