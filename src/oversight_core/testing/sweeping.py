"""Everything that may be tried from a status, near misses too: what chance tries now and then, once for sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from oversight_core.rules import Attempt, Lifecycle
from oversight_core.testing.choices import FIRST_CHOICE, STRANGER, suiting
from oversight_core.testing.walking import ITEM


def sweep(table: Lifecycle, *, after: Sequence[Attempt] = ()) -> Iterator[Attempt]:
    """Every event in every role, with what its rows require, and by those who may with each piece of it left out."""
    roles = [*dict.fromkeys(role for rule in table.rules for role in rule.actors), STRANGER]
    for rule in table.rules:
        for role in dict.fromkeys((*rule.actors, *roles)):
            whole = suiting(attrs.evolve(rule, actors=role), FIRST_CHOICE, after, ITEM)
            yield whole
            if role in rule.actors:
                shown = whole.evidence
                yield from (attrs.evolve(whole, evidence=(*shown[:n], *shown[n + 1 :])) for n in range(len(shown)))
