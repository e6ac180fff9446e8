"""Deadlines of any kind, hostile words among them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.questions.deadlines.deadline import Deadline
from oversight_core.rules import Citation, Due

AS_OF = date(2024, 6, 20)
ITEM = Item("recommendation", "gao", "gao-24-106233", "4", "ice")
LAW = Citation("31 U.S.C. 720(b)", "statute", "heads of agencies", "second hand", "a copy")

HOSTILE = (
    "agency\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged",
    "BEGIN:VCALENDAR",
    "one\\n two\\, three; four\\N, five\\",
    "\x00\x07\x1b[31mred\x85\u2028next\u202eturned\u2066",
    "ü€😀" * 400,
    'a"b:c;VALUE=DATE',
    "",
)

words = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=()), max_size=120))
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
bounds = st.one_of(days, st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)))


def deadline(due: Due, *, clock: str = "statement", item: Item = ITEM, occurrence: int = 1) -> Deadline:
    """A plain one."""
    means = "says what was done and what is planned"
    start = Moment.parse("2024-02")
    return Deadline(item, "gao", clock, "agency head", start, due, due, (LAW,), means, occurrence=occurrence)


@st.composite
def dues(draw: st.DrawFn) -> Due:
    """No bound, one, or two of a kind in order."""
    one = draw(st.none() | bounds)
    if one is None:
        return Due(None, draw(st.none() | bounds))
    kind = bounds.filter(lambda bound: type(bound) is type(one))
    other = draw(st.none() | st.just(one) | kind)
    return Due(one, None) if other is None else Due(min(one, other), max(one, other))


deadlines = st.builds(
    Deadline,
    item=st.just(ITEM),
    rulebook=words,
    clock=words,
    duty_holder=words,
    start=st.none() | days.map(Moment.day) | words.map(Moment.vague),
    due=dues(),
    original=dues(),
    cites=st.builds(Citation, words, st.just("statute"), words, st.just("copy"), words).map(lambda cite: (cite,)),
    means=words,
    extensions=st.integers(0, 3),
    occurrence=st.integers(1, 10**6),
    missed=st.integers(0, 5),
    notes=st.lists(words, max_size=2).map(tuple),
)
