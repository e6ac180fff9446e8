"""What a body brings: labels, deadlines and whole rulebooks; and what it is told when a move is not allowed."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from oversight_core.moments import PLAIN, US_FEDERAL, WEEKENDS, Moment
from oversight_core.rules import (
    Belief,
    Bound,
    Clock,
    Duty,
    GuardFailed,
    Lifecycle,
    Mapping,
    MissingFact,
    MissingRequirement,
    MonthEnd,
    NotAllowed,
    Notice,
    OutOfOrder,
    Projection,
    Reason,
    RuleBook,
    StatusTooCoarse,
    Unit,
    UnknownStatus,
    Vocabulary,
    WrongActor,
    WrongMoment,
)
from oversight_core.rules.vocabulary import fold
from oversight_core.testing.strategies.moments import days
from oversight_core.testing.strategies.rules import citations, tuples
from oversight_core.testing.strategies.tables import lifecycles
from oversight_core.testing.strategies.text import slugs, words

_LABELS = ("Open", "Open – Partially Addressed", "Closed", "concurred", "Non-Concurred", "in process", "erledigt")
_NAMES = tuples(slugs())
_SIGNALS = st.sampled_from(("issued_on", "received_on", "document.issued_on", "response:responded_on"))


@st.composite
def clocks(draw: st.DrawFn) -> Clock:
    """A deadline of any length and unit, sound as a rulebook asks it to be."""
    unit = draw(st.sampled_from(Unit))
    monthly, counted = unit in (Unit.MONTHS, Unit.YEARS), unit in (Unit.DAYS, Unit.BUSINESS_DAYS)
    open_days = draw(st.sampled_from((WEEKENDS.name, US_FEDERAL)))
    return Clock(
        draw(slugs()),
        draw(tuples(_SIGNALS, min_size=1, max_size=2)),
        draw(st.integers(1, 400)),
        unit,
        draw(slugs()),
        draw(tuples(citations(), min_size=1)),
        draw(words()),
        calendar=open_days if unit in (Unit.HOURS, Unit.BUSINESS_DAYS) else PLAIN.name,
        kinds=draw(tuples(slugs(), min_size=1, max_size=2)),
        bound=draw(st.sampled_from(Bound)) if counted else Bound.WITHIN,
        met_by=draw(tuples(_SIGNALS, max_size=1)),
        repeats=draw(st.booleans()),
        month_end=draw(st.sampled_from(MonthEnd)) if monthly else None,
        time_zone="UTC" if unit is Unit.HOURS else "",
    )


@st.composite
def mappings(draw: st.DrawFn, *, label: str | None = None, table: Lifecycle | None = None) -> Mapping:
    """A label and what it says; of a table, where there is one."""
    table = draw(lifecycles(guarded=False)) if table is None else table
    statuses = (*table.state_names, *table.members)
    note = draw(words())
    return Mapping(
        draw(words(min_size=1).filter(fold)) if label is None else label,
        ((table.axis, draw(st.sampled_from(statuses))),),
        lossy=bool(note) and draw(st.booleans()),
        note=note,
        cites=draw(citations()),
    )


@st.composite
def vocabularies(draw: st.DrawFn, *, table: Lifecycle | None = None) -> Vocabulary:
    """The labels of one publisher."""
    labels = draw(st.lists(st.sampled_from(_LABELS), min_size=1, unique=True, max_size=4))
    publisher = draw(slugs())
    rows = [draw(mappings(label=label, table=table)) for label in labels]
    return Vocabulary(f"{publisher}/{draw(slugs())}", publisher, rows)


def beliefs() -> st.SearchStrategy[Belief]:
    """A standard, and what it is held of."""
    return st.builds(Belief, words(min_size=1), words(min_size=1))


def notices() -> st.SearchStrategy[Notice]:
    """Who tells whom, on which beliefs."""
    who = words(min_size=1)
    held = tuples(beliefs(), min_size=1, max_size=2)
    cites = tuples(citations(), min_size=1, max_size=1)
    return st.builds(Notice, slugs(), who, who, st.sampled_from(Duty), tuples(who, min_size=1), held, cites, words())


def projections() -> st.SearchStrategy[Projection]:
    """Statuses of ours, and a label for them."""
    cites = tuples(citations(), min_size=1, max_size=1)
    return st.builds(Projection, slugs(), tuples(slugs(), min_size=1), words(min_size=1), words(), cites)


@st.composite
def rulebooks(draw: st.DrawFn) -> RuleBook:
    """A table, a vocabulary that speaks of it, and a clock or two."""
    table = draw(lifecycles())
    return RuleBook(
        draw(slugs()),
        draw(slugs()),
        draw(words(min_size=1)),
        (table,),
        draw(tuples(vocabularies(table=table), max_size=1)),
        tuple(draw(st.lists(clocks(), max_size=2, unique_by=lambda clock: clock.name))),
        facts=("latest_applied", "open_children"),
        note=draw(words()),
    )


def reasons() -> st.SearchStrategy[Reason]:
    """Any reason why not."""
    name = slugs()
    return st.one_of(
        st.builds(WrongMoment, name, name, _NAMES, _NAMES),
        st.builds(UnknownStatus, name, _NAMES),
        st.builds(StatusTooCoarse, name, name),
        st.builds(WrongActor, words(), _NAMES),
        st.builds(MissingRequirement, name),
        st.builds(GuardFailed, name, words(min_size=1), words()),
        st.builds(MissingFact, name, name),
        st.builds(_out_of_order, days(), days()),
    )


def refusals() -> st.SearchStrategy[NotAllowed]:
    """Not allowed, for one reason or several."""
    return st.lists(reasons(), min_size=1, max_size=3, unique=True).map(lambda why: NotAllowed(tuple(why)))


def _out_of_order(one: Moment, other: Moment) -> OutOfOrder:
    first, last = sorted((one, other), key=lambda moment: str(moment))
    return OutOfOrder(first, last)


STRATEGIES: dict[type, Any] = {
    Belief: beliefs,
    Clock: clocks,
    Mapping: mappings,
    NotAllowed: refusals,
    Notice: notices,
    Projection: projections,
    RuleBook: rulebooks,
    Vocabulary: vocabularies,
}
