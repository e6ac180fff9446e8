"""Figures: single numbers out of published statistics, each with what it measures, of what, and when."""

from __future__ import annotations

from decimal import Decimal

import attrs

from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.quick import quick


@quick
@attrs.frozen(kw_only=True, weakref_slot=False)
class Figure:
    """One number of a table: the measure, what it is about, and the period that it covers.

    An empty cell is no figure: small numbers are hidden, and hidden is not zero.  `table` is the heading it stands
    under, `note` the footnote that goes with it.
    """

    measure: str = ""
    about: str = ""
    value: Decimal | None = None
    unit: str = ""
    period: Moment | None = None
    table: str = ""
    note: str = ""
    facility: Item | None = None
    document: Item | None = None
