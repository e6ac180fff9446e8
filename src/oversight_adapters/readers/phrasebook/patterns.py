"""A pattern taken apart, as far as one has to know what any text that it reads must hold and how it must begin."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache, partial

import attrs

from oversight_core.quick import quick

_GROUP = re.compile(r"\((?:\?(?:(?P<look><?[=!])|>|P<\w+>|(?P<flags>[a-z]*-?[a-z]*):))?")
_CLASS = re.compile(r"\[\^?\]?(?:[^\]\\]|\\.)*\]")
_QUANTIFIER = re.compile(r"(?:(?P<none>[*?]|\{0,?\d*\})|\+|\{\d+(?:,\d*)?\})[?+]?")


class Kind(Enum):
    """What a part of a pattern stands for."""

    LETTER = "a letter"
    DIGIT = "a figure"
    BLANK = "white space"
    ANY = "some character"
    PLACE = "a place between characters"
    CHOICE = "a group of alternatives"


@quick
@attrs.frozen(weakref_slot=False)
class Part:
    """One part of a pattern: how it is read, whether it may be absent, and whether it stands exactly once."""

    kind: Kind
    letter: str = ""
    choices: tuple[Parts, ...] = ()
    optional: bool = False
    once: bool = True


Parts = tuple[Part, ...]
"""A pattern, one part after another."""

_letter = lru_cache(maxsize=4_096)(partial(Part, Kind.LETTER))  # most parts are one, and few of them differ


def parts(pattern: str) -> Parts:
    """The parts of a pattern, one after another.  Letters are in lower case, or as they stand where case counts.

    >>> [part.kind.name for part in parts(r"On \\d+(?:st|nd)?")]
    ['LETTER', 'LETTER', 'BLANK', 'DIGIT', 'CHOICE']
    """
    choices = _Parser(pattern).choices(exact=False)
    return choices[0] if len(choices) == 1 else (Part(Kind.CHOICE, choices=choices),)


def _class(inside: str) -> Part:
    """A class of characters: figures, a few marks, or some character."""
    if inside == " ":
        return Part(Kind.BLANK)
    if inside.replace("-", "").isdecimal():
        return Part(Kind.DIGIT)
    marks = inside.replace("\\", "")
    if re.fullmatch(r"[^\w\s^-]+", marks):
        return Part(Kind.CHOICE, choices=tuple((Part(Kind.LETTER, mark),) for mark in marks))
    return Part(Kind.ANY)


class _Parser:
    """A pattern read from its beginning."""

    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern, 0

    def choices(self, *, exact: bool) -> tuple[tuple[Part, ...], ...]:
        found = [self.sequence(exact=exact)]
        while self.pattern[self.at : self.at + 1] == "|":
            self.at += 1
            found.append(self.sequence(exact=exact))
        return tuple(found)

    def sequence(self, *, exact: bool) -> tuple[Part, ...]:
        found = []
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            part = self._part(exact=exact)
            if quantifier := _QUANTIFIER.match(self.pattern, self.at):
                self.at = quantifier.end()
                part = Part(part.kind, part.letter, part.choices, quantifier["none"] is not None, once=False)
            found.append(part)
        return tuple(found)

    def _part(self, *, exact: bool) -> Part:
        letter = self.pattern[self.at]
        if letter == "(":
            return self._group(exact=exact)
        if letter == "[":
            match = _CLASS.match(self.pattern, self.at)
            assert match is not None
            self.at = match.end()
            return _class(match[0][1:-1])
        if letter == "\\":
            self.at += 2
            letter = self.pattern[self.at - 1]
            if letter.isalnum():
                kinds = {"d": Kind.DIGIT, "s": Kind.BLANK, "n": Kind.BLANK, "b": Kind.PLACE, "B": Kind.PLACE}
                return Part(kinds.get(letter, Kind.ANY))
            return _letter(letter)
        self.at += 1
        if letter in "^$.":
            return Part(Kind.ANY if letter == "." else Kind.PLACE)
        if letter.isspace():
            return Part(Kind.BLANK)
        return _letter(letter if exact else letter.lower())

    def _group(self, *, exact: bool) -> Part:
        match = _GROUP.match(self.pattern, self.at)
        assert match is not None
        self.at = match.end()
        inner = self.choices(exact=exact or "-i" in (match["flags"] or ""))
        self.at += 1
        return Part(Kind.PLACE) if match["look"] else Part(Kind.CHOICE, choices=inner)
