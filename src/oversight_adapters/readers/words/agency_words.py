"""What stands in the cells of agencies' spreadsheets: from words to values, or ValueError where they are no such."""

from __future__ import annotations

import re
from decimal import Decimal

from oversight_adapters.readers.mapped_table.forms import read_date
from oversight_adapters.readers.mapped_table.values import amount_of
from oversight_core.moments import Moment

LONGEST_CATEGORY = 90
"""Characters of a word for a category; what is longer is somebody's account."""

_AGENCY_FORMS = ("month-first", "month-first-20yy", "month-name", "day-month-20yy")
_MARK = re.compile(r"\(\s?[bk]\s?\)\s?\(?\s?\d", re.IGNORECASE)
_YES, _NO = frozenset(("yes", "y", "true")), frozenset(("no", "n", "false"))


def is_redacted(words: str) -> bool:
    """Whether words hold the mark of an exemption under which others were taken out.

    >>> [is_redacted(words) for words in ("(b)(7)(E)", "(b)(6),(b)(7)(c )", "by 6,(b)7c again", "SNA (San Antonio)")]
    [True, True, True, False]
    """
    return _MARK.search(words) is not None


def text(words: str) -> str:
    """Words as printed, without the blanks around them.

    >>> text("pending hearing ")
    'pending hearing'
    """
    return " ".join(words.split())


def category(words: str) -> str:
    """A category as printed; ValueError for an account of several lines or sentences.

    >>> category("Serious Mental Illness")
    'Serious Mental Illness'
    """
    if len(words) > LONGEST_CATEGORY:
        raise ValueError("it is longer than a category")
    return text(words)


def day(words: str) -> Moment:
    """A day, month first where it is in figures, as agencies of the United States write; a time of day adds nothing.

    >>> str(day("6/27/2013 1:31:00AM")), str(day("2023-08-17T16:53:00")), str(day("12/2/2021")), str(day("2-Dec-21"))
    ('2013-06-27', '2023-08-17', '2021-12-02', '2021-12-02')
    """
    return read_date(words, _AGENCY_FORMS)


def yes_no(words: str) -> bool:
    """Yes or no, in a word or a letter.

    >>> yes_no("Y"), yes_no("N "), yes_no("Yes")
    (True, False, True)
    """
    said = words.strip().casefold()
    if said not in _YES and said not in _NO:
        raise ValueError("it is neither yes nor no")
    return said in _YES


def whole(words: str) -> int:
    """A number of days, beds or the like.

    >>> whole("1,600"), whole("27.0")
    (1600, 27)
    """
    value = amount(words)
    if value != value.to_integral_value() or value < 0:
        raise ValueError("it is no whole number")
    return int(value)


def amount(words: str) -> Decimal:
    """A number with all its digits.

    >>> amount("573.451612903226"), amount("1,714")
    (Decimal('573.451612903226'), Decimal('1714'))
    """
    return amount_of(words.strip())
