"""The reader: one page, read table by table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product
from typing import Any

from oversight_adapters.readers.accounting import left_over, tells, untouched
from oversight_adapters.readers.collector import collector_at_rest
from oversight_adapters.readers.crcl_summary.commitments import tell_commitments
from oversight_adapters.readers.crcl_summary.description import Descriptions
from oversight_adapters.readers.crcl_summary.documents import tell_document, tell_memos
from oversight_adapters.readers.crcl_summary.dossier import Dossier
from oversight_adapters.readers.crcl_summary.entries import entries
from oversight_adapters.readers.crcl_summary.furniture import without_furniture
from oversight_adapters.readers.crcl_summary.layout import laid_out
from oversight_adapters.readers.crcl_summary.listing import grouped, listing_of
from oversight_adapters.readers.crcl_summary.opening import opened
from oversight_adapters.readers.crcl_summary.outcomes import tell_actions, tell_findings, tell_release
from oversight_adapters.readers.crcl_summary.page import Page
from oversight_adapters.readers.crcl_summary.phrases import BOOK
from oversight_adapters.readers.crcl_summary.places import tell_known_again, tell_subject
from oversight_adapters.readers.crcl_summary.recognise import sureness
from oversight_adapters.readers.crcl_summary.reconcile import link, reconcile
from oversight_adapters.readers.crcl_summary.responses import tell_responses
from oversight_adapters.readers.crcl_summary.reviews import tell_review
from oversight_adapters.readers.crcl_summary.totals import tell_totals
from oversight_adapters.readers.crcl_summary.work import tell_complaints, tell_work
from oversight_adapters.texts.blanks import second
from oversight_adapters.texts.documents import glance
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.layers import in_place
from oversight_adapters.texts.sentences import sentences
from oversight_core.provenance import Excerpt, Source, TextSpan
from oversight_core.reading import Candidate, Reading, Text, Unaccounted

LONGEST = 400_000  # code points; a page of the office is a few thousand

Tell = Callable[[Dossier, Descriptions], None]


def _answering(tell: Tell) -> Tell:
    """What tells of an answer, told of the memo that was answered; of none where none was."""

    def told(dossier: Dossier, out: Descriptions) -> None:
        if dossier.answering:
            tell(dossier.answering, out)

    return told


_TELL: tuple[Tell, ...] = (
    tell_document,
    tell_subject,
    tell_memos,
    tell_totals,
    _answering(tell_responses),
    tell_review,
    tell_work,
    tell_complaints,
    tell_known_again,
    tell_findings,
    _answering(tell_actions),
    _answering(tell_commitments),
    tell_release,
    link,
    _answering(reconcile),
)


def _account(page: Page, candidates: Iterable[Candidate]) -> tuple[tuple[Unaccounted, ...], int]:
    """What tells something and was not read, in the order of the text, and how much tells something at all."""
    excerpts = [excerpt for candidate in candidates for excerpt in candidate.excerpts] + page.settled
    telling = [span for span in sentences(page.folded) if tells(page.folded, *span)]
    quoted = [(e.locator.start, e.locator.end) for e in excerpts if isinstance(e.locator, TextSpan)]
    whole = [_listed(page, *span) for span in untouched(telling, quoted)]
    rest = left_over(page.content, page.folded, telling, excerpts, source=page.source)
    known = [(one.locator.start, one.locator.end) for one in whole if isinstance(one.locator, TextSpan)]
    passed = [
        _listed(page, start, end)
        for start, end in page.passed
        if not any(first < end and start < last for first, last in known)
    ]
    missed = sorted((*whole, *rest, *passed), key=_place)
    return tuple(missed), len(telling) + len(rest) + len(passed)


def _listed(page: Page, start: int, end: int) -> Unaccounted:
    return Unaccounted(page.content[start:end], TextSpan(start, end), page.source)


def _place(one: Unaccounted) -> int:
    return one.locator.start if isinstance(one.locator, TextSpan) else 0


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
            return in_place(text, self._read, blanks=second)

    def _read(self, text: Text) -> Reading:
        content = text.content[:LONGEST]
        page = Page(content, without_furniture(fold(content), content), text.source.digest)
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
        if listing := listing_of(page, groups):
            candidates.append(listing)
        unaccounted, telling = _account(page, candidates)
        return Reading(
            tuple(candidates), tuple(dict.fromkeys(page.problems)), unaccounted, text.source, self.name, telling
        )

    def value(self, excerpt: Excerpt) -> Any:
        """What the phrasebook row named by an excerpt makes of its words alone."""
        return BOOK.value(excerpt)
