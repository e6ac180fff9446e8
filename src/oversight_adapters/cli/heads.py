"""Heads as they are printed, POSITION:HASH, and read again."""

from __future__ import annotations

import re

from oversight_adapters.cli.exits import WrongUse
from oversight_adapters.writers.safe import shortened
from oversight_core.ledger import Receipt

_HEAD = re.compile(r"\d{1,18}:[0-9a-f]{64}", re.ASCII)


def head(text: str) -> Receipt:
    """The receipt that prints as a text; raises `WrongUse`."""
    if not _HEAD.fullmatch(text):
        raise WrongUse(f"{shortened(text, 90)!r} is not a head; write POSITION:HASH as `oversight verify` prints it")
    position, _, link = text.partition(":")
    return Receipt(int(position), bytes.fromhex(link))
