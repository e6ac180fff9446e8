"""The spreadsheets that there are: which columns tell them apart, and what their placements are named for."""

from __future__ import annotations

import attrs

from oversight_adapters.readers.table_columns import name_key


@attrs.frozen
class Variant:
    """One kind of record: a name, who keeps it, and columns that its header has, each by every name it may have.

    Reasons of one that is `grouped` are those of the taxonomy in `reasons`.
    """

    name: str
    issuer: str
    needs: tuple[tuple[str, ...], ...]
    grouped: bool = False

    def fits(self, keys: frozenset[str]) -> bool:
        """Whether a row of names (as keys) is its header."""
        return all(any(name_key(name) in keys for name in names) for names in self.needs)


VARIANTS = (
    Variant(
        "srms",
        "ice",
        (("Placement Date", "placement_date"), ("Placement Reason", "placement_reason")),
        grouped=True,
    ),
    Variant(
        "restricted-housing-log",
        "geo",
        (
            ("Date in", "date_in"),
            ("Date out", "date_out"),
            ("Initial placement", "initial_placement", "Disc seg", "disc_seg"),
        ),
    ),
    Variant(
        "special-management-log",
        "geo",
        (
            ("assigned_dt", "assigned_date", "Assigned dt", "Assigned date"),
            ("removed_dt", "removed_date", "Removed dt", "Removed date"),
            ("days_in_seg", "Days in seg"),
        ),
    ),
)
"""ICE's Segregation Review Management System, and the logs of a contractor's two units."""
