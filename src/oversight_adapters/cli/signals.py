"""Does a clock look at fields that are there?  A misspelt one would never start it, and nobody would notice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

import attrs

from oversight_core.rules import Clock

Kinds = Mapping[str, type]
"""The kinds of items that are installed, and the class of each."""


def strays(clock: Clock, kinds: Kinds) -> Iterator[tuple[str, str]]:
    """What a clock looks at and no item that it runs for has: the column, and a sentence that follows its name."""
    for kind in clock.kinds:
        if kind not in kinds:
            yield "kinds", f"runs for items of the kind {kind!r}, which is not installed{_near(kind, kinds)}"
    own = {field for kind in clock.kinds if kind in kinds for field in _fields(kinds[kind])}
    anywhere = {field for described in kinds.values() for field in _fields(described)}
    for column, name in _named(clock):
        of, colon, field = name.rpartition(":")
        link, dot, beside = name.partition(".")
        if colon and of not in kinds:
            yield column, f"looks at items of the kind {of!r}, which is not installed{_near(of, kinds)}"
        elif colon and field not in _fields(kinds[of]):
            yield (
                column,
                f"looks at the field {field!r} of a {of}, which has none such{_near(field, _fields(kinds[of]))}",
            )
        elif dot and beside not in anywhere:
            yield column, f"looks at the field {beside!r}, which no item has{_near(beside, anywhere)}"
        elif not colon and own and link not in own:
            whose = " or a ".join(clock.kinds)
            yield column, f"looks at the field {link!r} of a {whose}, which has none such{_near(link, own)}"
    yield from _of_another_sort(clock, kinds)


def _of_another_sort(clock: Clock, kinds: Kinds) -> Iterator[tuple[str, str]]:
    """Fields of the item that are no date where one is counted from, and yes-or-no fields asked for something else."""
    sorts = {field.name: str(field.type) for kind in clock.kinds if kind in kinds for field in _attributes(kinds[kind])}
    for column, name in _named(clock):
        if column in ("starts_on", "stated_in") and "Moment" not in sorts.get(name, "Moment"):
            yield column, f"counts from the field {name!r}, which is no date"
    for field, worth in clock.where:
        if "bool" in sorts.get(field, "") and worth not in ("true", "false", ""):
            yield "where", f"asks whether {field!r} is {worth!r}, and it is true, false or not stated"


def _named(clock: Clock) -> Iterator[tuple[str, str]]:
    """Every field that a clock names, with its column; a status that begins is none."""
    for column in ("starts_on", "met_by", "stops_on"):
        yield from ((column, signal) for signal in getattr(clock, column) if "=" not in signal)
    yield from (("where", field) for field in dict(clock.where))
    if clock.stated_in:
        yield "stated_in", clock.stated_in
    if clock.time_zone.startswith(":"):
        yield "time_zone", clock.time_zone.removeprefix(":")


def _attributes(described: type) -> tuple[attrs.Attribute[object], ...]:
    return tuple(attrs.fields(described)) if attrs.has(described) else ()


def _fields(described: type) -> tuple[str, ...]:
    return tuple(field.name for field in _attributes(described))


def _near(name: str, known: Mapping[str, object] | set[str] | tuple[str, ...]) -> str:
    near = get_close_matches(name, known, n=2)
    return f"; did you mean {' or '.join(near)}?" if near else ""
