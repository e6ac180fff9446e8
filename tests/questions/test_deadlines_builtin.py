"""Every clock that ships answers for items of its kinds: with their dates stated, coarse, beyond use, or not at all."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import get_args, get_type_hints

import attrs
import pytest

from oversight_core import Case, Item, Moment
from oversight_core.entities import KINDS
from oversight_core.questions import deadlines, due, overdue
from oversight_core.rulebooks import BUILTIN
from oversight_core.rules import Clock

SOME = {
    "a day": Moment.parse("2024-02-05"),
    "a month": Moment.parse("2024-02"),
    "an instant": Moment.instant(datetime(2024, 2, 5, 3, tzinfo=UTC)),
    "words": Moment.vague("late 2023"),
    "an open range": Moment.parse("2024-02-05/.."),
    "the first day": Moment.day(date.min),
    "the last day": Moment.day(date.max),
    "nothing": None,
}
ROWS = [(book, row) for book in BUILTIN for row in book.clocks]


def entity(row: Clock, kind: str, moment: Moment | None) -> object:
    """An item's description with every date alike, and the values that the row narrows by."""
    hints = get_type_hints(KINDS[kind])
    dated = {name: moment for name, hint in hints.items() if Moment in (hint, *get_args(hint))}
    worth = {"true": True, "false": False}
    narrowed = {
        field: int(value) if value.isdecimal() else worth.get(value, value)
        for field, value in row.where
        if field in hints
    }
    known = {field.name for field in attrs.fields(KINDS[kind])}
    return KINDS[kind](**{name: value for name, value in {**dated, **narrowed}.items() if name in known})


@pytest.mark.parametrize(("book", "row"), ROWS, ids=lambda one: one.name)
@pytest.mark.parametrize("said", SOME)
def test_a_clock_that_ships_answers(book, row, said):
    for kind in row.kinds:
        item, on = Item(kind, "gao", "gao-24-1"), date(2024, 6, 1)
        cases = {item: Case(entity(row, kind, SOME[said]), {}, rulebook=book.name)}
        found = deadlines(cases, BUILTIN, as_of=on)
        for one in found:
            assert one.due.earliest is None or one.due.latest is None or one.due.earliest <= one.due.latest
            assert one.cites and bool(one.duty_holder) != one.marker
            assert one.due.exact or one.notes, "a range, or no day, says why"
        assert set(overdue(cases, BUILTIN, as_of=on)) | set(due(cases, BUILTIN, as_of=on)) <= set(found)
