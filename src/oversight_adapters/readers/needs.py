"""What a pattern needs: words of which every text that it reads holds one, found in the pattern itself.

A sentence that lacks them need not be tried, and most sentences lack most of them.  Nothing is guessed: a text that a
pattern reads is never sieved out, since only what must stand in it is asked for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from oversight_adapters.readers.patterns import Kind, Part, parts

Need = frozenset[str]
"""Any of these must stand in a text, each within one word; in lower case, or as it stands where case counts."""

DIGIT = "\\d"
"""Stands for any figure."""

_MOST_WORDS = 50_000  # that are remembered
_MOST_MASKS = 20_000


def needs(pattern: str) -> tuple[Need, ...]:
    """What any text that a pattern reads must hold, one of each.

    >>> [sorted(need) for need in needs(r"(?:issued|sent) (?:on )?May \\d+")]
    [['issued', 'sent'], ['may'], ['\\\\d']]
    """
    return tuple(dict.fromkeys(filter(_is_telling, _of_all(parts(pattern)))))


def _is_telling(need: Need) -> bool:
    """Whether few enough sentences hold it."""
    return all(len(word) > 2 or word == DIGIT or (len(word) == 2 and not word.islower()) for word in need)


def _of_all(sequence: Iterable[Part]) -> list[Need]:
    """The needs of what follows on each other: those of each."""
    found: list[Need] = []
    run = ""
    for part in sequence:
        goes_on = part.kind is Kind.LETTER and not part.optional
        run += part.letter if goes_on else ""
        if run and not (goes_on and part.once):
            found.append(frozenset((run,)))
            run = ""
        if part.kind is Kind.DIGIT and not part.optional:
            found.append(frozenset((DIGIT,)))
        elif part.kind is Kind.CHOICE and not part.optional:
            found += _of_any(part.choices)
    return [*found, frozenset((run,))] if run else found


def _of_any(choices: Iterable[Iterable[Part]]) -> list[Need]:
    """The needs of a choice: those of the only one; of several, what each of them needs one of."""
    each = [_of_all(choice) for choice in choices]
    if len(each) == 1:
        return each[0]
    telling = [list(filter(_is_telling, needs)) for needs in each]
    if not all(telling):
        return []
    shared = Counter(need for choice in telling for need in set(choice))
    narrow = frozenset[str]().union(*(min(choice, key=_breadth) for choice in telling))
    common = frozenset[str]().union(*(min(choice, key=lambda need: -shared[need]) for choice in telling))
    return list(dict.fromkeys((narrow, common)))


def _breadth(need: Need) -> tuple[int, int]:
    return len(need), -min(map(len, need))


class Sieve:
    """Rows by name with what they need; tells by which of them a text may be read.

    >>> sieve = Sieve({"sent": needs("(?:sent|issued) to"), "made": needs(r"made \\\\d+")})
    >>> sieve.passed("It was issued to 40.")
    frozenset({'sent'})
    """

    def __init__(self, rows: Mapping[str, Iterable[Need]]) -> None:
        wanted = {need: 1 << n for n, need in enumerate(dict.fromkeys(need for row in rows.values() for need in row))}
        self._rows = {name: sum({wanted[need] for need in row}) for name, row in rows.items()}
        self._bits: dict[str, int] = {}
        for need, bit in wanted.items():
            for word in need:
                self._bits[word] = self._bits.get(word, 0) | bit
        literals = "|".join(sorted(map(re.escape, self._bits.keys() - {DIGIT}), key=len, reverse=True))
        self._any = re.compile(rf"\d|{literals}", re.IGNORECASE)
        self._known: dict[str, int] = {}
        self._passed: dict[int, frozenset[str]] = {}

    def passed(self, text: str) -> frozenset[str]:
        """The rows of which everything that they need stands in a text."""
        mask, known = 0, self._known
        for word in text.split():
            bits = known.get(word)
            mask |= self._of(word) if bits is None else bits
        rows = self._passed.get(mask)
        if rows is None:
            if len(self._passed) > _MOST_MASKS:
                self._passed.clear()
            rows = frozenset(name for name, need in self._rows.items() if mask & need == need)
            self._passed[mask] = rows
        return rows

    def _of(self, word: str) -> int:
        """What a word holds of what is needed; most hold nothing."""
        bits = 0
        if self._any.search(word):
            lowered = word.lower()
            bits = self._bits.get(DIGIT, 0) if any(map(str.isdigit, word)) else 0
            for part, bit in self._bits.items():
                if part in lowered or part in word:
                    bits |= bit
        if len(self._known) > _MOST_WORDS:
            self._known.clear()
        if len(word) < 100:
            self._known[word] = bits
        return bits
