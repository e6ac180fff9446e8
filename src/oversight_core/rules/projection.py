"""Projections: which word of a body comes nearest to a status of ours, and what is lost on the way."""

from __future__ import annotations

import attrs

from oversight_core.rules.attempt import names
from oversight_core.rules.citation import Citation, citations


@attrs.frozen
class Projection:
    """Statuses on an axis of ours, and the body's label for them.

    `lost` says what the label does not say, or says otherwise; it is needed where the body means something else by the
    label.  That a label covers several statuses is coarse, not lossy.
    """

    axis: str
    statuses: tuple[str, ...] = attrs.field(converter=names)
    label: str
    lost: str = ""
    cites: tuple[Citation, ...] = attrs.field(default=(), converter=citations)
