"""Counts as documents write them: figures, and words below a thousand."""

from __future__ import annotations

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_UNITS = {word: n for n, word in enumerate(_SMALL)}
_EXACT = _UNITS | _TENS | {"none": 0, "no": 0}

_UNIT = "|".join(_SMALL[1:10])
_JOIN = r"(?:-\s{0,3}|\s{1,3})"  # a line may end after the hyphen
_WORDS = rf"(?:{'|'.join(_TENS)})(?:{_JOIN}(?:{_UNIT}))?|{'|'.join(reversed(_SMALL))}"
_HUNDREDS = rf"(?:(?:{_UNIT}|a){_JOIN}hundred(?:\s{{1,3}}(?:and\s{{1,3}})?(?:{_WORDS}))?)"

COUNT = (
    rf"(?<![\w.,$/-])(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,7}}|{_HUNDREDS}|{_WORDS}|none)"
    r"(?![\w%])(?![.,/-]\d|-\s?[a-z])"
)
"""Pattern of a count in running text; case is to be ignored.  Money, percentages, decimals, dates and
the first part of a compound ("30-day") are not counts."""


def count(words: str) -> int:
    """The number that these words are; raises ValueError for any others.

    >>> count("Twenty-four"), count("1,064"), count("one hundred and two"), count("none")
    (24, 1064, 102, 0)
    """
    bare = words.strip().lower()
    if bare.replace(",", "").isdecimal():
        return int(bare.replace(",", ""))
    parts = bare.replace("-", " ").split()
    head, hundred, rest = ("", "", parts)
    if "hundred" in parts:
        at = parts.index("hundred")
        head, hundred, rest = parts[at - 1] if at else "", "hundred", [p for p in parts[at + 1 :] if p != "and"]
    total = (1 if head == "a" else _UNITS[head]) * 100 if hundred and (head == "a" or head in _UNITS) else 0
    if hundred and not total:
        raise ValueError(f"{words!r} is not a count")
    if not rest and total:
        return total
    if len(rest) == 1 and rest[0] in _EXACT:
        return total + _EXACT[rest[0]]
    if len(rest) == 2 and rest[0] in _TENS and 0 < _UNITS.get(rest[1], 0) < 10:
        return total + _TENS[rest[0]] + _UNITS[rest[1]]
    raise ValueError(f"{words!r} is not a count")
