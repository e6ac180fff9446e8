"""Where an agency's name ends and a recommendation's text starts, on the one line that holds both."""

from __future__ import annotations

import re

from oversight_adapters.readers.gao_agency_page.agencies import ADDRESSEES

_ACRONYMS = tuple(row.short for row in ADDRESSEES if row.short.isupper() or row.short == "Congress")
_BY_FIRST_WORD: dict[str, tuple[str, ...]] = {}
for _name in sorted({*_ACRONYMS, *(name for row in ADDRESSEES for name in row.names)}, key=len, reverse=True):
    _BY_FIRST_WORD[_name.split(" ", 1)[0]] = (*_BY_FIRST_WORD.get(_name.split(" ", 1)[0], ()), _name)

# A name nobody listed: capitalised words and the small ones between them, up to the words that open a recommendation.
_UNLISTED = re.compile(
    r"(?P<name>[A-Z][\w.&'/-]*(?:,?\s(?:of|the|and|for|on|in|to|&|-|\([A-Z]{2,9}\)|[A-Z][\w.&'/-]*)){0,14}?)\s"
    r"(?=The\s(?:[A-Z]|[a-z]+\s(?:of|and)\s)|Congress\sshould|We\srecommend|(?:Once|After|Upon|To|In|As|If|When)\s[\w\s]{3,})"
)


class Prefixes:
    """The names that may start a line: the page's heading, then the table.  The last one found is tried first."""

    def __init__(self, heading: str = "") -> None:
        self._heading = heading
        self._last = heading

    def end(self, line: str) -> int:
        """Where the agency's name ends at the start of a line; 0 where none stands there.

        >>> Prefixes().end("Department of the Treasury The Secretary should")
        26
        """
        if self._last and self._is_prefix(line, self._last):
            return len(self._last)
        first = line[:40].split(" ", 1)[0]
        for name in (self._heading, *_BY_FIRST_WORD.get(first, ())):
            if name and self._is_prefix(line, name):
                self._last = name
                return len(name)
        return 0

    @staticmethod
    def _is_prefix(line: str, name: str) -> bool:
        return line.startswith(name) and line[len(name) : len(name) + 1] in ("", " ")

    @staticmethod
    def unlisted_end(line: str) -> int:
        """Where a name that no table holds seems to end; 0 where the line does not open like a recommendation.

        >>> Prefixes.unlisted_end("Marine Mammal Commission The Executive Director should")
        24
        """
        match = _UNLISTED.match(line)
        return match.end("name") if match else 0
