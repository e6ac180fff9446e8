"""Strings that pump a pattern: each of its repetitions in turn is repeated as often as it goes, then fails."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from re import _constants as code
from re import _parser as parser
from typing import Any

from oversight_adapters.texts.blanks import wide, without

_CLASSES = {code.CATEGORY_DIGIT: "7", code.CATEGORY_SPACE: " ", code.CATEGORY_WORD: "a"}
_NOT = {code.CATEGORY_NOT_DIGIT: "a", code.CATEGORY_NOT_SPACE: "a", code.CATEGORY_NOT_WORD: " "}
_SPARE = "aA7 -.,;:()'\"\n/x"
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)


def pumps(pattern: re.Pattern[str], seen: Counter[str]) -> list[int]:
    """Which repetitions of a pattern are worth pumping: what has been pumped in three other patterns is not."""
    found = []
    for n, value in enumerate(_repeats(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))):
        told = repr(value)
        seen[told] += 1
        if seen[told] <= 3:
            found.append(n)
    return found


def pumped(pattern: re.Pattern[str], length: int, chosen: Iterable[int]) -> Iterator[str]:
    """Strings of about so many characters: one for each repetition, and what the pattern matches over and over."""
    yield from (without(text, wide) for text in _pumped(pattern, length, chosen))  # as every text is before it is read


def _pumped(pattern: re.Pattern[str], length: int, chosen: Iterable[int]) -> Iterator[str]:
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    plain = _text(tree, None, 1)
    yield _fit(plain, length)
    yield _fit(plain[:-1] or "a", length)
    nodes = [id(value) for value in _repeats(tree)]
    for node in (nodes[n] for n in chosen):
        grows = max(1, len(_text(tree, node, 2)) - len(_text(tree, node, 1)))
        text = _text(tree, node, max(2, length // grows))[:length]
        yield text + "\x00"
        yield _fit(text[: max(1, length // 8)], length) + "\x00"


def _fit(text: str, length: int) -> str:
    return (text * (length // max(1, len(text)) + 1))[:length]


def _repeats(tree: Any) -> Iterator[Any]:
    for op, value in tree:
        if op in _REPEATS:
            if value[1] > 4:
                yield value
            yield from _repeats(value[2])
        elif op in (code.SUBPATTERN, code.ATOMIC_GROUP):
            yield from _repeats(value[-1] if op is code.SUBPATTERN else value)
        elif op is code.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch)
        elif op in (code.ASSERT, code.ASSERT_NOT):
            yield from _repeats(value[1])


def _text(tree: Any, node: int | None, times: int) -> str:
    """A string that a tree matches as a rule, the chosen repetition so many times and others as little as they may."""
    return "".join(_of(op, value, node, times) for op, value in tree)


def _of(op: Any, value: Any, node: int | None, times: int) -> str:
    if op is code.LITERAL:
        return chr(value)
    if op is code.NOT_LITERAL:
        return next(char for char in _SPARE if ord(char) != value)
    if op is code.ANY:
        return "a"
    if op is code.IN:
        return _among(value)
    if op is code.CATEGORY:
        return _CLASSES.get(value) or _NOT.get(value, "a")
    if op in _REPEATS:
        least, most, inner = value
        count = min(int(most), times) if id(value) == node else max(int(least), 1 if most else 0)
        return _text(inner, node, times) * count
    if op is code.SUBPATTERN:
        return _text(value[-1], node, times)
    if op is code.ATOMIC_GROUP:
        return _text(value, node, times)
    if op is code.BRANCH:
        inside = [branch for branch in value[1] if node in map(id, _repeats(branch))]
        return _text((inside or value[1])[0], node, times)
    return ""  # places, look-arounds and references add nothing of their own


def _among(value: Any) -> str:
    negated = bool(value) and value[0][0] is code.NEGATE
    if negated:
        found = re.compile(f"[{''.join(_spelled(op, one) for op, one in value[1:])}]")
        return next((char for char in _SPARE if not found.match(char)), "é")
    op, one = value[0]
    return chr(one[0]) if op is code.RANGE else _of(op, one, None, 1)


def _spelled(op: Any, value: Any) -> str:
    if op is code.LITERAL:
        return re.escape(chr(value))
    if op is code.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    names = {
        code.CATEGORY_DIGIT: r"\d",
        code.CATEGORY_NOT_DIGIT: r"\D",
        code.CATEGORY_SPACE: r"\s",
        code.CATEGORY_NOT_SPACE: r"\S",
        code.CATEGORY_WORD: r"\w",
        code.CATEGORY_NOT_WORD: r"\W",
    }
    return names[value]
