"""The item of a row: the parts of its name, out of one or more columns each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

import attrs

from oversight_adapters.readers.mapped_table.cells import Cells, Spot, Value
from oversight_adapters.readers.mapped_table.mapping import Pick, TableMapping
from oversight_adapters.readers.mapped_table.picks import PARTS
from oversight_core.entities import ABOUT_PEOPLE
from oversight_core.errors import UnparsableItem
from oversight_core.names import Item, fingerprint, slug

_STAND_INS = {"report": ("report_title", "title"), "number": ("text",)}
"""Fields whose words, as a fingerprint, stand in for a part that is not printed."""

_slug = lru_cache(maxsize=4096)(slug)
_LONGEST = 120  # characters of a part; what is longer is a title, and is known by its fingerprint


Picks = tuple[tuple[Pick, str], ...]
"""Rows of a mapping, each with the field that it gives."""


@attrs.frozen
class Naming:
    """Which rows of a mapping make which part of an item."""

    mapping: TableMapping

    def item(self, cells: Cells) -> Item | None:
        """The item of a row; None where nothing in the row names it."""
        report = self._part(cells, "report")
        if not report:
            return None
        number, addressee = self._part(cells, "number"), self._part(cells, "addressee")
        if not number and self._has("number"):
            return None
        kind, issuer = self.mapping.entity.kind, self.mapping.issuer
        try:
            return Item(kind, issuer, report, number, addressee, self._part(cells, "part"))
        except UnparsableItem:  # a part without what it is a part of
            return None

    def document(self, item: Item) -> Item:
        """The report that an item belongs to."""
        return _document(item.issuer, item.report)

    def related(self, item: Item, pick: Pick) -> Item | None:
        """The item of another kind with the same parts."""
        parts = {part: getattr(item, part) for part in pick.of}
        try:
            return Item(pick.item, item.issuer, parts.pop("report", item.report), **parts)
        except UnparsableItem:
            return None

    def spots(self, cells: Cells) -> frozenset[Spot]:
        """Where words stand that are in the item's name, whole: they are read, though no field holds them.

        Of a fingerprint, or of what stands between two texts, that cannot be said.
        """
        whole: set[Spot] = set()
        for part in PARTS:
            values = _values(cells, self._named[part])
            if len(_words(values)) <= _LONGEST:
                values = _values(cells, self._whole[part])
                whole.update([value.spot for value in values if value.spot])
        return frozenset(whole)

    @cached_property
    def _named(self) -> Mapping[str, Picks]:
        return {part: _with_fields(self.picks(part)) for part in PARTS}

    @cached_property
    def _whole(self) -> Mapping[str, Picks]:
        return {part: tuple(one for one in picks if not one[0].between) for part, picks in self._named.items()}

    @cached_property
    def _standing_in(self) -> Mapping[str, Picks]:
        return {part: _with_fields(self._stand_ins(part)) for part in PARTS}

    def picks(self, part: str) -> tuple[Pick, ...]:
        """What makes a part: what identity says, else the field of that name."""
        given: tuple[Pick, ...] = getattr(self.mapping.identity, part)
        return given or tuple(pick for pick in self.mapping.entity.picks(part) if pick.reads == "text")

    def _has(self, part: str) -> bool:
        return bool(self._named[part] or self._standing_in[part])

    def _stand_ins(self, part: str) -> tuple[Pick, ...]:
        if self.mapping.entity.kind in ABOUT_PEOPLE:
            return ()
        entity = self.mapping.entity
        return next((picks for name in _STAND_INS.get(part, ()) if (picks := entity.picks(name))), ())

    def _part(self, cells: Cells, part: str) -> str:
        """A part as a slug; the fingerprint of what stands in for it where its own columns are empty."""
        if words := _words(_values(cells, self._named[part])):
            return self._spelt(words)
        if words := _words(_values(cells, self._standing_in[part])):
            return fingerprint(words)
        return ""

    def _spelt(self, words: str) -> str:
        """A part as a slug; the fingerprint of what has none, but nothing where it would tell of a person."""
        spelt = _slug(words) if len(words) <= _LONGEST else fingerprint(words)
        about_people = self.mapping.entity.kind in ABOUT_PEOPLE
        return "" if about_people and spelt == fingerprint(words) else spelt


def _with_fields(picks: Iterable[Pick]) -> Picks:
    return tuple((pick, pick.row.split(".")[1]) for pick in picks)


def _values(cells: Cells, picks: Picks) -> list[Value]:
    return [value for pick, field in picks for value in cells.values(pick, field)]


def _words(values: list[Value]) -> str:
    return " ".join([str(value.value) for value in values])


@lru_cache(maxsize=4096)
def _document(issuer: str, report: str) -> Item:
    return Item("document", issuer, report)
