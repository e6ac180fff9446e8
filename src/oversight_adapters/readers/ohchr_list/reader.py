"""Lists of recommendations by theme, as OHCHR publishes them for each State, and the reports that they are made of."""

from __future__ import annotations

import re
from typing import Any

from oversight_adapters.readers.collector import collector_at_rest
from oversight_adapters.readers.ohchr_list.assembly import Assembly
from oversight_adapters.readers.ohchr_list.blocks import Layout
from oversight_adapters.readers.ohchr_list.lines import lines
from oversight_adapters.readers.ohchr_list.phrases import BOOK, FOOTNOTE, PAGE_BREAK
from oversight_adapters.readers.united_nations.paragraphs import NUMBER
from oversight_adapters.texts.blanks import second
from oversight_adapters.texts.documents import glance
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.layers import in_place
from oversight_adapters.texts.spans import Span
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Reading, Text

_MARKS = (
    re.compile(
        r"thematic\s{1,9}list\s{1,9}of\s{1,9}recommendations|universal\s{1,9}periodic\s{1,9}review|\bUPR\b",
        re.IGNORECASE,
    ),
    re.compile(r"source\s{1,9}of\s{1,9}position\s?:\s{0,9}A/HRC/", re.IGNORECASE),
    re.compile(rf"(?:^|\n|\t|\|)\s{{0,40}}{NUMBER}\s{{0,20}}[^\n]{{0,200}}", re.IGNORECASE),
    re.compile(
        r"recommendations?\b[^.;:]{0,300}(?:enjoy(?:s|ed)?\s(?:the|its|their)\ssupport|examined\sby)", re.IGNORECASE
    ),
    re.compile(
        r"report\s{1,9}of\s{1,9}the\s{1,9}working\s{1,9}group\s{1,9}on\s{1,9}the\s{1,9}universal\s{1,9}periodic",
        re.IGNORECASE,
    ),
)


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
        """3 where positions have their sources below numbered recommendations, or a title or sentence names them."""
        head = fold(glance(source))
        titled, sourced, numbered, led, report = (mark.search(head) is not None for mark in _MARKS)
        if not numbered:
            return 2 if report else 0
        return 3 if sourced or (titled and led) else 2 if titled or led else 0

    def read(self, text: Text) -> Reading:
        """Everything the list states, with its words; what does not hold together becomes a problem."""
        with collector_at_rest():
            return in_place(text, self._reading, blanks=second)

    def _reading(self, text: Text) -> Reading:
        content, folded = text.content, fold(text.content)
        notes = tuple(match.span() for match in FOOTNOTE.finditer(content))
        bare = _without(folded, notes)
        layout = Layout(bare)
        for line in lines(content, bare):
            layout.take(line)
        page = layout.done()
        page.strays += notes
        heads = tuple(match.span() for match in PAGE_BREAK.finditer(content))
        return Assembly(text, folded, _without(bare, heads)).reading(page, self.name)

    def value(self, excerpt: Excerpt) -> Any:
        """What the phrasebook row named by an excerpt makes of its words alone."""
        return BOOK.value(excerpt)


def _without(folded: str, spans: tuple[Span, ...]) -> str:
    """A text with blanks in place of some of its parts."""
    kept: list[str] = []
    at = 0
    for start, end in spans:
        kept += (folded[at:start], _LETTER.sub(" ", folded[start:end]))
        at = end
    return "".join((*kept, folded[at:]))
