"""The phrasebook of the format: the rows of every table, over one set of slots."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases.positions import COUNTED
from oversight_adapters.readers.oig_report.phrases.answers import ANSWERS
from oversight_adapters.readers.oig_report.phrases.front import FRONT
from oversight_adapters.readers.oig_report.phrases.money import MONEY
from oversight_adapters.readers.oig_report.phrases.statuses import (
    CLOSED_BEFORE,
    COUNTS,
    LISTED,
    RULED,
    STATUSES,
    TO_CLOSE,
)
from oversight_adapters.readers.oig_report.phrases.totals import TOTALS
from oversight_adapters.readers.oig_report.slots import SLOTS
from oversight_adapters.readers.phrasebook import Phrasebook

_UNSPOKEN = "label-concurred label-partially label-not concurrences partial-concurrences non-concurrences".split()
COUNTED_POSITIONS = tuple(row for row in COUNTED if row.name not in (*_UNSPOKEN, "all-of-them"))
"""Positions on a number of recommendations, whoever answers: the rows are those of the civil-rights office's pages.

A count of which nobody is the subject is left out: a report tells of several components, and nothing says whose it is.
Of an answer to all of them the office has rows of its own.
"""

BOOK = Phrasebook(
    "oig-report",
    SLOTS,
    (
        *TOTALS,
        *COUNTED_POSITIONS,
        *ANSWERS,
        *STATUSES,
        LISTED,
        RULED,
        *CLOSED_BEFORE,
        *TO_CLOSE,
        *COUNTS,
        *MONEY,
        *FRONT,
    ),
)
