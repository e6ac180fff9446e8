"""Options that several commands share."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import attrs
from cyclopts import Parameter

from oversight_adapters.readers.words.dates import moment
from oversight_core.errors import UnparsableMoment
from oversight_core.moments import AsOf, Moment

DEFAULT_STORE = "oversight.db"

Store = Annotated[
    str, Parameter(help="The store: a file, or NAME:LOCATION for another kind of store.", show_default=True)
]


def day(text: str) -> Moment:
    """A moment as we print it or as documents write it; raises `UnparsableMoment`.

    >>> str(day("2024-04")), str(day("April 2024"))
    ('2024-04', '2024-04')
    """
    return Moment.parse(_plain(text))


def _plain(text: str) -> str:
    """The same date as we print it; anything else as it stands."""
    try:
        return str(Moment.parse(text.strip()))
    except UnparsableMoment:
        pass
    try:
        found = moment(text)
    except ValueError:
        return text.strip()
    return text if found.latest is None else str(found)


def not_blank(_: object, given: object) -> None:
    """No option and no argument is blank: what is left out is not named.  Raises ValueError."""
    if any(isinstance(one, str) and not one.strip() for one in (given if isinstance(given, tuple) else (given,))):
        raise ValueError("it is blank")


Json = Annotated[bool, Parameter(help="Print JSON Lines, and nothing else, on standard output.")]
Books = Annotated[
    tuple[str, ...],
    Parameter(
        name="--rulebook",
        help="A rulebook in a file that ends in .toml, used beside the installed ones, or in place of the one of its "
        "name; may be repeated.",
    ),
]
Strict = Annotated[bool, Parameter(help="Exit with 1 where there is a problem.")]
Recorder = Annotated[str | None, Parameter(help="Who records; your user name unless you say.")]
ItemName = Annotated[
    str, Parameter(help='An item, its number in `oversight list`, "GAO-24-106233 4", or part of a title.')
]


@Parameter(name="*")
@attrs.frozen(kw_only=True)
class Dates:
    """The dates that a status is asked for.

    Parameters
    ----------
    as_of:
        As it stood on this day (a month is its last day), or with deadlines in hours as of this instant.
    stated_by:
        From what sources had said by this day.
    recorded_by:
        From what was recorded by this day, instant or position.
    """

    as_of: str | None = None
    stated_by: str | None = None
    recorded_by: str | None = None

    def moments(self) -> AsOf:
        """The same as the core asks for it; raises `UnparsableMoment`."""
        return AsOf(*(written if written is None else _plain(written) for written in attrs.astuple(self)))

    def instant(self) -> datetime | None:
        """The instant that it is asked at, if one is given."""
        return Moment.parse(_plain(self.as_of)).at if self.as_of else None


PRESENT = Dates()
"""As far as the record goes."""
