"""Who acts or speaks."""

from __future__ import annotations

import attrs

from oversight_core.names.words import CONTENT, Words
from oversight_core.quick import quick


@quick
@attrs.frozen(weakref_slot=False)
class Actor:
    """Who acts or speaks: a name, the role in which it does, and whom it speaks for if not itself.

    A department that answers for its component is ``Actor("DHS", "addressee", on_behalf_of="ICE")``.
    """

    name: Words = attrs.field(metadata=CONTENT)
    role: str = ""
    on_behalf_of: Words | None = attrs.field(default=None, metadata=CONTENT)

    def __str__(self) -> str:
        return f"{self.name} for {self.on_behalf_of}" if self.on_behalf_of else str(self.name)
