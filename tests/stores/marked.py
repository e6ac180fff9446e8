"""Entries of every kind with an unmistakable word in every place that can hold words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import attrs

from oversight_core.entities import KINDS
from oversight_core.ledger import Entry, Registered, Reported, Retracted
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.provenance import Excerpt, TextSpan
from oversight_core.rules import Applied, Attempt, Exhibit, Step

MARK = "Zvezdan"
"""What every marked word begins with."""


class Marks:
    """Marked words, each of them different; `length` is how long each is at least."""

    def __init__(self, length: int = 0) -> None:
        self.given: list[str] = []
        self._length, self._numbers = length, count(1)

    def __call__(self) -> str:
        """The next one."""
        word = f"{MARK}{next(self._numbers):04}x"
        self.given.append(word + "y" * (self._length - len(word)))
        return self.given[-1]


def items() -> dict[str, Item]:
    """An item of every kind."""
    return {kind: Item(kind, "crcl", "24-01", "1", "ice") for kind in KINDS}


def entries(item: Item, marks: Marks) -> tuple[Entry, ...]:
    """An entry of every kind that can be appended, with words wherever words can be."""
    entity = _entity(KINDS[item.kind], marks)
    fields = tuple(field.name for field in attrs.fields(type(entity)))
    step = Step("recommendation-position", "1", "position", "awaiting", "concur", "concurred")
    evidence = (Exhibit("memorandum", marks(), "sha256:6d76504f", marks()),)
    return (
        Registered(item, entity, fields, **_said(marks)),
        Reported(item, "oversight_status", "open", (), "Open", "gao/status", **_said(marks)),
        Applied(step, Attempt(item, "concur", *_acting(marks), evidence, _excerpts(marks))),
        Retracted(item, 2, marks(), **_said(marks)),
    )


def _entity(kind: type, marks: Marks) -> Any:
    return kind(**dict(_fields(kind, marks)))


def _fields(kind: type, marks: Marks) -> Iterator[tuple[str, Any]]:
    for field in attrs.fields(kind):
        if field.metadata.get("content"):
            yield field.name, (marks(), marks()) if "tuple" in str(field.type) else marks()
        elif "Moment" in str(field.type):
            yield field.name, Moment.vague(marks())
        elif field.default is attrs.NOTHING:
            yield field.name, "plain"


def _said(marks: Marks) -> dict[str, Any]:
    actor, occurred_on, stated_on = _acting(marks)
    return {"occurred_on": occurred_on, "stated_on": stated_on, "actor": actor, "excerpts": _excerpts(marks)}


def _acting(marks: Marks) -> tuple[Actor, Moment, Moment]:
    return Actor(marks(), "addressee", marks()), Moment.vague(marks()), Moment.vague(marks())


def _excerpts(marks: Marks) -> tuple[Excerpt, ...]:
    return tuple(Excerpt("text", marks(), TextSpan(n, n + 9), "sha256:6d76504f", "text") for n in (0, 20))
