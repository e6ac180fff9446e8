"""How any text that a pattern reads must begin, so that it is tried there and not at every letter."""

from __future__ import annotations

import re

from oversight_adapters.readers.phrasebook.patterns import Kind, Part, Parts


def beginning(pattern: Parts) -> str | None:
    """A pattern, for text in lower case, of how texts begin that a pattern reads; None where they may begin anyhow.

    >>> from oversight_adapters.readers.phrasebook.patterns import parts
    >>> [beginning(parts(pattern)) for pattern in (r"On (?-i:CRCL)", r"\\w+ed", r"(?:the|an?) \\d")]
    ['o(?=n\\\\s)', None, 'a(?=\\\\s)|a(?=n)|t(?=he\\\\s)']
    """
    found = _of(pattern)
    if found is None or "" in found or any(one.startswith(r"\s") for one in found):
        return None
    return "|".join(sorted(_first(one) + (f"(?={rest})" if (rest := one[len(_first(one)) :]) else "") for one in found))


def _first(begun: str) -> str:
    """Its first letter: so that one beginning hides no other that stands within it."""
    return begun[: 2 if begun.startswith("\\") else 1]


def _of(sequence: Parts, *, letters: bool = False) -> set[str] | None:
    """How what follows on each other begins: with what word, or only with what letter; "" where nothing need follow."""
    found: set[str] = set()
    for at, part in enumerate(sequence):
        if part.kind is Kind.PLACE:
            continue
        rest = sequence[at + 1 :]
        begun = _of_part(part, rest, letters=letters)
        if begun is None:
            return None
        if not part.optional:
            return found | begun
        found |= begun
    return found | {""}


def _of_part(part: Part, rest: Parts, *, letters: bool) -> set[str] | None:
    """The same of a part that is there, and what follows it."""
    if part.kind is Kind.CHOICE:
        return _of_any(part.choices, rest if part.once else (), letters=letters)
    if part.kind is Kind.LETTER:
        letter = re.escape(part.letter.lower())
        return {letter} if letters or not part.once else _run(letter, rest)
    return {Kind.DIGIT: {r"\d"}, Kind.BLANK: {r"\s"}}.get(part.kind)


def _of_any(choices: tuple[Parts, ...], rest: Parts, *, letters: bool) -> set[str] | None:
    found: set[str] = set()
    for choice in choices:
        begun = _of((*choice, *rest), letters=letters)
        if begun is None:
            return None
        found |= begun
    return found


def _run(run: str, rest: Parts) -> set[str]:
    """The letters up to the first that may be another one, and what that may be: a blank behind a word, most often."""
    for at, part in enumerate(rest):
        if part.kind is not Kind.LETTER or part.optional:
            follows = _of(rest[at:], letters=True)
            return {run} if follows is None or "" in follows else {run + _first(one) for one in follows}
        run += re.escape(part.letter.lower())
        if not part.once:
            break
    return {run}
