"""Accounted-for reading: a sentence that tells something and that no excerpt touches is listed, never dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from oversight_adapters.readers.words.dates import MONTH_NAME
from oversight_adapters.texts.sentences import sentences
from oversight_core.provenance import Excerpt, TextSpan
from oversight_core.reading import Unaccounted

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
).split()
_WHOLE = (
    *_NUMBERS,
    *"agree agreed agrees accepts accepted declines declined implemented implements closed completed".split(),
)
_BEGINNINGS = (*"concur non-concur nonconcur disagree reject resolved unresolved overdue".split(), r"no\s+position\b")


def _by_first_letter(patterns: Iterable[str]) -> str:
    """Any of these patterns, each of which starts with a letter; grouped by it, so that few are tried at a word."""
    groups: dict[str, list[str]] = {}
    for pattern in patterns:
        groups.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(rf"{letter}(?:{'|'.join(rests)})" for letter, rests in groups.items())


_WORDS = _by_first_letter((*(rf"{word}\b" for word in _WHOLE), *_BEGINNINGS))

TRIGGER = re.compile(rf"\d|\b(?=[a-z])(?:{_WORDS}|(?-i:(?=[A-Z]){MONTH_NAME})\b)", re.IGNORECASE)
"""What makes a sentence tell something: a figure or number word, a month, a position word, a status word."""

# The same for sentences in ASCII, most of which tell nothing: a glance at their words instead of at every letter.
_MONTHS = "jan feb mar apr may jun jul aug sep sept oct nov dec january february febuary march april june july august"
_LISTED = frozenset((*_WHOLE, *_MONTHS.split(), *"september october november december".split()))
_INSIDE = ("concur", "disagree", "reject", "resolved", "overdue", "no position")
_GLANCE = str.maketrans(
    {chr(code): " " for code in range(128) if not (chr(code).isalnum() or chr(code) == "_")}
    | {chr(code): chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
    | dict.fromkeys("0123456789", "#")
)


def tells(folded: str, start: int, end: int) -> bool:
    """Whether a sentence tells something.

    >>> said = ("It may rain.", "In May it rained.", "All but one.", "As a rule.", "ICE took no\\nposition.")
    >>> [tells(words, 0, len(words)) for words in said]
    [False, True, True, False, True]
    """
    words = folded[start:end]
    if words.isascii():
        glance = words.translate(_GLANCE)
        if "#" in glance:
            return True
        if _LISTED.isdisjoint(glance.split()) and not _holds_one(glance):
            return False
    return TRIGGER.search(words) is not None


def _holds_one(glance: str) -> bool:
    for part in _INSIDE:  # noqa: SIM110  # asked of every sentence, and a generator would cost twice as much
        if part in glance:
            return True
    return False


@attrs.frozen
class Account:
    """How many sentences tell something, and those of them that no excerpt touches."""

    telling: int
    unaccounted: tuple[Unaccounted, ...]


def account(
    content: str,
    folded: str,
    excerpts: Iterable[Excerpt],
    *,
    source: str,
    spans: Sequence[tuple[int, int]] | None = None,
) -> Account:
    """The account of a text (and its folded twin) given what was excerpted, in one pass over its sentences.

    `spans` are the sentences where the reader has its own; excerpts without a place touch nothing.

    >>> text = "ICE concurred with four. In May 2024, it rained."
    >>> account(text, text, [Excerpt("concurred", "four", TextSpan(19, 23))], source="").unaccounted[0].text
    'In May 2024, it rained.'
    """
    spans = [span for span in (sentences(folded) if spans is None else spans) if tells(folded, *span)]
    quoted = [(e.locator.start, e.locator.end) for e in excerpts if isinstance(e.locator, TextSpan)]
    missing = untouched(spans, quoted)
    return Account(len(spans), tuple(Unaccounted(content[a:b], TextSpan(a, b), source) for a, b in missing))


def untouched(spans: Iterable[tuple[int, int]], quoted: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those of these sentences, in their order, that nothing quoted touches."""
    touched, at = sorted(quoted), 0
    for start, end in spans:
        while at < len(touched) and touched[at][1] <= start:
            at += 1
        if at == len(touched) or touched[at][0] >= end:
            yield start, end


_FIGURE = re.compile(  # a date, or a number that counts something
    rf"(?<![\w.$(/-])(?:(?-i:(?=[A-Z]){MONTH_NAME})\s+(?:[0-3]?\d\b|(?:19|20)\d\d\b)|"
    rf"(?:\d{{1,3}}(?:,\d{{3}})*|\d{{4}}|(?!one\b|hundred\b)(?:{_by_first_letter(_NUMBERS)})(?:-[a-z]+)?)"
    r"(?=[\s.,;:]|$)(?!\s+(?:U\.S\.C|C\.F\.R)))",
    re.IGNORECASE,
)
_NO_FIGURE = re.compile(  # a year or number that is part of a name, a rule or a measure, and counts nothing
    r"(?:sections?|title|part|forms?|act\s+of|orders?|directive|standards?|§{1,2}|no\.|nos\.|u\.s\.c\.|"
    r"c\.f\.r\.|law|unit|phase|level|standards\s+of|fy|fiscal\s+year|(?:ndas|pbnds|nds))\s*$",
    re.IGNORECASE,
)


def left_over(
    content: str, folded: str, spans: Iterable[tuple[int, int]], excerpts: Iterable[Excerpt], *, source: str
) -> tuple[Unaccounted, ...]:
    """What stands between the excerpts of a sentence and tells a date or a count that none of them covers.

    >>> text = "CRCL made 15 recommendations: ICE concurred with 10, and left."
    >>> [one.text for one in left_over(text, text, [(0, 62)], [Excerpt("n", "15", TextSpan(10, 12))], source="")]
    ['recommendations: ICE concurred with 10, and left.']
    """
    touched = sorted({(e.locator.start, e.locator.end) for e in excerpts if isinstance(e.locator, TextSpan)})
    missing, at = [], 0
    for start, end in spans:
        while at < len(touched) and touched[at][1] <= start:
            at += 1
        gaps, begun, of_it = [], start, at
        while of_it < len(touched) and touched[of_it][0] < end:
            gaps.append((begun, touched[of_it][0]))
            begun = max(begun, touched[of_it][1])
            of_it += 1
        if of_it == at:
            continue  # no excerpt touches it: it is unaccounted as a whole
        for first, last in (*gaps, (begun, end)):
            if last - first > 1 and _untold(folded, first, last):
                words = content[first:last].strip()
                place = first + len(content[first:last]) - len(content[first:last].lstrip())
                missing.append(Unaccounted(words, TextSpan(place, place + len(words)), source))
    return tuple(missing)


def _untold(folded: str, start: int, end: int) -> bool:
    if not tells(folded, start, end):  # which is asked in a third of the time, and mostly answers
        return False
    for found in _FIGURE.finditer(folded, start, end):
        if _NO_FIGURE.search(folded, max(start, found.start() - 24), found.start()) is None:
            return True
    return False
