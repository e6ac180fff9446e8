"""What test processes are told to do; it must be found by its name in a process of its own."""

import os
import signal
from pathlib import Path


def double(path: Path) -> int:
    return 2 * int(path.name)


def moody(path: Path) -> int:
    """Crash at every seventh, hang at 5, ask for too much at 9."""
    number = int(path.name)
    if number % 7 == 3:
        os.kill(os.getpid(), signal.SIGSEGV)
    if number == 5:
        signal.setitimer(signal.ITIMER_REAL, 0.2)  # the watch, grown impatient
        while True:
            pass
    return number


def late(path: Path) -> int:
    """Crash at 45, when documents go several on one errand."""
    if path.name == "45":
        os.kill(os.getpid(), signal.SIGSEGV)
    return int(path.name)


def lost(path: Path) -> int:
    return -1
