"""The short forms that a paper makes for those of whom it speaks, such as *the Use of Force Review Board (UFRB)*."""

from __future__ import annotations

import re

from oversight_adapters.readers.plan_document.actors import SHORT_FORM, actors, is_known

_BRACKET = re.compile(
    rf"\s\(\s?(?:(?:the|hereinafter|hereafter|collectively),?\s+){{0,2}}[\"']?(?P<short>{SHORT_FORM.pattern})[\"']?"
    r"(?:,?\s+or\s+[^()]{1,60})?\s?\)"
)
_NAME = re.compile(r"[A-Za-z][\w'&/.-]{0,30}")
_LONGEST_NAME = 120  # code points before a bracket
_BARE = re.compile(rf"{SHORT_FORM.pattern}(?:[ /]{SHORT_FORM.pattern}){{0,3}}")


def named(folded: str) -> frozenset[str]:
    """The short forms of those who act, by what stands before each where it is made.

    >>> sorted(named("The Use of Force Review Board (UFRB) may cite this memorandum (MEMO) to CPD."))
    ['UFRB']
    """
    return frozenset(
        bracket["short"]
        for bracket in _BRACKET.finditer(folded)
        if _is_of_somebody(folded[max(0, bracket.start() - _LONGEST_NAME) : bracket.start()], bracket["short"][0])
    )


def _is_of_somebody(before: str, initial: str) -> bool:
    """Whether the words before a bracket end in a name that begins with the letter of the short form."""
    return any(word[0][0].upper() == initial and actors(before[word.start() :]) for word in _NAME.finditer(before))


def all_named(said: str, short: frozenset[str]) -> bool:
    """Whether each of these who goes by a short form alone goes by a known one, or by one that the paper makes.

    >>> all_named("ICE and the UFRB", frozenset()), all_named("ICE and the UFRBs", frozenset(("UFRB",)))
    (False, True)
    """
    bare = (part for name in actors(said) if _BARE.fullmatch(name) for part in re.split(r"[ /]", name))
    return all(is_known(part) or part in short or part.removesuffix("s") in short for part in bare)
