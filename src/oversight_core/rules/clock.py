"""A deadline, as a row; counting it is not done here."""

from __future__ import annotations

import attrs

from oversight_core.rules.citation import Citation, citations


@attrs.frozen
class Clock:
    """Who must do what within how long of what.  There is no default: without a row there is no deadline."""

    name: str
    starts_on: str
    length: int
    unit: str  # days, business days, months, hours
    duty_holder: str
    cites: tuple[Citation, ...] = attrs.field(converter=citations)
    means: str = ""
