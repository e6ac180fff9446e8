"""Recommendations, and the dated statements made about them."""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words, several
from oversight_core.quick import quick


@quick
@attrs.frozen(kw_only=True, weakref_slot=False)
class Recommendation:
    """One recommendation to one addressee.  To three agencies it is three items.

    Its states live on axes in the ledger.  `status`, `position` and what goes with them are what the source *prints*
    about itself, kept beside ours: a label's slug, the words, and who said so when.  `received_on` is when the
    addressee had it, where some clocks start.

    `recommended_by` is who made it where many do in one report, as States do in a UPR; `goals`, `targets` and
    `groups` are the Sustainable Development Goals, their targets and the persons it is about; `action` is the class of
    what it asks for, `session` when it was made, and `position_source` the paper in which the position stands, all as
    printed; so are `cycle`, the round of reviews that it belongs to, and `mechanism`, the kind of body it comes from.
    """

    report_title: str = ""
    report: str = ""
    number: str = ""
    addressee: str = ""
    text: Words = attrs.field(default="", metadata=CONTENT)
    status: str = ""
    status_printed: str = ""
    priority: bool | None = None
    position: str = ""
    position_by: str = ""
    position_on: Moment | None = None
    narrative_as_of: Moment | None = None
    estimated_completion: Moment | None = None
    estimated_completion_qualifier: str = ""  # by, end_of, around, not_before
    estimated_start: Moment | None = None
    to_close: Words = attrs.field(default="", metadata=CONTENT)
    depends_on: Words = attrs.field(default="", metadata=CONTENT)  # what must come first, as the source says
    document: Item | None = None
    issued_on: Moment | None = None
    received_on: Moment | None = None
    topics: tuple[str, ...] = attrs.field(default=(), converter=several)
    facility: tuple[str, ...] = attrs.field(default=(), converter=several)
    significant: bool | None = None
    recommended_by: tuple[str, ...] = attrs.field(default=(), converter=several)
    goals: tuple[str, ...] = attrs.field(default=(), converter=several)
    groups: tuple[str, ...] = attrs.field(default=(), converter=several)
    action: str = ""
    session: str = ""
    position_source: str = ""
    cycle: str = ""
    mechanism: str = ""
    targets: tuple[str, ...] = attrs.field(default=(), converter=several)


@quick
@attrs.frozen(kw_only=True, weakref_slot=False)
class Update:
    """One dated statement about a recommendation."""

    recommendation: Item | None = None
    as_of: Moment | None = None
    by: str = ""
    text: Words = attrs.field(default="", metadata=CONTENT)
