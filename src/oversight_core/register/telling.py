"""Telling: listeners hear of what was written, one batch after the other; what they do cannot undo it."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable
from threading import local

from oversight_core.ports import Accepted, Listener

LOG = logging.getLogger(__name__)
logging.getLogger("oversight_core").addHandler(logging.NullHandler())  # where a host sets up no logging, nothing prints


class Listeners:
    """The listeners of a register, told in the order in which they are given.

    A batch that a listener writes is told when the one at hand has been told to all, so that every listener hears of
    the batches of a thread in the order of their positions.
    """

    def __init__(self, listeners: Iterable[Listener]) -> None:
        self._listeners = tuple(listeners)
        self._here = local()  # what waits to be told, thread by thread

    def __bool__(self) -> bool:
        return bool(self._listeners)

    def tell(self, accepted: Accepted) -> None:
        """Tell each of a batch; one that raises is logged, and the others are told all the same."""
        waiting: deque[Accepted] | None = getattr(self._here, "waiting", None)
        if waiting is not None:
            waiting.append(accepted)
            return
        self._here.waiting = waiting = deque([accepted])
        try:
            while waiting:
                self._tell(waiting.popleft())
        finally:
            del self._here.waiting

    def _tell(self, accepted: Accepted) -> None:
        for listener in self._listeners:
            try:
                listener(accepted)
            except Exception:  # the batch is in the store already: its writer must not think that it failed
                first, last = accepted.receipt.batch, accepted.receipt.position
                LOG.exception("a listener failed; the entries %d to %d that it was told of are recorded", first, last)
