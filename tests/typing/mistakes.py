"""Never run, only type-checked: what should be an error is one.

Each line ends with the error that mypy must give there; a line on which it gives none fails the check as well.
"""

from __future__ import annotations

from oversight_core import Actor, Attempt, Item, Moment, Recommendation, Source, decide

item = Item("recommendation", "gao", "gao-24-106233", "4", "ice")
item.number = "5"  # type: ignore[misc]  # entities and names are frozen
Recommendation("4")  # type: ignore[call-arg]  # fields are given by name
Recommendation(numbr="4")  # type: ignore[call-arg]
Attempt("recommendation:gao/gao-24-106233/4@ice", "concur", Actor("ICE"), None)  # type: ignore[arg-type]
Moment.day("2024-02-05")  # type: ignore[arg-type]
Source.of("text, not bytes")  # type: ignore[arg-type]
Source.of(b"", "memo.txt")  # type: ignore[call-arg]  # keyword-only after the second argument
decide("position", "awaiting", Attempt(item, "concur", Actor("ICE"), None))  # type: ignore[arg-type]
words: str = Recommendation().text  # type: ignore[assignment]  # it may have been withheld
