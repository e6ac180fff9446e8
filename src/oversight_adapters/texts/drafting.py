"""Values of a TOML file, taken one by one: what is wrong is collected, so that all of it is told at once."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Generic, TypeVar

import attrs

from oversight_adapters.texts.toml_keys import Path, TooDeep, line_of, lines

C = TypeVar("C")

_MOST_CHOICES = 40  # that one sentence lists
_LONGEST = 80  # characters of a value that a sentence quotes


@attrs.frozen
class Fault:
    """One mistake in a file: the path of its key, and what is wrong there."""

    path: Path
    why: str


class NotToml(ValueError):
    """A text that cannot be taken at all; the argument is a clause that says why."""


class Draft(Generic[C]):
    """Something on its way in: its mistakes, and what holds for all of its parts; mutable, used once."""

    def __init__(self, context: C) -> None:
        self.context = context
        self.faults: list[Fault] = []
        self._faulty: set[Path] = set()
        self._around: set[Path] = set()

    def fault(self, path: Path, why: str) -> None:
        """Note a mistake at a key."""
        self.faults.append(Fault(path, why))
        self._faulty.add(path)
        self._around.update(path[:length] for length in range(len(path)))

    def section(
        self, path: Path, value: object, takes: Mapping[str, Take[C]], needed: Iterable[str] = ()
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

    def is_faulty(self, path: Path) -> bool:
        """Whether a mistake is noted at a key, or around it, or inside it."""
        around = (path[:length] for length in range(len(path) + 1))
        return path in self._around or any(one in self._faulty for one in around)

    def told(self, known: Mapping[Path, int]) -> list[tuple[int, Fault]]:
        """Every mistake with its line, in the order in which they stand in the file."""
        return sorted(((line_of(known, fault.path), fault) for fault in self.faults), key=lambda told: told[0])


Take = Callable[[Draft[C], Path, Any], Any]
"""Takes the value of a key: gives it, or notes what is wrong with it and gives None."""


def parsed(text: str, *, largest: int) -> tuple[dict[str, Any], dict[Path, int]]:
    """The values of a TOML text of at most so many characters, and the line of each key.  Raises `NotToml`."""
    if len(text) > largest:
        raise NotToml(f"it has more than {largest:,} characters")
    try:
        known = lines(text)  # first, for it refuses what would take the parser long
        return tomllib.loads(text), known
    except (TooDeep, RecursionError):
        raise NotToml("its values are nested too deeply") from None
    except ValueError as error:  # also a number too long to be one
        raise NotToml(f"it is not TOML: {error}") from None


def unknown(what: str, given: str, known: Iterable[str]) -> str:
    """That something is not known, what could be meant, and what there is."""
    return f"there is no {what} {quoted(given)}{offer(given, known)}"


def offer(given: str, known: Iterable[str]) -> str:
    """What could be meant, and what there is.

    >>> offer("clossed", ["open", "closed"])
    '; did you mean closed? (allowed: open, closed)'
    """
    choices = list(known)
    near = get_close_matches(given[:_LONGEST].lower(), choices, n=1, cutoff=0.6)
    meant = f"; did you mean {near[0]}?" if near else ""
    more = f" and {len(choices) - _MOST_CHOICES:,} more" if len(choices) > _MOST_CHOICES else ""
    return f"{meant} (allowed: {', '.join(choices[:_MOST_CHOICES]) or 'none'}{more})"


def quoted(given: str) -> str:
    """A value in quotes, what cannot be seen spelt out, and cut where it is long.

    >>> print(quoted("open\\x07"), len(quoted("a" * 1000)))
    'open\\x07' 83
    """
    return repr(given if len(given) <= _LONGEST else given[:_LONGEST] + "…")


def kind_of(value: object) -> str:
    """What a TOML value is, in a word."""
    kinds = ((bool, "true or false"), (int, "a number"), (float, "a number"), (str, "a text"), (list, "a list"))
    return next(
        (word for kind, word in kinds if isinstance(value, kind)), "a table" if isinstance(value, dict) else "a date"
    )


def text(draft: Draft[Any], path: Path, value: Any) -> str | None:
    """A text that is not blank."""
    if isinstance(value, str) and value.strip():
        return value
    draft.fault(path, "it is blank" if isinstance(value, str) else f"it is {kind_of(value)}, and must be a text")
    return None


def anything(draft: Draft[Any], path: Path, value: Any) -> str | None:
    """A text, which may be blank."""
    if isinstance(value, str):
        return value
    draft.fault(path, f"it is {kind_of(value)}, and must be a text")
    return None


def texts(draft: Draft[Any], path: Path, value: Any) -> tuple[str, ...] | None:
    """One text or a list of them."""
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list):
        draft.fault(path, f"it is {kind_of(value)}, and must be a text or a list of texts")
        return None
    return tuple(one for n, part in enumerate(value, 1) if (one := text(draft, (*path, str(n)), part)) is not None)


def pair(draft: Draft[Any], path: Path, value: Any) -> tuple[str, str] | None:
    """Two texts, either of which may be empty."""
    if isinstance(value, list) and len(value) == 2 and all(isinstance(part, str) for part in value) and any(value):
        return value[0], value[1]
    draft.fault(path, "it must be two texts, what stands before and what stands after; one of them may be empty")
    return None


def flag(draft: Draft[Any], path: Path, value: Any) -> bool | None:
    """True or false."""
    if isinstance(value, bool):
        return value
    draft.fault(path, f"it is {kind_of(value)}, and must be true or false")
    return None


def whole(least: int, most: int) -> Take[Any]:
    """A whole number between two."""

    def take(draft: Draft[Any], path: Path, value: Any) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        draft.fault(path, f"it must be a whole number from {least} to {most:,}")
        return None

    return take


def one_of(*choices: str) -> Take[Any]:
    """One of some words."""

    def take(draft: Draft[Any], path: Path, value: Any) -> str | None:
        if isinstance(value, str) and value in choices:
            return value
        given = value if isinstance(value, str) else kind_of(value)
        draft.fault(path, unknown("choice", given, choices))
        return None

    return take


def some_of(what: str, *choices: str) -> Take[Any]:
    """One or several of some words."""

    def take(draft: Draft[Any], path: Path, value: Any) -> tuple[str, ...] | None:
        given = texts(draft, path, value)
        for word in given or ():
            if word not in choices:
                draft.fault(path, unknown(what, word, choices))
        return None if given is None else tuple(word for word in given if word in choices)

    return take


def constant(draft: Draft[Any], path: Path, value: Any) -> str | int | bool | None:
    """A text, a whole number, or true or false."""
    if isinstance(value, bool | int) or (isinstance(value, str) and value.strip()):
        return value
    draft.fault(path, f"it is {kind_of(value)}, and must be a text, a whole number, or true or false")
    return None
