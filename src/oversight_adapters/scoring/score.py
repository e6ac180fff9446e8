"""What was read, held against the labels: each fact is right, wrong, missing, or not judged."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Literal

import attrs

from oversight_adapters.readers.facts import Fact, plain
from oversight_adapters.scoring.labels import Expected, Labels
from oversight_core.reading import Problem

Verdict = Literal["right", "wrong", "missing"]


@attrs.frozen
class Finding:
    """One verdict: of which item, or kind, and field, the value, and what is the matter with it."""

    verdict: Verdict
    item: str
    field: str
    value: Any
    why: str = ""

    @property
    def kind(self) -> str:
        """The kind of the item."""
        return self.item.partition(":")[0]


@attrs.frozen
class _Read:
    """One value of one field as it was read, and every quote that states it."""

    item: str
    field: str
    value: Any
    quotes: tuple[str, ...]
    derived: bool


def judged(labels: Labels, facts: Iterable[Fact], problems: Iterable[Problem]) -> Iterator[Finding]:
    """A verdict on every label, on every fact that has one, and on the others of kinds that are labelled completely.

    A computed value that nobody labelled is not judged.  A right value with other words than the label's is wrong.
    """
    read = {(one.item, one.field, _key(one.value)): one for one in _values(facts)}
    unmatched = dict(read)
    for expected in sorted(labels.facts, key=lambda one: ":" not in one.item):  # those that name their item first
        key = _matching(expected, unmatched)
        if key is None:
            yield Finding("missing", expected.item, expected.field, expected.value, _nearest(expected, read.values()))
            continue
        found = unmatched.pop(key)
        if expected.quote is None or any(_same(quote, expected.quote) for quote in found.quotes):
            yield Finding("right", found.item, found.field, found.value)
        else:
            why = f"it stands in {' / '.join(map(repr, found.quotes)) or 'no words'}, and not in {expected.quote!r}"
            yield Finding("wrong", found.item, found.field, found.value, why)
    labelled = {(one.item, one.field) for one in labels.facts}
    for one in unmatched.values():
        why = _wrong(one, labels, labelled)
        if why:
            yield Finding("wrong", one.item, one.field, one.value, why)
    yield from _problems(labels, problems)


def _values(facts: Iterable[Fact]) -> Iterator[_Read]:
    quotes: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    values: dict[tuple[str, str, str], Any] = {}
    for fact in facts:
        value = plain(fact.value)
        key = (str(fact.item), fact.field, _key(value))
        values[key] = value
        if fact.quote is not None:
            quotes[key].append(fact.quote)
    for key, value in values.items():
        said = tuple(quotes[key])
        yield _Read(key[0], key[1], value, said, not said)


def _key(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=True)


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _matching(expected: Expected, read: dict[tuple[str, str, str], _Read]) -> tuple[str, str, str] | None:
    value = _key(expected.value)
    if ":" in expected.item:
        key = (expected.item, expected.field, value)
        return key if key in read else None
    fitting = [
        key
        for key, one in read.items()
        if key[1] == expected.field and key[2] == value and one.item.partition(":")[0] == expected.kind
    ]
    quoted = (key for key in fitting if expected.quote and any(_same(q, expected.quote) for q in read[key].quotes))
    return next(quoted, fitting[0] if fitting else None)


def _nearest(expected: Expected, read: Iterable[_Read]) -> str:
    """What was read instead, if anything."""
    instead = [one.value for one in read if one.field == expected.field and expected.item in (one.item, _kind(one))]
    return f"read instead: {', '.join(map(repr, instead[:3]))}" if instead else "nothing was read"


def _kind(one: _Read) -> str:
    return one.item.partition(":")[0]


def _wrong(one: _Read, labels: Labels, labelled: set[tuple[str, str]]) -> str:
    """Why a fact that meets no label is wrong; "" where it is not judged."""
    if (one.item, one.field) in labelled:
        return "the labels have another value"
    if _kind(one) in labels.complete and not one.derived:
        return "the labels have no such fact, and are complete for its kind"
    return ""


def _problems(labels: Labels, problems: Iterable[Problem]) -> Iterator[Finding]:
    if labels.problems is None:
        return
    left = [problem.code for problem in problems]
    for code in labels.problems:
        if code in left:
            left.remove(code)
            yield Finding("right", "problem", code, code)
        else:
            yield Finding("missing", "problem", code, code, "it is not told")
    for code in left:
        yield Finding("wrong", "problem", code, code, "it is told, and the labels have none")
