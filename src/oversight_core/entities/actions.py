"""Actions: what somebody agreed to do or reports done."""

from __future__ import annotations

import attrs

from oversight_core.names import CONTENT, Item, Words


@attrs.frozen(kw_only=True)
class Action:
    """One thing to do or done.  Which recommendation it answers is often not stated, and then never invented.

    `state` is what the source says: agreed or reported_done.
    """

    text: Words = attrs.field(default="", metadata=CONTENT)
    committed_by: str = ""
    performed_by: str = ""
    state: str = ""
    answers: Item | None = None
    response: Item | None = None
