"""What a pattern needs: words of which every text that it reads holds one, found in the pattern itself.

A sentence that lacks them need not be tried, and most sentences lack most of them.  Nothing is guessed: a text that a
pattern reads is never sieved out, since only what must stand in it is asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from oversight_adapters.readers.phrasebook.patterns import Kind, Part, Parts

Need = frozenset[str]
"""Any of these must stand in a text, each within one word; in lower case, or as it stands where case counts."""

DIGIT = "\\d"
"""Stands for any figure."""


def needs(pattern: Parts) -> tuple[Need, ...]:
    """What any text that a pattern reads must hold, one of each.

    >>> from oversight_adapters.readers.phrasebook.patterns import parts
    >>> [sorted(need) for need in needs(parts(r"(?:issued|sent) (?:on )?May \\d+"))]
    [['issued', 'sent'], ['may'], ['\\\\d']]
    """
    return tuple(dict.fromkeys(filter(_is_telling, _of_all(pattern))))


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
