"""The five kinds of entry, and the proof of their writing.  `Applied` comes from the rules: an allowed attempt *is* the
entry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Actor, Item, Words, several
from oversight_core.provenance import Excerpt
from oversight_core.rules.attempt import Applied


def _excerpts(value: Iterable[Excerpt]) -> tuple[Excerpt, ...]:
    return tuple(value)


def _numbers(value: Iterable[int]) -> tuple[int, ...]:
    return tuple(value)


@attrs.frozen
class Registered:
    """A source, or a person, describes an item.

    A later description changes only its `fields`.  `rulebook` names the rules that govern the item; `same_as` joins
    its history with another's from the recording on.
    """

    item: Item
    entity: Any
    fields: tuple[str, ...] = attrs.field(default=(), converter=several)
    rulebook: str = ""
    same_as: Item | None = None
    occurred_on: Moment | None = None
    stated_on: Moment | None = None
    actor: Actor | None = None
    excerpts: tuple[Excerpt, ...] = attrs.field(default=(), converter=_excerpts)


@attrs.frozen
class Reported:
    """A source says that an item is in a state; nobody has checked a rule.

    `status` is a state or a group of them, and then `states` keeps what the group held; it is empty where the label
    has no mapping, and such an entry never changes a status.
    """

    item: Item
    axis: str
    status: str
    states: tuple[str, ...] = attrs.field(default=(), converter=several)
    label: str = ""
    vocabulary: str = ""
    occurred_on: Moment | None = None
    stated_on: Moment | None = None
    actor: Actor | None = None
    excerpts: tuple[Excerpt, ...] = attrs.field(default=(), converter=_excerpts)


@attrs.frozen
class Retracted:
    """An earlier entry was wrong.  It acts from its recording, whatever its other dates."""

    item: Item
    revision: int
    why: Words = attrs.field(default="", metadata=CONTENT)
    occurred_on: Moment | None = None
    stated_on: Moment | None = None
    actor: Actor | None = None
    excerpts: tuple[Excerpt, ...] = attrs.field(default=(), converter=_excerpts)


@attrs.frozen
class Disposed:
    """The content of earlier entries was lawfully forgotten."""

    item: Item
    revisions: tuple[int, ...] = attrs.field(converter=_numbers)
    authority: str
    occurred_on: Moment | None = None
    stated_on: Moment | None = None
    actor: Actor | None = None
    excerpts: tuple[Excerpt, ...] = attrs.field(default=(), converter=_excerpts)


Entry = Registered | Applied | Reported | Retracted | Disposed


@attrs.frozen
class Receipt:
    """Proof of a write: the position and hash of the head after it, and the batch; a batch of 0 wrote nothing."""

    position: int
    hash: bytes
    batch: int = 0

    def __str__(self) -> str:
        return f"{self.position}:{self.hash.hex()}"
