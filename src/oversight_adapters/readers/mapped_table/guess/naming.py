"""What names a row: the fewest columns that tell all rows apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations

from oversight_adapters.readers.mapped_table.guess.columns import Column

_MOST_EXTRA = 8  # columns that are tried beside those that name a row by themselves

Key = Mapping[int, str]
"""The words of one part of a row's name, by the number of the row."""


def needed_beside(usual: Sequence[Key], said: Sequence[Column], extra: Sequence[Column]) -> tuple[Column, ...] | None:
    """The fewest of the extra columns that, with the usual keys, tell all rows apart; None where none do.

    Rows that say the same in every column that is `said` need not be told apart.
    """
    rows = sorted(set(chain.from_iterable(column.values for column in said)))
    whole = {row: tuple(column.values.get(row, "") for column in said) for row in rows}
    for chosen in _choices(list(extra)[:_MOST_EXTRA]):
        keys = [*usual, *(column.values for column in chosen)]
        groups: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
        for row in rows:
            groups[tuple(_plain(key.get(row, "")) for key in keys)].add(whole[row])
        if all(len(group) == 1 for group in groups.values()):
            return chosen
    return None


def _choices(extra: Sequence[Column]) -> Iterator[tuple[Column, ...]]:
    for count in range(3):
        yield from combinations(extra, count)


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
