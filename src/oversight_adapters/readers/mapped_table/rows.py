"""One row of a table as a candidate: its entity, its labels, and the report that it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import attrs

from oversight_adapters.readers.mapped_table.cells import Cells, Spot, Value
from oversight_adapters.readers.mapped_table.entities import fields_of
from oversight_adapters.readers.mapped_table.items import Naming
from oversight_adapters.readers.mapped_table.mapping import ERROR, KEEP, Entity, Labels, TableMapping, word_key
from oversight_adapters.readers.mapped_table.problems import Problems
from oversight_adapters.readers.mapped_table.telling import quoted
from oversight_core.names import Actor, Item
from oversight_core.provenance import Cell, Excerpt, Pointer
from oversight_core.reading import Candidate, Label

_key = lru_cache(maxsize=4096)(word_key)


@attrs.frozen
class Taken:
    """What one row gives: its candidates, and the spots that their words stand in."""

    cells: Cells
    item: Item
    main: Candidate
    document: Candidate | None
    spots: frozenset[Spot]
    document_spots: frozenset[Spot] = frozenset()

    @property
    def first_place(self) -> Cell | Pointer | None:
        """Where the first of its words stand."""
        spots = self.spots | self.document_spots
        return self.cells.locator(min(spots, key=lambda spot: spot[1:])) if spots else None


class RowReader:
    """Reads rows by a mapping; counts every status word that it meets."""

    def __init__(self, mapping: TableMapping, problems: Problems) -> None:
        self.mapping, self.problems, self.naming = mapping, problems, Naming(mapping)
        self.words: dict[str, Counter[str]] = {labels.name: Counter() for labels in mapping.labels}
        self._kinds = {entity.kind: fields_of(entity.cls) for entity in (mapping.entity, mapping.document) if entity}
        self._vocabularies = {labels.name: mapping.vocabulary(labels) for labels in mapping.labels}
        named = mapping.entity.picks("document") or "document" not in self._kinds[mapping.entity.kind]
        self._linked = mapping.entity if mapping.document and not named else None
        self._meanings = {
            labels.name: {word_key(word): bool(meaning) for word, meaning in labels.meanings}
            for labels in mapping.labels
        }

    def read(self, cells: Cells) -> Taken | None:
        """What a row gives; None, and a problem, where nothing names its item or its values do not make an entity."""
        item = self.naming.item(cells)
        if item is None:
            say = "{rows} cannot be named: a part of the identity is empty, and so is what would stand in for it"
            self.problems.gather("identity-missing", say, cells.place, None)
            return None
        main = self._entity(self.mapping.entity, item, cells)
        if main is None:
            return None
        values, entity = main
        labels, label_spots = self._labels(cells)
        spots = frozenset(value.spot for value in values if value.spot) | label_spots | self.naming.spots(cells)
        excerpts = tuple(value.excerpt for value in values)
        candidate = Candidate(item, entity, labels, None, excerpts, self.mapping.governed_by)
        if self.mapping.document is None:
            return Taken(cells, item, candidate, None, spots)
        document, document_spots = self._document(item, cells)
        return Taken(cells, item, candidate, document, spots, document_spots)

    # -- entities --------------------------------------------------------------------------------------------------

    def _document(self, item: Item, cells: Cells) -> tuple[Candidate | None, frozenset[Spot]]:
        assert self.mapping.document is not None
        made = self._entity(self.mapping.document, item, cells)
        if made is None or not made[0]:
            return None, frozenset()
        values, entity = made
        excerpts = tuple(value.excerpt for value in values)
        candidate = Candidate(self.naming.document(item), entity, (), None, excerpts, self.mapping.governed_by)
        return candidate, frozenset(value.spot for value in values if value.spot)

    def _entity(self, entity: Entity, item: Item, cells: Cells) -> tuple[list[Value], Any] | None:
        kinds = self._kinds[entity.kind]
        taken: list[Value] = []
        held: dict[str, Any] = {}
        for field, values in self._fields(entity, item, cells):
            kind = kinds[field]
            if values and kind:
                held[field] = tuple(value.value for value in values) if kind.several else values[0].value
                taken += values
        try:
            return taken, entity.cls(**held)
        except (TypeError, ValueError) as error:  # a field that must be there is empty, or the class forbids a value
            why = " ".join(str(error).split())
            self.problems.gather("row-not-taken", f"{{rows}} make no {entity.kind}: {why}", cells.place, None)
            return None

    def _fields(self, entity: Entity, item: Item, cells: Cells) -> Iterator[tuple[str, list[Value]]]:
        for field, picks in entity.fields:
            values: list[Value] = []
            for pick in picks:
                if pick.item:
                    related = self.naming.related(item, pick)
                    values += [Value(related, Excerpt(field))] if related else []
                else:
                    values += cells.values(pick, field)
            yield field, values
        if entity is self._linked:
            yield "document", [Value(self.naming.document(item), Excerpt("document"))]

    # -- labels ----------------------------------------------------------------------------------------------------

    def _labels(self, cells: Cells) -> tuple[tuple[Label, ...], frozenset[Spot]]:
        made: list[Label] = []
        spots: set[Spot] = set()
        for labels in self.mapping.labels:
            said = cells.value(labels.words_in, labels.axis)
            if said is None or said.spot is None:
                continue
            self.words[labels.name][said.value] += 1
            means = self._meanings[labels.name].get(_key(said.value))
            spots.add(said.spot)
            if means is False:
                continue
            if means is None and labels.unknown != KEEP:
                self._unknown(labels, said, cells)
            made.append(self._label(labels, said, cells, spots))
        return tuple(made), frozenset(spots)

    def _label(self, labels: Labels, said: Value, cells: Cells, spots: set[Spot]) -> Label:
        on, stated = cells.value(labels.on, "occurred_on"), cells.value(labels.stated, "stated_on")
        by = cells.value(labels.by.name, "actor") if labels.by else None
        told = [value for value in (said, on, stated, by) if value]
        spots.update(value.spot for value in told if value.spot)
        return Label(
            self._vocabularies[labels.name],
            said.value,
            on.value if on else None,
            stated.value if stated else None,
            Actor(str(by.value), labels.by.role) if by and labels.by else None,
            None,
            tuple(value.excerpt for value in told),
        )

    def _unknown(self, labels: Labels, said: Value, cells: Cells) -> None:
        column = labels.words_in.column
        say = (
            f"the word {quoted(said.value)} of the column {column!r} stands in {{rows}}, and "
            f"labels.{labels.name}.words does not say what it means"
        )
        self.problems.gather(
            "unknown-word",
            say,
            cells.place,
            cells.locator(said.spot) if said.spot else None,
            refuses=labels.unknown == ERROR,
        )
