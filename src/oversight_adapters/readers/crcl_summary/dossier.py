"""One document and what is known of it before its facts are told: its kind, its subject, its memos, its items."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

import attrs

from oversight_adapters.readers.crcl_summary.layout import Layout
from oversight_adapters.readers.crcl_summary.memos import Memo, Mention, answered
from oversight_adapters.readers.crcl_summary.page import Page, Sentence, Told
from oversight_core.moments import Moment
from oversight_core.names import Item, fingerprint, slug

QUOTES_OTHERS = ("retention-memorandum", "close-memorandum", "implementation-review", "reconsideration")
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

    @cached_property
    def answering(self) -> Dossier | None:
        """This document as one that tells of an answer; a close memo tells of the one to the memo that it names."""
        if self.summary:
            return self
        if self.type is None or self.type.value != "close-memorandum":
            return None
        others = [memo for memo in self.memos if memo is not self.main]
        main = answered(others)
        return attrs.evolve(self, main=main) if main or not others else None

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
        return type_ in QUOTES_OTHERS and bool(_MADE.search(self.page.folded, sentence.start, sentence.end))

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
