"""Guards that do not say yes or no, and the same each time, to what suits their rows (B3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from oversight_core.moments import Moment
from oversight_core.names import Withheld
from oversight_core.rules import Attempt, Facts, Guard, Lifecycle, Rule, RuleBook
from oversight_core.testing.choices import FIRST_CHOICE, suiting, variations
from oversight_core.testing.memory import remembered
from oversight_core.testing.walking import ITEM


class _Watched(dict[str, Any]):
    """Facts that remember what was looked for."""

    def __init__(self, facts: Facts) -> None:
        super().__init__(facts)
        self.sought: set[object] = set()

    def __getitem__(self, name: str) -> Any:
        self.sought.add(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        self.sought.add(name)
        return super().get(name, default)

    def __contains__(self, name: object) -> bool:
        self.sought.add(name)
        return super().__contains__(name)


def without_example(book: RuleBook, facts: Facts) -> Iterator[str]:
    """B3: facts that guards need, no register has by itself, and the suite is given no example of."""
    known = {*remembered([]), *facts}
    needed = {need: guard for table in book.lifecycles for guard in table.guards for need in guard.needs}
    for need, guard in needed.items():
        if need not in known:
            yield f"the guard {guard.name!r} needs the fact {need!r}: give an example of it in `facts`"


def unsteady(table: Lifecycle, facts: Facts) -> Iterator[str]:
    """B3: guards that break, say neither yes nor no, change their mind, or look at what they do not need."""
    known = {**remembered([]), **facts}
    for rule in table.rules:
        for guard in table.guards:
            if guard.name in rule.guards and known.keys() >= {*guard.needs}:
                faults = filter(None, (_fault(guard, attempt, known) for attempt in _suiting(rule)))
                yield from (
                    f"{table.name}, {guard.name!r} of the row {rule.event!r} {it}" for it in dict.fromkeys(faults)
                )


def _suiting(rule: Rule) -> Iterator[Attempt]:
    """Attempts that suit a row: with all it asks for, by this one or that, on a day or none, names forgotten."""
    withheld = Withheld("a records schedule")
    for choice in variations(FIRST_CHOICE):
        attempt = suiting(rule, choice, [], ITEM)
        yield attempt
        yield attrs.evolve(attempt, occurred_on=None)
        yield attrs.evolve(attempt, occurred_on=Moment.vague("late last year"))
        evidence = tuple(attrs.evolve(exhibit, supplied_by=withheld) for exhibit in attempt.evidence)
        yield attrs.evolve(attempt, evidence=evidence, actor=attrs.evolve(attempt.actor, name=withheld))


def _fault(guard: Guard, attempt: Attempt, known: Facts) -> str | None:
    needed = {name: known[name] for name in guard.needs}
    seen = _Watched(needed)
    try:
        answers = [guard.test(attempt, seen) for _ in range(2)]
    except Exception as error:  # a guard is somebody's code; that it breaks is what is looked for
        peeked = sorted(f"{name}" for name in seen.sought - {*guard.needs})
        if peeked:
            return f"looks at {peeked[0]!r}, which is not among the facts it needs"
        return f"breaks: {type(error).__name__}: {error}"
    if peeked := sorted(f"{name}" for name in seen.sought - {*guard.needs}):
        return f"looks at {peeked[0]!r}, which is not among the facts it needs"
    if not all(isinstance(answer, bool) for answer in answers):
        return f"says {answers[0]!r}, which is neither True nor False"
    if answers[0] != answers[1]:
        return "says yes and no to the same attempt"
    return "changes the facts that it is shown" if dict(seen) != needed else None
