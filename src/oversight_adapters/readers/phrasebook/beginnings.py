"""How any text that a pattern reads must begin, so that it is tried there and not at every letter."""

from __future__ import annotations

import re
from collections.abc import Iterable

from oversight_adapters.readers.phrasebook.patterns import Kind, Part, parts


def beginning(pattern: str) -> str | None:
    """A pattern, for text in lower case, of how texts begin that a pattern reads; None where they may begin anyhow.

    >>> beginning(r"On (?-i:CRCL)"), beginning(r"\\w+ed"), beginning(r"(?:the )?\\d")
    ('o(?=n\\\\s)', None, '\\\\d|t(?=he\\\\s)')
    """
    found = _of_all(parts(pattern))
    if found is None or "" in found or any(one.startswith(r"\s") for one in found):
        return None
    return "|".join(sorted(map(_first_letter, found)))


def _first_letter(begun: str) -> str:
    """Its first letter, where the others follow: so that one beginning hides no other that stands within it."""
    length = 2 if begun.startswith("\\") else 1
    return f"{begun[:length]}(?={begun[length:]})" if begun[length:] else begun


def _of_all(sequence: tuple[Part, ...]) -> set[str] | None:
    """How what follows on each other begins; the empty text among it where all of it may be absent."""
    found: set[str] = set()
    for at, part in enumerate(sequence):
        if part.kind is Kind.PLACE:
            continue
        begun = _of(sequence, at)
        if begun is None:
            return None
        found |= begun - {""}
        if not part.optional and "" not in begun:
            return found
    return found | {""}


def _of(sequence: tuple[Part, ...], at: int) -> set[str] | None:
    part = sequence[at]
    if part.kind is Kind.CHOICE:
        return _of_any(part.choices)
    if part.kind is Kind.LETTER:
        return {_run(sequence, at)}
    return {Kind.DIGIT: {r"\d"}, Kind.BLANK: {r"\s"}}.get(part.kind)


def _of_any(choices: Iterable[tuple[Part, ...]]) -> set[str] | None:
    found: set[str] = set()
    for choice in choices:
        begun = _of_all(choice)
        if begun is None:
            return None
        found |= begun
    return found


def _run(sequence: tuple[Part, ...], at: int) -> str:
    """The letters from a place on, and the blank behind them, if one must be there."""
    run = ""
    for part in sequence[at:]:
        if run and part.optional:
            break
        if part.kind is Kind.BLANK:
            return run + r"\s"
        if part.kind is not Kind.LETTER:
            break
        run += re.escape(part.letter.lower())
        if not part.once:
            break
    return run
