"""Commitments: what a policy, a plan or a page says that somebody will or may do."""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words, several
from oversight_core.quick import quick


@quick
@attrs.frozen(kw_only=True, weakref_slot=False)
class Commitment:
    """One commitment: who will, or may, do what, how often or by when, and on what condition.

    `modal` is the word that binds or allows: *will*, *shall*, *must*, *may*.  `verb` is the first verb after it, `text`
    the whole sentence or bullet.  `cadence` and `deadline` are as printed ("quarterly", "within 45 days"); `due_on` is
    there only where a date is printed.  A commitment has no status.

    `type` is what its source calls it, such as a voluntary pledge; `action`, `topics` and `session` are what it says of
    one that was made in a review, as of a recommendation.
    """

    document: Item | None = None
    actor: str = ""
    modal: str = ""
    verb: str = ""
    text: Words = attrs.field(default="", metadata=CONTENT)
    cadence: str = ""
    deadline: str = ""
    due_on: Moment | None = None
    condition: Words = attrs.field(default="", metadata=CONTENT)
    heading: str = ""
    type: str = ""
    topics: tuple[str, ...] = attrs.field(default=(), converter=several)
    action: str = ""
    session: str = ""
