"""Words of a document as one harmless line: no control characters, no escape sequences, no reordering of letters."""

from __future__ import annotations

import re
import unicodedata

# Colours, cursor moves and titles of terminals: ESC [ … letter, and ESC ] … BEL.
_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|[\x1b\x9b]")
_SPACING = {"Cc", "Zl", "Zp"}
_DROPPED = {"Cf", "Cs", "Cn"}  # invisible marks (among them those that turn the direction of writing), halves, nothing


class _Harmless(dict[int, str]):
    """What each code point becomes, found out when it is first met."""

    def __missing__(self, point: int) -> str:
        category = unicodedata.category(chr(point))
        self[point] = " " if category in _SPACING else "" if category in _DROPPED else chr(point)
        return self[point]


_HARMLESS = _Harmless()


def one_line(value: object) -> str:
    """A value as it prints, on one line that is safe to show anywhere; `None` is empty.

    >>> one_line("ICE\\x1b[31m agreed\\n\\tat once\\u202e")
    'ICE agreed at once'
    """
    if value is None:
        return ""
    return " ".join(_ESCAPES.sub("", str(value)).translate(_HARMLESS).split())


def shortened(value: object, width: int) -> str:
    """One line of at most `width` characters, cut at a blank where there is one near.

    >>> shortened("The Director should determine the staffing needs", 30)
    'The Director should determine…'
    """
    line = one_line(value)
    if len(line) <= width:
        return line
    at_blank = line[:width].rpartition(" ")[0]
    return (at_blank if len(at_blank) > width // 2 else line[: width - 1]).rstrip(" ,;:.") + "…"
