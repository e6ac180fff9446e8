"""The lines of a page, and what can be told before walking through them: its heading, its total, where blocks start."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oversight_adapters.readers.gao_agency_page.agencies import is_addressee
from oversight_adapters.readers.gao_agency_page.lines import BLOCK, LONGEST, Kind, kind_of

_MARKS = "# •▪◦‣"  # of headings in Markdown, and of items of a list
_LONGEST_TITLE = 400  # characters
_LONGEST_HEADING = 120
_FULL_LINE = 60  # characters: prose goes on below a line as long
_FULL_LINE = 50  # characters; a shorter line is not wrapped
STOPS = (".", "?", "!", ".)", '."', ".'", ";")
"""How prose ends and titles do not."""


_SENTENCE = re.compile(
    r"(?:As of|Browse|Click|Filter|Find|Learn|Search for|Select|Sign up|There (?:are|is)|They|These|This|Use|View|We|"
    r"When|You) |.*[a-z]{3}\. [A-Z\d]"
)
"""Sentences, or parts of them, that stand above a list: no headings, even where they are wrapped."""
_GOES_ON = re.compile(
    r"\b(?:a|about|after|an|and|around|approximately|before|beginning|between|by|date|dated|effective|ended|ending|for|"
    r"from|in|is|its|of|on|or|since|starting|than|the|their|through|to|until|was)$"
)
"""How a line ends behind which a date is part of its sentence."""

Line = tuple[int, int, Kind, bool]
"""A line that is not blank: start and end, trimmed; its kind; whether a blank line stands before it."""


def _lines(folded: str) -> list[Line]:
    out: list[Line] = []
    kinds: dict[str, Kind] = {}
    at, apart = 0, True
    for raw in folded.split("\n"):
        line = raw.strip()
        if line:
            if line[0] in _MARKS:
                line = line.lstrip(_MARKS) or line
            start = at if line is raw else at + raw.index(line)
            kind = kinds.get(line) if len(line) <= LONGEST else kind_of(line)
            if kind is None:
                kind = kinds[line] = kind_of(line)
            if kind is Kind.REPORT and not apart and _goes_on(folded, out):
                kind = Kind.PROSE
            out.append((start, start + len(line), kind, apart))
            apart = False
        else:
            apart = True
        at += len(raw) + 1
    return out


def _goes_on(folded: str, lines: list[Line]) -> bool:
    """Whether the last line is prose whose sentence goes on in the next."""
    if not lines or lines[-1][2] is not Kind.PROSE:
        return False
    return _GOES_ON.search(folded, max(lines[-1][0], lines[-1][1] - 16), lines[-1][1]) is not None


class Outline:
    """The lines of a folded text.  The marks of headings and items are trimmed with the blanks."""

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.lines = _lines(folded)
        self.titles = dict(self._titles())  # the last line of each by its first
        self.total = self._first_of(Kind.TOTAL)
        self.subject = self._first_of(Kind.SUBJECT)
        furniture = next((n for n, line in enumerate(self.lines) if line[2] in BLOCK), len(self.lines))
        head = min((*self.titles, furniture))
        above = self._above(self.total if self.total is not None else head)
        self.heading = self._heading(above)
        self.is_sole = len(above) == 1 and self._has_subject(head)
        self.first = head if furniture < len(self.lines) else (self.heading or self.total or -1) + 1

    def _first_of(self, kind: Kind) -> int | None:
        return next((n for n, line in enumerate(self.lines) if line[2] is kind), None)

    def words(self, n: int) -> str:
        """A line, folded."""
        return self.folded[self.lines[n][0] : self.lines[n][1]]

    @property
    def title(self) -> tuple[int, int] | None:
        """Where the heading stands, which may be a name on two lines."""
        if self.heading is None:
            return None
        start, end, _, _ = self.lines[self.heading]
        return (start, self.lines[self.heading + 1][1]) if self._is_wrapped_agency(self.heading) else (start, end)

    def span(self, n: int | None) -> tuple[int, int] | None:
        """Where a line stands; None where there is none."""
        return self.lines[n][:2] if n is not None else None

    def kind(self, n: int) -> Kind | None:
        """A line's kind; None beyond either end of the page."""
        return self.lines[n][2] if 0 <= n < len(self.lines) else None

    def may_be_title(self, n: int) -> bool:
        """Whether a line is prose that is short and ends without a stop."""
        start, end, kind, _ = self.lines[n]
        return kind is Kind.PROSE and end - start <= _LONGEST_TITLE and not self.folded.endswith(STOPS, start, end)

    def _titles(self) -> Iterator[tuple[int, int]]:
        """First and last lines of titles above a block's furniture; a number, and who answers, may stand between."""
        before: Kind | None = None
        for n, (_, _, kind, _) in enumerate(self.lines):
            starts = kind in BLOCK and before not in BLOCK
            before = kind
            if starts:
                above = n - 1
                while self.kind(above) in (Kind.REPORT, Kind.PERSON):
                    above -= 1
                if above >= 0 and self.may_be_title(above):
                    yield self._top(above), above

    def _top(self, title: int) -> int:
        """The line where a title starts that is wrapped below a blank line, or without blank lines below furniture."""
        top = title
        while top > 0 and not self.lines[top][3] and (self.may_be_title(top - 1) or self._closes(top)):
            top -= 1
        if not self.lines[top][3]:
            top = title
            while top > 0 and self._may_be_wrapped_title(top - 1):
                top -= 1
            if self.kind(top - 1) is Kind.PROSE and not self.folded.endswith(STOPS, *self.lines[top - 1][:2]):
                return title
        start, end = self.lines[top][0], self.lines[title][1]
        return top if end - start <= _LONGEST_TITLE else title

    def _may_be_wrapped_title(self, n: int) -> bool:
        """Whether a line is so long that a title may go on in the next."""
        start, end, _, _ = self.lines[n]
        return self.may_be_title(n) and end - start >= _FULL_LINE and not self.folded.endswith((")", "]"), start, end)

    def _closes(self, n: int) -> bool:
        """Whether a line closes a bracket that was opened above it, as in *[Reissued on Sep. 4, 2018.]*."""
        words = self.words(n)
        return words.find("]") >= 0 and "[" not in words[: words.find("]")]

    def _above(self, end: int) -> list[int]:
        """The lines above one that may be a heading: the last one above "Jump To:", below which are links, or any."""
        jump = self._jump(end)
        return (self._headings(jump)[-1:] if jump is not None else []) or self._headings(end)

    def _has_subject(self, head: int) -> bool:
        """Whether a heading that no other line may be says what the page lists; results of a search do not."""
        if self.total is not None:
            return not self.words(self.total)[0].isdigit()
        return bool(self._headings(self._jump(head) or 0))

    def _jump(self, end: int) -> int | None:
        """Where the links to the parts of a page stand, above another line."""
        return next((n for n in range(end) if self.words(n).lower().startswith("jump to")), None)

    def _headings(self, end: int) -> list[int]:
        short = (n for n in range(end) if self.lines[n][1] - self.lines[n][0] <= _LONGEST_HEADING)
        return [n for n in short if self.may_be_title(n) and not self._is_of_a_sentence(n)]

    def _is_of_a_sentence(self, n: int) -> bool:
        """Whether a line is a sentence, or a part of one that is wrapped."""
        start, _, _, apart = self.lines[n]
        if _SENTENCE.match(self.folded, start) or self.folded[start].islower():
            return True
        if n == 0 or apart:
            return False
        begin, end, kind, _ = self.lines[n - 1]
        return kind is Kind.PROSE and end - begin > _FULL_LINE and not self.folded.endswith(STOPS, begin, end)

    def _heading(self, above: list[int]) -> int | None:
        """An agency's name above the total, else the first line there that may be a heading at all."""
        agencies = [n for n in above if is_addressee(self.words(n)) or self._is_wrapped_agency(n)]
        return agencies[-1] if agencies else above[0] if above else None

    def _is_wrapped_agency(self, n: int) -> bool:
        """Whether an agency's name starts at a line and ends with the next."""
        if self.kind(n + 1) is not Kind.PROSE or self.lines[n + 1][3]:
            return False
        return is_addressee(f"{self.words(n)} {self.words(n + 1)}")
