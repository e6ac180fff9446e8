"""Amounts of money as reports print them, in dollars; what has no dollar sign is no amount."""

from __future__ import annotations

import re
from decimal import Decimal

AMOUNT = (
    r"(?<![\w$.,-])\$\s?(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,13})(?:\.\d{1,4})?(?!\d|,\d|\.\d)(?:\s+(?:thousand|"
    r"million|billion|trillion)(?!\w))?"
)
"""Pattern of an amount in running text; case is to be ignored."""

_AMOUNT = re.compile(
    r"\$\s*(?P<figure>[\d,]{1,20}(?:\.\d{1,4})?)(?:\s+(?P<times>thousand|million|billion|trillion))?", re.IGNORECASE
)
_TIMES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}


def amount(words: str) -> Decimal:
    """The amount in dollars; raises ValueError for any other words.

    >>> amount("$1,234,567"), amount("$1.2 million"), amount("$0")
    (Decimal('1234567'), Decimal('1200000'), Decimal('0'))
    """
    match = _AMOUNT.fullmatch(words.strip())
    if match is None or not re.fullmatch(r"\d{1,3}(?:,\d{3})*|\d+", match["figure"].partition(".")[0]):
        raise ValueError(f"{words!r} is no amount in dollars")
    value = Decimal(match["figure"].replace(",", ""))
    whole = value.scaleb(_TIMES[match["times"].lower()]) if match["times"] else value
    return Decimal(f"{whole:f}")


def currency(words: str) -> str:
    """The currency of a dollar sign; raises ValueError for any other words."""
    if "$" not in words:
        raise ValueError(f"{words!r} names no currency")
    return "USD"
