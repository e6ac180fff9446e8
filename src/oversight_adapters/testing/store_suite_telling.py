"""How two answers of stores differ, in words: which field of which entry, and the clause that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from oversight_core.ledger.entry import Receipt
from oversight_core.ledger.recorded import Recorded
from oversight_core.ports import Verdict

_FIELDS = {
    Recorded: {
        "position": "L5",
        "revision": "L4",
        "recorded_at": "L5",
        "recorder": "L7",
        "batch": "L5",
        "entry": "L7",
        "key": "L7",
        "hash": "L13",
    },
    Receipt: {"position": "L5", "batch": "", "hash": "L13"},
    Verdict: {"fault": "", "why": "", "disposed": "L12", "head": "L13"},
}
"""Each answer to its fields, in the order in which one follows from another, and the clause of a field: "" for that of
the call."""


def unlike(clause: str, expected: Any, found: Any) -> tuple[str, str, str]:
    """The clause that an answer to a call breaks, what was expected of it, and what was found."""
    if isinstance(expected, tuple) and isinstance(found, tuple):
        for n, (one, other) in enumerate(zip(expected, found, strict=False), 1):
            if one != other:
                own, wanted, got = unlike(clause, one, other)
                return own, f"of entry {n} of {len(expected)}, {wanted}", got
        return clause, f"{len(expected)} entries, as in the reference", f"{len(found)}"
    for kind, fields in _FIELDS.items():
        if isinstance(expected, kind) and isinstance(found, kind):
            differs = [name for name in fields if getattr(expected, name) != getattr(found, name)]
            own = fields[differs[0]] if differs else ""
            wanted, got = (", ".join(_told(answer, differs)) for answer in (expected, found))
            return own or clause, f"a {kind.__name__} as the reference gives it, with {wanted}", got
    return clause, f"what the reference answers, {shown(expected)}", shown(found)


def _told(answer: Any, names: list[str]) -> Iterator[str]:
    return (f"{name} {shown(getattr(answer, name))}" for name in names)


def shown(value: Any) -> str:
    """A value as people can compare it: bytes in hexadecimal, instants as they are written, a receipt whole."""
    match value:
        case bytes():
            return value.hex()
        case datetime():
            return value.isoformat()
        case Receipt():
            return f"{value} of batch {value.batch}"
        case BaseException():
            return f"{type(value).__name__}: {value}"
        case tuple():
            return f"({', '.join(map(shown, value))})"
        case _:
            return f"{value}"
