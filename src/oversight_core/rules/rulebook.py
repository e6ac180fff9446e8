"""What one body brings: tables, vocabularies, clocks, projections, notices, and the facts its guards need."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from oversight_core.errors import DefectiveRulebook
from oversight_core.rules.attempt import names
from oversight_core.rules.belief import Notice
from oversight_core.rules.check import ensure_sound
from oversight_core.rules.clock import Clock
from oversight_core.rules.decide import LATEST_APPLIED
from oversight_core.rules.fitting import Parts, misfits
from oversight_core.rules.lifecycle import Lifecycle
from oversight_core.rules.projection import Projection
from oversight_core.rules.vocabulary import Vocabulary


def _lifecycles(value: Iterable[Lifecycle]) -> tuple[Lifecycle, ...]:
    return tuple(value)


def _vocabularies(value: Iterable[Vocabulary]) -> tuple[Vocabulary, ...]:
    return tuple(value)


def _clocks(value: Iterable[Clock]) -> tuple[Clock, ...]:
    return tuple(value)


def _projections(value: Iterable[Projection]) -> tuple[Projection, ...]:
    return tuple(value)


def _notices(value: Iterable[Notice]) -> tuple[Notice, ...]:
    return tuple(value)


@attrs.frozen
class RuleBook:
    """The rules of a body or programme; checked when it is made.

    `lifecycles` holds every table that its labels speak of, its own and canonical ones; `earlier` the versions that
    some of them took the place of, by which what was decided then stays judged.  `facts` names what its guards need of
    the record.  `projections` say which of its labels comes nearest to a status of ours, `notices` who tells whom on
    which beliefs.  Raises `DefectiveLifecycle` for a table with defects, and `DefectiveRulebook` where its parts do not
    fit one another: `oversight_core.rules.fitting` lists how.
    """

    name: str
    version: str
    title: str
    lifecycles: tuple[Lifecycle, ...] = attrs.field(converter=_lifecycles)
    vocabularies: tuple[Vocabulary, ...] = attrs.field(default=(), converter=_vocabularies)
    clocks: tuple[Clock, ...] = attrs.field(default=(), converter=_clocks)
    facts: tuple[str, ...] = attrs.field(default=(LATEST_APPLIED,), converter=names)
    note: str = ""
    projections: tuple[Projection, ...] = attrs.field(kw_only=True, default=(), converter=_projections)
    notices: tuple[Notice, ...] = attrs.field(kw_only=True, default=(), converter=_notices)
    earlier: tuple[Lifecycle, ...] = attrs.field(kw_only=True, default=(), converter=_lifecycles)

    def __attrs_post_init__(self) -> None:
        for lifecycle in (*self.lifecycles, *self.earlier):
            ensure_sound(lifecycle)
        parts = Parts(
            lifecycles=self.lifecycles,
            vocabularies=self.vocabularies,
            clocks=self.clocks,
            facts=self.facts,
            projections=self.projections,
            notices=self.notices,
            earlier=self.earlier,
        )
        if faults := tuple(says for _, says in misfits(parts)):
            raise DefectiveRulebook(self.name, faults)

    def clock(self, name: str) -> tuple[Clock, ...]:
        """The rows of a clock, one for each version of it; none where it has no such clock."""
        return tuple(clock for clock in self.clocks if clock.name == name)

    def table(self, axis: str, kind: str) -> Lifecycle | None:
        """Its table for an axis of a kind of item; None where it has none."""
        return next((t for t in self.lifecycles if t.axis == axis and t.governs(kind)), None)
