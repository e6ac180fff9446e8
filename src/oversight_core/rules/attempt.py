"""What somebody tries, what it rests on, and the step it becomes when the rules allow it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Actor, Item, Words
from oversight_core.provenance import Excerpt
from oversight_core.quick import quick

Facts = Mapping[str, Any]


def names(value: str | Iterable[str]) -> tuple[str, ...]:
    """One name or several, each once and in order, as a tuple: the converter of every field that holds names.

    >>> names("plan"), names(["plan", "reasons", "plan"])
    (('plan',), ('plan', 'reasons'))
    """
    return (value,) if isinstance(value, str) else tuple(dict.fromkeys(value))


@quick
@attrs.frozen(weakref_slot=False)
class Exhibit:
    """A piece of evidence offered with an attempt: its kind, who supplied it, and where or in which words."""

    kind: str
    supplied_by: Words = attrs.field(metadata=CONTENT)
    source: str | None = None
    words: Words = attrs.field(default="", metadata=CONTENT)


@quick
@attrs.frozen(weakref_slot=False)
class Attempt:
    """Somebody asks for an event on an item at a moment, with evidence.  Facts of the record come beside it."""

    item: Item
    event: str
    actor: Actor
    occurred_on: Moment | None
    stated_on: Moment | None = None
    evidence: tuple[Exhibit, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()


@attrs.frozen
class Guard:
    """A named, pure condition.  It sees the attempt and only the facts named in `needs`; a fact that nobody supplied
    is the reason `MissingFact`, never a false."""

    name: str
    meaning: str
    needs: tuple[str, ...] = attrs.field(converter=names)
    test: Callable[[Attempt, Facts], bool] = attrs.field(eq=False)


@attrs.frozen(cache_hash=True)
class Step:
    """One move on one axis, as plain data: it folds and reads back equal where its table is not installed."""

    lifecycle: str
    version: str
    axis: str
    source: str
    event: str
    target: str


@attrs.frozen(weakref_slot=False)
class Applied:
    """An attempt that the rules allowed: the decision and the ledger entry are the same object.

    The rule behind it, and what it expected and did not get, are looked up in the table, not stored: see
    `oversight_core.rules.rule_of` and `oversight_core.rules.missing_of`.
    """

    step: Step
    attempt: Attempt

    @property
    def item(self) -> Item:
        """The item that moved."""
        return self.attempt.item

    @property
    def axis(self) -> str:
        """The axis it moved on."""
        return self.step.axis

    @property
    def occurred_on(self) -> Moment | None:
        """When it happened."""
        return self.attempt.occurred_on

    @property
    def stated_on(self) -> Moment | None:
        """When its source said so."""
        return self.attempt.stated_on

    @property
    def actor(self) -> Actor:
        """Who did it."""
        return self.attempt.actor

    @property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """The words it rests on."""
        return self.attempt.excerpts
