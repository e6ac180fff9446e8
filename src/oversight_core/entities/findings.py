"""Findings, and the evidence for what is found or done."""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words


@attrs.frozen(kw_only=True)
class Finding:
    """What a review determined."""

    text: Words = attrs.field(default="", metadata=CONTENT)
    about: str = ""
    review: Item | None = None
    document: Item | None = None
    repeat_of: Item | None = None


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
