"""Findings, and the evidence for what is found or done."""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words, several
from oversight_core.quick import quick


@quick
@attrs.frozen(kw_only=True, weakref_slot=False)
class Finding:
    """What a review determined, or a body observed.

    Of a body's observation, `about` is the State, and the rest is what a recommendation of the same paper would have:
    its paragraph, topics, goals and groups, who made it (`made_by`), and the paper's `report` number, date and session.
    """

    text: Words = attrs.field(default="", metadata=CONTENT)
    about: str = ""
    review: Item | None = None
    document: Item | None = None
    repeat_of: Item | None = None
    number: str = ""
    report: str = ""
    made_by: tuple[str, ...] = attrs.field(default=(), converter=several)
    topics: tuple[str, ...] = attrs.field(default=(), converter=several)
    goals: tuple[str, ...] = attrs.field(default=(), converter=several)
    groups: tuple[str, ...] = attrs.field(default=(), converter=several)
    issued_on: Moment | None = None
    session: str = ""
    cycle: str = ""
    mechanism: str = ""
    targets: tuple[str, ...] = attrs.field(default=(), converter=several)


@attrs.frozen(kw_only=True)
class Evidence:
    """A thing supplied to show something: where it is, who supplied it, who verified it."""

    kind: str = ""
    digest: str = ""
    location: str = ""
    supplied_by: Words = attrs.field(default="", metadata=CONTENT)
    verified_by: Words = attrs.field(default="", metadata=CONTENT)
    verified_on: Moment | None = None
    about: Item | None = None
