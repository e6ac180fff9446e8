"""Whose inspection a statement is about: that of the number in its sentence, or of the last one before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

import attrs

from oversight_adapters.readers.odo_inspection.compared import held
from oversight_adapters.readers.odo_inspection.other_times import AT_HAND, MOST_AFTER, OTHERS, goes_on, of_another_time
from oversight_adapters.readers.odo_inspection.phrases import BOOK
from oversight_adapters.readers.odo_inspection.slots import is_same_facility, standards_alike
from oversight_adapters.readers.odo_inspection.statements import Statement
from oversight_adapters.readers.said import Said
from oversight_core.entities import Inspection
from oversight_core.moments import Moment
from oversight_core.names import Item, fingerprint, slug
from oversight_core.provenance import Excerpt
from oversight_core.reading import Candidate, Problem

_UNNUMBERED = "~"  # begins the key of an inspection that is known by its facility
_WHICH = frozenset({"number", "facility", "by", "started_on", "ended_on"})
_SOME = 2  # paragraphs that say something; a text with fewer may have lost its blank lines


@attrs.define
class Dossier:
    """One inspection: its number, what is said of it, and what contradicts that."""

    number: str
    sentence: str
    said: Said = attrs.Factory(Said)
    others: list[Said] = attrs.Factory(list)

    def tell(self, excerpt: Excerpt, value: Any) -> bool:
        """A value with its words; False where it contradicts another one, and is kept apart."""
        known = self.said.fields.get(excerpt.field, value)
        if known == value:
            self.said.tell(value, excerpt)
            return True
        if self._says_again(excerpt.field, known, value):
            return True
        other = Said()
        other.tell(value, excerpt)
        self.others.append(other)
        return False

    def _says_again(self, field: str, known: Any, value: Any) -> bool:
        """Whether a value is the known one in other words, or a day of the visit that is known."""
        if field == "standard":
            return standards_alike(known) == standards_alike(value)
        if field == "facility":
            return is_same_facility(known, value)
        last = self.said.fields.get("ended_on")
        return field == "started_on" and last is not None and known.earliest <= value.earliest <= last.latest

    @property
    def item(self) -> Item:
        """Named for its number, else for the facility and the sentence that first tells of it."""
        unnumbered = f"{self.said.fields.get('facility', '')} {self.sentence}"
        return Item("inspection", "odo", slug(self.number) if self.number else fingerprint(unnumbered))

    def candidates(self) -> Iterator[Candidate]:
        """The inspection, and each value that contradicts it."""
        for said in (self.said, *self.others):
            if set(said.fields) - {"number", "by"}:
                yield Candidate(self.item, Inspection(**said.fields), (), None, tuple(said.excerpts))


@attrs.frozen
class Sentence:
    """A sentence with what is stated in it: its span, and the number of its paragraph."""

    span: tuple[int, int]
    paragraph: int
    statements: tuple[Statement, ...]


def _tells_more(statement: Statement) -> bool:
    """Whether a statement tells more than which inspection it is."""
    return not {field for field, _, _ in statement.spans} <= _WHICH


class Dossiers:
    """All inspections of a document, out of its sentences; used once."""

    def __init__(self, content: str, source: str, sentences: tuple[Sentence, ...]) -> None:
        self._content, self._source = content, source
        self._numbers = {one.number for said in sentences for one in said.statements if one.number}
        self._found: dict[str, Dossier] = {}
        self._paragraph, self._last, self._said = -1, "", False
        self._own = self._first_alone(sentences)
        self._heading = ""  # the number of a paragraph that tells nothing more: it heads what follows
        self._elsewhen = 0  # sentences that may go on with one of another time
        self._other_paragraph = -1
        self._aside, self._aside_paragraph = "", -1  # the inspection of another facility than the one at hand
        self._in_paragraphs = len({sentence.paragraph for sentence in sentences}) > _SOME
        self.problems: list[Problem] = []
        for sentence in sentences:
            self._take(sentence)

    @staticmethod
    def _first_alone(sentences: tuple[Sentence, ...]) -> str:
        """The number of the document itself: the first one, where its paragraph tells nothing more; else ""."""
        first = next((one for one in sentences if any(told.number for told in one.statements)), None)
        together = [] if first is None else [one for one in sentences if one.paragraph == first.paragraph]
        told = [statement for one in together for statement in one.statements]
        numbers = {one.number for one in told if one.number}
        return numbers.pop() if len(numbers) == 1 and not any(map(_tells_more, told)) else ""

    def _take(self, sentence: Sentence) -> None:
        words = " ".join(self._content[slice(*sentence.span)].split())
        if sentence.paragraph != self._paragraph:
            self._paragraph = sentence.paragraph
            self._heading = self._last if not self._said else "" if self._last != self._heading else self._heading
            self._last, self._said = self._heading, False
        self._said = self._said or any(_tells_more(one) for one in sentence.statements)
        named = list(dict.fromkeys(one.number for one in sentence.statements if one.number))
        if len(named) == 1:
            self._last = named[0]
        whose = self._whose(named, words)
        if not named:
            whose = self._elsewhere(sentence, whose)
        for statement in self._of_its_time(sentence, words, whose):
            key = statement.number or whose
            if key is not None:
                number = "" if key.startswith(_UNNUMBERED) else key
                self._tell(self._found.setdefault(key, Dossier(number, words)), statement)
        if len(named) > 1:
            self._last = ""

    def _of_its_time(self, sentence: Sentence, words: str, whose: str | None) -> tuple[Statement, ...]:
        """What a sentence states of the inspection at hand: all, or nothing, or what says so itself."""
        at_hand = tuple(one for one in sentence.statements if one.at_hand)
        if at_hand:
            return at_hand if of_another_time(words, self._started(whose)) else sentence.statements
        elsewhen = self._is_of_another_time(words, whose, apart=sentence.paragraph != self._other_paragraph)
        return () if elsewhen else sentence.statements

    def _started(self, whose: str | None) -> Moment | None:
        dossier = self._found.get(whose) if whose is not None else None
        return dossier.said.fields.get("started_on") if dossier else None

    def _is_of_another_time(self, words: str, whose: str | None, *, apart: bool) -> bool:
        if OTHERS.search(words) or of_another_time(words, self._started(whose)):
            self._elsewhen, self._other_paragraph = MOST_AFTER, self._paragraph
            return True
        together = self._in_paragraphs and not apart
        self._elsewhen = self._elsewhen - 1 if self._elsewhen and goes_on(words, together=together) else 0
        return self._elsewhen > 0

    def _whose(self, named: list[str], words: str) -> str | None:
        """The inspection that a sentence is about; None where it may be of several."""
        if len(self._numbers) <= 1:
            return next(iter(self._numbers), "")
        if len(named) > 1:
            return None
        if not self._last and AT_HAND.search(words):
            self._last = self._own
        return self._last or None

    def _elsewhere(self, sentence: Sentence, whose: str | None) -> str | None:
        """The inspection of another facility, where a sentence names one, or goes on with one; else that at hand."""
        names = self._facilities(sentence)
        if not names:
            if sentence.paragraph != self._aside_paragraph:
                self._aside = ""
            return self._aside or whose
        known = self._found[whose].said.fields.get("facility") if whose in self._found else None
        self._aside, self._aside_paragraph = "", sentence.paragraph
        if any(not is_same_facility(name, names[0]) for name in names):
            return None
        if known is None or is_same_facility(known, names[0]):
            return whose
        self._aside = next(
            (
                key
                for key, one in self._found.items()
                if is_same_facility(one.said.fields.get("facility", _UNNUMBERED), names[0])
            ),
            _UNNUMBERED + names[0],
        )
        return self._aside

    def _facilities(self, sentence: Sentence) -> list[str]:
        names = []
        for statement in sentence.statements:
            for field, start, end in statement.spans:
                if field == "facility":
                    excerpt = BOOK.excerpt(field, (f"{statement.row}/{field}", start, end), self._content, self._source)
                    with suppress(ValueError):
                        names.append(BOOK.value(excerpt))
        return names

    def _tell(self, dossier: Dossier, statement: Statement) -> None:
        for field, start, end in statement.spans:
            excerpt = BOOK.excerpt(field, (f"{statement.row}/{field}", start, end), self._content, self._source)
            try:
                value = BOOK.value(excerpt)
            except ValueError:
                continue
            if not dossier.tell(excerpt, value):
                say = f"{field.replace('_', ' ')} is stated twice of one inspection, and differs; both are kept"
                self.problems.append(Problem("value-differs", say, excerpt.locator, self._source))

    def compare(self, rows: Iterable[Statement]) -> None:
        """Tell the last column of a table of several inspections, where it is known to be that of this one."""
        if len(self._found) != 1:
            return
        [dossier] = self._found.values()
        for statement in held(dossier.said.fields, self._content, rows):
            self._tell(dossier, statement)

    def candidates(self) -> Iterator[Candidate]:
        """Every inspection of which something is said."""
        for key, dossier in self._found.items():
            if not key.startswith(_UNNUMBERED) or set(dossier.said.fields) - {"facility", "by"}:
                yield from dossier.candidates()
