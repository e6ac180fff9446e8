"""A moment: a day, an instant, or what little the source says."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import attrs

from oversight_core.errors import UnparsableMoment
from oversight_core.moments.forms import OPEN, bounds, printed
from oversight_core.moments.precision import KNOWN_PRECISIONS, lie
from oversight_core.names import CONTENT, Words

_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})", re.ASCII)


@attrs.frozen(cache_hash=True)
class Moment:
    """When something was, as finely as the source says.

    `earliest` and `latest` are days (either may be unknown); `precision` is one of `PRECISIONS`, two of them (or
    ``..``) joined by a slash for a range, ``instant`` with the aware `at`, or ``words``, which are kept as they stand
    and are never an order.

    >>> str(Moment.parse("2024-02")), str(Moment.parse("2020-09/2021-01")), str(Moment.parse("FY2025-Q4").latest)
    ('2024-02', '2020-09/2021-01', '2025-09-30')
    """

    earliest: date | None
    latest: date | None
    precision: str
    words: Words = attrs.field(default="", metadata=CONTENT)
    at: datetime | None = None

    def __attrs_post_init__(self) -> None:
        if self.precision not in KNOWN_PRECISIONS:
            raise UnparsableMoment(self.precision, "unknown precision")
        if why := lie(self.earliest, self.latest, self.precision, self.at):
            raise UnparsableMoment(f"{self.earliest}/{self.latest}", why)

    # -- making one --------------------------------------------------------------------------------------------

    @classmethod
    def day(cls, day: date) -> Moment:
        """A single day.

        >>> str(Moment.day(date(2024, 2, 5)))
        '2024-02-05'
        """
        return cls(day, day, "day")

    @classmethod
    def month(cls, year: int, month: int) -> Moment:
        """A month; raises `UnparsableMoment` where there is none such."""
        return cls.parse(f"{year:04}-{month:02}")

    @classmethod
    def instant(cls, at: datetime) -> Moment:
        """An aware point in time; its day is the day in UTC."""
        if at.tzinfo is None:
            raise UnparsableMoment(at.isoformat(), "an instant needs a time zone")
        try:
            day = at.astimezone(UTC).date()
        except OverflowError:
            raise UnparsableMoment(at.isoformat(), "it is beyond the calendar in UTC") from None
        return cls(day, day, "instant", at=at)

    @classmethod
    def vague(cls, words: str) -> Moment:
        """Words that give no bounds, such as ``late 2023``."""
        return cls(None, None, "words", words)

    @classmethod
    def between(cls, first: Moment | None, last: Moment | None) -> Moment:
        """The range from one moment to another; None leaves that side open.

        >>> str(Moment.between(None, Moment.parse("2020-10-25")))
        '../2020-10-25'
        """
        start = first.precision.partition("/")[0] if first else OPEN
        end = last.precision.rpartition("/")[2] if last else OPEN
        start, end = ("day" if p == "instant" else p for p in (start, end))
        return cls(first.earliest if first else None, last.latest if last else None, f"{start}/{end}")

    @classmethod
    def parse(cls, text: str) -> Moment:
        """The moment that prints as `text`; raises `UnparsableMoment`.  Vague words do not parse: see `vague`."""
        try:
            return cls._parse(text)
        except (ValueError, OverflowError) as error:
            if isinstance(error, UnparsableMoment):
                raise
            raise UnparsableMoment(text, str(error)) from None

    @classmethod
    def _parse(cls, text: str) -> Moment:
        if _INSTANT.fullmatch(text):
            return cls.instant(datetime.fromisoformat(text))
        if "/" not in text:
            if one := bounds(text):
                return cls(*one)
            raise UnparsableMoment(text, "no known form")
        first, _, last = text.partition("/")
        start = None if first == OPEN else bounds(first)
        end = None if last == OPEN else bounds(last)
        if (start is None and first != OPEN) or (end is None and last != OPEN) or (start is None and end is None):
            raise UnparsableMoment(text, "an end of the range has no known form")
        return cls(
            start[0] if start else None,
            end[1] if end else None,
            f"{start[2] if start else OPEN}/{end[2] if end else OPEN}",
        )

    # -- asking one --------------------------------------------------------------------------------------------

    def __str__(self) -> str:
        if self.precision == "words":
            return str(self.words)
        if self.at is not None:
            return self.at.isoformat().replace("+00:00", "Z")
        first, slash, last = self.precision.partition("/")
        if not slash:
            assert self.latest is not None
            return printed(self.latest, first)
        start = printed(self.earliest, first) if self.earliest else OPEN
        return f"{start}/{printed(self.latest, last) if self.latest else OPEN}"

    def overlaps(self, other: Moment) -> bool:
        """Whether both could be the same day; an unknown bound excludes nothing.

        >>> Moment.parse("2024-02").overlaps(Moment.parse("2024-02-05"))
        True
        """
        return not (
            (self.latest is not None and other.earliest is not None and self.latest < other.earliest)
            or (other.latest is not None and self.earliest is not None and other.latest < self.earliest)
        )

    def finer_inside(self, other: Moment) -> bool:
        """Whether this says the same as `other`, more finely: its bounds lie within the other's and are narrower.

        >>> Moment.parse("2024-02-05").finer_inside(Moment.parse("2024-02"))
        True
        """
        if self.earliest is None or self.latest is None or other.earliest is None or other.latest is None:
            return False
        inside = other.earliest <= self.earliest and self.latest <= other.latest
        return inside and (self.earliest, self.latest) != (other.earliest, other.latest)


def as_moment(value: Moment | date | datetime | str) -> Moment:
    """A moment from what a caller is likely to hold; raises `UnparsableMoment`.

    >>> str(as_moment("2024-03"))
    '2024-03'
    """
    if isinstance(value, Moment):
        return value
    if isinstance(value, datetime):
        return Moment.instant(value)
    return Moment.day(value) if isinstance(value, date) else Moment.parse(value)
