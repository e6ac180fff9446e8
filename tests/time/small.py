"""A failing record made small, and told in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import attrs
from tests.time.asking import Witnesses, told
from tests.time.records import Forget, Record, Said, random_as_of, random_record, without
from tests.time.said import TakeBack, random_day
from tests.time.trying import HONEST, Parted, parted

from oversight_core.ledger import Applied, Registered, Reported
from oversight_core.moments import NOW, AsOf

Fails = Callable[[Record, AsOf], list[Parted]]


def failure(seed: str, *, items: int, longest: int = 14, witnesses: Witnesses = HONEST) -> str:
    """Write one random record and ask of it; the smallest record that parts the answers, in words, or nothing."""
    dice = Random(seed)
    record = random_record(dice, items=items, longest=longest)
    questions = [NOW, AsOf(random_day(dice)), *(random_as_of(dice, record) for _ in range(6))]
    found = parted(record, questions, witnesses)
    if not found:
        return ""
    return shown(*smallest(record, found[0], lambda less, as_of: parted(less, [as_of], witnesses)), seed)


def smallest(record: Record, part: Parted, fails: Fails) -> tuple[Record, Parted]:
    """The same failure with as few steps and dates as will still fail; `record` and the question of `part` fail."""
    record, part = _tried(record, part, _of_item(record, part), fails)
    shrinking = True
    while shrinking:
        shrinking = False
        for candidate in [*_with_less(record, part.as_of), *_more_open(record, part.as_of)]:
            smaller, found = _tried(record, part, candidate, fails)
            if found is not part:
                record, part, shrinking = smaller, found, True
                break
    return record, part


def _tried(record: Record, part: Parted, candidate: tuple[Record, AsOf], fails: Fails) -> tuple[Record, Parted]:
    """The candidate where it fails as well; else what there was."""
    found = fails(*candidate) if candidate[0] else []
    return (candidate[0], found[0]) if found else (record, part)


def _of_item(record: Record, part: Parted) -> tuple[Record, AsOf]:
    return _kept(record, part.as_of, {step.number for step in record if step.item == part.item})


def _with_less(record: Record, as_of: AsOf) -> Iterator[tuple[Record, AsOf]]:
    """Without the half of it, a quarter, and so on down to one step."""
    size = len(record) // 2
    while size:
        for start in range(0, len(record), size):
            less = without(record, {step.number for step in record[start : start + size]})
            yield _kept(record, as_of, {step.number for step in less})
        size //= 2


def _kept(record: Record, as_of: AsOf, numbers: set[int]) -> tuple[Record, AsOf]:
    """The steps of some numbers, and the question where its position now is."""
    by = as_of.recorded_by
    if isinstance(by, int):
        by = sum(step.number in numbers for step in record[:by])
    return tuple(step for step in record if step.number in numbers), attrs.evolve(as_of, recorded_by=by)


def _more_open(record: Record, as_of: AsOf) -> Iterator[tuple[Record, AsOf]]:
    for name in ("on", "stated_by", "recorded_by"):
        if getattr(as_of, name) is not None:
            yield record, attrs.evolve(as_of, **{name: None})


# -- in words ----------------------------------------------------------------------------------------------------------


def shown(record: Record, part: Parted, seed: str) -> str:
    """A failure as a person reads it."""
    asked = f"as of on={part.as_of.on}, stated_by={part.as_of.stated_by}, recorded_by={part.as_of.recorded_by}"
    lines = [f"seed {seed}: {part.item} {asked}: {part.why}", *map(_line, record)]
    if part.answers:
        fold, oracle, sql = told(part.answers.fold), told(part.answers.oracle), part.answers.sql
        for name, answer in (("fold", fold), ("oracle", oracle), ("SQL", sql)):
            lines += [name, *(f"  {axis}, {way}: {one}" for (axis, way), one in sorted(answer.items()))]
        lines += [f"the view: {part.answers.periods}", f"fold: {part.answers.fold}", f"oracle: {part.answers.oracle}"]
    return "\n".join(lines)


def _line(step: Said) -> str:
    return f"  #{step.number} batch {step.batch} at {step.clock:%Y-%m-%dT%H:%M:%S.%fZ}: {_what(step)}"


def _what(step: Said) -> str:
    what = step.what
    if isinstance(what, Forget):
        return f"disposes of the words of #{what.number}"
    dates = f"occurred {what.occurred_on or '-'}, stated {what.stated_on or '-'}"
    if isinstance(what, TakeBack):
        return f"retracts #{what.number}, {dates}"
    if isinstance(what, Applied):
        return f"applied {what.axis} {what.step.source} -{what.step.event}-> {what.step.target}, {dates}"
    if isinstance(what, Reported):
        return f"reported {what.axis} {what.status!r} {'|'.join(what.states)}, {dates}"
    assert isinstance(what, Registered)
    return f"registered {what.entity} fields {what.fields} by {what.rulebook!r}, {dates}"
