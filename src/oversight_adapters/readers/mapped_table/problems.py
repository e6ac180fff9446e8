"""What does not hold together in a table: problems of one kind gathered, so that one sentence names all the rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from oversight_adapters.readers.mapped_table.telling import rows_told
from oversight_core.provenance import Cell, Pointer
from oversight_core.reading import Problem

REFUSING = frozenset({"header-missing", "sheet-missing", "column-missing", "column-ambiguous"})
"""Problems that refuse a file under any mapping; others do where the mapping says so."""

Place = tuple[str, int]
"""A sheet and a row."""


@attrs.frozen
class Told:
    """A problem, and whether it refuses the file."""

    problem: Problem
    refuses: bool = False


@attrs.frozen
class Kind:
    """All problems of one code: how many they are, and what is told of them."""

    code: str
    count: int
    told: str


def by_kind(problems: Iterable[Problem]) -> Iterator[Kind]:
    """The problems of each code as one: the message of the first, and in which rows there are more."""
    alike: dict[str, list[Problem]] = {}
    for problem in problems:
        alike.setdefault(problem.code, []).append(problem)
    for code, (first, *more) in alike.items():
        rows = {(one.locator.sheet, one.locator.row) for one in more if isinstance(one.locator, Cell)}
        where = f": {rows_told(rows)}" if rows else ""
        rest = f"; and {len(more):,} more of this kind{where}" if more else ""
        yield Kind(code, 1 + len(more), first.message + rest)


@attrs.define
class _Gathered:
    say: str
    locator: Cell | Pointer | None
    refuses: bool
    rows: list[Place] = attrs.Factory(list)


class Problems:
    """Collects what does not hold together; mutable, used for one table."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._gathered: dict[tuple[str, str], _Gathered] = {}
        self._single: list[Told] = []

    def tell(
        self, code: str, message: str, locator: Cell | Pointer | None = None, *, refuses: bool | None = None
    ) -> None:
        """One problem; whether it refuses the file is told by its code unless said."""
        problem = Problem(code, message, locator, self._source)
        self._single.append(Told(problem, code in REFUSING if refuses is None else refuses))

    def gather(self, code: str, say: str, row: Place, locator: Cell | Pointer | None, *, refuses: bool = False) -> None:
        """A problem of a row; `say` has ``{rows}`` for all the rows with the same."""
        found = self._gathered.setdefault((code, say), _Gathered(say, locator, refuses))
        found.rows.append(row)

    def all(self) -> Iterator[Told]:
        """Every problem, those of single places first."""
        yield from self._single
        for (code, _), found in self._gathered.items():
            message = found.say.replace("{rows}", rows_told(found.rows))
            yield Told(Problem(code, message, found.locator, self._source), found.refuses)
