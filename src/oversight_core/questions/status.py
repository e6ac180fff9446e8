"""Where does an item stand?"""

from __future__ import annotations

from collections.abc import Iterable

from oversight_core.ledger import Recorded, Status, fold
from oversight_core.moments import NOW, AsOf


def status(history: Iterable[Recorded], axis: str, *, as_of: AsOf = NOW) -> Status:
    """The status of an item on one axis; the initial one where nobody spoke on it.

    >>> status([], "position").value
    'not_stated'
    """
    return fold(history, as_of).status(axis)
