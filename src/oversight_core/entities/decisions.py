"""Decisions of management about recommendations, and their money, as the Inspector General Act means them.

They are dated facts of their own, and no status: 5 U.S.C. 405 defines the terms.
"""

from __future__ import annotations

from decimal import Decimal

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words


@attrs.frozen(kw_only=True)
class ManagementDecision:
    """Management's evaluation of a recommendation and its final decision, with the actions it thinks needed.

    `disagreed` says whether the inspector general disagrees with it, `no_action_needed` whether it concludes that none
    is; None where nobody says.  `revises` is the decision that it takes the place of.
    """

    recommendation: Item | None = None
    decided_by: str = ""
    decided_on: Moment | None = None
    disagreed: bool | None = None
    no_action_needed: bool | None = None
    revises: Item | None = None
    text: Words = attrs.field(default="", metadata=CONTENT)


@attrs.frozen(kw_only=True)
class FinalAction:
    """That all the actions which a management decision thought needed are completed."""

    recommendation: Item | None = None
    completed_on: Moment | None = None


@attrs.frozen(kw_only=True)
class Money:
    """What a recommendation says of money, in one currency; an amount that is not stated is None, never zero.

    Unsupported costs are a part of those questioned; `disallowed` is what management agrees should not be charged;
    `better_use` the funds that could be put to better use.
    """

    recommendation: Item | None = None
    currency: str = ""  # ISO 4217, such as USD
    questioned: Decimal | None = None
    unsupported: Decimal | None = None
    disallowed: Decimal | None = None
    better_use: Decimal | None = None
    sustained: Decimal | None = None
    recovered: Decimal | None = None
    written_off: Decimal | None = None
