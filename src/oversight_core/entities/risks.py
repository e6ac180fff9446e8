"""Risks, and requests to deviate from what is asked about them, as OSCAL and FedRAMP hold them."""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words


@attrs.frozen(kw_only=True)
class Risk:
    """Something that may go wrong in the item it is `about`; `deadline_on` is the day by which it must be remedied."""

    title: Words = attrs.field(default="", metadata=CONTENT)
    impact: str = ""  # high, moderate, low
    detected_on: Moment | None = None
    deadline_on: Moment | None = None
    about: Item | None = None


@attrs.frozen(kw_only=True)
class Deviation:
    """A request not to do what is asked about an item, for a reason of one of three types."""

    about: Item | None = None
    type: str = ""  # false-positive, risk-adjustment, operational-need
    requested_by: str = ""
    requested_on: Moment | None = None
    reason: Words = attrs.field(default="", metadata=CONTENT)
