"""A record to ask of: four sample documents, and what a desk did afterwards, on days that are set.

``python docs/examples/sample_record.py record.db`` writes it.
"""

import sys
from datetime import UTC, datetime, timedelta
from importlib.resources import files

from oversight_adapters.plugins import Adapters
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core import Actor, Attempt, Item, Moment, Register, Source
from oversight_core.entities import Recommendation
from oversight_core.ledger import Applied, Registered, Reported
from oversight_core.rules import Exhibit

DOCUMENTS = (
    ("crcl-segregation-part-2.txt", "", "2024-02-12"),
    ("crcl-krome.txt", "2024-03-04", "2024-03-05"),
    ("gao-ice-2024-03.txt", "2024-03-31", "2024-04-02"),
    ("gao-ice-later.txt", "2025-03-31", "2025-04-01"),
)
"""A sample, the day as of which it speaks, and the day on which the desk imports it."""


GAO = "recommendation:gao"
TRACKED = Item.parse("recommendation:ice/tracker/118@ice")


class Calendar:
    """A clock that shows nine in the morning of a day, a second later each time."""

    def __init__(self) -> None:
        self._now = datetime(2024, 1, 1, 9, tzinfo=UTC)

    def turn(self, day: str) -> None:
        """It is another day."""
        self._now = datetime.fromisoformat(f"{day}T09:00:00+00:00")

    def __call__(self) -> datetime:
        """The present."""
        self._now += timedelta(seconds=1)
        return self._now


def build(path: str) -> Register:
    """Write the record; its store is left open."""
    calendar = Calendar()
    register = Register(SqliteStore(path, clock=calendar), recorder="records desk")
    for name, stated_on, day in DOCUMENTS:
        calendar.turn(day)
        content = files("oversight_adapters").joinpath("samples", name).read_bytes()
        source = Source.of(content, name=name, dated_on=Moment.parse(stated_on) if stated_on else None)
        register.apply(register.take(Adapters().read(source)))
    _afterwards(register, calendar)
    return register


def _afterwards(register: Register, calendar: Calendar) -> None:
    """A plan shown, a letter found late, a slip, a second number for the same thing, and words that must go."""
    ice = Actor("ICE", "addressee")
    calendar.turn("2025-05-12")
    plan = (Exhibit("plan", "ICE"), Exhibit("target", "ICE"))
    planned = Attempt(Item.parse(f"{GAO}/gao-21-186/3@ice"), "plan", ice, Moment.parse("2025-05-02"), evidence=plan)
    assert isinstance(register.attempt(planned, axis="implementation"), Applied)
    calendar.turn("2025-05-20")
    register.enter([_reported("gao-21-186/3", "implementation", "reported_complete", "2025-05", "2025-05-19")])
    calendar.turn("2025-06-02")
    register.enter([_reported("gao-22-104529/8", "implementation", "in_progress", "2024-11-04", "2024-11-20")])
    calendar.turn("2025-06-16")
    register.enter([_reported("gao-20-36/1", "oversight_status", "implemented", "2025-06-10", "2025-06-10")])
    calendar.turn("2025-06-17")
    slipped = Item.parse(f"{GAO}/gao-20-36/1@ice")
    register.retract(slipped, len(register.history(slipped)), why="read from the row below")
    calendar.turn("2025-07-01")
    tracked = Recommendation(addressee="ICE")
    same = Registered(TRACKED, None, same_as=slipped)
    begun = Reported(TRACKED, "implementation", "in_progress", occurred_on=Moment.parse("2025-06"))
    register.enter([Registered(TRACKED, tracked), same, begun])
    calendar.turn("2025-08-04")
    gone = Item.parse("action:crcl/~5da36dc2ff/key-findings-memorandum@ice/~219b527890")
    register.dispose(gone, [1], "GRS 5.2, item 020")


def _reported(number: str, axis: str, status: str, on: str, stated_on: str) -> Reported:
    item = Item.parse(f"{GAO}/{number}@ice")
    return Reported(item, axis, status, occurred_on=Moment.parse(on), stated_on=Moment.parse(stated_on))


if __name__ == "__main__":
    build(sys.argv[1]).store.close()
