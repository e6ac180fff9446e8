"""The phrasebook of the format: the rows of every table, over one set of slots."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases.positions import COUNTED
from oversight_adapters.readers.oig_report.phrases.answers import ANSWERS
from oversight_adapters.readers.oig_report.phrases.front import FRONT
from oversight_adapters.readers.oig_report.phrases.money import MONEY
from oversight_adapters.readers.oig_report.phrases.statuses import CLOSED_BEFORE, COUNTS, LISTED, STATUSES, TO_CLOSE
from oversight_adapters.readers.oig_report.phrases.totals import TOTALS
from oversight_adapters.readers.oig_report.slots import SLOTS
from oversight_adapters.readers.phrasebook import Phrasebook

COUNTED_POSITIONS = COUNTED
"""Positions on a number of recommendations, whoever answers: the rows are those of the civil-rights office's pages."""

BOOK = Phrasebook(
    "oig-report",
    SLOTS,
    (*TOTALS, *COUNTED_POSITIONS, *ANSWERS, *STATUSES, LISTED, *CLOSED_BEFORE, *TO_CLOSE, *COUNTS, *MONEY, *FRONT),
)
