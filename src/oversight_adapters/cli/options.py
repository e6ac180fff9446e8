"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import attrs
from cyclopts import Parameter

from oversight_core.moments import AsOf

DEFAULT_STORE = "oversight.db"

Store = Annotated[
    str, Parameter(help="The store: a file, or NAME:LOCATION for another kind of store.", show_default=True)
]
Json = Annotated[bool, Parameter(help="Print JSON Lines, and nothing else, on standard output.")]
Strict = Annotated[bool, Parameter(help="Exit with 1 where there is a problem.")]
Recorder = Annotated[str, Parameter(help="Who records; your user name unless you say.")]
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
        As it stood on this day (a month is its last day).
    stated_by:
        From what sources had said by this day.
    recorded_by:
        From what was recorded by this day, instant or position.
    """

    as_of: str = ""
    stated_by: str = ""
    recorded_by: str = ""

    def moments(self) -> AsOf:
        """The same as the core asks for it; raises `UnparsableMoment`."""
        return AsOf(self.as_of or None, self.stated_by or None, self.recorded_by or None)


PRESENT = Dates()
"""As far as the record goes."""
