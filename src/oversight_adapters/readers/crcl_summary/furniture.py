"""What a site or a printer puts around the words of the office: paths to a page, ways to turn it, numbers of pages.

It is blanked out before anything is read, so that it tears no sentence, begins no entry, and tells nothing.
"""

from __future__ import annotations

import re

_CRUMB = (
    "(?:Home|News|Publications? Library|Library|Collections?|Civil Rights and Civil Liberties|"
    "CRCL Recommendation and Investigation Memos(?: Collection)?)"
)
_TURN = "(?:[«‹] ?)?(?:(?:First|Previous|Next|Last)(?: page)?|[«‹›»])(?: ?[›»])?"
_LINES = (  # each the whole of a line
    rf"\d\. {_CRUMB}",
    r"(?:Breadcrumb|Pagination|Pager)",
    r"(?:Items per page|Show)(?: \d{1,4}){1,8}",
    r"(?:Current )?Page \d{1,3}(?: of \d{1,3})?",
    r"- ?\d{1,3} ?-",
    rf"(?:{_TURN} ){{0,4}}(?:\d{{1,3}} ){{0,12}}(?:(?:…|\.{{3}}) )?(?:{_TURN} ){{0,4}}{_TURN}",
    rf"{_TURN}(?: {_TURN}){{0,3}}(?: \d{{1,3}}){{1,12}}",
    r"Protected by (?:the )?Attorney-Client (?:and Deliberative Process )?Privileges?",
    r"Washington, D\.?C\.? 20528(?:-\d{4})?",
)
_LINE = re.compile("|".join(_LINES).replace(" ?", r"\s*").replace(" ", r"\s+"), re.IGNORECASE)
_LONGEST = 400  # characters; none of them is longer

_QUOTED = re.compile(r"^[^\S\n]*>(?:[^\S\n]?>){0,4}", re.MULTILINE)
_PAGE_END = re.compile(  # inside a sentence: the end of a page, with its number or without
    r"(?<=[a-z,A-Z])[^\S\r\n\f]*(?:(?:\r\n?|\n)[^\S\r\n\f]*){1,4}"
    r"(?:\d{1,3}[^\S\r\n\f]*(?:(?:\r\n?|\n)[^\S\r\n\f]*){0,3})?\f\s{0,40}(?=[a-z])"
)


def without_furniture(folded: str, content: str = "") -> str:
    """A folded text with such lines blanked out, and with sentences joined over the end of a page of its `content`;
    every other character stays at its place.

    >>> without_furniture("  1. Home\\n  2. Publications Library\\nClose Summary: Holding Rooms").split()
    ['Close', 'Summary:', 'Holding', 'Rooms']
    """
    if "\n>" in folded:  # quoted in a message
        folded = _QUOTED.sub(lambda mark: " " * len(mark[0]), folded)
    for end in _PAGE_END.finditer(content) if "\f" in content else ():
        folded = folded[: end.start()] + " " * len(end[0]) + folded[end.end() :]
    return "\n".join([" " * len(line) if _is_furniture(line.strip()) else line for line in folded.split("\n")])


def _is_furniture(line: str) -> bool:
    return len(line) <= _LONGEST and _LINE.fullmatch(line) is not None
