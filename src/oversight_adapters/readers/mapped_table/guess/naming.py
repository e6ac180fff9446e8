"""What tells rows apart: the fewest columns that give no two of them one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations

import attrs

from oversight_adapters.readers.mapped_table.guess.columns import Column

_MOST_EXTRA = 8  # columns that are tried beside those that name a row by themselves

Key = Mapping[int, str]
"""The words of one part of a row's name, by the number of the row."""


@attrs.frozen
class Needed:
    """The fewest columns that tell rows apart (None: none do), and the rows that have one name without them."""

    columns: tuple[Column, ...] | None
    collide: tuple[int, ...] = ()


def needed_beside(usual: Sequence[Key], said: Sequence[Column], extra: Sequence[Column]) -> Needed:
    """The fewest of the extra columns that, with the usual keys, tell all rows apart.

    Rows that say the same in every column that is `said` need not be told apart.
    """
    collide = colliding(usual, said)
    for chosen in _choices(list(extra)[:_MOST_EXTRA]):
        # a column more only parts rows, so none collide but those that did
        if not colliding([*usual, *(column.values for column in chosen)], said, collide):
            return Needed(chosen, tuple(collide))
    return Needed(None, tuple(collide))


def colliding(keys: Sequence[Key], said: Sequence[Column], rows: Sequence[int] | None = None) -> list[int]:
    """The rows that have one name with another and do not say the same; looked for among all rows, or these."""
    if rows is None:
        rows = sorted(set(chain.from_iterable(column.values for column in said)))
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for row in rows:
        groups[tuple(_plain(key.get(row, "")) for key in keys)].append(row)
    return sorted(row for group in groups.values() if len(group) > 1 and _differ(group, said) for row in group)


def _differ(rows: Sequence[int], said: Sequence[Column]) -> bool:
    return len({tuple(column.values.get(row, "") for column in said) for row in rows}) > 1


def _choices(extra: Sequence[Column]) -> Iterator[tuple[Column, ...]]:
    for count in range(3):
        yield from combinations(extra, count)


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
