"""Rows that are one item: the same thing said twice, or two things under one name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from oversight_adapters.readers.mapped_table.cells import Spot
from oversight_adapters.readers.mapped_table.mapping import ERROR
from oversight_adapters.readers.mapped_table.problems import Problems
from oversight_adapters.readers.mapped_table.rows import Taken
from oversight_adapters.readers.mapped_table.telling import rows_told
from oversight_core.names import Item
from oversight_core.reading import Candidate


def merged(rows: Sequence[Taken], problems: Problems, *, collision: str = ERROR) -> Iterator[Candidate]:
    """One candidate for each item, in the order of rows; where rows of one item differ, one for each that does.

    A row that says what another says adds its places to it.
    """
    by_item: dict[Item, list[Taken]] = {}
    for row in rows:
        by_item.setdefault(row.item, []).append(row)
    for item, same in by_item.items():
        if len(same) == 1:
            yield same[0].main
            continue
        groups: dict[Any, list[Taken]] = {}
        for row in same:
            groups.setdefault(_said(row.main), []).append(row)
        _tell(item, same, len(groups), problems, collision)
        yield from (_joined([row.main for row in group]) for group in groups.values())


def documents(rows: Sequence[Taken], problems: Problems) -> tuple[list[Candidate], set[Spot]]:
    """The reports that rows belong to, each once, and the spots of the rows that say the same of it."""
    first: dict[Item, list[Candidate]] = {}
    differing: dict[Item, list[Taken]] = {}
    spots: set[Spot] = set()
    for row in rows:
        if row.document is None:
            continue
        alike = first.setdefault(row.document.item, [])
        if alike and _said(alike[0]) != _said(row.document):
            differing.setdefault(row.document.item, []).append(row)
            continue
        alike.append(row.document)
        spots |= row.document_spots
    if differing:
        told = rows_told(row.cells.place for others in differing.values() for row in others)
        item, others = next(iter(differing.items()))
        such = f"such as {item} in {rows_told(row.cells.place for row in others)}"
        say = f"{told} describe a report otherwise than the first row that names it, {such}"
        problems.tell("document-differs", say)
    return [_joined(alike) for alike in first.values()], spots


def _said(candidate: Candidate) -> Any:
    """What a candidate says, wherever it stands."""
    return candidate.entity, tuple(attrs.evolve(label, excerpts=()) for label in candidate.labels)


def _joined(same: Sequence[Candidate]) -> Candidate:
    """One candidate whose values have the excerpts of all."""
    first = same[0]
    if len(same) == 1:
        return first
    excerpts = tuple(dict.fromkeys(excerpt for one in same for excerpt in one.excerpts))
    labels = tuple(
        attrs.evolve(label, excerpts=tuple(excerpt for one in same for excerpt in one.labels[n].excerpts))
        for n, label in enumerate(first.labels)
    )
    return attrs.evolve(first, labels=labels, excerpts=excerpts)


def _tell(item: Item, rows: Sequence[Taken], different: int, problems: Problems, collision: str) -> None:
    told, place = rows_told(row.cells.place for row in rows), rows[1].first_place
    if different > 1:
        say = f"{told} differ and are all {item}; add a column to identity that tells them apart"
        problems.tell("identity-collision", say, place, refuses=collision == ERROR)
    else:
        problems.tell("duplicate-row", f"{told} say the same of {item} in every mapped column", place)
