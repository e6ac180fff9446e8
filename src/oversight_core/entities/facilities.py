"""Facilities: where people are held, as the lists of their agency describe them."""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import Item, several


@attrs.frozen(kw_only=True)
class Facility:
    """A facility: its name, code and address, the field office over it, and what kind of place it is.

    `code` is the one of its agency (ICE's DETLOC), `zip` is text, since some begin with a zero.  `holds` is whom it
    holds as printed ("Female/Male"), `guaranteed_minimum` the beds that are paid for whether they are used or not.
    """

    name: str = ""
    code: str = ""
    aliases: tuple[str, ...] = attrs.field(default=(), converter=several)
    address: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    field_office: str = ""
    type: str = ""
    holds: str = ""
    operator: str = ""
    guaranteed_minimum: int | None = None
    existed: Moment | None = None
    successor: Item | None = None
