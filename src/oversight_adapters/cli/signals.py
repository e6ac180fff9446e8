"""Does a clock look at fields that are there?  A misspelt one would never start it, and nobody would notice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

import attrs

from oversight_core.rules import Clock

Kinds = Mapping[str, type]
"""The kinds of items that are installed, and the class of each."""


def strays(clock: Clock, kinds: Kinds) -> Iterator[str]:
    """What a clock looks at and no item that it runs for has: kinds, fields, and fields of other items."""
    for kind in clock.kinds:
        if kind not in kinds:
            yield f"runs for items of the kind {kind!r}, which is not installed{_near(kind, kinds)}"
    own = {field for kind in clock.kinds if kind in kinds for field in _fields(kinds[kind])}
    anywhere = {field for described in kinds.values() for field in _fields(described)}
    for name in _named(clock):
        of, colon, field = name.rpartition(":")
        link, dot, beside = name.partition(".")
        if colon and of not in kinds:
            yield f"looks at items of the kind {of!r}, which is not installed{_near(of, kinds)}"
        elif colon and field not in _fields(kinds[of]):
            yield f"looks at the field {field!r} of a {of}, which has none such{_near(field, _fields(kinds[of]))}"
        elif dot and beside not in anywhere:
            yield f"looks at the field {beside!r}, which no item has{_near(beside, anywhere)}"
        elif not colon and own and link not in own:
            whose = " or a ".join(clock.kinds)
            yield f"looks at the field {link!r} of a {whose}, which has none such{_near(link, own)}"


def _named(clock: Clock) -> Iterator[str]:
    """Every field that a clock names; a status that begins is none."""
    yield from (signal for signal in clock.signals if "=" not in signal)
    yield from (field for field, _ in clock.where)
    yield from (name for name in (clock.stated_in,) if name)
    if clock.time_zone.startswith(":"):
        yield clock.time_zone.removeprefix(":")


def _fields(described: type) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(described)) if attrs.has(described) else ()


def _near(name: str, known: Mapping[str, object] | set[str] | tuple[str, ...]) -> str:
    near = get_close_matches(name, known, n=2)
    return f"; did you mean {' or '.join(near)}?" if near else ""
