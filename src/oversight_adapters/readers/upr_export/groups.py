"""To what a State belongs, as the columns beside its name say: its region, and the organisations it is in."""

from __future__ import annotations

from collections.abc import Iterator

from oversight_adapters.readers.mapped_table.problems import Problems
from oversight_adapters.readers.table_columns import ColumnBook
from oversight_adapters.readers.united_nations.states import state
from oversight_adapters.readers.upr_export.header import Header
from oversight_adapters.readers.upr_export.kinds import KINDS
from oversight_adapters.readers.upr_export.tables import Group, Table
from oversight_adapters.texts.grid import Row
from oversight_core.entities import Organisation
from oversight_core.names import Item, slug
from oversight_core.provenance import Excerpt
from oversight_core.reading import Candidate

_WORDS, _LIST = KINDS["words"], KINDS["topics"]
GROUPS = ColumnBook("upr-groups", (_WORDS.column("name"), _WORDS.column("region"), _LIST.column("memberships")))
"""How the columns of a group are read; a table says what they are called."""


class Groups:
    """Gathers what rows say of each State; mutable, used for one table."""

    def __init__(self, table: Table, header: Header, source: str) -> None:
        self._sheet, self._source = header.sheet, source
        states = [(one, place) for one in table.groups if (place := header.at(one.state)) is not None]
        places = ((place, *_beside(header, one, place)) for one, place in states)
        self._places = [one for one in places if one[1:] != (None, None)]
        self.columns = frozenset(place for one in self._places for place in one if place is not None)
        self._seen: dict[tuple[str, ...], tuple[int, tuple[int | None, ...]]] = {}

    def take(self, row: Row) -> None:
        """What one row says."""
        words, end = row.words, len(row.words)
        for places in self._places:
            said = tuple([words[place] if place is not None and place < end else "" for place in places])
            if said not in self._seen:
                self._seen[said] = (row.number, places)

    def candidates(self, problems: Problems) -> Iterator[Candidate]:
        """Each State once, as the first row that names it says; others that say otherwise are told."""
        first: dict[str, tuple[str, ...]] = {}
        for said, (number, places) in self._seen.items():
            if not said[0].strip():
                continue
            name = slug(state(said[0]) or said[0].strip())
            known = first.setdefault(name, said)
            if known is said:
                yield self._candidate(name, said, number, places)
            elif known != said:
                say = f"{{rows}} say otherwise than an earlier one to what {said[0]!r} belongs"
                where = self._sheet.locator(number, 1)
                problems.gather("organisation-differs", say, (self._sheet.name, number), where)

    def _candidate(self, name: str, said: tuple[str, ...], number: int, places: tuple[int | None, ...]) -> Candidate:
        held: dict[str, list[str]] = {}
        excerpts = []
        for column, words, place in zip(GROUPS.columns, said, places, strict=True):
            if place is None or not words.strip():
                continue
            where = self._sheet.locator(number, place + 1)
            for piece in column.cut(words):
                held.setdefault(column.field, []).append(piece.value)
                excerpts.append(Excerpt(column.field, piece.words, where, self._source, GROUPS.phrase(column)))
        entity = Organisation(
            name=held["name"][0], region="".join(held.get("region", ())), memberships=held.get("memberships", ())
        )
        return Candidate(Item("organisation", "upr", name), entity, (), None, tuple(excerpts))


def _beside(header: Header, group: Group, place: int) -> tuple[int | None, int | None]:
    """Where the columns of a group stand: behind its State, or else anywhere."""
    region, memberships = (header.at(names, place) for names in (group.region, group.memberships))
    return (
        region if region is not None else header.at(group.region),
        memberships if memberships is not None else header.at(group.memberships),
    )
