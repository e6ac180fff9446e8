"""The fields of a report's page: the class that marks each, what is printed over it, and what it tells."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import attrs

from oversight_adapters.readers.inspectors_general.bodies import issuer
from oversight_adapters.readers.inspectors_general.money import AMOUNT, amount, currency
from oversight_adapters.readers.oig_report.reader import SLOTS as REPORT_SLOTS
from oversight_adapters.readers.phrasebook import Slot
from oversight_adapters.readers.words import dates, numbers
from oversight_core.moments import Moment

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})"
_DAY = re.compile(rf"(?:{_WEEKDAY},?\s+)?(?P<day>{dates.DAY})(?:\s*[-,]\s*\d{{1,2}}:\d\d(?:\s*[ap]m)?)?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>]{4,2000}")
_TWO_DAYS = re.compile(rf"(?P<first>{dates.DAY})[\s\S]{{0,200}}?(?P<last>{dates.DAY})", re.IGNORECASE)


@attrs.frozen
class Field:
    """A field: the class of its element, a pattern of the words over it, the entity's field, and its slot.

    One without an entity's field is known, and tells nothing that has a place in an entity.  `marks` are other classes.
    """

    mark: str
    label: str
    field: str = ""
    slot: str = "printed"
    marks: tuple[str, ...] = ()


FIELDS = (
    Field("field-report-file", r"Report\s+File|View\s+Report"),
    Field("field-report-date-issued", r"Date\s+Issued|Issue\s+Date", "issued_on", "day"),
    Field("field-report-submitting-oig", r"Submitting\s+OIG", "issuer", "issuer"),
    Field("field-report-other-participating", r"Other\s+Participating\s+OIGs?"),
    Field(
        "field-report-agency-reviewed",
        r"Agenc(?:y|ies)\s+(?:Reviewed|Investigated)(?:\s*(?:/|and|or)\s*Investigated)?",
        "agencies",
    ),
    Field(
        "field-report-component",
        r"Components?(?:,\s+if\s+applicable)?",
        "agencies",
        marks=("field-report-components",),
    ),
    Field("field-report-number", r"Report\s+Number", "number"),
    Field("field-report-type", r"(?:Report\s+)?Type(?:\s+of\s+Report)?", "printed_type"),
    Field("field-report-agency-wide", r"Agency\s+Wide"),
    Field("field-report-number-of-recs", r"Number\s+of\s+Rec(?:ommendation)?s", "recommendation_count", "count"),
    Field("field-net-questioned-costs", r"(?:Net\s+)?Questioned\s+Costs", "questioned", "amount"),
    Field(
        "field-net-funds-better-use",
        r"(?:Net\s+)?Funds\s+(?:for|(?:to\s+be\s+)?Put\s+to)\s+Better\s+Use",
        "better_use",
        "amount",
        ("field-net-funds-for-better-use",),
    ),
    Field(
        "field-sarc-start-date",
        r"(?:SARC?|Semiannual\s+Report(?:ing)?(?:\s+Period)?)\s+Start(?:\s+Date)?",
        "period-start",
        "day",
    ),
    Field(
        "field-sarc-end-date",
        r"(?:SARC?|Semiannual\s+Report(?:ing)?(?:\s+Period)?)\s+End(?:\s+Date)?",
        "period-end",
        "day",
    ),
    Field("body", r"(?:Report\s+)?Description|Summary|Abstract", "summary"),
    Field("field-external-entity", r"External\s+Entity"),
    Field("field-report-location", r"Locations?(?:\(s\))?|Address"),
    Field("field-report-link", r"External\s+Link|Report\s+Link", "url", "address"),
    Field("field-special-projects", r"Special\s+Projects?"),
    Field(
        "field-ndaa",
        r"(?:Report\s+)?(?:updated|Updated)\s+under\s+NDAA\s+5274|NDAA\s+5274",
        marks=("field-report-ndaa-5274",),
    ),
    Field("field-additional-details", r"Additional\s+Details(?:\s+Link)?"),
)
"""Every field that a page may have."""


@attrs.frozen
class Column:
    """A column of the table of recommendations: its name, the entity's field, and the slot."""

    name: str
    field: str
    slot: str


COLUMNS = (
    Column("Recommendation Number", "number", "printed"),
    Column("Significant Recommendation", "significant", "truth"),
    Column("Recommended Questioned Costs", "questioned", "amount"),
    Column("Recommended Funds for Better Use", "better_use", "amount"),
    Column("Additional Details", "", "printed"),
)
"""Its columns in their order."""

STATED = r"This\s+report\s+has\s+(?:(?P<total>\d{1,6}(?:,\d{3})?|\w{2,12}))\s+(?P<open>open)\s+recommendations?"
"""What stands over the table."""


def printed(words: str) -> str:
    """Words as printed, with single blanks."""
    return " ".join(words.split())


def day(words: str) -> Moment:
    """A day with or without the day of the week, which has to be the right one.

    >>> str(day("Monday, July 27, 2026"))
    '2026-07-27'
    >>> day("Monday, July 2, 2026")
    Traceback (most recent call last):
    ...
    ValueError: 'July 2, 2026' is no Monday
    """
    match = _DAY.fullmatch(words.strip())
    if match is None:
        raise ValueError(f"{words!r} is no day")
    moment = dates.moment(match["day"])
    on: date | None = moment.earliest
    if match["weekday"] and on and _WEEKDAYS[on.weekday()] != match["weekday"].lower():
        raise ValueError(f"{match['day']!r} is no {match['weekday'].capitalize()}")
    return moment


def period(words: str) -> Moment:
    """From the first to the last of two days; raises ValueError where there are no two, or in the wrong order."""
    match = _TWO_DAYS.search(words)
    if match is None:
        raise ValueError(f"{words!r} holds no two days")
    return Moment.between(dates.moment(match["first"]), dates.moment(match["last"]))


def address(words: str) -> str:
    """The address of a page; raises ValueError for other words."""
    bare = words.strip()
    if not _ADDRESS.fullmatch(bare):
        raise ValueError(f"{words!r} is no address of a page")
    return bare


def truth(words: str) -> bool:
    """Yes or no; raises ValueError for other words."""
    said = words.strip().lower()
    if said not in ("yes", "no"):
        raise ValueError(f"{words!r} is neither yes nor no")
    return said == "yes"


def _always(value: object) -> Callable[[str], object]:
    return lambda words: value


SLOTS = REPORT_SLOTS | {
    slot.name: slot
    for slot in (
        Slot("printed", r"\S", printed, printed=True),
        Slot("day", _DAY.pattern, day),
        Slot("period", r"\S", period),
        Slot("issuer", r"\S", issuer, printed=True),
        Slot("count", numbers.COUNT, numbers.count),
        Slot("amount", AMOUNT, amount),
        Slot("currency", AMOUNT, currency),
        Slot("truth", "yes|no", truth),
        Slot("address", _ADDRESS.pattern, address),
        Slot("open", "open", _always("open")),
        Slot("open-label", "open", str.lower),
    )
}
"""Slots by name; those of reports as well, since a description speaks as a report does."""
