"""The form of the prose: one line for one thing that may be done."""

from __future__ import annotations

from collections.abc import Iterable

import attrs


def words(value: str | Iterable[str]) -> tuple[str, ...]:
    """Names, from one text with blanks between them or from several."""
    return tuple(value.split()) if isinstance(value, str) else tuple(value)


@attrs.frozen
class Act:
    """What may be done: an event, from which states, to which state, by whom.

    `needs` is the evidence without which it may not be done, and `under` the conditions that must hold.  Where the
    prose names a joint act, the one whose entry it is stands here; the other's consent is evidence.  What is merely
    expected is no part of it.

    >>> Act("decide", "disputed", "resolved", "follow_up_official", needs="decision_memo").needs
    ('decision_memo',)
    """

    event: str
    sources: tuple[str, ...] = attrs.field(converter=words)
    target: str
    who: tuple[str, ...] = attrs.field(converter=words)
    needs: tuple[str, ...] = attrs.field(kw_only=True, default=(), converter=words)
    under: tuple[str, ...] = attrs.field(kw_only=True, default=(), converter=words)


Prose = tuple[Act, ...]
"""All that may be done on one table."""


def but(states: str, *left_out: str) -> str:
    """Some states without those left out.

    >>> but("planned in_progress on_hold", "in_progress")
    'planned on_hold'
    """
    return " ".join(state for state in states.split() if state not in left_out)
