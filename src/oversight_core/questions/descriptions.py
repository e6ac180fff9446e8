"""Fields that two descriptions of one item give differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from oversight_core.ledger import Recorded, Registered
from oversight_core.ledger.described import named_fields
from oversight_core.moments import Moment
from oversight_core.names import Item, Withheld
from oversight_core.questions.discrepancy import Discrepancy


def described_differently(item: Item, described: Iterable[Recorded]) -> Iterator[Discrepancy]:
    """A field that two descriptions give differently, unless one is only finer than the other."""
    last: dict[str, tuple[Any, Recorded]] = {}
    for recorded in described:
        entry = recorded.entry
        assert isinstance(entry, Registered)
        for name in named_fields(entry) if entry.entity is not None else ():
            value = getattr(entry.entity, name, None)
            if name in last and _differs(value, last[name][0]):
                was, when = last[name]
                yield Discrepancy("description", item, name, _show(value), _show(was), (), (when, recorded))
            last[name] = (value, recorded)


def _differs(value: Any, was: Any) -> bool:
    if value == was or _forgotten(value) or _forgotten(was):
        return False
    if isinstance(value, Moment) and isinstance(was, Moment):
        return not (value.finer_inside(was) or was.finer_inside(value))
    return True


def _forgotten(value: Any) -> bool:
    """Whether words were disposed of, and so can contradict nothing."""
    return isinstance(value, Withheld) or (isinstance(value, tuple) and any(map(_forgotten, value)))


def _show(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
