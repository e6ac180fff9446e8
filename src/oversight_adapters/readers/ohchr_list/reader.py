"""Lists of recommendations by theme, as OHCHR publishes them for each State, and the reports that they are made of."""

from __future__ import annotations

import re
from typing import Any

from oversight_adapters.readers.accounting import account
from oversight_adapters.readers.collector import collector_at_rest
from oversight_adapters.readers.ohchr_list.assembly import Assembly
from oversight_adapters.readers.ohchr_list.blocks import Layout
from oversight_adapters.readers.ohchr_list.languages import other_language
from oversight_adapters.readers.ohchr_list.lines import lines
from oversight_adapters.readers.ohchr_list.phrases import BOOK, FOOTNOTE, PAGE_BREAK
from oversight_adapters.readers.united_nations.paragraphs import NUMBER
from oversight_adapters.texts import spans
from oversight_adapters.texts.blanks import second
from oversight_adapters.texts.documents import glance
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.layers import in_place
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Problem, Reading, Text

_MARKS = (
    re.compile(
        r"(?:thematic\s{1,9}list|matrix)\s{1,9}of\s{1,9}recommendations|recommending\s{1,9}states?(?:/s)?\b|universal\s{1,9}periodic\s{1,9}review|\bUPR\b",
        re.IGNORECASE,
    ),
    re.compile(r"source\s{1,9}of\s{1,9}position\s?:\s{0,9}A/HRC/", re.IGNORECASE),
    re.compile(rf"(?:^|\n|\t|\|)\s{{0,40}}{NUMBER}\s{{0,20}}[^\n]{{0,200}}", re.IGNORECASE),
    re.compile(
        r"recommendations?\b[^.;:]{0,300}(?:enjoy(?:s|ed)?\s(?:the|its|their)\ssupport|examined\sby)", re.IGNORECASE
    ),
    re.compile(
        r"report\s{0,9}of\s{0,9}the\s{0,9}working\s{0,9}(?:group\s{0,9})?on\s{0,9}the\s{0,9}universal\s{0,9}periodic|"
        r"agenda\s{0,9}item\s{0,9}6\s{0,9}universal\s{0,9}periodic\s{0,9}review",
        re.IGNORECASE,
    ),
)


_FIRST_PAGE = 3000  # characters
_LETTER = re.compile(r"\S")


class OhchrListReader:
    """Reads a list of recommendations to one State, with its positions on them.

    >>> text = "UPR of Kenya (3rd Cycle - 35th Session)\\n\\n142.1 Ratify the treaty (Peru) (Oman);\\nSupported"
    >>> reading = OhchrListReader().read(Text(Source.of(text.encode()), text))
    >>> [(str(one.item), one.entity.recommended_by) for one in reading.candidates[1:]]
    [('recommendation:upr/session-35/142.1@kenya', ('Peru', 'Oman'))]
    """

    name = "ohchr-list"
    phrasebook = BOOK

    def recognise(self, source: Source) -> int:
        """3 where a first page is a report's, positions have their sources below numbers, or a sentence names them.

        2 also for a list in another language, of which the reader tells that it is not read.
        """
        head = fold(glance(source))
        if other_language(head):
            return 2
        titled, sourced, numbered, led, report = (mark.search(head) is not None for mark in _MARKS)
        if report and _MARKS[-1].search(head, 0, _FIRST_PAGE):
            return 3
        if not numbered:
            return 2 if report else 0
        return 3 if sourced or (titled and led) else 2 if titled or led else 0

    def read(self, text: Text) -> Reading:
        """Everything the list states, with its words; what does not hold together becomes a problem."""
        with collector_at_rest():
            return in_place(text, self._reading, blanks=second)

    def _reading(self, text: Text) -> Reading:
        content, folded = text.content, fold(text.content)
        if language := other_language(content):
            return self._not_read(text, folded, language)
        notes = tuple(match.span() for match in FOOTNOTE.finditer(content))
        bare = _without(folded, notes)
        layout = Layout(bare)
        for line in lines(content, bare):
            layout.take(line)
        page = layout.done()
        page.strays += notes
        heads = tuple(match.span() for match in PAGE_BREAK.finditer(content))
        return Assembly(text, folded, _without(bare, heads)).reading(page, self.name)

    def _not_read(self, text: Text, folded: str, language: str) -> Reading:
        message = f"this text is in {language}; lists and reports are read in English only"
        told = account(text.content, folded, (), source=text.source.digest, spans=tuple(spans.lines(folded)))
        problem = Problem("language-not-read", message, None, text.source.digest)
        return Reading((), (problem,), told.unaccounted, text.source, self.name, told.telling)

    def value(self, excerpt: Excerpt) -> Any:
        """What the phrasebook row named by an excerpt makes of its words alone."""
        return BOOK.value(excerpt)


def _without(folded: str, places: tuple[spans.Span, ...]) -> str:
    """A text with blanks in place of some of its parts."""
    kept: list[str] = []
    at = 0
    for start, end in places:
        kept += (folded[at:start], _LETTER.sub(" ", folded[start:end]))
        at = end
    return "".join((*kept, folded[at:]))
