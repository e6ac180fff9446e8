"""Referrals: who tells whom of a concern, on which belief, and what is asked about a person or an agency.

They are about people: no identity is made of their words.  The forms are those of the 2014 plan that monitors transfers
from state and local law enforcement.
"""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words


@attrs.frozen(kw_only=True)
class Referral:
    """One notice of a concern to a body that may act on it.

    `notice` names the row of the rulebook under which it is sent.  `standard` and `proposition` are the belief that was
    held, by whom `held_by` says; `agency` is the law-enforcement agency that it concerns.
    """

    notice: str = ""
    sender: str = ""
    recipient: str = ""
    agency: str = ""
    about: Item | None = None
    standard: str = ""
    proposition: str = ""
    held_by: str = ""
    sent_on: Moment | None = None
    acknowledged_on: Moment | None = None
    text: Words = attrs.field(default="", metadata=CONTENT)


@attrs.frozen(kw_only=True)
class DiscretionRequest:
    """A request to consider prosecutorial discretion for one person, decided in the field and at headquarters."""

    transfer: Item | None = None
    requested_by: str = ""
    requested_on: Moment | None = None
    standard: str = ""
    proposition: str = ""
    held_by: str = ""
    field_decision: str = ""
    headquarters_decision: str = ""
    text: Words = attrs.field(default="", metadata=CONTENT)


@attrs.frozen(kw_only=True)
class TransferRequest:
    """A request to take a person over from a law-enforcement agency."""

    agency: str = ""
    received_on: Moment | None = None
    text: Words = attrs.field(default="", metadata=CONTENT)
