"""Which rows of a phrasebook a sentence may be read by, and from where: decided word by word, and known words at once.

A row is tried only where all that it needs stands in the sentence, and only at words with which what it reads begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import attrs

from oversight_adapters.readers.phrasebook.beginnings import beginning
from oversight_adapters.readers.phrasebook.book import Phrasebook
from oversight_adapters.readers.phrasebook.needs import DIGIT, needs
from oversight_adapters.readers.phrasebook.patterns import parts
from oversight_adapters.readers.phrasebook.rows import Hit

_MOST_WORDS = 50_000  # that are remembered
_MOST_MASKS = 20_000
_LONGEST = 100  # letters of a word that is remembered
_WORD_START = re.compile(r"(?<!\w)\w|[^\w\s]")


_Word = tuple[int, tuple[tuple[int, int], ...]]
"""What a word holds of what rows need, and which beginnings stand at which of its letters."""


@attrs.define
class Sifted:
    """A sentence that went through the sieve: the rows that may read it, and where words stand that begin something."""

    rows: frozenset[str]
    text: str
    _start: int
    _words: list[str]
    _met: list[_Word]
    _wanted: int  # all beginnings of the rows
    _places: dict[int, list[int]] | None = attrs.field(default=None, init=False)

    def places(self, begins: int) -> Sequence[int]:
        """Where words stand that begin what one of the rows reads, in order."""
        if self._places is None:  # many a sentence is never asked
            self._places = self._by_beginning()
        return self._places.get(begins, ())

    def _by_beginning(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        at = self._start
        for word, (_, begins) in zip(self._words, self._met, strict=True):
            at = self.text.find(word, at)
            for offset, beginnings in begins:
                left = beginnings & self._wanted
                while left:
                    lowest = left & -left
                    found.setdefault(lowest, []).append(at + offset)
                    left ^= lowest
            at += len(word)
        return found


class _Words(dict[str, _Word]):
    """Words that were met; one that is met for the first time is looked at, and remembered if it is no long one."""

    def __init__(self, look: Callable[[str], _Word]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, word: str) -> _Word:
        one = self._look(word)
        if len(self) > _MOST_WORDS:
            self.clear()
        if len(word) < _LONGEST:
            self[word] = one
        return one


class Sieve:
    """Rows by name with their patterns as they are written.

    >>> sieve = Sieve({"sent": "(?:sent|issued) to", "made": r"made \\d+"})
    >>> sifted = sieve.sift("It was issued to 40.", 0, 20)
    >>> sorted(sifted.rows), sifted.places(sieve.begins["sent"])
    (['sent'], [7])
    """

    def __init__(self, patterns: Mapping[str, str]) -> None:
        apart = {name: parts(pattern) for name, pattern in patterns.items()}
        wanted = {name: needs(taken) for name, taken in apart.items()}
        bits = {need: 1 << n for n, need in enumerate(dict.fromkeys(need for row in wanted.values() for need in row))}
        self._rows = {name: sum(bits[need] for need in row) for name, row in wanted.items()}
        self._holds: dict[str, int] = {}
        for need, bit in bits.items():
            for word in need:
                self._holds[word] = self._holds.get(word, 0) | bit
        begun = {name: found for name, taken in apart.items() if (found := beginning(taken)) is not None}
        self._beginnings = [(re.compile(one), 1 << n) for n, one in enumerate(dict.fromkeys(begun.values()))]
        numbered = {pattern.pattern: bit for pattern, bit in self._beginnings}
        self.begins: Mapping[str, int] = {name: numbered[one] for name, one in begun.items()}
        """The beginnings of rows; one without is to be tried everywhere."""
        literals = "|".join(sorted(map(re.escape, self._holds.keys() - {DIGIT}), key=len, reverse=True))
        self._any = re.compile(rf"\d|{literals}", re.IGNORECASE)
        self._known = _Words(self._of)
        self._passed: dict[int, tuple[frozenset[str], int]] = {}

    def sift(self, text: str, start: int, end: int) -> Sifted:
        """The rows of which everything that they need stands in a span, and where what they read may begin."""
        words = text[start:end].split()
        met = [*map(self._known.__getitem__, words)]
        mask = 0
        for needed, _ in met:
            mask |= needed
        rows, wanted = self._passing(mask)
        return Sifted(rows, text, start, words, met, wanted)

    def _passing(self, mask: int) -> tuple[frozenset[str], int]:
        """The rows whose needs are met, and all their beginnings."""
        passed = self._passed.get(mask)
        if passed is None:
            if len(self._passed) > _MOST_MASKS:
                self._passed.clear()
            rows = frozenset(name for name, need in self._rows.items() if mask & need == need)
            passed = self._passed[mask] = rows, sum({self.begins.get(row, 0) for row in rows})
        return passed

    def _of(self, word: str) -> _Word:
        """A word that is met for the first time."""
        return self._held(word), tuple(self._begun(word))

    def _held(self, word: str) -> int:
        bits = 0
        if self._any.search(word):  # most words hold nothing
            lowered = word.lower()
            bits = self._holds.get(DIGIT, 0) if any(map(str.isdigit, word)) else 0
            for part, bit in self._holds.items():
                if part in lowered or part in word:
                    bits |= bit
        return bits

    def _begun(self, word: str) -> list[tuple[int, int]]:
        """A beginning may be followed by a blank, which stands after every word."""
        lowered, found = f"{word.lower()} ", []
        for place in _WORD_START.finditer(lowered if len(lowered) == len(word) + 1 else f"{word} "):
            begins = sum(bit for pattern, bit in self._beginnings if pattern.match(lowered, place.start()))
            if begins:
                found.append((place.start(), begins))
        return found


def sifted_hits(book: Phrasebook, sieve: Sieve, sifted: Sifted, row: str, start: int, end: int) -> Sequence[Hit]:
    """Every place of a row in a part of a sentence that went through the sieve, tried only where it may begin."""
    if row not in sifted.rows:
        return ()
    begins = sieve.begins.get(row)
    if begins is None:
        return tuple(book.finditer(row, sifted.text, start, end))
    places = sifted.places(begins)
    if not places:
        return ()
    found, match = [], book.pattern(row).match
    for place in places:
        if place >= start and (hit := match(sifted.text, place, end)):
            found.append(Hit(book.phrases[row], hit))
            start = max(hit.end(), place + 1)
    return found
