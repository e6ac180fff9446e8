"""The garbage collector at rest while a reading is built: none of it is garbage before it is done."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking a reading again and again while it grows, and once more when it is done.

    What was made counts as old afterwards.  Where a program has frozen objects of its own, they stay so.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
