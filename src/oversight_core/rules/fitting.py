"""Do the parts of a rulebook fit one another?  Each way in which they may not is a function here.

A misfit is its place and a sentence.  The place is the field of the rulebook, the number of the part in it (from 1),
the number of its row where it has rows, the column, and the axis where a label says something on several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import attrs

from oversight_core.rules.belief import Notice
from oversight_core.rules.clock import Clock, faults
from oversight_core.rules.counting.versions import may_overlap
from oversight_core.rules.lifecycle import Lifecycle
from oversight_core.rules.projection import Projection
from oversight_core.rules.vocabulary import Vocabulary

Misfit = tuple[tuple[str, ...], str]


@attrs.frozen(kw_only=True)
class Parts:
    """What a rulebook holds, whether or not it fits."""

    lifecycles: tuple[Lifecycle, ...]
    vocabularies: tuple[Vocabulary, ...]
    clocks: tuple[Clock, ...]
    facts: tuple[str, ...]
    projections: tuple[Projection, ...]
    notices: tuple[Notice, ...]
    earlier: tuple[Lifecycle, ...]


def misfits(book: Parts) -> Iterator[Misfit]:
    """Every way in which the parts of a rulebook do not fit, each with its place."""
    for find in (_twice, _versions, _unknown_targets, _unlisted_facts, _clocks, _clock_versions, _signals):
        yield from find(book)
    yield from _projections(book)
    yield from _notices(book)


def _twice(book: Parts) -> Iterator[Misfit]:
    clocks: dict[str, int] = {}  # rows of one name are versions of one clock
    for n, clock in enumerate(book.clocks, 1):
        clocks.setdefault(clock.name, n)
    named = [
        *(("lifecycles", n, table.name) for n, table in enumerate(book.lifecycles, 1)),
        *(("vocabularies", n, words.name) for n, words in enumerate(book.vocabularies, 1)),
        *(("clocks", n, name) for name, n in clocks.items()),
        *(("notices", n, notice.name) for n, notice in enumerate(book.notices, 1)),
    ]
    last = {name: (part, str(n), "name") for part, n, name in named}
    counted = Counter(name for _, _, name in named)
    return ((last[name], f"{name!r} stands twice") for name, n in counted.items() if n > 1)


def _versions(book: Parts) -> Iterator[Misfit]:
    """An earlier version is of a table that is here, is another one, and was in force before."""
    present = {table.name: table for table in book.lifecycles}
    for n, table in enumerate(book.earlier, 1):
        place, now = ("earlier", str(n)), present.get(table.name)
        if now is None:
            yield (*place, "name"), f"{table.name!r} {table.version} is an earlier version of no table here"
        elif now.version == table.version:
            yield (
                (*place, "version"),
                f"{table.name!r} {table.version} is both the present version and an earlier one",
            )
        elif now.in_force_from is None:
            at = ("lifecycles", str(book.lifecycles.index(now) + 1), "in_force_from")
            yield at, f"{table.name!r} {now.version} does not say from which day on it is in force"
        elif table.in_force_from is not None and table.in_force_from >= now.in_force_from:
            yield (
                (*place, "in_force_from"),
                f"{table.name!r} {table.version} was in force no earlier than {now.version}",
            )


def _unknown_targets(book: Parts) -> Iterator[Misfit]:
    known = _statuses(book)
    for n, vocabulary in enumerate(book.vocabularies, 1):
        for number, row in enumerate(vocabulary.rows, 1):
            for axis, status in row.targets:
                if (axis, status) not in known:
                    place = ("vocabularies", str(n), "rows", str(number), "targets", axis)
                    yield place, f"{vocabulary.name} maps {row.label!r} to {axis} {status!r}, which no table here has"


def _unlisted_facts(book: Parts) -> Iterator[Misfit]:
    needed = {need: guard.name for table in book.lifecycles for guard in table.guards for need in guard.needs}
    unlisted = needed.keys() - set(book.facts)
    return (
        (("facts",), f"the guard {needed[need]!r} needs the fact {need!r}, which is not listed")
        for need in sorted(unlisted)
    )


def _clocks(book: Parts) -> Iterator[Misfit]:
    return (
        (("clocks", str(n), column), f"the clock {clock.name!r} {says}")
        for n, clock in enumerate(book.clocks, 1)
        for column, says in faults(clock)
    )


def _clock_versions(book: Parts) -> Iterator[Misfit]:
    """Rows of one clock for the same items follow one another in time, but for the span in which it changed."""
    for (_, one), (n, other) in combinations(enumerate(book.clocks, 1), 2):
        if one.name == other.name and one.where == other.where and may_overlap(one, other):
            says = f"the clock {one.name!r} stands twice; versions of it are in force one after the other"
            yield ("clocks", str(n), "in_force_from"), says


def _signals(book: Parts) -> Iterator[Misfit]:
    known = _statuses(book)
    for n, clock in enumerate(book.clocks, 1):
        for column in ("starts_on", "met_by", "stops_on"):
            for signal in getattr(clock, column):
                axis, is_status, status = signal.partition("=")
                if is_status and (axis, status) not in known:
                    says = f"the clock {clock.name!r} waits for {axis} {status!r}, which no table here has"
                    yield ("clocks", str(n), column), says


def _projections(book: Parts) -> Iterator[Misfit]:
    """Each status has one label, which is a label of the book; one that means something else says what is lost."""
    seen: set[tuple[str, str]] = set()
    for n, row in enumerate(book.projections, 1):
        place = ("projections", str(n))
        if not row.statuses:
            yield (*place, "statuses"), f"the projection to {row.label!r} names no status"
        for status in row.statuses:
            if (row.axis, status) in seen:
                yield (*place, "statuses"), f"{row.axis} {status!r} is projected twice"
            seen.add((row.axis, status))
        found = [mapping for words in book.vocabularies if (mapping := words.lookup(row.label))]
        if not found:
            to = f"{row.axis} {', '.join(row.statuses)} is projected to {row.label!r}"
            yield (*place, "label"), f"{to}, which is no label here"
            continue
        if not row.cites:
            yield (*place, "cites"), f"the projection to {row.label!r} cites nothing"
        targets = [to for mapping in found for axis, to in mapping.targets if axis == row.axis]
        meant = {state for to in targets for state in _held(book, row.axis, to)}
        stray = [status for status in row.statuses if status not in meant]
        if stray and not row.lost:
            yield (*place, "lost"), f"{row.label!r} does not mean {row.axis} {', '.join(stray)}; say what is lost"


def _notices(book: Parts) -> Iterator[Misfit]:
    for n, notice in enumerate(book.notices, 1):
        wrong = (
            ("sender", "names nobody who sends it", not notice.sender.strip()),
            ("recipient", "names nobody who gets it", not notice.recipient.strip()),
            ("holders", "names nobody who must hold the belief", not any(notice.holders)),
            ("suffices", "names no belief that suffices", not notice.suffices),
            ("cites", "cites nothing", not notice.cites),
        )
        for column, fault, is_so in wrong:
            if is_so:
                yield ("notices", str(n), column), f"the notice {notice.name!r} {fault}"


def _statuses(book: Parts) -> set[tuple[str, str]]:
    return {(table.axis, status) for table in book.lifecycles for status in (*table.state_names, *table.members)}


def _held(book: Parts, axis: str, status: str) -> set[str]:
    """The states that a status of the book may stand for."""
    return {state for t in book.lifecycles if t.axis == axis for state in t.members.get(status, (status,))}
