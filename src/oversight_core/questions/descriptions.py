"""Fields that two descriptions of one item give differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from oversight_core.entities import Document
from oversight_core.ledger import Case, Recorded, Registered
from oversight_core.ledger.described import named_fields, value_of
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
            value = value_of(entry.entity, name)
            if name in last and _differs(value, last[name][0]):
                was, when = last[name]
                yield Discrepancy("description", item, name, _show(value), _show(was), (), (when, recorded))
            last[name] = (value, recorded)


def printed_differently(cases: Mapping[Item, Case]) -> Iterator[Discrepancy]:
    """A document whose own source calls its type by several names."""
    for item, case in cases.items():
        printed = case.described.printed_type if isinstance(case.described, Document) else ()
        if len(printed) > 1:
            yield Discrepancy("description", item, "printed_type", ", ".join(printed[1:]), printed[0])


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
