"""What the commission speaks of: an entity of a kind that the core does not know."""

from __future__ import annotations

import attrs
from oversight_core import Moment
from oversight_core.names import CONTENT, Words


@attrs.frozen(kw_only=True)
class Permit:
    """Leave to moor ships.  Where it stands is no field: that lies on the axis `validity`, in the ledger.

    A holder may be a person, so the name is content: it is stored apart and can be forgotten.
    """

    number: str = ""
    holder: Words = attrs.field(default="", metadata=CONTENT)
    berths: int | None = None
    granted_on: Moment | None = None


KINDS: dict[str, type] = {"permit": Permit}
"""Under which name a permit is stored.  The name never changes its meaning."""
