"""Reviews: an oversight body looks into something."""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words, items, passages, several


@attrs.frozen(kw_only=True)
class Review:
    """One inquiry: what kind, into what, against which criteria, and the work in the field that it counts.

    `planned_on` is announced fieldwork; only work that was done is `fieldwork_on`.
    """

    type: str = ""  # periodic, onsite, targeted-onsite, virtual-onsite, multidisciplinary-onsite, spot-check, …
    topic: tuple[Words, ...] = attrs.field(default=(), converter=passages, metadata=CONTENT)
    facility: tuple[str, ...] = attrs.field(default=(), converter=several)
    criteria: tuple[str, ...] = attrs.field(default=(), converter=several)
    experts: Words = attrs.field(default="", metadata=CONTENT)
    opened_on: Moment | None = None
    fieldwork_on: Moment | None = None
    planned_on: Moment | None = None
    complaint_count: int | None = None
    allegation_count: int | None = None
    interview_count: int | None = None
    interviews_on: Moment | None = None
    complaints: tuple[Item, ...] = attrs.field(default=(), converter=items)
