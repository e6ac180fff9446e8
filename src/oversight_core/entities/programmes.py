"""Programmes that oversight watches: their dates, who was told to do what, who meets, and where people may complain.

So Secure Communities was announced, discontinued and replaced, and a plan to monitor its successor was directed.
"""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words, passages, several


@attrs.frozen(kw_only=True)
class Programme:
    """A programme of an agency, such as Secure Communities, with the dates of its life and what took its place."""

    name: str = ""
    announced_on: Moment | None = None
    activated_on: Moment | None = None
    discontinued_on: Moment | None = None
    replaced_by: Item | None = None


@attrs.frozen(kw_only=True)
class Mandate:
    """What one body was directed to do, by whom, and in which document; an announced one may never be given.

    `clock` names the clock of its rulebook that runs for it; empty for none.
    """

    given_by: str = ""
    given_to: str = ""
    document: Item | None = None
    programme: Item | None = None
    given_on: Moment | None = None
    announced_on: Moment | None = None
    clock: str = ""
    text: Words = attrs.field(default="", metadata=CONTENT)


@attrs.frozen(kw_only=True)
class Meeting:
    """One meeting, perhaps of a `series`, and the matters on its agenda; what was not dealt with is carried over."""

    series: Item | None = None
    parties: tuple[str, ...] = attrs.field(default=(), converter=several)
    scheduled_on: Moment | None = None
    held_on: Moment | None = None
    matters: tuple[Words, ...] = attrs.field(default=(), converter=passages, metadata=CONTENT)


@attrs.frozen(kw_only=True)
class RedressChannel:
    """A way for people to complain about a programme: its name, its form (telephone line, form, office), since when."""

    programme: Item | None = None
    name: str = ""
    form: str = ""
    opened_on: Moment | None = None
