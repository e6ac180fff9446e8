"""The reader: a page, its documents, and what each commits whom to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from oversight_adapters.readers.plan_document.accounting import accounted
from oversight_adapters.readers.plan_document.actions import actions
from oversight_adapters.readers.plan_document.commitments import commitments
from oversight_adapters.readers.plan_document.furniture import tail_at
from oversight_adapters.readers.plan_document.layout import blocks
from oversight_adapters.readers.plan_document.mandates import mandates
from oversight_adapters.readers.plan_document.mentions import facilities, programmes
from oversight_adapters.readers.plan_document.papers import Paper, papers
from oversight_adapters.readers.plan_document.phrases import BOOK
from oversight_adapters.readers.plan_document.recognise import sureness
from oversight_adapters.readers.plan_document.sheet import Page, Sheet
from oversight_adapters.readers.plan_document.tables import tables
from oversight_adapters.texts.documents import glance
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.layers import in_place
from oversight_adapters.texts.sentences import sentences
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Reading, Text

LONGEST = 2_000_000  # code points; a report to Congress has some hundred thousand


class PlanDocumentReader:
    """Policies, plans and copied web pages as running text: who will, shall, must or may do what.

    >>> text = "Plan\\n\\nCRCL and ICE will meet quarterly to discuss transfers."
    >>> reading = PlanDocumentReader().read(Text(Source.of(text.encode()), text))
    >>> [(c.entity.actor, c.entity.verb, c.entity.cadence) for c in reading.candidates if c.item.kind == "commitment"]
    [('CRCL and ICE', 'meet', 'quarterly')]
    """

    name = "plan-document"
    phrasebook = BOOK

    def recognise(self, source: Source) -> int:
        """1 or 2 where somebody is committed to something, and no other format is at hand."""
        return sureness(glance(source))

    def read(self, text: Text) -> Reading:
        """Everything that is stated, with its words."""
        return in_place(text, self._read)

    def _read(self, text: Text) -> Reading:
        content = text.content[:LONGEST]
        page = Page(content, fold(content), text.source.digest, _marked(text))
        if not content.strip():
            page.problem("empty", "the document holds no text")
        elif len(text.content) > LONGEST:
            page.problem("too-long", f"only the first {LONGEST:,} of {len(text.content):,} characters were read")
        tail = tail_at(page.folded)
        found = list(blocks(content[:tail], page.folded[:tail], items=_has_items(text)))
        sheets = [sheet for paper in papers(page, found) for sheet in _told(page, paper)]
        excerpts = [excerpt for sheet in sheets for excerpt in sheet.excerpts]
        spans = [span for block in found for span in sentences(page.folded, block.start, block.end)]
        told = accounted(page, excerpts, spans, list(sentences(page.folded, tail)))
        return Reading(
            tuple(sheet.candidate() for sheet in sheets if sheet.excerpts),
            tuple(dict.fromkeys(page.problems)),
            told.unaccounted,
            text.source,
            self.name,
            told.telling,
        )

    def value(self, excerpt: Excerpt) -> Any:
        """What the phrasebook row named by an excerpt makes of its words alone."""
        return BOOK.value(excerpt)


def _told(page: Page, paper: Paper) -> Iterator[Sheet]:
    """A document, what it commits whom to, and the programmes and facilities it names."""
    yield paper.sheet
    yield from commitments(page, paper)
    yield from actions(page, paper)
    yield from tables(page, paper)
    spoken = [block for n, block in enumerate(paper.blocks) if not block.rejected and n not in paper.remarks]
    for block in spoken:
        for start, end in sentences(page.folded, block.start, block.end):
            yield from mandates(page, paper.sheet.item, start, end)
        facilities(page, paper.sheet, block)
    yield from programmes(page, spoken)


def _marked(text: Text) -> str:
    """The title that a web page marks as its only one."""
    if text.places is None or not hasattr(text.places, "css"):
        return ""
    from oversight_adapters.texts.markup import Markup

    titles = text.places.css("h1") if isinstance(text.places, Markup) else ()
    return " ".join(fold(titles[0].words).split()) if len(titles) == 1 else ""


def _has_items(text: Text) -> bool:
    """Whether a line of its own may be an item of a list: in a web page or a DOCX, where no line is wrapped."""
    return text.places is not None and b"%PDF" not in text.source.content[:1024]
