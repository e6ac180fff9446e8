"""A contradiction, as data."""

from __future__ import annotations

import attrs

from oversight_core.ledger import Recorded
from oversight_core.names import Item
from oversight_core.rules.lifecycle import Rule


@attrs.frozen
class Discrepancy:
    """One contradiction.

    `kind` is status (reported, not shown), description (a field whose value differs), total (stated against parts),
    gap (an applied step that no longer follows) or order (which came first is unclear).  `about` is the axis or field,
    `said` and `against` the two sides, `missing` the steps that nobody has shown, `entries` the entries that disagree.
    """

    kind: str
    item: Item
    about: str
    said: str
    against: str
    missing: tuple[Rule, ...] = ()
    entries: tuple[Recorded, ...] = ()

    def __str__(self) -> str:
        steps = "; not shown: " + ", ".join(rule.event for rule in self.missing) if self.missing else ""
        return f"{self.item}: {self.about} reads {self.said}, against {self.against}{steps}"
