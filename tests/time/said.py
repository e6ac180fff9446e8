"""What is said of one item in a random record: applied, reported, described, taken back and said again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from random import Random

import attrs

from oversight_core.entities import Document, Recommendation
from oversight_core.ledger import Applied, Entry, Registered, Reported
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.provenance import Excerpt
from oversight_core.rules.attempt import Attempt, Step

FIRST, DAYS = date(2024, 1, 1), 150

STATUSES: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {
    "oversight_status": {
        "not_stated": ((),),
        "open_awaiting": ((), ("open_awaiting",)),
        "open_partial": ((), ("open_partial",)),
        "closed_implemented": ((),),
        "open": (("open_awaiting", "open_partial"), ("not_stated", "open_awaiting", "open_partial")),
        "closed": (("closed_implemented", "closed_withdrawn"), ("closed_withdrawn",)),
    },
    "position": {
        "awaiting": ((),),
        "concurred": ((), ("concurred",)),
        "non_concurred": ((),),
        "answered": (("concurred", "non_concurred"), ("concurred",)),
    },
    "implementation": {
        "planned": ((),),
        "implemented": ((),),
        'ouvert – "en cours"': ((), ('ouvert – "en cours"',)),
        "begun": (("planned", "implemented"), ("planned", 'ouvert – "en cours"')),
    },
}
"""Axis to the statuses that are reported on it, each with what it may have held: nothing, itself, or several states."""

SPANS = tuple(
    Moment.parse(text)
    for text in (
        "2024-01",
        "2024-02",
        "2024-03",
        "2024-Q1",
        "2024-Q2",
        "2024",
        "FY2024",
        "FY2024-Q2",
        "2024-01/2024-02",
        "2024-02-05/2024-03",
        "2023-12-20/2024-Q1",
        "FY2024-Q1/2024-02-20",
        "../2024-02-10",
        "../2024-03",
        "2024-02/..",
        "2024-03-05/..",
    )
)
WORDED = (
    Moment.vague("late in the winter"),
    attrs.evolve(Moment.parse("2024-02"), words="in early February"),
    attrs.evolve(Moment.parse("../2024-03-10"), words="by the tenth"),
    attrs.evolve(Moment.parse("2024-03/.."), words="since March"),
)
ZONES = (UTC, timezone(timedelta(hours=5, minutes=30)), timezone(-timedelta(hours=5)))
NAMED = ("number", "text", "priority", "position_on", "estimated_completion", "title", "unheard_of")


@attrs.frozen
class TakeBack:
    """Retract what a step said; the dates are the retraction's own."""

    number: int
    occurred_on: Moment | None = None
    stated_on: Moment | None = None


def random_day(dice: Random) -> date:
    """A day of the months in which everything happens."""
    return FIRST + timedelta(days=dice.randrange(DAYS))


def random_moment(dice: Random) -> Moment | None:
    """A day, a span that overlaps others, an instant, words, or nothing."""
    form = dice.random()
    if form < 0.35:
        return Moment.day(random_day(dice))
    if form < 0.65:
        return dice.choice(SPANS)
    if form < 0.75:
        day = random_day(dice)
        at = datetime(day.year, day.month, day.day, dice.choice((0, 12, 23)), 59, 59, dice.choice((0, 999_999)))
        return Moment.instant(at.replace(tzinfo=dice.choice(ZONES)))
    return dice.choice(WORDED) if form < 0.85 else None


def random_history(
    dice: Random, item: Item, others: Sequence[Item], *, first: int, longest: int
) -> list[Entry | TakeBack]:
    """What is said of an item, step after step; `first` is the number of the first step.

    It may be said to be the same as one of the `others`.
    """
    said: list[Entry | TakeBack] = []
    standing: set[int] = set()
    for number in range(first, first + dice.randint(1, longest)):
        turn = dice.random()
        if turn < 0.2 and standing:
            back = dice.choice(sorted(standing))
            standing.discard(back)
            said.append(TakeBack(back, random_moment(dice), _stated(dice)))
            continue
        again = [one for one in said if not isinstance(one, TakeBack)] if turn > 0.9 else []
        said.append(dice.choice(again) if again else _entry(dice, item, others))
        standing.add(number)
    return said


def _entry(dice: Random, item: Item, others: Sequence[Item]) -> Entry:
    if dice.random() < 0.03:
        return Registered(item, None, same_as=dice.choice(others), occurred_on=random_moment(dice))
    return dice.choice((_applied, _applied, _reported, _reported, _reported, _registered))(dice, item)


def _stated(dice: Random) -> Moment | None:
    return random_moment(dice) if dice.random() < 0.6 else None


def _applied(dice: Random, item: Item) -> Applied:
    axis = dice.choice(("oversight_status", "oversight_status", "position"))
    target = dice.choice([status for status, held in STATUSES[axis].items() if held[0] == ()])
    source = dice.choice(("not_stated", "open_partial"))
    event = dice.choice(("issue", f"to_{target}"))
    attempt = Attempt(item, event, Actor("Ann", "addressee"), random_moment(dice), _stated(dice))
    return Applied(Step("drawn", "1", axis, source, event, target), attempt)


def _reported(dice: Random, item: Item) -> Reported:
    axis = dice.choice(("oversight_status", "oversight_status", "position", "implementation"))
    status = dice.choice(("", *STATUSES[axis], *STATUSES[axis]))
    states = dice.choice(STATUSES[axis][status]) if status else ()
    axis = axis if status else dice.choice((axis, ""))
    return Reported(item, axis, status, states, "As printed", "drawn", random_moment(dice), _stated(dice))


def _registered(dice: Random, item: Item) -> Registered:
    fields = tuple(dice.sample(NAMED, dice.choice((0, 1, 3))))
    excerpts = tuple(Excerpt(field) for field in dice.sample(NAMED, dice.choice((0, 0, 2))))
    rulebook = dice.choice(("", "", "gao", "crcl"))
    return Registered(item, _entity(dice), fields, rulebook, None, random_moment(dice), _stated(dice), None, excerpts)


def _entity(dice: Random) -> Recommendation | Document | None:
    kind = dice.random()
    if kind < 0.1:
        return None
    if kind < 0.2:
        return Document(title=dice.choice(("", "Krome", "Krome North")), issued_on=random_moment(dice))
    return Recommendation(
        number=dice.choice(("", "4", "4a")),
        text=dice.choice(("", "ICE should", "ICE should now")),
        priority=dice.choice((None, True, False)),
        position_on=random_moment(dice),
        estimated_completion=random_moment(dice),
    )
