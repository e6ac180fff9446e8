"""The lines of a list as blocks: the paragraph of each recommendation, and what stands below it."""

from __future__ import annotations

import re
from collections.abc import Callable

from oversight_adapters.readers.ohchr_list.lines import PARA, SOURCE, Kind, Line
from oversight_adapters.readers.ohchr_list.listed import Listed
from oversight_adapters.readers.ohchr_list.over import Over
from oversight_adapters.readers.ohchr_list.page import Block, Page, Place
from oversight_adapters.readers.ohchr_list.phrases import PAGE
from oversight_adapters.readers.united_nations.paragraphs import states_in
from oversight_adapters.texts.spans import Span, skipped

_GOAL = re.compile(r"[-•]\s(\d{1,2}\s-\s[A-Z])")
_ENDED = re.compile(r"\)[\s.;,)\d]{0,12}$|;$")
_PARA_OF = re.compile(r"para(?:graph)?s?\.?$", re.IGNORECASE)
_PARA_NUMBER = re.compile(r"\d{1,3}[a-z]{0,3}")
_STOPPED = re.compile(r"\)\s{0,3}\.\s{0,3}\d{0,2}$")
_STOP = re.compile(r"[.;)]\s{0,3}\d{0,2}$")


class Layout:
    """Reads lines one after the other; used once."""

    def __init__(self, folded: str) -> None:
        self.folded, self.page = folded, Page()
        self._block: Block | None = None
        self._place = Place.AFTER
        self._over = Over(folded, self.page)
        self._listed = Listed(folded)
        self._handlers: dict[Kind, Callable[[Line], None]] = {
            Kind.NUMBER: self._number,
            Kind.SOURCE: self._source,
            Kind.POSITION: self._position,
            Kind.GOALS: self._goals,
            Kind.GROUPS: self._groups,
            Kind.BULLET: self._bullet,
            Kind.CODED: self._coded,
            Kind.THEME: self._theme,
            Kind.LEAD: self._lead,
            Kind.PARAGRAPH: self._paragraph,
            Kind.HEADER: self._header,
            Kind.WORDS: self._words,
        }

    def take(self, line: Line) -> None:
        """One line."""
        if line.kind is Kind.FURNITURE:
            if self._place is Place.SOURCE and self._rest_of_source(line):
                return
            if not self.page.blocks and not PAGE.fullmatch(self.folded, line.start, line.end):
                self.page.head.append((line.start, line.end))
            return
        if line.parted and self._place not in (Place.TEXT, Place.SOURCE):
            self._go_to(Place.AFTER)
        elif line.parted and self._place is Place.TEXT and self._ended():
            self._place = Place.AFTER
        self._handlers[line.kind](line)

    def done(self) -> Page:
        """What was read."""
        self._over.close()
        for block in self.page.blocks:
            for listed in (block.topics, block.goals, block.groups):
                self.page.strays += filter(self._listed.is_sentence, listed)
                listed[:] = (span for span in listed if not self._listed.is_sentence(span))
        return self.page

    def _go_to(self, place: Place) -> None:
        """Go on at another place, with no list."""
        self._place = place
        self._listed.close()

    # -- lines that begin something --------------------------------------------------------------------------------

    def _number(self, line: Line) -> None:
        if self._place is Place.TEXT and not self._ended() and not self._follows(line):
            self._words(line)
            return
        self._over.close()
        if self._over.excludes(line):
            self._block, self._place = None, Place.AFTER
            self.page.strays.append((line.start, line.end))
            return
        self._begin(Block((line.start, line.end), self._over.lead if self._over.leads(line) else None))

    def _begin(self, block: Block) -> None:
        self._block = block
        self._go_to(Place.TEXT)
        self.page.blocks.append(block)

    def _theme(self, line: Line) -> None:
        self._block = None
        self._go_to(Place.AFTER)

    def _lead(self, line: Line) -> None:
        if self._over.is_item(line):
            self._begin(Block((line.start, line.end), self._over.lead_of_items, item=self._over.item))
            return
        self._block = None
        self._go_to(Place.AFTER)
        self._over.begin(line)

    def _paragraph(self, line: Line) -> None:
        """A numbered paragraph of whatever kind, unless its number only happens to begin a line."""
        if self._begins(line):
            self._lead(line)
        else:
            self._words(line)

    def _begins(self, line: Line) -> bool:
        """Whether a number at the start of a line is no part of the words before it."""
        if not self._over.may_follow(line):
            return False
        if self._block is None or self._place is Place.AFTER:
            return True
        if self._place is not Place.TEXT:
            return False
        if self._block.item:
            return self._ends(_STOP) or self._over.expects(line)
        return self._ended() and self._over.is_next(line)

    def _header(self, line: Line) -> None:
        self.page.commented |= self.folded[line.start : line.start + 10].casefold() == "assessment"

    # -- cells -----------------------------------------------------------------------------------------------------

    def _source(self, line: Line) -> None:
        found = SOURCE.match(self.folded, line.start, line.end)
        if self._block is None or found is None:
            self.page.strays.append((line.start, line.end))
            return
        self._block.source = (found.start("at"), line.end)
        self._place = Place.SOURCE

    def _position(self, line: Line) -> None:
        if self._block is None or self._block.position is not None or (self._place is Place.TEXT and not self._ended()):
            self._words(line)
            return
        self._block.position = (line.start, line.end)
        self._go_to(Place.TOPICS)

    def _goals(self, line: Line) -> None:
        self._at(Place.GOALS, line)

    def _groups(self, line: Line) -> None:
        self._at(Place.GROUPS, line)

    def _at(self, place: Place, line: Line) -> None:
        if self._block is None or self._place is Place.TEXT:
            self._words(line)
            return
        self._go_to(place)

    def _bullet(self, line: Line) -> None:
        block = self._block
        if block is None or self._place is Place.TEXT:
            self._words(line)
            return
        if self._place is Place.SOURCE and self._rest_of_source(line):
            return
        goal = _GOAL.match(self.folded, line.start, line.end)
        lists = {Place.GOALS: block.goals, Place.GROUPS: block.groups}
        listed = block.goals if goal else lists.get(self._place, block.topics)
        self._listed.add(listed, skipped(self.folded, line.start + 1, line.end), line.end)

    def _coded(self, line: Line) -> None:
        if self._block is None or self._place in (Place.TEXT, Place.GROUPS, Place.GOALS):
            self._words(line)
            return
        self._listed.add(self._block.topics, line.start, line.end)

    # -- lines that go on with something ---------------------------------------------------------------------------

    def _words(self, line: Line) -> None:
        span = (line.start, line.end)
        if self._over.is_open:
            self._over.go_on(line)
        elif self._block is None or self._place is Place.AFTER:
            self._after(span)
        elif self._place is Place.TEXT and self._is_of_states(line):
            self._block.states = span
            self._place = Place.AFTER
        elif self._place is Place.TEXT and self._ends(_STOPPED) and self.folded[line.start].isupper():
            self._place = Place.AFTER
            self._after(span)
        elif self._place is Place.TEXT:
            self._block.paragraph = (self._block.paragraph[0], line.end)
        elif self._place is Place.SOURCE and self._rest_of_source(line):
            return
        elif self._listed and not self._listed.is_over(span):
            if comment := self._listed.go_on(span):
                self._after(comment)
        else:
            self._after(span)

    def _is_of_states(self, line: Line) -> bool:
        """Whether a line is the cell of those who recommend: it names nothing but States, and no bracket is open."""
        if self._block is None or not self.folded[line.start].isupper():
            return False
        so_far, words = self.folded[slice(*self._block.paragraph)], self.folded[line.start : line.end]
        closed = so_far.count("(") == so_far.count(")") and words.count("(") == words.count(")")
        return closed and bool(states_in(self.folded, line.start, line.end))

    def _rest_of_source(self, line: Line) -> bool:
        """Whether a line is the rest of where a position stands; then it is taken."""
        block = self._block
        if block is None or block.source is None:
            return False
        so_far, words = self.folded[slice(*block.source)], self.folded[line.start : line.end]
        if not PARA.fullmatch(words) and not (_PARA_OF.search(so_far) and _PARA_NUMBER.fullmatch(words)):
            return False
        block.source = (block.source[0], line.end)
        return True

    def _after(self, span: Span) -> None:
        """Words that are part of nothing: over the list, a comment on what was done, or nothing that is known."""
        block = self._block
        if not self.page.blocks and block is None:
            self.page.head.append(span)
        elif block is not None and block.position and self.page.commented:
            block.comment = (block.comment[0] if block.comment else span[0], span[1])
            self._go_to(Place.AFTER)
        else:
            self.page.strays.append(span)

    def _ended(self) -> bool:
        """Whether the words of the paragraph so far may be all of it."""
        return self._block is None or self._ends(_ENDED)

    def _ends(self, pattern: re.Pattern[str]) -> bool:
        assert self._block is not None
        start, end = self._block.paragraph
        return pattern.search(self.folded, max(start, end - 20), end) is not None

    def _follows(self, line: Line) -> bool:
        """Whether a number is of the same paragraph of the report as the one before."""
        assert self._block is not None
        first = self.folded[self._block.paragraph[0] : self._block.paragraph[0] + 4].partition(".")[0]
        return self.folded.startswith(first + ".", line.start)
