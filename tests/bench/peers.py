"""The life of one recommendation, as the state-machine libraries that people use would write it.

Five moves, a condition on each, and every move kept.  A maker gives `new(number)`, `move(thing, *step)`, `told(thing)`
(its state and how many moves it remembers) and `refusals`, the errors that mean no.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import attrs

STATES = ("draft", "issued", "concurred", "in_progress", "implemented", "closed")
STEPS = (  # event, day, actor, what is shown
    ("issue", date(2024, 1, 15), "oig", None),
    ("respond", date(2024, 3, 1), "ice", "concur"),
    ("start", date(2024, 4, 1), "ice", None),
    ("implement", date(2024, 9, 30), "ice", "memo-17"),
    ("close", date(2024, 12, 1), "oig", None),
)
TOO_EARLY = ("respond", date(2023, 3, 1), "ice", "concur")
WRONG_ANSWER = ("respond", date(2024, 3, 1), "ice", "maybe")
OWNER = "ERO"
BORN = date(2024, 1, 1)

CONDITIONS: dict[str, Callable[[Any, str, str | None], bool]] = {
    "issue": lambda thing, actor, shown: thing.text != "",
    "respond": lambda thing, actor, shown: shown in ("concur", "partially concur"),
    "start": lambda thing, actor, shown: thing.owner is not None,
    "implement": lambda thing, actor, shown: bool(shown),
    "close": lambda thing, actor, shown: actor != thing.owner,
}
TARGETS = {(STATES[at], step[0]): STATES[at + 1] for at, step in enumerate(STEPS)}


class Refused(Exception):
    """The hand-written peer says no."""


@attrs.frozen
class Moved:
    """One remembered move."""

    event: str
    source: str
    target: str
    on: date
    actor: str
    shown: str | None


def holds(event: str, thing: Any, on: date, actor: str, shown: str | None) -> bool:
    """The condition of an event, and that the days of a history do not run backwards."""
    return on >= thing.updated and CONDITIONS[event](thing, actor, shown)


class Plain:
    """The model that the libraries move about."""

    def __init__(self, number: int) -> None:
        self.number = f"OIG-24-{number:05d}-1"
        self.text = "Develop and implement an oversight mechanism."
        self.owner = OWNER
        self.updated = BORN
        self.moves: list[Moved] = []

    def remember(self, event: str, source: str, target: str, on: date, actor: str, shown: str | None) -> None:
        self.moves.append(Moved(event, source, target, on, actor, shown))
        self.updated = on


def by_hand() -> SimpleNamespace:
    """What somebody who cares writes without a library: a dictionary, and a frozen record that is evolved."""

    @attrs.frozen
    class Record:
        number: str
        text: str = "Develop and implement an oversight mechanism."
        owner: str = OWNER
        updated: date = BORN
        state: str = "draft"
        moves: tuple[Moved, ...] = ()

    def move(record: Record, event: str, on: date, actor: str, shown: str | None) -> Record:
        target = TARGETS.get((record.state, event))
        if target is None or not holds(event, record, on, actor, shown):
            raise Refused(event)
        moved = Moved(event, record.state, target, on, actor, shown)
        return attrs.evolve(record, state=target, updated=on, moves=(*record.moves, moved))

    return SimpleNamespace(
        new=lambda number: Record(f"OIG-24-{number:05d}-1"),
        move=move,
        told=lambda record: (record.state, len(record.moves)),
        refusals=Refused,
    )


def transitions() -> SimpleNamespace:
    """One shared `Machine` to which each model is added: its documented way to have many models."""
    from transitions import Machine, MachineError

    def remember(data: Any) -> None:
        data.model.remember(data.event.name, data.transition.source, data.transition.dest, *data.args)

    machine = Machine(
        model=None,
        states=list(STATES),
        initial="draft",
        auto_transitions=False,
        send_event=True,
        after_state_change=remember,
    )
    for (source, event), target in TARGETS.items():
        machine.add_transition(
            event, source, target, conditions=lambda data, event=event: holds(event, data.model, *data.args)
        )

    def new(number: int) -> Plain:
        model = Plain(number)
        machine.add_model(model)
        return model

    def move(model: Any, event: str, *rest: Any) -> Any:
        if not model.trigger(event, *rest):
            raise Refused(event)
        return model

    return SimpleNamespace(
        new=new,
        move=move,
        told=lambda model: (model.state, len(model.moves)),
        refusals=(Refused, MachineError),
        drop=machine.models.remove,
    )


def statemachine() -> SimpleNamespace:
    """A declarative class with a condition for each move, and a hook that remembers it."""
    from statemachine import State, StateMachine
    from statemachine.exceptions import TransitionNotAllowed

    def condition(event: str) -> Callable[..., bool]:
        def may(self: Any, on: date, actor: str, shown: str | None) -> bool:
            return holds(event, self.model, on, actor, shown)

        return may

    class Life(StateMachine):
        draft = State(initial=True)
        issued = State()
        concurred = State()
        in_progress = State()
        implemented = State()
        closed = State(final=True)
        issue = draft.to(issued, cond="may_issue")
        respond = issued.to(concurred, cond="may_respond")
        start = concurred.to(in_progress, cond="may_start")
        implement = in_progress.to(implemented, cond="may_implement")
        close = implemented.to(closed, cond="may_close")
        may_issue, may_respond, may_start = condition("issue"), condition("respond"), condition("start")
        may_implement, may_close = condition("implement"), condition("close")

        def after_transition(
            self, event: Any, source: Any, target: Any, on: date, actor: str, shown: str | None
        ) -> None:
            self.model.remember(str(event), source.id, target.id, on, actor, shown)

    class Model(Plain):
        state = None

    def move(machine: Any, event: str, on: date, actor: str, shown: str | None) -> Any:
        machine.send(event, on=on, actor=actor, shown=shown)
        return machine

    return SimpleNamespace(
        new=lambda number: Life(Model(number)),
        move=move,
        told=lambda machine: (machine.model.state, len(machine.model.moves)),
        refusals=TransitionNotAllowed,
    )
