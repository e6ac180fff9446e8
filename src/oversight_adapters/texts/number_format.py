"""Numbers as a spreadsheet's number format shows them: `0.00` prints 1.1 as `1.10`, `00000` prints a zip code whole.

Plain formats are printed: digits, grouping, decimals, per cent, literal words, sections for negative numbers and zero.
Of what else there is (fractions, exponents, conditions) `shown` says that it does not know.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

import attrs

_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]*)\]|(?P<mark>.)', re.DOTALL)
_COLOURS = frozenset("black blue cyan green magenta red white yellow".split())
_DIGITS = "0#?"
_SHORTEST = re.compile(r"-?(?:0|[1-9][0-9]*+)\.[0-9]{0,8}[1-9]")
_MOST_DIGITS = 21  # before the point; a spreadsheet program shows larger numbers by their powers of ten
_LONGEST = 255  # characters of a format, as spreadsheet programs allow


@attrs.frozen
class _Section:
    """One section of a format: its literal words and the marks of digits, in order, apart from scaling."""

    whole: tuple[str, ...]  # marks 0 # ?, else literal words
    decimals: tuple[str, ...]
    point: bool
    grouped: bool
    scale: int  # the power of ten that the number is multiplied by

    literal: bool = attrs.field(init=False)  # no digits are shown at all
    plain: bool = attrs.field(init=False)  # nothing but digits is shown, and at least one before the point

    @literal.default
    def _shows_no_digit(self) -> bool:
        return not any(mark in _DIGITS for mark in (*self.whole, *self.decimals))

    @plain.default
    def _is_plain(self) -> bool:
        marks = {*self.whole[-1:], *self.decimals}
        return len(self.whole) == 1 and marks == {"0"} and not self.scale and self.point is bool(self.decimals)


def general(number: str) -> str:
    """A number without a format, in its shortest form: what a spreadsheet shows in a wide cell, 15 digits at most.

    >>> general("1.0"), general("0.30000000000000004"), general("42"), general("1E+3")
    ('1', '0.3', '42', '1000')
    """
    if number.removeprefix("-").isdigit() and number.isascii():
        return number
    if len(number) < 16 and _SHORTEST.fullmatch(number):
        return number
    words = f"{float(number):.15g}"
    if "e" not in words and "n" not in words and words != "-0":
        return words
    value = Decimal(words)
    if not value:
        return "0"
    if -10 < value.adjusted() < 21:
        words = f"{value:f}"
        return words.rstrip("0").rstrip(".") if "." in words else words
    return f"{value.normalize():E}"


def shown(number: str, format: str) -> str | None:
    """A number as a format shows it; None where the format has parts that are not known here, or the number is huge.

    >>> shown("1.1", "0.00"), shown("1234.5", '#,##0.0 "beds"'), shown("0.256", "0%"), shown("-3", "0;(0)")
    ('1.10', '1,234.5 beds', '26%', '(3)')
    >>> shown("0.5", "# ?/?") is None
    True
    """
    sections = _sections(format)
    if sections is None:
        return None
    value = Decimal(general(number))
    if value.adjusted() >= _MOST_DIGITS:
        return None
    signed = value < 0 and len(sections) < 2
    section = sections[1 if value < 0 and len(sections) > 1 else 2 if value == 0 and len(sections) > 2 else 0]
    words = _printed(abs(value), section) if section else general(str(abs(value)))
    return ("-" + words if signed else words).strip()


@lru_cache(maxsize=256)
def _sections(format: str) -> tuple[_Section | None, ...] | None:
    """The sections for numbers (positive, negative, zero), None for one that is General; None if one is not known."""
    if len(format) > _LONGEST:
        return None
    parts: list[list[tuple[str, str]]] = [[]]
    for match in _TOKEN.finditer(format):
        if match["mark"] == ";":
            parts.append([])
        elif match["mark"]:
            parts[-1].append(("mark", match["mark"]))
        elif match["bracket"] is not None:
            words = _bracketed(match["bracket"])
            if words is None:
                return None
            parts[-1].append(("words", words))
        else:
            parts[-1].append(("words", match["quoted"] or match["escaped"] or ""))
    sections: list[_Section | None] = []
    for part in parts[:3]:
        if "".join(words for _, words in part).strip().lower() in ("general", "@"):
            sections.append(None)
            continue
        section = _section(part)
        if section is None:
            return None
        sections.append(section)
    return tuple(sections)


def _bracketed(words: str) -> str | None:
    """What brackets print: nothing for a colour or a language, the sign of a currency; None for a condition."""
    if words.startswith("$"):
        return words[1:].partition("-")[0]
    colour = words.lower()
    return "" if colour in _COLOURS or re.fullmatch(r"color\d{1,2}", colour) else None


def _section(part: list[tuple[str, str]]) -> _Section | None:
    whole: list[str] = []
    decimals: list[str] = []
    into, point, scale = whole, False, 0
    commas = 0  # since the last digit of the whole part
    grouped = False
    for kind, mark in part:
        if kind == "words":
            into.append(f"={mark}")
        elif mark in _DIGITS:
            grouped = grouped or bool(commas and into is whole)
            commas = 0
            into.append(mark)
        elif mark == ".":
            if point:
                return None
            into, point = decimals, True
        elif mark == ",":
            commas += 1
        elif mark == "%":
            scale += 2
            into.append("=%")
        elif mark in "/@" or mark.isalpha():
            return None
        else:
            into.append(f"={mark}")
    return _Section(tuple(whole), tuple(decimals), point, grouped, scale - 3 * commas)


def _printed(value: Decimal, section: _Section) -> str:
    if section.literal:
        return "".join(mark[1:] for mark in (*section.whole, *section.decimals))
    places = sum(mark in _DIGITS for mark in section.decimals)
    rounded = value.scaleb(section.scale).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if section.plain:
        return f"{rounded:f}"
    digits, _, fraction = f"{rounded:f}".partition(".")
    return _whole(digits.lstrip("0"), section) + _fraction(fraction, section)


def _whole(digits: str, section: _Section) -> str:
    """The whole part: digits stand from the right, those without a place of their own before the first mark."""
    first = next((index for index, mark in enumerate(section.whole) if mark in _DIGITS), None)
    words: list[str] = []
    shown = 0
    left = list(digits)
    for index in range(len(section.whole) - 1, -1, -1):
        mark = section.whole[index]
        if mark not in _DIGITS:
            words.append(mark[1:])
            continue
        take = len(left) if index == first else 1
        for _ in range(max(take, 1)):
            digit = left.pop() if left else "0" if mark == "0" else ""
            if digit and section.grouped and shown and shown % 3 == 0:
                words.append(",")
            shown += bool(digit)
            words.append(digit)
    if first is None:  # a format such as .00
        words.append(digits)
    return "".join(reversed(words))


def _fraction(fraction: str, section: _Section) -> str:
    words = ["."] if section.point else []
    last = len(fraction.rstrip("0"))
    at = 0
    for mark in section.decimals:
        if mark not in _DIGITS:
            words.append(mark[1:])
            continue
        words.append(fraction[at] if mark == "0" or at < last else "")
        at += 1
    return "".join(words)
