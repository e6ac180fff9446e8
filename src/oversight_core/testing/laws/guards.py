"""Laws of conditions: a guard answers every attempt that suits its row with yes or no, and the same each time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from oversight_core.rules import Attempt, Facts, Guard, Lifecycle
from oversight_core.testing.choices import FIRST_CHOICE, suiting, variations
from oversight_core.testing.memory import remembered
from oversight_core.testing.walking import ITEM


def unanswering(lifecycle: Lifecycle, facts: Facts) -> Iterator[str]:
    """Each guard that breaks, says neither yes nor no, or changes its mind, with the row that it stands in.

    A guard that needs a fact which is not among those given is asked only whether it looks at others than it needs.
    """
    known = {**remembered([]), **facts}
    for rule in lifecycle.rules:
        attempts = [suiting(rule, choice, [], ITEM) for choice in variations(FIRST_CHOICE)] if rule.actors else []
        for guard in lifecycle.guards:
            if guard.name in rule.guards:
                find = _fault if known.keys() >= set(guard.needs) else _peeking
                faults = filter(None, (find(guard, attempt, known) for attempt in attempts))
                yield from (f"{guard.name!r} of the row {rule.event!r} {fault}" for fault in dict.fromkeys(faults))


class _Watched(dict[str, Any]):
    """Facts that remember which of the others were looked at."""

    def __init__(self, facts: Facts) -> None:
        super().__init__(facts)
        self.missed: list[str] = []

    def __missing__(self, name: str) -> Any:
        self.missed.append(name)
        raise KeyError(name)


def _peeking(guard: Guard, attempt: Attempt, known: Facts) -> str | None:
    """The fact that a guard looks at and does not need, seen where it is asked with stand-ins for those it needs."""
    for stand_in in (None, 0, ""):
        seen = _Watched({name: known.get(name, stand_in) for name in guard.needs})
        with suppress(Exception):  # a stand-in need not suit it
            guard.test(attempt, seen)
        if seen.missed:
            return f"looks at {seen.missed[0]!r}, which is not among the facts it needs"
    return None


def _fault(guard: Guard, attempt: Attempt, known: Facts) -> str | None:
    seen = {name: known[name] for name in guard.needs}
    try:
        answers = [guard.test(attempt, seen) for _ in range(2)]
    except Exception as error:  # a guard is somebody's code; that it breaks is what is looked for
        return f"breaks: {type(error).__name__}: {error}"
    if not all(isinstance(answer, bool) for answer in answers):
        return f"says {answers[0]!r}, which is neither True nor False"
    return None if answers[0] == answers[1] else "says yes and no to the same attempt"
