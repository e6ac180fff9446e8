"""The columns of inspections, whose names change every year: whose inspection, which one, and what of it."""

from __future__ import annotations

import attrs

from oversight_adapters.readers.table_columns import name_key


@attrs.frozen
class Told:
    """What a column says of which inspection; `by` is who made it, where the column's name says so."""

    which: str
    field: str
    by: str = ""


_WHICH = (
    ("second to last nakamoto", "second-to-last-nakamoto", "Nakamoto"),
    ("last nakamoto", "last-nakamoto", "Nakamoto"),
    ("nakamoto", "last-nakamoto", "Nakamoto"),
    ("second to last odo", "second-to-last-odo", "ODO"),
    ("last odo", "last-odo", "ODO"),
    ("odo", "last-odo", "ODO"),
    ("second to last", "second-to-last", ""),
    ("last", "last", ""),
)
"""How names begin, the longest first: which inspection, and by whom."""

_WHAT = (
    ("standard", "standard"),
    ("rating", "rating"),
    ("date", "ended_on"),
    ("type", "form"),
)


def told_by(name: str) -> Told | None:
    """What a column of this name tells of an inspection; None where it tells of none.

    >>> told_by("ODO Last Inspection Standard")
    Told(which='last-odo', field='standard', by='ODO')
    >>> told_by("Second to Last Inspection Rating").field, told_by("Pending FY25 Inspection")
    ('rating', None)
    """
    key = name_key(name)
    which = next((row for row in _WHICH if key.startswith(f"{row[0]} ")), None)
    what = next((field for word, field in _WHAT if word in key.split()), "")
    return Told(which[1], what, which[2]) if which and what else None


def inspector(words: str) -> str:
    """Who made the inspections that a column is about, by its name.

    >>> inspector("Last Nakamoto Inspection Standard")
    'Nakamoto'
    """
    if (told := told_by(words)) is None or not told.by:
        raise ValueError("it names nobody who inspects")
    return told.by


def rating(words: str) -> str:
    """A rating as printed; that one is still to come is none.

    >>> rating("Meets Standard")
    'Meets Standard'
    """
    bare = " ".join(words.split())
    if "pending" in bare.casefold() or "scheduled" in bare.casefold():
        raise ValueError("it says that there is no rating yet")
    return bare
