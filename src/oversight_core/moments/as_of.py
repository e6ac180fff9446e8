"""As of which day, stated by when, recorded by when: the bounds of a question about the past."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import attrs

from oversight_core.errors import UnparsableMoment
from oversight_core.moments.moment import Moment, as_moment

_POSITION_DIGITS = {*range(1, 19)} - {4}  # four digits are a year


def _last_day(value: Moment | date | str | None) -> date | None:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    moment = as_moment(value)
    if moment.latest is None:
        raise UnparsableMoment(str(moment), "a status is asked for at a day, so the moment needs a latest one")
    return moment.latest


def _recording(value: Moment | datetime | date | int | str | None) -> datetime | int | None:
    """A position as it is; a day becomes the last instant of that day in UTC."""
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) in _POSITION_DIGITS:
        return int(value)
    moment = as_moment(value)
    if moment.at is not None:
        return moment.at
    if moment.latest is None:
        raise UnparsableMoment(str(moment), "a recording is bounded by a day, an instant or a position")
    return datetime(moment.latest.year, moment.latest.month, moment.latest.day, tzinfo=UTC) + timedelta(
        days=1, microseconds=-1
    )


@attrs.frozen
class AsOf:
    """At which day, stated by when, recorded by when; every default means *as far as the record goes*.

    `on` and `stated_by` take a day (or anything with a last day: a month is its last day); `recorded_by` takes a day
    (its end in UTC), an aware instant, or a position of the store.

    >>> AsOf("2024-02").on
    datetime.date(2024, 2, 29)
    """

    on: date | None = attrs.field(default=None, converter=_last_day)
    stated_by: date | None = attrs.field(default=None, converter=_last_day)
    recorded_by: datetime | int | None = attrs.field(default=None, converter=_recording)


NOW = AsOf()
