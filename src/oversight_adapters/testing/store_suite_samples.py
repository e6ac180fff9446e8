"""What the store suite writes: a clock and salts that can be foretold, and entries of every kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from oversight_core.entities import Complaint, Recommendation
from oversight_core.ledger.entry import Entry, Registered, Reported, Retracted
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.ports import Store
from oversight_core.provenance import Cell, Excerpt, TextSpan
from oversight_core.rules.attempt import Applied, Attempt, Exhibit, Step

MakeStore = Callable[[Callable[[], datetime], Callable[[], bytes]], Store]
"""A new, empty store with a clock and a salt."""

A = Item.parse("recommendation:gao/gao-24-1/1@ice")
B = Item.parse("recommendation:gao/gao-24-1/1@cbp")
C = Item.parse("complaint:crcl/24-01")
ITEMS = (A, B, C)


class Stopped(Exception):
    """What a lazy batch raises half-way: an error of the caller's own, that no store knows."""


class Ticking:
    """A clock that moves by a step each time it is asked; the step may be negative."""

    def __init__(self, step: timedelta = timedelta(seconds=1)) -> None:
        self.now = datetime(2024, 6, 3, 12, 0, 0, 250, tzinfo=UTC)
        self.step = step
        self.asked = 0

    def __call__(self) -> datetime:
        """The present, one step later."""
        self.asked += 1
        self.now += self.step
        return self.now


class Salts:
    """Salts that are different each time, and the same each run."""

    def __init__(self) -> None:
        self.given = 0

    def __call__(self) -> bytes:
        """The next salt."""
        self.given += 1
        return self.given.to_bytes(16)


def described(item: Item, text: str = "Collect data on parents.\n“As stated.”") -> Registered:
    """A description with words and the place they stand in."""
    excerpts = (Excerpt("text", text, TextSpan(0, len(text)), "sha256:6d76504f", "text"),)
    if item.kind == "complaint":
        return Registered(item, Complaint(text=text, count=2), ("text",), excerpts=excerpts)
    stated = Moment.parse("2024-05-01T10:00:00-05:00")
    return Registered(
        item, Recommendation(text=text, priority=True), ("text",), "gao", stated_on=stated, excerpts=excerpts
    )


def reported(item: Item, status: str = "open", on: str = "2024-05", axis: str = "oversight_status") -> Reported:
    """A report without any words: it has no content."""
    return Reported(item, axis, status, ("open_awaiting", status), "", "gao/status", Moment.parse(on))


def told(item: Item, words: str = "late 2023") -> Reported:
    """A report that rests on vague words, and on a cell of a table."""
    excerpt = Excerpt("status", "Open", Cell("Sheet1", 2, 3), "sha256:6d76504f")
    return Reported(
        item, "implementation", "planned", (), "agreed", "crcl/action", Moment.vague(words), None, None, (excerpt,)
    )


def applied(item: Item, target: str = "concurred") -> Applied:
    """A move that the rules allowed, with an actor and evidence."""
    step = Step("recommendation-position", "1", "position", "awaiting", "concur", target)
    evidence = (Exhibit("memorandum", "ICE", "sha256:6d76504f", "ICE concurs."),)
    actor = Actor("DHS", "addressee", on_behalf_of="ICE")
    return Applied(step, Attempt(item, "concur", actor, Moment.parse("2024-05-29"), None, evidence))


def retracted(item: Item, revision: int) -> Retracted:
    """A retraction with a reason."""
    return Retracted(item, revision, "entered for the wrong agency")


def every_kind(item: Item) -> tuple[Entry, ...]:
    """One entry of every kind that can be appended, in an order that is allowed to an empty history."""
    return described(item), reported(item), told(item), applied(item), retracted(item, 2)
