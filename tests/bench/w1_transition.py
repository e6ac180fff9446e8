"""One move of a recommendation, decided and kept (moves/s), and one that is not allowed (µs)."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import contender
import peers
from measure import OURS, Contender, Goal, rate

BATCH = 200
VALUE = f"{OURS}, as a value"


def ours() -> SimpleNamespace:
    """Our own contender, whose functions have the names that the harness of the peers' baseline gives them."""
    kit = contender.w1()
    return SimpleNamespace(new=kit.new, move=kit.apply, told=kit.seen, refusals=kit.Refused)


def as_a_value() -> dict[str, float]:
    """What is not allowed as users of ours see it: the attempt made and decided, every reason given, nothing raised."""
    record, day = contender.Record(7), contender.Moment.day(peers.STEPS[3][1])
    shown = (contender.Exhibit("answer", "ice", None, "memo-17"),)

    def decided(times: range) -> Any:
        for _ in times:
            attempt = contender.Attempt(record.item, "implement", contender.ACTORS["ice"], day, None, shown)
            answer = contender.decide(contender.TABLE, record.status, attempt, facts=record.facts)
        return answer

    assert decided(range(1)).reasons
    return {"refusal µs": 1e6 / rate(decided, BATCH, prepare=lambda: range(BATCH))}


def prove(kit: SimpleNamespace) -> None:
    """It walks the whole life, remembers it, and refuses what it should."""
    thing = kit.new(7)
    for step in peers.STEPS:
        thing = kit.move(thing, *step)
    assert kit.told(thing) == ("closed", len(peers.STEPS)), kit.told(thing)
    issued = kit.move(kit.new(8), *peers.STEPS[0])
    for thing, step in ((kit.new(9), peers.STEPS[3]), (issued, peers.TOO_EARLY), (issued, peers.WRONG_ANSWER)):
        before = kit.told(thing)
        try:
            kit.move(thing, *step)
        except kit.refusals:
            assert kit.told(thing) == before
        else:
            raise AssertionError(f"{step} was let through")


def contender_of(make: Callable[[], SimpleNamespace]) -> Contender:
    def measure() -> dict[str, float]:
        kit = make()
        prove(kit)
        new, move, drop = kit.new, kit.move, getattr(kit, "drop", None)
        live: list[Any] = []

        def fresh() -> list[Any]:
            if drop:  # a shared machine keeps every model until it is told to let go
                for thing in live:
                    drop(thing)
            live[:] = map(new, range(BATCH))
            return live

        def walk(things: list[Any]) -> None:
            for thing in things:
                for event, on, actor, shown in peers.STEPS:
                    thing = move(thing, event, on, actor, shown)

        def refuse(things: list[Any]) -> None:
            for thing in things:
                try:  # noqa: SIM105 - a context manager would cost more than what is measured
                    move(thing, *peers.STEPS[3])
                except kit.refusals:
                    pass

        return {
            "moves/s": rate(walk, BATCH * len(peers.STEPS), prepare=fresh),
            "refusal µs": 1e6 / rate(refuse, BATCH, prepare=fresh),
        }

    return measure


CONTENDERS = {
    OURS: contender_of(ours),
    VALUE: as_a_value,
    "by hand": contender_of(peers.by_hand),
    "transitions": contender_of(peers.transitions),
    "python-statemachine": contender_of(peers.statemachine),
}
GOALS = (
    Goal("moves/s", "transitions", at_least=5),
    Goal("moves/s", "python-statemachine", at_least=50),
    Goal("refusal µs", at_most=2, ours=VALUE),
)
