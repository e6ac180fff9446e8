"""One row of a table as a candidate: what its cells give, and what names it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import attrs

from oversight_adapters.readers.table_columns import Column, Piece
from oversight_adapters.readers.united_nations.states import state
from oversight_adapters.readers.upr_export.header import Header
from oversight_adapters.readers.upr_export.kinds import KINDS
from oversight_adapters.readers.upr_export.tables import BODY, POSITION, Table
from oversight_adapters.texts.grid import Row
from oversight_core.entities import Commitment, Finding, Recommendation, Update
from oversight_core.names import Actor, Item, fingerprint
from oversight_core.names import slug as slug_of
from oversight_core.provenance import Cell, Excerpt, Pointer
from oversight_core.quick import maker
from oversight_core.reading import Candidate, Label

SEVERAL = frozenset(("recommended_by", "topics", "goals", "targets", "groups"))
"""Fields that hold several values."""

ASIDE = frozenset(("position", "type", "note"))
"""Fields that say what a row is, or are told apart from it."""

_AS_FINDING = {"addressee": "about", "recommended_by": "made_by"}
_AS_PLEDGE = {"addressee": "actor", "position": "type"}
_PLEDGE = frozenset(("actor", "type", "text", "topics", "action", "session"))
_UPR = frozenset(("upr", "universal periodic review"))
_MECHANISMS = _UPR | frozenset(("special procedures", "treaty bodies"))

_excerpt, _cell, _candidate, _entity = maker(Excerpt), maker(Cell), maker(Candidate), maker(Recommendation)
Unread = Callable[[str, str, Cell | Pointer, Column], None]
"""What to do with words that are not read: why, the words, where they stand, and in which column."""


@attrs.define
class Taken:
    """What the cells of a row give, before it is known what the row is.

    `aside` holds what is no field of what the row describes: the answer, the kind of row, a note; `others` are further
    States that it is addressed to; `telling` counts the cells with words.
    """

    values: dict[str, Any] = attrs.Factory(dict)
    excerpts: list[Excerpt] = attrs.Factory(list)
    aside: dict[str, tuple[Any, Excerpt]] = attrs.Factory(dict)
    others: list[Excerpt] = attrs.Factory(list)
    telling: int = 0

    def said(self, field: str) -> str:
        """What was put aside, for a comparison."""
        return str(self.aside[field][0]).casefold() if field in self.aside else ""


class RowReader:
    """Reads the rows below one header."""

    def __init__(self, table: Table, header: Header, source: str, unread: Unread) -> None:
        self.table, self._sheet, self._source, self._unread = table, header.sheet, source, unread
        self._columns = [
            (place, column, column.field, _reading(column), table.columns.phrase(column))
            for place, column in header.columns
        ]
        self._plain = not header.sheet.records

    def taken(self, row: Row) -> Taken:
        """Every value of a row, with its words."""
        found, words_of, end = Taken(), row.words, len(row.words)
        values, excerpts, source, number = found.values, found.excerpts, self._source, row.number
        name, plain, seen = self._sheet.name, self._plain, -1
        for place, column, field, pieces, phrase in self._columns:
            if place >= end or not (words := words_of[place]) or words.isspace():
                continue
            found.telling += place != seen  # one column may give two fields
            seen = place
            where: Cell | Pointer = _cell(name, number, place + 1) if plain else self._sheet.locator(number, place + 1)
            for piece, value, why in pieces(words):
                if why:
                    self._unread(why, words, where, column)
                    continue
                gives = field if field != BODY else "mechanism" if value.casefold() in _MECHANISMS else "recommended_by"
                excerpt = _excerpt(gives, piece, where, source, phrase)
                if gives in ASIDE:
                    found.aside[gives] = value, excerpt
                    continue
                if gives in SEVERAL:
                    values[gives] = (*values[gives], value) if gives in values else (value,)
                elif gives not in values:
                    values[gives] = value
                elif gives == "addressee":
                    found.others.append(excerpt)
                    continue
                elif values[gives] != value:  # another column said it, as with the number before a text
                    continue
                excerpts.append(excerpt)
        return found

    def candidates(self, taken: Taken) -> list[Candidate]:
        """What a row is: a recommendation, a pledge or an observation; for each State that it is addressed to."""
        found = self._candidates(taken)
        for other in taken.others:
            excerpts = [other if one.field == "addressee" else one for one in taken.excerpts]
            addressee = KINDS["states"].value(str(other.words))
            found += self._candidates(Taken(taken.values | {"addressee": addressee}, excerpts, taken.aside))
        return found

    def _candidates(self, taken: Taken) -> list[Candidate]:
        if self.table.pledges and taken.said("position") in self.table.pledges:
            return [self._pledge(taken)]
        if self.table.observations and taken.said("type") in self.table.observations:
            return [self._finding(taken)]
        return self._recommendation(taken)

    # -- what a row may be -----------------------------------------------------------------------------------------

    def _recommendation(self, taken: Taken) -> list[Candidate]:
        item, entity = self.item("recommendation", taken), _entity(**taken.values)
        labels = (_label(entity.addressee, *taken.aside["position"]),) if "position" in taken.aside else ()
        found = [_candidate(item, entity, labels, None, tuple(taken.excerpts), "upr" if labels else "")]
        if "note" in taken.aside:
            words, note = taken.aside["note"]
            told = (attrs.evolve(note, field="text"), Excerpt("recommendation"))
            update = item.within("update", "note")
            found.append(Candidate(update, Update(recommendation=item, text=words), (), None, told))
        return found

    def _pledge(self, taken: Taken) -> Candidate:
        """What a State pledges of its own accord is no recommendation, and nobody accepts it."""
        return self._as(Commitment, "commitment", taken, _AS_PLEDGE, _PLEDGE, part="")

    def _finding(self, taken: Taken) -> Candidate:
        return self._as(Finding, "finding", taken, _AS_FINDING, _FINDING, part=self.table.part)

    def _as(
        self,
        make: Callable[..., Any],
        kind: str,
        taken: Taken,
        called: dict[str, str],
        fields: frozenset[str],
        part: str,
    ) -> Candidate:
        """A row as an entity that calls some of its fields otherwise, and has not all of them."""
        aside = taken.aside.values()
        named = [(called.get(one.field, one.field), one) for one in (*taken.excerpts, *(one for _, one in aside))]
        excerpts = tuple(attrs.evolve(one, field=name) for name, one in named if name in fields)
        values = taken.values | {one.field: value for value, one in aside}
        held = {called.get(field, field): value for field, value in values.items()}
        entity = make(**{field: value for field, value in held.items() if field in fields})
        return Candidate(self.item(kind, taken, part=part), entity, (), None, excerpts)

    # -- names -----------------------------------------------------------------------------------------------------

    def item(self, kind: str, taken: Taken, part: str | None = None) -> Item:
        """The item of a row.  A text is known by its fingerprint; whoever recommends it is part of the name, since many
        States say the same."""
        table, values = self.table, taken.values
        text = values.get("text", "")
        number = values.get(table.number, "") if table.number != "text" else ""
        part = table.part if part is None else part
        discriminator = _slug("-".join(values[part])) if part and values.get(part) else ""
        issuer = "upr"
        if table.report == "report" and not is_upr(taken):
            issuer, discriminator = _slug(next(iter(values.get("recommended_by", ())), "uhri")), fingerprint(text)
        report = _slug(table.lead + str(values.get(table.report, "") or "unknown"))
        named = _slug(str(number)) if number else fingerprint(text)
        return Item(kind, issuer, report, named, _state(values.get("addressee", "")), discriminator)


def is_upr(taken: Taken) -> bool:
    """Whether a row of the index is of the Universal Periodic Review."""
    mechanism = str(taken.values.get("mechanism", "")).casefold()
    return mechanism in _UPR or mechanism.startswith("universal periodic") or bool(taken.said("position"))


def _reading(column: Column) -> Callable[[str], tuple[Piece, ...]]:
    """How a column is read; most cells say again what others say, but for texts."""
    return column.cut if column.field == "text" else lru_cache(maxsize=8192)(column.cut)


def _label(addressee: str, position: str, excerpt: Excerpt) -> Label:
    return Label(POSITION, position, None, None, _actor(addressee), None, (excerpt,))


@lru_cache(maxsize=2048)
def _actor(addressee: str) -> Actor | None:
    return Actor(addressee, "addressee") if addressee else None


@lru_cache(maxsize=8192)
def _slug(words: str) -> str:
    return slug_of(words) if len(words) <= 120 else fingerprint(words)


@lru_cache(maxsize=2048)
def _state(words: str) -> str:
    return _slug(state(words) or words) if words else ""


_FINDING = frozenset(field.name for field in attrs.fields(Finding))
