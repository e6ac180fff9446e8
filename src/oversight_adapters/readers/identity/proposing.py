"""What a name may mean: names that look alike, each with a score, for a person to choose from."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from oversight_adapters.readers.identity.errors import MatchingNotInstalled
from oversight_adapters.readers.identity.rows import same

LEAST = 60.0
"""A score below this says that two names have little in common."""


@attrs.frozen
class Proposal:
    """A name that was asked for, one that it may mean, and how alike they are: 100 is the same but for spelling."""

    name: str
    match: str
    score: float


def propose(name: str, among: Iterable[str], *, limit: int = 5) -> tuple[Proposal, ...]:
    """The names that look most like this one, best first; the same for the same names in any order.

    Words may stand in another order.  Nothing is decided by it: a score is no identity.  Raises `MatchingNotInstalled`.

    >>> propose("Elroy Detention Center", ["Clay County Jail", "Eloy Detention Center"])
    (Proposal(name='Elroy Detention Center', match='Eloy Detention Center', score=97.7),)
    """
    try:
        from rapidfuzz import fuzz
    except ImportError:
        raise MatchingNotInstalled("to propose names", "rapidfuzz") from None
    wanted = same(name)
    scored = [(round(fuzz.token_sort_ratio(wanted, same(other)), 1), other) for other in dict.fromkeys(among)]
    likely = sorted((one for one in scored if one[0] >= LEAST), key=lambda one: (-one[0], one[1]))
    return tuple(Proposal(name, other, score) for score, other in likely[:limit])
