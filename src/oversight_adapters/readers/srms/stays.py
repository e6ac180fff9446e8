"""Reports of one placement, brought together where a number that the system gave says that they are.

Without such a number a placement is known by its file and row only: nothing else in a row may name a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from oversight_adapters.readers.cell_words import is_redacted
from oversight_adapters.readers.said import Said
from oversight_adapters.readers.srms.columns import PLACEMENT, REPORT
from oversight_adapters.readers.srms.layout import Layout
from oversight_adapters.readers.srms.reasons import group_of
from oversight_adapters.readers.srms.rows import Report
from oversight_core.entities import Placement, PlacementReport
from oversight_core.names import Item, slug
from oversight_core.provenance import Excerpt
from oversight_core.reading import Candidate

_RULEBOOK = "segregation"
_LONGEST = 30  # characters of a number
_GROUPED = Excerpt("reason_group", computed_from=("reason",))
_OF_PLACEMENT = Excerpt("placement")


def tracked(found: Layout, report: Report) -> str:
    """The number that the system gave to a placement, as a segment of an item; "" where it gave, or shows, none.

    A number without a digit may be a name.
    """
    words = report.row.at(found.tracking).strip()
    whole = words.removesuffix(".0")
    known = 0 < len(whole) <= _LONGEST and any(map(str.isdigit, whole)) and len(whole.split()) == 1
    return slug(whole) if known and whole.isascii() and not is_redacted(words) else ""


@attrs.define
class Stay:
    """One placement: all that its reports say of it, and the reports themselves."""

    item: Item
    grouped: bool
    said: Said = attrs.Factory(Said)
    others: list[Said] = attrs.Factory(list)  # what contradicts it
    reports: list[Said] = attrs.Factory(list)

    def differs(self, said: Said) -> tuple[str, ...]:
        """The fields in which a report contradicts those before it."""
        return tuple(field for field, value in said.fields.items() if self.said.fields.get(field, value) != value)

    def add(self, report: Report) -> None:
        """Take in one more report; what contradicts is kept apart, never chosen."""
        if self.differs(report.placement):
            self.others.append(report.placement)
        else:
            self.said.fields |= report.placement.fields
            self.said.excerpts += report.placement.excerpts
        self.reports.append(report.report)

    def candidates(self) -> Iterator[Candidate]:
        """The placement, and each of its reports."""
        for said in (self.said, *self.others):
            yield self._placement(said)
        counted: dict[str, int] = {}
        for said in self.reports:
            name = said.fields.get("interval", "report")
            counted[name] = number = counted.get(name, 0) + 1
            part = name if number == 1 else f"{name}-{number}"
            yield _report(self.item, part, said)

    def _placement(self, said: Said) -> Candidate:
        fields: dict[str, Any] = said.fields
        excerpts = tuple(said.excerpts)
        group = group_of(fields.get("reason", "")) if self.grouped else ""
        if group and "reason_group" not in fields:
            fields, excerpts = {**fields, "reason_group": group}, (*excerpts, _GROUPED)
        return Candidate(self.item, Placement(**fields), (), None, excerpts, _RULEBOOK)


def _report(item: Item, part: str, said: Said) -> Candidate:
    entity = PlacementReport(placement=item, **said.fields)
    return Candidate(item.within(REPORT, part), entity, (), None, (*said.excerpts, _OF_PLACEMENT), _RULEBOOK)


def named(found: Layout, report: Report, digest: str, *, sheet: int) -> Item:
    """The item of a row's placement; `sheet` counts the sheets of reports, and is 0 where there is only one."""
    variant = found.variant
    if number := tracked(found, report):
        return Item(PLACEMENT, variant.issuer, variant.name, number)
    file = f"{variant.name}-{digest.removeprefix('sha256:')[:8]}"
    where = f"sheet-{sheet}-row" if sheet else "row"
    return Item(PLACEMENT, variant.issuer, file, f"{where}-{report.row.number}")
