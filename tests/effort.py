"""How hard a slow test tries: as CI has time for, or, with OVERSIGHT_EFFORT=nightly, as a night allows."""

from __future__ import annotations

import os

NIGHTLY = os.environ.get("OVERSIGHT_EFFORT") == "nightly"


def effort(*, ci: int, nightly: int) -> int:
    """The number of tries."""
    return nightly if NIGHTLY else ci
