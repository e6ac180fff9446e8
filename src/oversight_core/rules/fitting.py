"""Do the parts of a rulebook fit one another?  Each way in which they may not is a function here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from oversight_core.rules.clock import faults
from oversight_core.rules.counting.versions import may_overlap

if TYPE_CHECKING:
    from oversight_core.rules.rulebook import RuleBook


def misfits(book: RuleBook) -> Iterator[str]:
    """Every way in which the parts of a rulebook do not fit."""
    for find in (_twice, _versions, _unknown_targets, _unlisted_facts, _clocks, _clock_versions, _signals):
        yield from find(book)
    yield from _projections(book)
    yield from _notices(book)


def _twice(book: RuleBook) -> Iterator[str]:
    parts = [
        *(table.name for table in book.lifecycles),
        *(words.name for words in book.vocabularies),
        *dict.fromkeys(clock.name for clock in book.clocks),
        *(notice.name for notice in book.notices),
    ]
    return (f"{name!r} stands twice" for name, n in Counter(parts).items() if n > 1)


def _versions(book: RuleBook) -> Iterator[str]:
    """An earlier version is of a table that is here, is another one, and was in force before."""
    present = {table.name: table for table in book.lifecycles}
    for table in book.earlier:
        now = present.get(table.name)
        if now is None:
            yield f"{table.name!r} {table.version} is an earlier version of no table here"
        elif now.version == table.version:
            yield f"{table.name!r} {table.version} is both the present version and an earlier one"
        elif now.in_force_from is None:
            yield f"{table.name!r} {now.version} does not say from which day on it is in force"
        elif table.in_force_from is not None and table.in_force_from >= now.in_force_from:
            yield f"{table.name!r} {table.version} was in force no earlier than {now.version}"


def _unknown_targets(book: RuleBook) -> Iterator[str]:
    known = _statuses(book)
    for vocabulary in book.vocabularies:
        for row in vocabulary.rows:
            for axis, status in row.targets:
                if (axis, status) not in known:
                    yield f"{vocabulary.name} maps {row.label!r} to {axis} {status!r}, which no table here has"


def _unlisted_facts(book: RuleBook) -> Iterator[str]:
    needed = {need: guard.name for table in book.lifecycles for guard in table.guards for need in guard.needs}
    unlisted = needed.keys() - set(book.facts)
    return (f"the guard {needed[need]!r} needs the fact {need!r}, which is not listed" for need in sorted(unlisted))


def _clocks(book: RuleBook) -> Iterator[str]:
    return (f"the clock {clock.name!r} {says}" for clock in book.clocks for _, says in faults(clock))


def _clock_versions(book: RuleBook) -> Iterator[str]:
    """Rows of one clock for the same items follow one another in time, but for the span in which it changed."""
    for one, other in combinations(book.clocks, 2):
        if one.name == other.name and one.where == other.where and may_overlap(one, other):
            yield f"the clock {one.name!r} stands twice; versions of it are in force one after the other"


def _signals(book: RuleBook) -> Iterator[str]:
    known = _statuses(book)
    for clock in book.clocks:
        for signal in clock.signals:
            axis, is_status, status = signal.partition("=")
            if is_status and (axis, status) not in known:
                yield f"the clock {clock.name!r} waits for {axis} {status!r}, which no table here has"


def _projections(book: RuleBook) -> Iterator[str]:
    """Each status has one label, which is a label of the book; one that means something else says what is lost."""
    seen = Counter((row.axis, status) for row in book.projections for status in row.statuses)
    yield from (f"{axis} {status!r} is projected twice" for (axis, status), n in seen.items() if n > 1)
    for row in book.projections:
        found = [mapping for words in book.vocabularies if (mapping := words.lookup(row.label))]
        if not found:
            yield f"{row.axis} {', '.join(row.statuses)} is projected to {row.label!r}, which is no label here"
            continue
        if not row.cites:
            yield f"the projection to {row.label!r} cites nothing"
        targets = [to for mapping in found for axis, to in mapping.targets if axis == row.axis]
        meant = {state for to in targets for state in _held(book, row.axis, to)}
        stray = [status for status in row.statuses if status not in meant]
        if stray and not row.lost:
            yield f"{row.label!r} does not mean {row.axis} {', '.join(stray)}; say what is lost"


def _notices(book: RuleBook) -> Iterator[str]:
    for notice in book.notices:
        wrong = {
            "names nobody who sends it": not notice.sender.strip(),
            "names nobody who gets it": not notice.recipient.strip(),
            "names nobody who must hold the belief": not any(notice.holders),
            "names no belief that suffices": not notice.suffices,
            "cites nothing": not notice.cites,
        }
        yield from (f"the notice {notice.name!r} {fault}" for fault, found in wrong.items() if found)


def _statuses(book: RuleBook) -> set[tuple[str, str]]:
    return {(table.axis, status) for table in book.lifecycles for status in (*table.state_names, *table.members)}


def _held(book: RuleBook, axis: str, status: str) -> set[str]:
    """The states that a status of the book may stand for."""
    return {state for t in book.lifecycles if t.axis == axis for state in t.members.get(status, (status,))}
