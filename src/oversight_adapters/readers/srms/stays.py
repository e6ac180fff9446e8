"""Reports of one placement, brought together where a number that the system gave says that they are.

Without such a number a placement is known by its file and row only: nothing else in a row may name a person.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from oversight_adapters.readers.said import Said
from oversight_adapters.readers.srms.columns import PLACEMENT, REPORT
from oversight_adapters.readers.srms.layout import Layout
from oversight_adapters.readers.srms.reasons import group_of
from oversight_adapters.readers.srms.rows import Report
from oversight_adapters.readers.words.agency_words import is_redacted
from oversight_core.entities import Placement, PlacementReport
from oversight_core.names import Item, slug
from oversight_core.reading import Candidate

_RULEBOOK = "segregation"
_LONGEST = 30  # characters of a number


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
        """The placement, and each of its reports; asked for once."""
        for said in (self.said, *self.others):
            yield self._placement(said)
        counted: dict[str, int] = {}
        for said in self.reports:
            name = said.fields.get("interval", "report")
            counted[name] = number = counted.get(name, 0) + 1
            yield self._report(said, name if number == 1 else f"{name}-{number}")

    def _placement(self, said: Said) -> Candidate:
        group = group_of(said.fields.get("reason", "")) if self.grouped else ""
        if group and "reason_group" not in said.fields:
            said.compute("reason_group", group, of=("reason",))
        return Candidate(self.item, Placement(**said.fields), (), None, tuple(said.excerpts), _RULEBOOK)

    def _report(self, said: Said, part: str) -> Candidate:
        said.compute("placement", self.item)
        item, entity = self.item.within(REPORT, part), PlacementReport(**said.fields)
        return Candidate(item, entity, (), None, tuple(said.excerpts), _RULEBOOK)


def named(found: Layout, report: Report, digest: str, *, sheet: int) -> Item:
    """The item of a row's placement; `sheet` counts the sheets of reports, and is 0 where there is only one."""
    variant = found.variant
    if number := tracked(found, report):
        return Item(PLACEMENT, variant.issuer, variant.name, number)
    file = f"{variant.name}-{digest.removeprefix('sha256:')[:8]}"
    where = f"sheet-{sheet}-row" if sheet else "row"
    return Item(PLACEMENT, variant.issuer, file, f"{where}-{report.row.number}")
