"""`oversight tally`: where recommendations stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import attrs
from cyclopts import Parameter

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import open_register
from oversight_adapters.cli.lines import Line
from oversight_adapters.cli.options import DEFAULT_STORE, PRESENT, Dates, Json, Store
from oversight_adapters.writers.wording import words
from oversight_core.questions import Tally, TallyRow
from oversight_core.questions.tally import BY

By = Annotated[str, Parameter(help=f"By what to count: {', '.join(BY)}.")]


def tally(*, by: By = "addressee", store: Store = DEFAULT_STORE, dates: Dates = PRESENT, json: Json = False) -> None:
    """Count where recommendations stand: those in the record one by one, and beside them what responses state.

    The two are never added up: a memo known by its counts has no recommendations of its own in the record.
    """
    as_of = dates.moments()
    with open_register(store) as register:
        found = register.tally(as_of, by=by)
    if json:
        for row in (*found.rows, found.whole):
            out.json_line(line(row, found.by))
    else:
        show(found)


def show(found: Tally) -> None:
    """A tally for people: two tables, which are never added up."""
    rows = (*found.rows, found.whole)
    out.line("Recommendations in the record, counted one by one", style="bold")
    out.table(
        (found.by, "items", "oversight status", "position"),
        [(row.key, row.items, _counted(row.oversight), _counted(row.positions)) for row in rows if row.items],
    )
    if found.whole.implementation:
        out.heading("Of these, what management reports of the work")
        out.table(
            (found.by, "items", "implementation"),
            [
                (row.key, sum(row.implementation.values()), _counted(row.implementation))
                for row in rows
                if row.implementation
            ],
        )
    if any(row.stated for row in rows):
        out.heading("Counts that memos and responses state")
        columns = ("recommendations", "concurred", "partially concurred", "non concurred")
        out.table(
            (found.by, *columns, "memos"),
            [
                (row.key, *(_count(getattr(row.stated, name.replace(" ", "_"))) for name in columns), row.documents)
                for row in rows
                if row.stated
            ],
        )


def _count(number: int | None) -> str:
    return "not stated" if number is None else str(number)


def _counted(states: Mapping[str, int]) -> str:
    return ", ".join(f"{n} {words(state)}" for state, n in sorted(states.items()))


def line(row: TallyRow, by: str) -> Line:
    """A row of a tally as a line of JSON."""
    return {
        "type": "tally",
        "by": by,
        "key": row.key,
        "items": row.items,
        "positions": dict(sorted(row.positions.items())),
        "oversight": dict(sorted(row.oversight.items())),
        "implementation": dict(sorted(row.implementation.items())),
        "stated": attrs.asdict(row.stated),
        "documents": row.documents,
    }
