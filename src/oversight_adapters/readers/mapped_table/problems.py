"""What does not hold together in a table: problems of one kind gathered, so that one sentence names all the rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from oversight_adapters.readers.mapped_table.telling import rows_told
from oversight_core.provenance import Cell, Pointer
from oversight_core.reading import Problem

REFUSING = frozenset({"header-missing", "sheet-missing", "column-missing", "column-ambiguous"})
"""Problems that refuse a file under any mapping; others do where the mapping says so."""

_ROWS = re.compile(r"rows? \d[\d, -]{0,2000}(?:and \d{1,8})?(?: of '[^']{1,100}')?")
"""How a message names rows that it begins with."""

Place = tuple[str, int]
"""A sheet and a row."""


@attrs.frozen
class Told:
    """A problem, and whether it refuses the file."""

    problem: Problem
    refuses: bool = False


@attrs.frozen
class Kind:
    """Problems of one code that are told as one: how many they are, and what is told of them."""

    code: str
    count: int
    told: str


def by_kind(problems: Iterable[Problem], *, most: int = 10) -> Iterator[Kind]:
    """Problems one by one; where there are more than `most` of a code, the first of them, and the rows of the others.

    What stands in no row is told one by one.
    """
    alike: dict[tuple[str, bool], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.code, bool(_rows(problem))), []).append(problem)
    for (code, in_rows), found in alike.items():
        first, *more = found
        if not in_rows or len(found) <= most:
            yield from (Kind(code, 1, problem.message) for problem in found)
        else:
            where = "; ".join(dict.fromkeys(map(_rows, more)))
            yield Kind(code, len(found), f"{first.message}; and {len(more):,} more of this kind: {where}")


def _rows(problem: Problem) -> str:
    """The rows that a problem is in, by its message or its place; "" where it is in none."""
    if named := _ROWS.match(problem.message):
        return named[0].strip()
    return rows_told([(problem.locator.sheet, problem.locator.row)]) if isinstance(problem.locator, Cell) else ""


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
