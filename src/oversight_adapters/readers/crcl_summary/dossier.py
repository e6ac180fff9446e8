"""One document and what is known of it before its facts are told: its kind, its subject, its memos, its items."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

import attrs

from oversight_adapters.readers.crcl_summary.agencies import alone
from oversight_adapters.readers.crcl_summary.layout import Layout
from oversight_adapters.readers.crcl_summary.memos import Memo, Mention, answered, gathered, mentions
from oversight_adapters.readers.crcl_summary.page import Page, Said, Sentence, Told
from oversight_adapters.readers.crcl_summary.title import subject_of
from oversight_adapters.readers.crcl_summary.vocabulary import EARLIER
from oversight_core.moments import Moment
from oversight_core.names import Item, fingerprint, slug

_QUOTES_OTHERS = ("retention-memorandum", "close-memorandum", "implementation-review", "reconsideration")
UNNAMED = "memorandum"  # one whose head and name say no more
_MADE = re.compile(
    r"\bCRCL\b[^.;]{0,40}\b(?:issued|made|sent|provided|had)\b[^.;]{0,60}\brecommendations?\b", re.IGNORECASE
)
_PART = re.compile(r"\s*,?\s*\(?\bpart\s+\w+\)?\s*$", re.IGNORECASE)


@attrs.frozen(slots=False)  # it remembers what it looked up
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
        if self.layout.header:
            return False
        return self.type is None or str(self.type.value).endswith("summary")

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, without title and headings."""
        return self.layout.sentences

    @cached_property
    def _addressee(self) -> str:
        return slug(str(self.agency.value)) if self.agency else ""

    @cached_property
    def document(self) -> Item | None:
        """The document itself, where its title says what it is."""
        if self.type is None and self.layout.header is None:
            return None
        type_ = str(self.type.value) if self.type else UNNAMED
        return Item("document", "crcl", fingerprint(self.subject), type_, self._addressee)

    @property
    def key(self) -> tuple[str, str]:
        """What it is told apart by on a page of several: its subject and its type."""
        type_ = str(self.type.value) if self.type else ""
        return fingerprint(self.subject), type_ or (_number(self.main) if self.main else UNNAMED)

    @cached_property
    def review(self) -> Item:
        """The review behind it.  Parts of one review have one."""
        return Item("review", "crcl", fingerprint(_PART.sub("", self.subject)))

    @cached_property
    def _memo_items(self) -> dict[int, Item]:
        return {}

    def memo_item(self, memo: Memo) -> Item:
        """The item of a memo: the subject and its type, or its own sentence where another memo has both already."""
        item = self._memo_items.get(id(memo))
        if item is None:
            item = self._memo_items[id(memo)] = self._memo_item(memo)
        return item

    def _memo_item(self, memo: Memo) -> Item:
        number = _number(memo)
        first = next((one for one in (self.main, *self.memos) if one and _number(one) == number), memo)
        own = first is memo or not memo.mentions
        identity = (
            self.subject if own else self.page.text(memo.mentions[0].sentence.start, memo.mentions[0].sentence.end)
        )
        return Item("document", "crcl", fingerprint(identity), number, self._addressee)

    @cached_property
    def anchor(self) -> Item:
        """The item that responses, findings, actions and releases belong to."""
        if self.main:
            return self.memo_item(self.main)
        return self.document or Item("document", "crcl", fingerprint(self.subject), "memorandum", self._addressee)

    @cached_property
    def _named(self) -> list[tuple[int, Memo, Mention]]:
        """Every mention of a memo, in the order of the text."""
        named = [(mention.printed.place.start, memo, mention) for memo in self.memos for mention in memo.mentions]
        return sorted(named, key=lambda one: one[0])

    def mentions_in(self, sentence: Sentence) -> list[Mention]:
        """The mentions of memos in a sentence."""
        first = bisect_left(self._named, sentence.start, key=lambda one: one[0])
        last = bisect_left(self._named, sentence.end, key=lambda one: one[0])
        return [mention for _, _, mention in self._named[first:last]]

    def memo_before(self, place: int, since: int = 0) -> Memo | None:
        """The memo named last before a place, but not before another."""
        at = bisect_left(self._named, place, key=lambda one: one[0]) - 1
        return self._named[at][1] if at >= 0 and self._named[at][0] >= since else None

    def of_another_memo(self, sentence: Sentence) -> bool:
        """Whether a sentence speaks of memos, and the main one is none of them."""
        main = self.main
        others = any(memo is not main and memo.in_sentence(sentence) for memo in self.memos)
        return others and not (main and main.in_sentence(sentence))

    def of_an_earlier_review(self, sentence: Sentence) -> bool:
        """Whether a document that opens or closes a matter tells of recommendations that were made before."""
        type_ = str(self.type.value) if self.type else ""
        return type_ in _QUOTES_OTHERS and bool(_MADE.search(self.page.folded, sentence.start, sentence.end))

    @cached_property
    def answered_on(self) -> tuple[Moment, ...]:
        """When the main memo was answered: as sentences that name it say, or the first that gives such a date."""
        dated = [
            (sentence, said["responded_on"].value)
            for sentence in self.sentences
            if not self.of_another_memo(sentence)
            for said in self.page.family("responses", sentence)
            if "responded_on" in said
        ]
        named = [date for sentence, date in dated if self.main and self.main.in_sentence(sentence)]
        return tuple(dict.fromkeys(named[:8] or [date for _, date in dated[:1]]))


def _number(memo: Memo) -> str:
    return memo.type or slug(memo.printed or "memorandum")


def opened(page: Page, layout: Layout) -> Dossier:
    """The dossier of a laid-out document."""
    title = layout.title.said if layout.title else None
    type_, known = _type(page, layout)
    found = [mention for sentence in layout.sentences for mention in mentions(page, sentence)]
    memos = gathered(found, known)
    if not memos:
        memos = gathered(_named(page, layout)) or [Memo()]
    main = known[0] if known else answered(memos, _named_type(page, layout))
    for sentence in layout.sentences:
        for said in page.family("plain-memos", sentence):
            if main and _of_main(page, said, memos, type_):
                main.add_unnamed(said)
    if layout.header and main:
        main.dates |= {told.value for told in layout.header.dates}
    subject = subject_of(page, layout.title) or _fallback(page, layout)
    agency = title.first("addressee", "agency") if title and "addressee_2" not in title else None
    if title and "addressee_2" in title:
        return Dossier(page, layout, type_, tuple(memos), main, subject, None)
    if layout.header:
        several = len(layout.header.addressees) > 1
        agency = layout.header.addressee
        return Dossier(
            page,
            layout,
            type_,
            tuple(memos),
            main,
            subject,
            agency or (None if several else _agency(page, layout, main)),
        )
    return Dossier(page, layout, type_, tuple(memos), main, subject, agency or _agency(page, layout, main))


def _of_main(page: Page, said: Said, memos: list[Memo], type_: Told | None) -> bool:
    """Whether "the memorandum" is the main one: no other is named, and it is of no kind that quotes others."""
    opening = type_ is not None and str(type_.value) in _QUOTES_OTHERS
    if said.row != "plain-the-memo":
        return not opening
    return len(memos) == 1 and not opening and not EARLIER.search(page.text(said.sentence.start, said.start))


def _named(page: Page, layout: Layout) -> list[Mention]:
    """The memo that the title of a summary names, for a text that names none."""
    if not layout.title:
        return []
    return list(mentions(page, Sentence(layout.title.start, layout.title.end, -1)))


def _type(page: Page, layout: Layout) -> tuple[Told | None, list[Memo]]:
    """What the title says the document is; a memo's title makes the memo known."""
    if not layout.title:
        return None, [Memo(UNNAMED)] if layout.header else []
    if layout.title.said.row == "subject":
        return None, [Memo(UNNAMED)]
    said = layout.title.said
    if "type" in said:
        return said["type"], []
    name = said["printed_type"].place
    row = "spot-check-type/type" if said.row == "title-spot-check" else "memo-type/type"
    type_ = page.words("type", row, name.start, name.end)
    return type_, [Memo(str(type_.value))] if type_ else []


def _named_type(page: Page, layout: Layout) -> str:
    """The type of memo that the title of a summary names."""
    if not layout.title:
        return ""
    hit = page.find("memo-type", Sentence(layout.title.start, layout.title.end, -1))
    return str(hit["type"].value) if hit and "type" in hit else ""


def _agency(page: Page, layout: Layout, main: Memo | None) -> Told | None:
    """Whom the memo addresses: as it says, or who answered or was answered for, or the only one the page names."""
    if main:
        for mention in main.mentions:
            if mention.addressees:
                return mention.addressees[0]
    families = (
        ("responses", ("on_behalf_of", "on_behalf_of_2", "on_behalf_of_3", "responder", "responder_2")),
        ("own", ("addressee",)),
        ("totals", ("addressee", "addressee_2")),
    )
    for family, slots in families:
        for sentence in layout.sentences:
            for said in page.family(family, sentence):
                one = said.first(*slots)
                if one and said.row != "two-answered-on" and alone(page, sentence, one):
                    return one
    return _only_one_named(page, layout)


def _only_one_named(page: Page, layout: Layout) -> Told | None:
    spans = [Sentence(layout.title.start, layout.title.end, -1)] if layout.title else []
    named: dict[str, Told] = {}
    for sentence in (*spans, *layout.sentences):
        for told in page.every("component", sentence, "agency"):
            named.setdefault(str(told.value), told)
    if len(named) > 1:
        named.pop("DHS", None)  # the department stands beside its components
    return next(iter(named.values())) if len(named) == 1 else None


def _fallback(page: Page, layout: Layout) -> str:
    """What stands for a subject where no title names one: the first facility, or the first sentence."""
    for sentence in layout.sentences:
        if hit := page.find("facility", sentence):
            return str(hit["facility"].value)
    return page.text(layout.sentences[0].start, layout.sentences[0].end) if layout.sentences else "untitled"
