"""How the words of every kind of cell are read, and the names of the columns of a list of facilities."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from oversight_adapters.readers.ice_detention_statistics.inspections import form, inspector, rating, standard
from oversight_adapters.readers.ice_detention_statistics.years import fiscal_year, month, quarter, without_year
from oversight_adapters.readers.table_columns import Column, ColumnBook
from oversight_adapters.readers.words.agency_words import amount, day, text, whole

DASHES = frozenset("-–—")
_SEX = re.compile(r"(?<![a-z])(?:fe)?males?(?![a-z])|(?<![a-z])(?:wo)?men(?![a-z])", re.IGNORECASE)
_MARKS = re.compile(r"\s{0,5}[*†‡]{1,5}\s{0,5}\Z")


def subject(words: str) -> str:
    """What a row is about, without the mark of a footnote.

    >>> subject("Serious Mental Illness**")
    'Serious Mental Illness'
    """
    return text(_MARKS.sub("", words[:500]))


def marks(words: str) -> str:
    """The mark of a footnote behind words; "" where there is none.

    >>> marks("Serious Mental Illness**")
    '**'
    """
    found = _MARKS.search(words[:500])
    return found[0].strip() if found else ""


def percentage(words: str) -> Decimal:
    """The number that a cell shows before the sign of a percentage, with the digits that it shows.

    >>> percentage("3.90%"), percentage("98 %")
    (Decimal('3.90'), Decimal('98'))
    """
    bare = words.strip()
    if not bare.endswith("%"):
        raise ValueError("it is no percentage")
    return amount(bare[:-1])


def nothing_counted(words: str) -> Decimal:
    """The number that a format for accounts shows as a dash.

    >>> nothing_counted(" - ")
    Decimal('0')
    """
    if words.strip() not in DASHES:
        raise ValueError("it is no dash")
    return Decimal(0)


def holds(words: str) -> str:
    """Whom a facility holds, as printed; ValueError where it is something else, as under a name that has slipped.

    >>> holds("Female/Male")
    'Female/Male'
    """
    bare = text(words)
    if _SEX.search(bare) is None:
        raise ValueError("it names neither men nor women")
    return bare


def _column(kind: str, field: str, read: Callable[[str], Any], example: str, *names: str) -> Column:
    return Column(row=f"{kind}.{field}", kind=kind, field=field, names=names, read=read, example=example)


def _cell(row: str, field: str, read: Callable[[str], Any], example: str) -> Column:
    return Column(row=row, kind="figure", field=field, names=(), read=read, example=example)


BOOK = ColumnBook(
    "ice-detention-statistics",
    (
        _column("facility", "name", text, "ELM COUNTY JAIL", "Name", "Facility Name"),
        _column("facility", "address", text, "100 ELM STREET", "Address"),
        _column("facility", "city", text, "ELMSVILLE", "City"),
        _column("facility", "state", text, "TX", "State"),
        _column("facility", "zip", text, "2360", "Zip", "Zip Code"),
        _column("facility", "field_office", text, "SNA", "AOR"),
        _column("facility", "type", text, "DIGSA", "Type Detailed", "Type"),
        _column("facility", "code", text, "ELMCOTX", "DETLOC"),
        _column("facility", "operator", text, "Elm County", "Facility Operator", "Operator"),
        _column("facility", "holds", holds, "Female/Male", "Male/Female"),
        _column("facility", "guaranteed_minimum", whole, "1,600", "Guaranteed Minimum"),
        _column("inspection", "by", inspector, "ODO Inspection End Date"),
        _column("inspection", "form", form, "ORSA"),
        _column("inspection", "standard", standard, "PBNDS 2011 - 2016 Revised"),
        _column("inspection", "ended_on", day, "12/2/2021"),
        _column("inspection", "rating", rating, "Meets Standard"),
        _column("inspection", "facility", text, "ELM COUNTY JAIL"),
        _cell("value", "value", amount, "573.451612903226"),
        _cell("percentage", "value", percentage, "98.5%"),
        _cell("unit", "unit", text, "%"),
        _cell("dash", "value", nothing_counted, "-"),
        _cell("measure", "measure", without_year, "FY22 ALOS"),
        _cell("about", "about", subject, "Serious Mental Illness**"),
        _cell("table", "table", text, "FY25 ADP: Detainee Classification Level"),
        _cell("note", "note", text, "* 12 placements of 11 unique detainees"),
        _cell("fiscal-year", "period", fiscal_year, "FY22 ALOS"),
        _cell("quarter", "period", quarter, "Fiscal Year (FY) 2022 Quarter 2 Data"),
        _cell("month", "period", month, "September 2024"),
    ),
)

MEASURES = frozenset(
    (
        *("alos", "level a", "level b", "level c", "level d", "mandatory"),
        *("male crim", "male non crim", "female crim", "female non crim"),
        *("ice threat level 1", "ice threat level 2", "ice threat level 3", "no ice threat level"),
    )
)
"""Keys of the columns that are figures, without the year in their names; others are where their cells are numbers."""

NO_MEASURES = frozenset(("circuit", "docket"))
"""Keys of columns whose numbers are names."""

HIDDEN = frozenset(("redacted", "*", "**", "-", "--", "–", "—", "n/a", "na", "none", "null", "."))
"""What stands where a number is hidden, or where there is none."""
