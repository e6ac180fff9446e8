"""What a line is when the lines below it are looked at: a text may be wrapped anywhere, its agency's name too."""

from __future__ import annotations

import re

from oversight_adapters.readers.gao_agency_page.lines import Kind
from oversight_adapters.readers.gao_agency_page.outline import STOPS, Outline
from oversight_adapters.readers.gao_agency_page.prefixes import OPENING, Prefixes
from oversight_adapters.readers.gao_agency_page.suffix import suffix_of

LONGEST_NAME = 120  # characters; no agency's is longer
_CLOSED = (*STOPS, ")", "]", ":")
_WRAPPED = 30  # lines a text may be wrapped over
_NUMBER = re.compile(r"[(\[]\s?(?:Rec|Matter)", re.IGNORECASE)
SHOULD = re.compile(r"\sshould(?=[\s,]|$)|\bCongress\s(?:may|might|could)\s(?:wish|want|consider)\b")


class Ahead:
    """Looks ahead from a line of a page; nothing is put anywhere."""

    def __init__(self, outline: Outline, prefixes: Prefixes) -> None:
        self.outline, self.folded, self.lines, self.prefixes = outline, outline.folded, outline.lines, prefixes

    def behind_wrapped_name(self, n: int) -> int:
        """Where a recommendation starts whose agency's name is wrapped; 0 where none stands there."""
        start, end, _, _ = self.lines[n]
        if end - start > LONGEST_NAME or self.outline.kind(n + 1) is not Kind.PROSE or self.lines[n + 1][3]:
            return 0
        below, until, _, _ = self.lines[n + 1]
        if not self.prefixes.may_start(self.folded, start):
            return 0
        joined = f"{self.folded[start:end]} {self.folded[below:until]}"
        behind = below + self.prefixes.end(joined, 0, len(joined)) - (end - start) - 1
        if behind <= below or behind >= until or self.goes_on_small(behind):
            return 0
        whole = suffix_of(self.folded, behind, until) is not None and self.says_should(behind, until)
        return behind if whole or self.wraps(n + 1, behind) else 0

    def opens_numbered(self, n: int) -> bool:
        """Whether a line opens as recommendations do that no agency stands before, and bears its number."""
        if self.outline.kind(n) is not Kind.PROSE:
            return False
        start, end, _, _ = self.lines[n]
        opens = OPENING.match(self.folded, start) and self.says_should(start, end)
        return bool(opens) and (suffix_of(self.folded, start, end) is not None or self.reaches_end_of_text(n + 1))

    def opens_with_agency(self, n: int) -> bool:
        """Whether a line opens with an agency's name that is not the subject, or a part, of a wrapped sentence."""
        start, end, _, _ = self.lines[n]
        cut = self.prefixes.end(self.folded, start, end)
        return cut > start and not self.goes_on_small(cut) and not self.is_within(n, cut)

    def is_within(self, n: int, cut: int) -> bool:
        """Whether a name at the start of a line stands within a sentence that the line above leaves open."""
        start, end, kind, _ = self.lines[n - 1]
        if n == 0 or self.lines[n][3] or kind is not Kind.PROSE or self.folded.endswith(_CLOSED, start, end):
            return False
        return cut < self.lines[n][1] and not OPENING.match(self.folded, cut + 1)

    def is_bare_title(self, n: int) -> bool:
        """Whether a line stands right above a recommendation, on a page without any furniture."""
        if not self.outline.may_be_title(n) or self.outline.kind(n + 1) is not Kind.PROSE:
            return False
        start, end, _, _ = self.lines[n + 1]
        return self.opens_with_agency(n + 1) and suffix_of(self.folded, start, end) is not None

    def goes_on_small(self, at: int) -> bool:
        """Whether a small letter follows, as where a sentence has the agency for its subject."""
        return self.folded[at : at + 40].lstrip()[:1].islower()

    def is_unfinished(self, n: int) -> bool:
        """Whether a line ends as no text does, but what stands above a list, or an item of one."""
        start, end, _, _ = self.lines[n]
        return self.folded.endswith((":", ";", ",", ", and", "; and", ", or", "; or"), start, end)

    def wraps(self, n: int, cut: int) -> bool:
        """Whether a recommendation starts behind an agency's name and goes on in the lines below."""
        if n + 1 >= len(self.lines) or self.lines[n + 1][3]:
            return False
        until = self.end_of_text(n + 1)
        return until > 0 and self.says_should(cut, until)

    def says_should(self, start: int, end: int) -> bool:
        """Whether somebody should do something, as every recommendation says."""
        return SHOULD.search(self.folded, start, end) is not None

    def reaches_end_of_text(self, n: int) -> bool:
        """Whether a line is more of a wrapped text: a number or a status follows before anything else does."""
        return self.end_of_text(n) > 0

    def end_of_text(self, n: int) -> int:
        """Where the text ends that a line goes on with: at its number or before a status; 0 where neither follows."""
        until = 0
        for ahead in range(n, min(n + _WRAPPED, len(self.lines))):
            start, end, kind, apart = self.lines[ahead]
            if kind is Kind.STATUS:
                return until or start
            if kind is not Kind.PROSE or self.opens_with_agency(ahead):
                return 0
            if apart and not (self.is_unfinished(ahead - 1) or _NUMBER.match(self.folded, start, end)):
                return 0
            if suffix_of(self.folded, self.lines[ahead - 1][0] if ahead > n else start, end):
                return end
            until = end
        return 0
