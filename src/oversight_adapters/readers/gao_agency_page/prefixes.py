"""Where an agency's name ends and a recommendation's text starts, on the one line that holds both."""

from __future__ import annotations

import re
from collections import deque

from oversight_adapters.readers.gao_agency_page.agencies import ADDRESSEES

_ACRONYMS = tuple(row.short for row in ADDRESSEES if row.short.isupper() or row.short == "Congress")
_BY_FIRST_WORD: dict[str, tuple[str, ...]] = {}
for _name in sorted({*_ACRONYMS, *(name for row in ADDRESSEES for name in row.names)}, key=len, reverse=True):
    _BY_FIRST_WORD[_name.split(" ", 1)[0]] = (*_BY_FIRST_WORD.get(_name.split(" ", 1)[0], ()), _name)

_LISTED = frozenset(name for names in _BY_FIRST_WORD.values() for name in names)

# How a recommendation opens where no agency stands before it.
OPENING = re.compile(r"(?:The|Congress|We|To|In|If|When|As|Once|After|Upon|Following)\s")
# A name nobody listed: capitalised words and the small ones between them, up to the words that open a recommendation.
_UNLISTED = re.compile(
    r"(?P<name>[A-Z][\w.&'/-]*(?:,?\s(?:of|the|and|for|on|in|to|&|-|\([A-Z]{2,9}\)|[A-Z][\w.&'/-]*)){0,14}?)\s"
    r"(?=The\s(?:[A-Z]|[a-z]+\s(?:of|and)\s)|Congress\sshould|We\srecommend|(?:Once|After|Upon|To|In|As|If|When)\s[\w\s]{3,})"
)


_TAUGHT = 8  # names a page may teach at a time


class Prefixes:
    """The names that may start a line: the page's heading and what the page taught, then the table.

    The last one found is tried first.  A heading may be a topic ("Veterans"): one that no table holds is a name only
    where a recommendation opens behind it.
    """

    def __init__(self, heading: str = "") -> None:
        self._own = deque([heading] if heading else [], _TAUGHT)
        self._last = heading

    def end(self, folded: str, start: int, end: int) -> int:
        """Where the agency's name ends at the start of a line; the line's own start where none stands there.

        Of a department and its component, which older pages print with a colon, both belong to the name.

        >>> Prefixes().end("Department of the Treasury The Secretary should", 0, 47)
        26
        """
        last = self._last
        if last and folded.startswith(last, start) and self._ends(last, folded, start + len(last), end):
            return start + len(last)
        name = self._name(folded, start)
        after = start + len(name)
        if name and folded.startswith(": ", after):
            component = self._name(folded, after + 2)
            name, after = (component, after + 2 + len(component)) if component else ("", start)
        if not name or not self._ends(name, folded, after, end):
            return start
        self._last = name
        return min(after, end)

    def _ends(self, name: str, folded: str, after: int, end: int) -> bool:
        """Whether a name ends at a place, and is not the start of a longer one."""
        if after >= end:
            return True
        return folded[after] == " " and (name in _LISTED or OPENING.match(folded, after + 1) is not None)

    def may_start(self, folded: str, start: int) -> bool:
        """Whether the first word at a place is that of a name."""
        first = folded[start : start + 40].split(None, 1)[0]
        return first in _BY_FIRST_WORD or any(name.startswith(first) for name in self._own)

    def _name(self, folded: str, start: int) -> str:
        """The name that stands at a place, whatever follows it."""
        first = folded[start : start + 40].split(" ", 1)[0].rstrip(":")
        names = (*_BY_FIRST_WORD.get(first, ()), *self._own)
        return next((name for name in names if folded.startswith(name, start)), "")

    def unlisted_end(self, folded: str, start: int, end: int) -> int:
        """Where a name that no table holds seems to end; the start where the line does not open as recommendations do.

        A name found so is known from then on.

        >>> Prefixes().unlisted_end("Marine Mammal Commission The Executive Director should", 0, 54)
        24
        """
        match = _UNLISTED.match(folded, start, end)
        if match is None:
            return start
        self._own.append(match["name"])
        return match.end("name")
