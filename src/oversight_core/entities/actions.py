"""Actions: what somebody agreed to do or reports done, the steps on the way, and what moves a date."""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words


@attrs.frozen(kw_only=True)
class Action:
    """One thing to do or done.  Which recommendation it answers is often not stated, and then never invented.

    `state` is what the source says: agreed or reported_done.  `target_on` is the first target that was set: later ones
    are date revisions, and never overwrite it.
    """

    text: Words = attrs.field(default="", metadata=CONTENT)
    committed_by: str = ""
    performed_by: str = ""
    state: str = ""
    answers: Item | None = None
    response: Item | None = None
    owner: str = ""
    target_on: Moment | None = None
    started_on: Moment | None = None
    finished_on: Moment | None = None


@attrs.frozen(kw_only=True)
class Milestone:
    """A step of an action that its owner reports done and another verifies, as trackers and POA&Ms of OSCAL hold it.

    `target_on` is the first target that was set.
    """

    action: Item | None = None
    text: Words = attrs.field(default="", metadata=CONTENT)
    owner: str = ""
    started_on: Moment | None = None
    target_on: Moment | None = None
    finished_on: Moment | None = None


@attrs.frozen(kw_only=True)
class DateRevision:
    """A request to move a date of the item it is `about`; whether it was approved is a status.

    `clock` names the clock whose due day is to move; empty for the item's own target.  The original date stays.
    """

    about: Item | None = None
    clock: str = ""
    before: Moment | None = None
    after: Moment | None = None
    reason: Words = attrs.field(default="", metadata=CONTENT)
    requested_by: str = ""
    requested_on: Moment | None = None
