"""What must stand in a column that is to be something, and what makes that doubtful: a table of tests for each role."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise

import attrs

from oversight_adapters.readers.mapped_table.guess.columns import Column
from oversight_adapters.readers.mapped_table.guess.known_words import AXES, means_nothing, understood
from oversight_adapters.readers.mapped_table.guess.people import may_name_people, people_in
from oversight_adapters.readers.mapped_table.telling import quoted

YES, NO = ("yes", "y", "true", "x", "1", "priority"), ("no", "n", "false", "0")
STATUS_AXES = AXES[1:]
_MOST_WORDS = 40  # different words of a column of statuses
_SEVERAL = 5  # rows of which some may be expected to say the same
_OVERSEES = re.compile(
    r"\b(?:inspector general|ombuds\w{0,9}|comptroller|auditor|accountability office|oversight|oig|gao|crcl)\b",
    re.IGNORECASE,
)
_SHORT_TEXT = 20  # characters on average, below which a text is doubtful
_LEVELS = frozenset("high medium moderate low critical severe minor major red amber yellow green".split())
_STATES = frozenset(
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
    "PA PR RI SC SD TN TX UT VT VA WA WV WI WY".split()
)


@attrs.frozen
class Test:
    """Something that holds of what stands in a column, and what to say where it does not."""

    holds: Callable[[Column], bool]
    otherwise: str


def share(column: Column, axis: str) -> float:
    """The share of the words of a column that say something on an axis, of those that say anything."""
    return _share(column, (axis,))


def status_share(column: Column) -> float:
    """The share of its words that say something on any axis of statuses."""
    return _share(column, STATUS_AXES)


def _share(column: Column, axes: tuple[str, ...]) -> float:
    words = {word.strip() for word in column.words if not means_nothing(word)}
    if not words or len(words) > _MOST_WORDS:
        return 0.0
    return understood(words, *axes) / len(words)


def _spoken(column: Column) -> bool:
    return _share(column, AXES) >= 0.5


def _yes_no(column: Column) -> bool:
    return all(word.strip().casefold() in YES + NO for word in column.words)


def _counting(column: Column) -> bool:
    """Whether a column numbers rows from 1 on without beginning again."""
    words = [words.strip() for words in column.values.values()]
    figures = [int(word) for word in words if word.isascii() and word.isdigit() and len(word) < 8]
    rising = all(one < other for one, other in pairwise(figures))
    return len(words) == len(figures) > 1 and figures[0] < 2 and rising


def _own(column: Column) -> bool:
    """Whether each of several rows has words of its own."""
    return len(column.values) >= _SEVERAL and len(column.words) == len(column.values)


def _lettered(words: str) -> bool:
    return any(map(str.isalpha, words))


def _figured(words: str) -> bool:
    return any(map(str.isdigit, words))


def _share_of(column: Column, holds: Callable[[str], bool]) -> float:
    return sum(1 for words in column.values.values() if holds(words)) / max(len(column.values), 1)


_FILLED = Test(lambda column: bool(column.values), "it is empty")
_NO_STATUS = Test(lambda column: not _spoken(column), "words for positions or statuses stand in it")
_NO_YES = Test(lambda column: not _yes_no(column), "yes and no stand in it")
_NO_DATES = Test(lambda column: not column.dated, "dates stand in it")
_NO_LEVELS = Test(
    lambda column: not {word.strip().casefold() for word in column.words} <= _LEVELS,
    "grades such as high and low stand in it",
)
_NO_NUMBERS = Test(lambda column: not column.numbers, "numbers stand in it")
_NUMBERS = Test(lambda column: column.numbers, "what stands in it does not look like numbers")
_DATED = Test(lambda column: column.dates is not None, "what stands in it does not look like dates")
_PLACES = Test(
    lambda column: not {word.strip().upper() for word in column.words} <= _STATES,
    "it holds the States in which something is",
)


def _at_most(longest: int) -> Test:
    return Test(lambda column: column.length <= longest, "what stands in it is too long for that")


def _speaks(*axes: str) -> Test:
    return Test(lambda column: _share(column, axes) >= 0.5, "few words of it are known as such")


NEEDED: Mapping[str, tuple[Test, ...]] = {
    "text": (
        _FILLED,
        Test(lambda column: column.length >= 8, "what stands in it is too short for that"),
        _NO_STATUS,
        _NO_YES,
        _NO_DATES,
        _NO_NUMBERS,
    ),
    "number": (_FILLED, _NUMBERS),
    "report": (_FILLED, _at_most(60), _NO_STATUS, _NO_YES, _NO_DATES, _NO_LEVELS),
    "report_title": (_FILLED, _NO_STATUS, _NO_YES, _NO_DATES, _NO_LEVELS),
    "addressee": (_FILLED, _at_most(150), _NO_STATUS, _NO_YES, _NO_DATES, _NO_LEVELS, _PLACES),
    "position": (_FILLED, _speaks("position")),
    "status": (_FILLED, _speaks(*STATUS_AXES)),
    "priority": (_FILLED, Test(_yes_no, "what stands in it is not yes and no")),
    **dict.fromkeys(
        ("issued_on", "position_on", "status_stated", "status_since", "estimated_completion"), (_FILLED, _DATED)
    ),
}
"""What must hold of a column, or it is left out."""

_DOUBTED: Mapping[str, tuple[Test, ...]] = {
    "text": (
        Test(lambda column: not column.repeated, "many rows say the same in it"),
        Test(lambda column: column.length >= _SHORT_TEXT, "what stands in it is short for a text"),
    ),
    "number": (
        Test(
            lambda column: not _counting(column),
            "it may but number the rows of this table, and then names others when rows are added",
        ),
    ),
    "report": (
        Test(
            lambda column: _share_of(column, _figured) >= 0.5,
            "few numbers stand in it",
        ),
        Test(lambda column: not _own(column), "no two rows have the same, so it may number recommendations"),
    ),
    "addressee": (
        Test(lambda column: _share_of(column, _lettered) >= 0.5, "numbers stand in it"),
        Test(lambda column: not _own(column), "no two rows say the same in it"),
        Test(lambda column: not may_name_people(column.words), "names of people may stand in it; list it under never"),
        Test(
            lambda column: _share_of(column, lambda words: bool(_OVERSEES.search(words))) < 0.5,
            "who oversees stands in it, and not who is to act",
        ),
    ),
    "priority": (Test(lambda column: not any(map(_figured, column.words)), "1 is taken for yes there, and 0 for no"),),
}
_WORDS_OF_A_FIELD = ("text", "number", "report", "report_title", "addressee")


def misfit(role: str, column: Column) -> str:
    """Why a column cannot have a role; "" where it can."""
    return next((test.otherwise for test in NEEDED[role] if not test.holds(column)), "")


def doubts_of(role: str, column: Column) -> tuple[str, ...]:
    """What is doubtful about a column in its role: its name, what stands in it, and words of it that say nothing."""
    heading = column.heading
    named: tuple[str, ...] = (heading.doubt,) if heading and heading.doubt and heading.role == role else ()
    named += (f"several columns are called so; it is number {column.position} of them",) if column.position else ()
    seen = tuple(test.otherwise for test in _DOUBTED.get(role, ()) if not test.holds(column))
    people = people_in(column.values.values(), share=0) if role in _WORDS_OF_A_FIELD else ""
    seen += (f"{people} stand in some rows of it",) if people else ()
    nothing = [word for word in column.words if means_nothing(word)] if role in _WORDS_OF_A_FIELD else []
    told = ", ".join(f"{quoted(word)} ({column.words[word]:,})" for word in nothing[:5])
    return (*named, *seen, *((f"{told} is taken as it stands",) if told else ()))
