"""An excerpt: the exact words a value came from."""

from __future__ import annotations

import attrs

from oversight_core.names import CONTENT, Words
from oversight_core.provenance.locator import Locator
from oversight_core.quick import quick


@quick
@attrs.frozen(weakref_slot=False)
class Excerpt:
    """The words that state one field, where they stand, and the phrasebook row that reads them.

    It stands parallel to the value, not around it: applying the row named by `phrase` to `words` alone gives the
    value.  A computed value has no words and no place, and names in `computed_from` the fields it was computed from;
    an identity part that the format gives is computed from nothing.
    """

    field: str
    words: Words = attrs.field(default="", metadata=CONTENT)
    locator: Locator | None = None
    source: str = ""  # the digest of the source, "sha256:…"
    phrase: str = ""
    computed_from: tuple[str, ...] = ()

    @property
    def derived(self) -> bool:
        """Whether the value was computed instead of read."""
        return self.locator is None
