"""The columns of inspections, whose names change every year: whose inspection, which one, and what of it."""

from __future__ import annotations

import re

import attrs

from oversight_adapters.readers.table_columns import name_key
from oversight_adapters.readers.words.agency_words import category


@attrs.frozen
class Told:
    """What a column says of which inspection; `by` is who made it, where the column's name says so."""

    which: str
    field: str
    by: str = ""


_TO_COME = ("pending", "scheduled", "new facility")

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
    ("report", ""),
    ("recommended", ""),
    ("standard", "standard"),
    ("rating", "rating"),
    ("date", "ended_on"),
    ("type", "form"),
)
"""Words of names, and what they tell: the day of a report is none of an inspection, a rating proposed is none yet."""

_KINDS = {
    "ended_on": re.compile(r"\d{1,4}[/-]\d{1,2}[/-]\d{1,4}\Z"),
    "standard": re.compile(
        r"(?:[\w-]{1,12}[\s_]{1,3}){0,3}(?:PBNDS|NDS|ND|FRS|JFRMU|FPBDS|FBPDS|QMC|PREA)\b", re.IGNORECASE
    ),
    "rating": re.compile(
        r"(?:does not )?meets? standard|acceptable|superior\Z|good\Z|pass\Z|fail|deficient\Z|at-risk\Z|special review",
        re.IGNORECASE,
    ),
    "form": re.compile(r"(?:regular|orsa|odo|odo oasip|oasip|pre-?occ(?:upancy)?)\Z", re.IGNORECASE),
}
"""By what words are known to be a date, a standard, a rating or a form, under whatever name they stand."""


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


def form(words: str) -> str:
    """How an inspection was made, as printed; ValueError for a date, a standard or a rating.

    >>> form("ORSA")
    'ORSA'
    """
    return _of("form", words)


def standard(words: str) -> str:
    """What an inspection is held against, as printed; ValueError for a date, a rating or a form.

    >>> standard("PBNDS 2011 - 2016 Revised")
    'PBNDS 2011 - 2016 Revised'
    """
    return _of("standard", words)


def rating(words: str) -> str:
    """A rating as printed; that one is still to come is none.

    >>> rating("Meets Standard")
    'Meets Standard'
    """
    return _of("rating", words)


def misplaced(field: str, words: str) -> bool:
    """Whether words are known to be of another column: tables are printed with names that have slipped.

    >>> misplaced("form", "PBNDS 2011"), misplaced("standard", "Meets Standard"), misplaced("form", "Regular")
    (True, True, False)
    """
    return kind_of(words) not in ("", field)


def kind_of(words: str) -> str:
    """The field that words are known to be of, wherever they stand; "" where nothing tells.

    >>> kind_of("PBNDS 2011"), kind_of("12/2/2021"), kind_of("Pending")
    ('standard', 'ended_on', '')
    """
    bare = " ".join(words[:200].split())
    return next((kind for kind, pattern in _KINDS.items() if pattern.match(bare)), "")


def _of(field: str, words: str) -> str:
    bare = category(words)
    if misplaced(field, bare):
        raise ValueError("it is of another column")
    if any(word in bare.casefold() for word in _TO_COME):
        raise ValueError("it says that there is none yet")
    return bare
