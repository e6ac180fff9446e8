"""Values of a TOML file, taken one by one: what is wrong is collected, so that all of it is told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from oversight_adapters.readers.mapped_table.errors import MappingFault
from oversight_adapters.readers.mapped_table.forms import PLAIN
from oversight_adapters.readers.mapped_table.keys import Path, line_of, written
from oversight_adapters.readers.mapped_table.mapping import BlockLine, column_key


class Draft:
    """A mapping on its way in: its mistakes, and what holds for all of its columns; mutable, used once."""

    def __init__(self, lines: dict[Path, int] | None = None) -> None:
        self.faults: list[MappingFault] = []
        self.forms: tuple[str, ...] = PLAIN  # of dates, where a column names none
        self.block: BlockLine | None = None
        self._lines = lines or {}

    def fault(self, path: Path, why: str) -> None:
        """Note a mistake at a key."""
        self.faults.append(MappingFault(written(path), why, line_of(self._lines, path)))

    def heads(self, name: str) -> BlockLine | None:
        """The block lines, where a column is the one that they make."""
        return self.block if self.block and column_key(self.block.column) == column_key(name) else None

    def section(
        self, path: Path, value: object, takes: Mapping[str, Take], needed: Iterable[str] = ()
    ) -> dict[str, Any]:
        """The values of a table by key; a key that is not known is told with the nearest one that is."""
        if not isinstance(value, dict):
            self.fault(path, f"it is {kind_of(value)}, and must be a table of {', '.join(takes)}")
            return {}
        out: dict[str, Any] = {}
        for key, given in value.items():
            if key not in takes:
                self.fault((*path, key), unknown("key", key, takes))
            elif (taken := takes[key](self, (*path, key), given)) is not None:
                out[key] = taken
        for key in needed:
            if key not in value:
                self.fault((*path, key), "it is missing")
        return out


Take = Callable[[Draft, Path, Any], Any]
"""Takes the value of a key: gives it, or notes what is wrong with it and gives None."""


def unknown(what: str, given: str, known: Iterable[str]) -> str:
    """That something is not known, what could be meant, and what there is."""
    choices = list(known)
    near = get_close_matches(given.lower(), choices, n=1, cutoff=0.6)
    meant = f"; did you mean {near[0]}?" if near else ""
    return f"there is no {what} {given!r}{meant} (allowed: {', '.join(choices) or 'none'})"


def kind_of(value: object) -> str:
    """What a TOML value is, in a word."""
    kinds = ((bool, "true or false"), (int, "a number"), (float, "a number"), (str, "a text"), (list, "a list"))
    return next(
        (word for kind, word in kinds if isinstance(value, kind)), "a table" if isinstance(value, dict) else "a date"
    )


def text(draft: Draft, path: Path, value: Any) -> str | None:
    """A text that is not blank."""
    if isinstance(value, str) and value.strip():
        return value
    draft.fault(path, "it is blank" if isinstance(value, str) else f"it is {kind_of(value)}, and must be a text")
    return None


def anything(draft: Draft, path: Path, value: Any) -> str | None:
    """A text, which may be blank."""
    if isinstance(value, str):
        return value
    draft.fault(path, f"it is {kind_of(value)}, and must be a text")
    return None


def texts(draft: Draft, path: Path, value: Any) -> tuple[str, ...] | None:
    """One text or a list of them."""
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list):
        draft.fault(path, f"it is {kind_of(value)}, and must be a text or a list of texts")
        return None
    return tuple(one for n, part in enumerate(value, 1) if (one := text(draft, (*path, str(n)), part)) is not None)


def pair(draft: Draft, path: Path, value: Any) -> tuple[str, str] | None:
    """Two texts, either of which may be empty."""
    if isinstance(value, list) and len(value) == 2 and all(isinstance(part, str) for part in value) and any(value):
        return value[0], value[1]
    draft.fault(path, "it must be two texts, what stands before and what stands after; one of them may be empty")
    return None


def flag(draft: Draft, path: Path, value: Any) -> bool | None:
    """True or false."""
    if isinstance(value, bool):
        return value
    draft.fault(path, f"it is {kind_of(value)}, and must be true or false")
    return None


def whole(least: int, most: int) -> Take:
    """A whole number between two."""

    def take(draft: Draft, path: Path, value: Any) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        draft.fault(path, f"it must be a whole number from {least} to {most:,}")
        return None

    return take


def one_of(*choices: str) -> Take:
    """One of some words."""

    def take(draft: Draft, path: Path, value: Any) -> str | None:
        if isinstance(value, str) and value in choices:
            return value
        given = value if isinstance(value, str) else kind_of(value)
        draft.fault(path, unknown("choice", given, choices))
        return None

    return take


def some_of(what: str, *choices: str) -> Take:
    """One or several of some words."""

    def take(draft: Draft, path: Path, value: Any) -> tuple[str, ...] | None:
        given = texts(draft, path, value)
        for word in given or ():
            if word not in choices:
                draft.fault(path, unknown(what, word, choices))
        return None if given is None else tuple(word for word in given if word in choices)

    return take


def constant(draft: Draft, path: Path, value: Any) -> str | int | bool | None:
    """A text, a whole number, or true or false."""
    if isinstance(value, bool | int) or (isinstance(value, str) and value.strip()):
        return value
    draft.fault(path, f"it is {kind_of(value)}, and must be a text, a whole number, or true or false")
    return None
