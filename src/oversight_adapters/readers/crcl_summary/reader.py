"""The reader: one page, read table by table."""

from __future__ import annotations

from itertools import product
from typing import Any

from oversight_adapters.readers.accounting import account
from oversight_adapters.readers.collector import collector_at_rest
from oversight_adapters.readers.crcl_summary.commitments import tell_commitments
from oversight_adapters.readers.crcl_summary.description import Descriptions
from oversight_adapters.readers.crcl_summary.documents import tell_document, tell_memos
from oversight_adapters.readers.crcl_summary.dossier import opened
from oversight_adapters.readers.crcl_summary.entries import entries
from oversight_adapters.readers.crcl_summary.layout import laid_out
from oversight_adapters.readers.crcl_summary.listing import grouped, listing_of
from oversight_adapters.readers.crcl_summary.outcomes import tell_actions, tell_findings, tell_release
from oversight_adapters.readers.crcl_summary.page import Page
from oversight_adapters.readers.crcl_summary.phrases import BOOK
from oversight_adapters.readers.crcl_summary.places import tell_subject
from oversight_adapters.readers.crcl_summary.recognise import sureness
from oversight_adapters.readers.crcl_summary.reconcile import link, reconcile
from oversight_adapters.readers.crcl_summary.responses import tell_responses
from oversight_adapters.readers.crcl_summary.reviews import tell_review
from oversight_adapters.readers.crcl_summary.totals import tell_totals
from oversight_adapters.readers.crcl_summary.work import tell_complaints, tell_work
from oversight_adapters.texts.documents import glance
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.layers import SECOND, in_place
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Candidate, Reading, Text

LONGEST = 400_000  # code points; a page of the office is a few thousand

_TELL = (
    tell_document,
    tell_subject,
    tell_memos,
    tell_totals,
    tell_responses,
    tell_review,
    tell_work,
    tell_complaints,
    tell_findings,
    tell_actions,
    tell_commitments,
    tell_release,
    link,
    reconcile,
)


class CrclSummaryReader:
    """What the office publishes about one review: the memo, the answer, the counts, and what came of it.

    It reads positions and never an oversight status, since the office states none.
    """

    name = "crcl-summary"
    phrasebook = BOOK

    def recognise(self, source: Source) -> int:
        """How surely this is such a page, 0 to 3, from its first characters."""
        return sureness(glance(source))

    def read(self, text: Text) -> Reading:
        """Everything that is stated, with its words."""
        with collector_at_rest():
            return in_place(text, self._read, blanks=SECOND)

    def _read(self, text: Text) -> Reading:
        content = text.content[:LONGEST]
        page = Page(content, fold(content), text.source.digest)
        if not content.strip():
            page.problem("empty", "the document holds no text")
        elif len(text.content) > LONGEST:
            page.problem("too-long", f"only the first {LONGEST:,} of {len(text.content):,} characters were read")
        found = entries(page) if content.strip() else []
        groups = grouped(
            opened(page, laid_out(page, start, end, title, alone=len(found) == 1)) for start, end, title in found
        )
        candidates: list[Candidate] = []
        for group in groups:
            out = Descriptions(page)
            for dossier, tell in product(group, _TELL):
                tell(dossier, out)
            candidates += out.candidates()
        if len(groups) > 1:
            candidates.append(listing_of(groups))
        excerpts = [excerpt for candidate in candidates for excerpt in candidate.excerpts]
        told = account(content, page.folded, excerpts, source=page.source)
        return Reading(
            tuple(candidates),
            tuple(dict.fromkeys(page.problems)),
            told.unaccounted,
            text.source,
            self.name,
            told.telling,
        )

    def value(self, excerpt: Excerpt) -> Any:
        """What the phrasebook row named by an excerpt makes of its words alone."""
        return BOOK.value(excerpt)
