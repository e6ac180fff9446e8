"""Blanks that say nothing: of many in a row all but the first ones, or but the first.

Hardly any text has them, and no text many: what rules them out is asked of a whole text at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_WIDE = re.compile(r"(?<=[^\S\n]{16})[^\S\n]+|(?<=\n{16})\n+|(?<=\n\s{62}\n)\s+")
_LONG = (" " * 17, "\n" * 17, "\n \n \n \n")
_TABS = re.compile(r"\t(?:\s|(?<=\s\t))")  # a single one between words, as between the cells of a row, is not wide

_ODDER = "\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_ODD = "\r\f\v\x85\u2028\u2029" + _ODDER
_NOT_ODD = bytes({*range(128)} - {*b"\r\f\v"})

_SECOND = re.compile(" ( +)")
_ODDER_SECOND = re.compile(f"[ {_ODDER}]([ {_ODDER}]+)")
_LAST = re.compile("(?<! ) +(?=[\r\n])")
_ODDER_LAST = re.compile(f"(?<![ {_ODDER}])[ {_ODDER}]+(?=[\r\n])")
_HALF = re.compile("\r(?=\n)")

Blanks = Callable[[str], Iterator[tuple[int, int]]]
"""The spans of those blanks of a text that are left out; some may overlap."""


def wide(content: str) -> Iterator[tuple[int, int]]:
    """Blanks beyond sixteen in a row, lines beyond sixteen: they cost a pattern its time."""
    if _is_wide(content, _odd(content)):
        yield from (match.span() for match in _WIDE.finditer(content))


def second(content: str) -> Iterator[tuple[int, int]]:
    """Any blank after a blank or at the end of a line, and half of that end: running text has no columns."""
    odd = _odd(content)
    odder = any(map(odd.count, _ODDER))
    if odder:
        yield from (match.span(1) for match in _ODDER_SECOND.finditer(content))
    elif "  " in content:
        yield from (match.span(1) for match in _SECOND.finditer(content))
    if odder or " \n" in content or ("\r" in odd and " \r" in content):
        yield from (match.span() for match in (_ODDER_LAST if odder else _LAST).finditer(content))
    if "\r" in odd:
        yield from (match.span() for match in _HALF.finditer(content))
    if _is_wide(content, odd):
        yield from (match.span() for match in _WIDE.finditer(content))


def without(content: str, blanks: Blanks) -> str:
    """A text without some of its blanks.

    >>> without("ICE" + " " * 600 + "agreed", wide) == "ICE" + " " * 16 + "agreed"
    True
    >>> without("ICE  agreed \\r\\n with it", second)
    'ICE agreed\\n with it'
    """
    parts, at = [], 0
    for start, end in sorted(blanks(content)):
        parts.append(content[at:start])
        at = max(at, end)
    return "".join((*parts, content[at:])) if parts else content


def _odd(content: str) -> str:
    """What may be odd blanks among a text's characters."""
    if not any(mark in content for mark in "\r\f\v"):  # most lines are ASCII
        content = "".join([line for line in content.split("\n") if not line.isascii()])
    return content.encode(errors="replace").translate(None, _NOT_ODD).decode()


def _is_wide(content: str, odd: str) -> bool:
    """Whether there may be blanks beyond sixteen in a row."""
    if any(row in content for row in _LONG):
        return True
    tabs = content.count("\t") if "\t" in content and _TABS.search(content) else 0
    return tabs + sum(map(odd.count, _ODD)) > 16
