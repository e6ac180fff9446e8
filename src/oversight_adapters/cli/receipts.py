"""Receipts on the command line: a head as it was printed, or a file that holds one."""

from __future__ import annotations

import re
from pathlib import Path

from oversight_adapters.cli.exits import FileFailed, WrongUse
from oversight_adapters.writers.safe import shortened
from oversight_core.ledger import Receipt

_HEAD = re.compile(r"(?<![0-9a-f:])(\d{1,18}):([0-9a-f]{64})(?![0-9a-f:])", re.ASCII | re.IGNORECASE)
_LINE = re.compile(r'"position": ?(\d{1,18}), ?"hash": ?"([0-9a-f]{64})"', re.ASCII)

LARGEST = 2**20
"""Bytes of a file in which a receipt is looked for."""


def receipt(given: str) -> Receipt:
    """The head that is given, or that a file of this name holds.

    Raises `WrongUse` for what is neither, and `FileFailed` for a file that cannot be read.

    >>> str(receipt("5:" + 64 * "A"))[:6]
    '5:aaaa'
    """
    found = _HEAD.fullmatch(given.strip())
    return _made(found) if found else _in_file(given)


def _in_file(given: str) -> Receipt:
    try:
        path = Path(given)
        if not path.is_file():
            raise WrongUse(f"{shortened(given, 90)!r} is not a head: {_why_not(given)}")
        with path.open("rb") as file:
            text = file.read(LARGEST).decode(errors="replace")
    except (OSError, ValueError) as error:
        if isinstance(error, WrongUse):
            raise
        raise FileFailed(shortened(given, 90), "unreadable", "no receipt can be read from it") from error
    found = {_made(match) for pattern in (_HEAD, _LINE) for match in pattern.finditer(text)}
    if len(found) != 1:
        what = f"{len(found)} heads; name the one that is meant" if found else "no head as `oversight verify` prints it"
        raise WrongUse(f"the file {shortened(given, 90)} holds {what}")
    return found.pop()


def _why_not(given: str) -> str:
    """What is wrong with a head that was mistyped."""
    position, colon, link = given.strip().partition(":")
    if not colon or not position.isdecimal():
        return "write POSITION:HASH as `oversight verify` prints it, or name a file that holds it"
    if not position.isascii() or len(position) > 18:
        return "no record has that position"
    if not re.fullmatch("[0-9a-f]*", link, re.IGNORECASE):
        return "its hash holds something else than the digits 0 to 9 and a to f"
    return f"its hash has {len(link)} digits, not 64"


def _made(match: re.Match[str]) -> Receipt:
    return Receipt(int(match[1]), bytes.fromhex(match[2]))
