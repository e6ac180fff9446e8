"""What does not hold together in a report: told once for all its rows, never repaired."""

from __future__ import annotations

import re
from datetime import date

from oversight_adapters.readers.srms.layout import Layout
from oversight_adapters.readers.srms.rows import Report
from oversight_adapters.texts.faults import Faults
from oversight_core.moments import Moment

_DAY = r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})"
_WINDOW = re.compile(rf"(?<![\d.]){_DAY}\s?(?:-|–|to)\s?{_DAY}(?!\d)")


def window(*names: str) -> tuple[date, date] | None:
    """The first and last day that the name of a file or sheet gives; None where none does.

    >>> window("SRMS spreadsheet 9.1.2018 - 9.1.2023 Redacted.xlsx")
    (datetime.date(2018, 9, 1), datetime.date(2023, 9, 1))
    """
    for name in names:
        if found := _WINDOW.search(name[:300]):
            month, day, year, *last = map(int, found.groups())
            try:
                return date(year, month, day), date(last[2], last[0], last[1])
            except ValueError:
                continue
    return None


class Checks:
    """Looks at every report of a sheet; mutable, used once."""

    def __init__(self, found: Layout, faults: Faults, *, file: str) -> None:
        self._sheet, self._faults = found.sheet, faults
        self._window = window(found.sheet.name, file)
        self._where = found.where
        self._seen: set[tuple[str, ...]] = set()
        self._place = max(found.telling[:1], default=1)

    def check(self, report: Report) -> None:
        """Note what is wrong with one report."""
        if report.row.words in self._seen:
            self._tell("duplicate-row", "it says in every column what an earlier row says", report)
        self._seen.add(report.row.words)
        placed, released = (_day(report.placement.fields.get(field)) for field in ("placed_on", "released_on"))
        self._stay(report, placed, released)
        if placed and self._window and placed < self._window[0]:
            first, last = self._window
            say = f"the placement began before the window that the file or sheet is named for, {first} to {last}"
            self._tell("outside-window", say, report)

    def _stay(self, report: Report, placed: date | None, released: date | None) -> None:
        stated: int | None = report.report.fields.get("length_of_stay")
        if placed and released and released < placed:
            self._tell("date-order", "the release is before the placement", report)
        elif stated is not None and placed and released:
            days = (released - placed).days
            if stated not in (days, days + 1):
                say = "the stated length of stay is neither the days from placement to release nor one more"
                self._tell("total-mismatch", say, report)
        elif stated is not None and placed:
            self._tell("stay-without-release", "a length of stay is stated and no day of release", report)

    def _tell(self, code: str, sentence: str, report: Report) -> None:
        number = report.row.number
        self._faults.add(code, sentence + self._where, number, self._sheet.locator(number, self._place))


def _day(moment: Moment | None) -> date | None:
    return moment.latest if moment else None
