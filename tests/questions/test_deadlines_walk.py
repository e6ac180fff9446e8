"""Random histories, as of every day of them: what is due agrees with a plain reading of the entries."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import (
    Citation,
    Clock,
    Force,
    Item,
    Moment,
    Read,
    Recommendation,
    Register,
    Registered,
    Reported,
    Response,
    RuleBook,
    Update,
)
from oversight_core.entities import DateRevision
from oversight_core.rulebooks.canonical import POSITION

FIRST, SPAN = date(2024, 2, 1), 60
ITEM = Item("recommendation", "gao", "gao-24-1", "1")
LAW = Citation("a rule of this walk", Force.CONVENTION, "nobody", Read.ORIGINAL)


def clock(name: str, starts_on: str, length: int, **more: object) -> Clock:
    return Clock(name, starts_on, length, "days", "agency", LAW, calendar="plain", kinds="recommendation", **more)  # type: ignore[arg-type]  # each test names columns


BOOK = RuleBook(
    "walk",
    "1",
    "clocks to walk by",
    (POSITION,),
    clocks=(
        clock("reply", "issued_on", 30, met_by="response:responded_on", stops_on="position=answered"),
        clock("report", "issued_on", 14, repeats=True, met_by="update:as_of"),
        clock("again", "position=awaiting", 10, met_by="response:responded_on"),
    ),
)

days = st.integers(0, SPAN)
events = st.lists(
    st.tuples(st.sampled_from(["issue", "respond", "update", "awaiting", "concurred", "extend", "retract"]), days),
    max_size=12,
)


def moment(day: int) -> Moment:
    return Moment.day(FIRST + timedelta(day))


def write(said: list[tuple[str, int]]) -> tuple[Register, list[tuple[str, int]]]:
    """A record of what was said, and the same without what was retracted."""
    register = Register(MemoryStore(clock=lambda: datetime(2024, 1, 1, tzinfo=UTC)), rulebooks=[BOOK])
    left: list[tuple[str, int] | None] = []
    written: list[tuple[Item, int]] = []
    for n, (what, day) in enumerate(said):
        on = moment(day)
        if what == "retract":
            if alive := [place for place, one in enumerate(left) if one]:
                place = alive[day % len(alive)]
                register.retract(*written[place], why="wrong")
                left[place] = None
            continue
        item, entries = ITEM, []
        if what == "issue":
            entries = [Registered(ITEM, Recommendation(issued_on=on), rulebook="walk", occurred_on=on)]
        elif what == "respond":
            item = Item("response", "gao", "gao-24-1", str(n))
            entries = [Registered(item, Response(answers=ITEM, responded_on=on), occurred_on=on)]
        elif what == "update":
            item = Item("update", "gao", "gao-24-1", str(n))
            entries = [Registered(item, Update(recommendation=ITEM, as_of=on), occurred_on=on)]
        elif what == "extend":
            item = Item("date-revision", "gao", "gao-24-1", str(n))
            revision = DateRevision(about=ITEM, clock="reply", after=Moment.day(FIRST + timedelta(day + 40)))
            entries = [Registered(item, revision), Reported(item, "stage", "approved", occurred_on=on)]
        else:
            entries = [Reported(ITEM, "position", what, occurred_on=on)]
        register.enter(entries)
        left.append((what, day))
        written.append((item, len(register.history(item))))
    return register, [one for one in left if one]


def position(left: list[tuple[str, int]], day: int) -> str:
    """The position at the end of a day; that an answer is awaited never beats an answer of the same day."""
    said = sorted((on, n, what) for n, (what, on) in enumerate(left) if what in ("awaiting", "concurred") and on <= day)
    value, since = "", -1
    for on, _, what in said:
        if what == "awaiting" and value == "concurred" and since == on:
            continue
        value, since = what, on
    return value


def naive(left: list[tuple[str, int]], day: int) -> dict[str, tuple[int | None, int, int, int]]:
    """For each clock that runs: due day, occurrence, missed and extensions, read off what was said by a day."""
    past = [(what, on) for what, on in left if on <= day]
    issued = [on for on, _ in sorted((on, n) for n, (what, on) in enumerate(past) if what == "issue")]
    if not issued:
        return {}
    start, out = issued[-1], {}
    responses = [on for what, on in past if what == "respond"]
    if position(left, day) != "concurred" and not any(on >= start for on in responses):
        moved = [on for on, _ in sorted((on, n) for n, (what, on) in enumerate(past) if what == "extend")]
        out["reply"] = (moved[-1] + 40 if moved else start + 30, 1, 0, len(moved))
    updates = [on for what, on in past if what == "update" and on >= start]
    next_one = 1
    if updates:
        next_one += 1
        while start + 14 * (next_one - 1) < max(updates):
            next_one += 1
    missed, period = 0, 1
    while start + 14 * period < day:
        first = start + 14 * (period - 1) + (period > 1)
        missed += not any(first <= on <= start + 14 * period for on in updates)
        period += 1
    out["report"] = (start + 14 * next_one, next_one, missed, 0)
    if period > next_one:
        out["report, coming"] = (start + 14 * period, period, 0, 0)
    awaited = [n for n in range(day + 1) if position(left, n) == "awaiting" and position(left, n - 1) != "awaiting"]
    open_ = [n for n in awaited if not any(on >= n for on in responses)]
    if open_:
        out["again"] = (open_[0] + 10, 1, 0, 0)
    elif not responses:
        out["again"] = (None, 1, 0, 0)
    return out


@given(events)
def test_as_of_every_day_of_a_history(said):
    register, left = write(said)
    for day in range(0, SPAN + 50, 7):
        on = FIRST + timedelta(day)
        deadlines = register.deadlines(on)
        found = {
            one.clock + (", coming" if any(one.clock == other.clock for other in deadlines[:n]) else ""): (
                one.due.latest and (one.due.latest - FIRST).days,
                one.occurrence,
                one.missed,
                one.extensions,
            )
            for n, one in enumerate(deadlines)
        }
        assert found == naive(left, day), day
