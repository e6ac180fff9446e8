"""One document and what is known of it before its facts are told: its kind, its subject, its memos, its items."""

from __future__ import annotations

import re

import attrs

from oversight_adapters.readers.crcl_summary.layout import Layout, subject_of
from oversight_adapters.readers.crcl_summary.memos import Memo, answered, gathered, mentions
from oversight_adapters.readers.crcl_summary.page import Page, Sentence, Told
from oversight_core.names import Item, fingerprint, slug

_PART = re.compile(r"\s*,?\s*\(?\bpart\s+\w+\)?\s*$", re.IGNORECASE)


@attrs.frozen
class Dossier:
    """A document under reading.

    `summary` says whether it is one that tells positions (a summary or close summary) and not itself a memo;
    `main` is the memo that it is, or that was answered; `agency` is whom the memo addresses.
    """

    page: Page
    layout: Layout
    type: Told | None
    memos: tuple[Memo, ...]
    main: Memo | None
    subject: str
    agency: Told | None

    @property
    def summary(self) -> bool:
        """Whether it tells of a memo and its answer."""
        return self.type is None or str(self.type.value).endswith("summary")

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, without title and headings."""
        return self.layout.sentences

    @property
    def _addressee(self) -> str:
        return slug(str(self.agency.value)) if self.agency else ""

    @property
    def document(self) -> Item | None:
        """The document itself, where its title says what it is."""
        if self.type is None:
            return None
        return Item("document", "crcl", fingerprint(self.subject), str(self.type.value), self._addressee)

    @property
    def review(self) -> Item:
        """The review behind it.  Parts of one review have one."""
        return Item("review", "crcl", fingerprint(_PART.sub("", self.subject)))

    def memo_item(self, memo: Memo) -> Item:
        """The item of a memo: the subject, and its first printed type."""
        number = memo.type or slug(memo.printed or "memorandum")
        return Item("document", "crcl", fingerprint(self.subject), number, self._addressee)

    @property
    def anchor(self) -> Item:
        """The item that responses, findings, actions and releases belong to."""
        if self.main:
            return self.memo_item(self.main)
        return self.document or Item("document", "crcl", fingerprint(self.subject), "memorandum", self._addressee)

    def memo_before(self, sentence: Sentence, place: int) -> Memo | None:
        """The memo named last before a place."""
        best: tuple[int, Memo] | None = None
        for memo in self.memos:
            for mention in memo.mentions:
                at = mention.printed.place.start
                if at < place and (best is None or at > best[0]):
                    best = (at, memo)
        return best[1] if best else None

    def memo_in(self, sentence: Sentence, before: int) -> Memo | None:
        """The memo named last before a place of the same sentence."""
        memo = self.memo_before(sentence, before)
        named = memo and any(
            mention.sentence is sentence and mention.printed.place.start < before for mention in memo.mentions
        )
        return memo if named else None


def opened(page: Page, layout: Layout) -> Dossier:
    """The dossier of a laid-out document."""
    title = layout.title.said if layout.title else None
    type_, known = _type(page, layout)
    found = [mention for sentence in layout.sentences for mention in mentions(page, sentence)]
    memos = gathered(page, found, known)
    main = known[0] if known else answered(memos, _named_type(page, layout))
    subject = subject_of(page, layout.title) or _fallback(page, layout)
    agency = title.first("addressee", "agency") if title else None
    return Dossier(page, layout, type_, tuple(memos), main, subject, agency or _agency(page, layout, main))


def _type(page: Page, layout: Layout) -> tuple[Told | None, list[Memo]]:
    """What the title says the document is; a memo's title makes the memo known."""
    if not layout.title:
        return None, []
    said = layout.title.said
    if "type" in said:
        return said["type"], []
    name = said["printed_type"].place
    row = "spot-check-type/type" if said.row == "title-spot-check" else "memo-type/type"
    type_ = page.words("type", row, name.start, name.end)
    return type_, [Memo(title_type=str(type_.value))] if type_ else []


def _named_type(page: Page, layout: Layout) -> str:
    """The type of memo that the title of a summary names."""
    if not layout.title:
        return ""
    hit = page.find("memo-type", Sentence(layout.title.start, layout.title.end, -1))
    return str(hit["type"].value) if hit and "type" in hit else ""


def _agency(page: Page, layout: Layout, main: Memo | None) -> Told | None:
    """Whom the memo addresses: as it says, or who answered, or whom the title names."""
    if main:
        for mention in main.mentions:
            if mention.addressees:
                return mention.addressees[0]
    for family, slots in (
        ("responses", ("responder", "responder_2")),
        ("own", ("addressee",)),
        ("totals", ("addressee",)),
    ):
        for sentence in layout.sentences:
            for said in page.family(family, sentence):
                if one := said.first(*slots):
                    return one
    if layout.title:
        hit = page.find("component", Sentence(layout.title.start, layout.title.end, -1))
        return hit["agency"] if hit else None
    return None


def _fallback(page: Page, layout: Layout) -> str:
    """What stands for a subject where no title names one: the first facility, or the first sentence."""
    for sentence in layout.sentences:
        if hit := page.find("facility", sentence):
            return str(hit["facility"].value)
    return page.text(layout.sentences[0].start, layout.sentences[0].end) if layout.sentences else "untitled"
