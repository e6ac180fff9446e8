"""What is wrong with a table, told once for all rows that it is wrong in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from oversight_core.provenance import Locator
from oversight_core.reading import Problem

_MOST_NAMED = 20  # rows, or ranges of them, that one problem names
_WIDTH = 200  # characters of what somebody else says


class Faults:
    """Gathers the faults of rows; equal ones become one problem that names every row.

    >>> from oversight_core.provenance import Cell
    >>> faults = Faults()
    >>> for row in (4, 5, 9):
    ...     faults.add("stray-quote", "words stand after a closing quote", row, Cell("", row, 2))
    >>> [(problem.message, problem.locator) for problem in faults.problems()]
    [('rows 4-5, 9: words stand after a closing quote', Cell(sheet='', row=4, column=2))]
    """

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], list[tuple[int, Locator]]] = defaultdict(list)

    def add(self, code: str, sentence: str, row: int, locator: Locator) -> None:
        """Note a fault of a row; rows are added in rising order."""
        self._found[code, sentence].append((row, locator))

    def problems(self) -> tuple[Problem, ...]:
        """One problem for each kind of fault, in the order in which they first occurred."""
        return tuple(
            Problem(code, f"{_rows([row for row, _ in found])}: {sentence}", found[0][1])
            for (code, sentence), found in self._found.items()
        )


def brief(said: object) -> str:
    """What an error of a library says, or a name from nowhere: on one line of a sensible length.

    >>> brief(ValueError("Char 0x0\\nout of range")), len(brief("x" * 70_000))
    ('Char 0x0 out of range', 200)
    """
    line = " ".join(str(said)[: 2 * _WIDTH].split())
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"


def _rows(numbers: list[int]) -> str:
    named = ranges(dict.fromkeys(numbers))
    return f"row {named}" if named.isdigit() else f"rows {named}"


def ranges(numbers: Iterable[int]) -> str:
    """Rising numbers in few words.

    >>> ranges([2, 5, 6, 7, 9])
    '2, 5-7, 9'
    """
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    named = [str(first) if first == last else f"{first}-{last}" for first, last in spans[:_MOST_NAMED]]
    more = sum(last - first + 1 for first, last in spans[_MOST_NAMED:])
    return ", ".join(named) + (f" and {more:,} more" if more else "")
