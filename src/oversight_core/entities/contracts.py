"""Contracts: the standards that bind the operator of a facility, as only some of them have one (DHS OIG, OIG-19-18)."""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Words


@attrs.frozen(kw_only=True)
class ContractStandard:
    """A standard that a contract makes binding on a facility, and the span of time in which it does."""

    name: str = ""
    facility: str = ""
    in_force: Moment | None = None
    text: Words = attrs.field(default="", metadata=CONTENT)
