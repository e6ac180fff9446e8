"""One document at work: its text, its sentences, and what each row of the phrasebook finds in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import attrs

from oversight_adapters.readers.crcl_summary.phrases import BOOK, FAMILIES
from oversight_adapters.readers.phrasebook import Hit, Phrase
from oversight_adapters.readers.phrasebook.sieve import Sieve, Sifted, sifted_hits
from oversight_adapters.texts.sentences import sentences
from oversight_core.provenance import Excerpt, TextSpan
from oversight_core.quick import maker, quick
from oversight_core.reading import Problem

Tried = tuple[Phrase, Callable[[str, int, int], re.Match[str] | None], int | None]
"""A row, how it is tried at a place, and which beginnings lead to such places; None where any place may be one."""

LONGEST_SENTENCE = 4_000  # code points; what is longer is no sentence, and stays unaccounted


@quick
@attrs.frozen(weakref_slot=False)
class Told:
    """A value, and the words that tell it.  `field` is the slot's, which an entity may name otherwise."""

    field: str
    value: Any
    excerpt: Excerpt

    def as_(self, field: str) -> Told:
        """The same words, told of another field."""
        if field == self.field:
            return self
        one = self.excerpt
        return Told(field, self.value, Excerpt(field, one.words, one.locator, one.source, one.phrase))

    @property
    def place(self) -> TextSpan:
        """Where the words stand."""
        assert isinstance(self.excerpt.locator, TextSpan)
        return self.excerpt.locator


_told = maker(Told)


@quick
@attrs.frozen(weakref_slot=False)
class Sentence:
    """A sentence, its paragraph, and the heading it stands under."""

    start: int
    end: int
    paragraph: int
    heading: tuple[int, int] | None = None


@quick
@attrs.frozen(weakref_slot=False)
class Said:
    """What one row found in one sentence: from where to where, and what each slot tells."""

    row: str
    sentence: Sentence
    start: int
    end: int
    told: Mapping[str, Told]

    def __contains__(self, slot: str) -> bool:
        return slot in self.told

    def __getitem__(self, slot: str) -> Told:
        return self.told[slot]

    def first(self, *slots: str) -> Told | None:
        """The first of these slots that took part."""
        return next((self.told[slot] for slot in slots if slot in self.told), None)


@attrs.define
class Page:
    """The text of one document, folded, with the digest of its source; problems gather while it is read.

    `settled` are words that were read and told by others already: a coarser date beside the finer one.  `passed` are
    entries of a list that are no documents of the office.
    """

    content: str
    folded: str
    source: str
    problems: list[Problem] = attrs.Factory(list)
    settled: list[Excerpt] = attrs.Factory(list)
    passed: list[tuple[int, int]] = attrs.Factory(list)
    _found: dict[int, dict[str, tuple[Said, ...]]] = attrs.Factory(dict)
    _sifted: dict[tuple[int, int], Sifted] = attrs.Factory(dict)
    lowered: str = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        lowered = self.folded.lower()
        self.lowered = lowered if len(lowered) == len(self.folded) else self.folded  # places must be the same

    def problem(self, code: str, message: str, place: TextSpan | None = None) -> None:
        """Something that does not hold together."""
        self.problems.append(Problem(code, message, place, self.source))

    def words(self, field: str, row: str, start: int, end: int) -> Told | None:
        """What these words tell by a row, `name/slot`; None (and a problem) where they are no such thing."""
        excerpt = BOOK.excerpt(field, (row, start, end), self.content, self.source)
        try:
            return _told(field, _value(row, self.content[start:end]), excerpt)
        except ValueError as error:
            if row.endswith("_on"):
                self.problem("unreadable-date", f"{str(excerpt.words)!r} is no date: {error}", TextSpan(start, end))
            return None

    def said(self, hit: Hit, sentence: Sentence) -> Said:
        """What a row tells where it was found."""
        told = {}
        for slot, start, end in hit.spans():
            field, place = _named(hit.phrase.name, slot)
            if one := self.words(field, place, start, end):
                told[slot] = one
        return Said(hit.phrase.name, sentence, hit.match.start(), hit.match.end(), told)

    def find(self, row: str, sentence: Sentence, start: int | None = None, end: int | None = None) -> Said | None:
        """The first place of a row in a sentence, or in a part of it."""
        first, last = sentence.start if start is None else start, sentence.end if end is None else end
        hit = next(iter(self._hits(row, self.sifted(sentence), first, last)), None)
        return self.said(hit, sentence) if hit else None

    def at(self, row: str, sentence: Sentence, start: int) -> Said | None:
        """A row at one place of a sentence."""
        hit = BOOK.match(row, self.folded, start, sentence.end)
        return self.said(hit, sentence) if hit else None

    def all(self, row: str, sentence: Sentence) -> Iterator[Said]:
        """Every place of a row in a sentence."""
        for hit in self._hits(row, self.sifted(sentence), sentence.start, sentence.end):
            yield self.said(hit, sentence)

    def every(self, row: str, sentence: Sentence, slot: str) -> Iterator[Told]:
        """All that one slot of a row tells in a sentence."""
        for said in self.all(row, sentence):
            if one := said.first(slot):
                yield one

    def family(self, name: str, sentence: Sentence) -> tuple[Said, ...]:
        """All that a family of rows finds in a sentence; looked for once."""
        found = self._found.get(sentence.start)
        if found is None:
            sifted = self.sifted(sentence)
            found = self._found[sentence.start] = {
                family: said
                for family, rows in _families(sifted.rows)
                if (said := tuple(self._search(rows, sentence, sifted)))
            }
        return found.get(name, ())

    def sifted(self, sentence: Sentence) -> Sifted:
        """The rows by which a sentence may be read, and from where; looked for once."""
        key = (sentence.start, sentence.end)
        sifted = self._sifted.get(key)
        if sifted is None:
            sifted = self._sifted[key] = _sieve().sift(self.folded, *key)
        return sifted

    def _search(self, rows: Iterable[Tried], sentence: Sentence, sifted: Sifted) -> Iterator[Said]:
        for row, match, begins in rows:
            if begins is None:
                for hit in self._hits(row.name, sifted, sentence.start, sentence.end):
                    yield self.said(hit, sentence)
                continue
            start = sentence.start
            for place in sifted.places(begins):
                if place >= start and (one := match(self.folded, place, sentence.end)):
                    yield self.said(Hit(row, one), sentence)
                    start = max(one.end(), place + 1)

    def _hits(self, row: str, sifted: Sifted, start: int, end: int) -> Sequence[Hit]:
        """Every place of a row in a part of a sentence."""
        return sifted_hits(BOOK, _sieve(), sifted, row, start, end)

    def text(self, start: int, end: int) -> str:
        """The folded text of a span, with single blanks."""
        return " ".join(self.folded[start:end].split())


@lru_cache(maxsize=8_192)
def _families(rows: frozenset[str]) -> tuple[tuple[str, tuple[Tried, ...]], ...]:
    """The families of which some are among these rows, and which these are, in order."""
    among = (
        (family.name, tuple(_tried(row.name) for row in family.phrases if row.name in rows)) for family in FAMILIES
    )
    return tuple((name, found) for name, found in among if found)


@cache
def _tried(row: str) -> Tried:
    return BOOK.phrases[row], BOOK.pattern(row).match, _sieve().begins.get(row)


@cache
def _named(row: str, slot: str) -> tuple[str, str]:
    """The field that a slot tells, and its place in the phrasebook."""
    return re.sub(r"_\d$", "", slot), f"{row}/{slot}"


@lru_cache(maxsize=8_192)
def _value(place: str, words: str) -> Any:
    """What these words are at a place of the phrasebook; dates, counts and names come again and again."""
    return BOOK.slot(place).value(words)


@cache
def _sieve() -> Sieve:
    """The rows sieved, made when the first page is read."""
    return Sieve(BOOK.written)


def sentences_of(folded: str, start: int, end: int, headings: list[tuple[int, int]]) -> Iterator[Sentence]:
    """The sentences of a span; headings are none of them, and over-long ones are left out."""
    at, paragraph, last = start, 0, start
    current: tuple[int, int] | None = None
    for stop in [*headings, (end, end)]:
        for first, final in sentences(folded, at, stop[0]):
            if "\n" in folded[last:first] and not folded[last:first].strip(" \n"):
                paragraph += folded[last:first].replace(" ", "").count("\n") > 1
            last = final
            if final - first <= LONGEST_SENTENCE:
                yield Sentence(first, final, paragraph, current)
        at, current, paragraph = stop[1], stop, paragraph + 1
