"""Items of one kind as columns: each thing that is said of them is read once, and items of which the same is said stand
together."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

import attrs

from oversight_core.ledger import Case
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.questions.deadlines.signals import Read


@attrs.frozen
class Column:
    """The different values of something, and for each item which of them it has."""

    values: list[Any]
    codes: list[int]


class Columns:
    """Items with their cases, and columns of what is said of them by name."""

    def __init__(self, pairs: Sequence[tuple[Item, Case]]) -> None:
        self.pairs = pairs
        self._columns: dict[str, Column] = {}
        self._groups: dict[tuple[str, ...], dict[tuple[int, ...], list[int]]] = {}

    def column(self, name: str, read: Read) -> Column:
        """The column of a name, which is read the first time that it is asked for."""
        if name not in self._columns:
            self._columns[name] = self._read(read)
        return self._columns[name]

    def _read(self, read: Read) -> Column:
        values: list[Any] = []
        codes: list[int] = []
        known: dict[Hashable, int] = {}
        for item, case in self.pairs:
            value = read(item, case)
            key = _key(value)
            code = known.get(key)
            if code is None:
                code = known[key] = len(values)
                values.append(value)
            codes.append(code)
        return Column(values, codes)

    def groups(self, names: tuple[str, ...]) -> dict[tuple[int, ...], list[int]]:
        """The places of the items that have the same values in all of some columns, which have been read."""
        if names not in self._groups:
            found: dict[tuple[int, ...], list[int]] = {}
            columns = [self._columns[name].codes for name in names]
            keys = zip(*columns, strict=True) if columns else ((),) * len(self.pairs)
            for place, key in enumerate(keys):
                if key in found:
                    found[key].append(place)
                else:
                    found[key] = [place]
            self._groups[names] = found
        return self._groups[names]


def _key(value: Any) -> Hashable:
    """What makes two values one.  Instants are the same only in the same offset: in another one the day may differ."""
    if not isinstance(value, Hashable):
        return repr(value)
    if isinstance(value, tuple) and any(isinstance(one, Moment) and one.at is not None for one in value):
        return value, repr(value)
    return value
