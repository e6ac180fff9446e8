"""What one body brings: tables, vocabularies, clocks, and the facts its guards need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from oversight_core.errors import DefectiveRulebook
from oversight_core.rules.attempt import names
from oversight_core.rules.check import ensure_sound
from oversight_core.rules.clock import Clock
from oversight_core.rules.decide import LATEST_APPLIED
from oversight_core.rules.lifecycle import Lifecycle
from oversight_core.rules.vocabulary import Vocabulary


def _lifecycles(value: Iterable[Lifecycle]) -> tuple[Lifecycle, ...]:
    return tuple(value)


def _vocabularies(value: Iterable[Vocabulary]) -> tuple[Vocabulary, ...]:
    return tuple(value)


def _clocks(value: Iterable[Clock]) -> tuple[Clock, ...]:
    return tuple(value)


@attrs.frozen
class RuleBook:
    """The rules of a body or programme; checked when it is made.

    `lifecycles` holds every table that its labels speak of, its own and canonical ones; `facts` names what its guards
    need of the record.  Raises `DefectiveLifecycle` for a table with defects, and `DefectiveRulebook` where a table
    stands twice, a label names an axis or status that no table here has, or a guard needs a fact that is not listed.
    """

    name: str
    version: str
    title: str
    lifecycles: tuple[Lifecycle, ...] = attrs.field(converter=_lifecycles)
    vocabularies: tuple[Vocabulary, ...] = attrs.field(default=(), converter=_vocabularies)
    clocks: tuple[Clock, ...] = attrs.field(default=(), converter=_clocks)
    facts: tuple[str, ...] = attrs.field(default=(LATEST_APPLIED,), converter=names)
    note: str = ""

    def __attrs_post_init__(self) -> None:
        for lifecycle in self.lifecycles:
            ensure_sound(lifecycle)
        if faults := (*self._twice(), *self._unknown_targets(), *self._unlisted_facts()):
            raise DefectiveRulebook(self.name, faults)

    def _twice(self) -> Iterator[str]:
        parts = [
            *(table.name for table in self.lifecycles),
            *(words.name for words in self.vocabularies),
            *(clock.name for clock in self.clocks),
        ]
        return (f"{name!r} stands twice" for name, n in Counter(parts).items() if n > 1)

    def _unknown_targets(self) -> Iterator[str]:
        known = {(table.axis, status) for table in self.lifecycles for status in (*table.state_names, *table.members)}
        for vocabulary in self.vocabularies:
            for row in vocabulary.rows:
                for axis, status in row.targets:
                    if (axis, status) not in known:
                        yield f"{vocabulary.name} maps {row.label!r} to {axis} {status!r}, which no table here has"

    def _unlisted_facts(self) -> Iterator[str]:
        needed = {need: guard.name for table in self.lifecycles for guard in table.guards for need in guard.needs}
        unlisted = needed.keys() - set(self.facts)
        return (f"the guard {needed[need]!r} needs the fact {need!r}, which is not listed" for need in sorted(unlisted))
