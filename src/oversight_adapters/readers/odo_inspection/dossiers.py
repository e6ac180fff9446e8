"""Whose inspection a statement is about: of the number or the facility in its sentence, or of the last before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

import attrs

from oversight_adapters.readers.odo_inspection.compared import held
from oversight_adapters.readers.odo_inspection.dossier import Dossier
from oversight_adapters.readers.odo_inspection.other_times import AT_HAND, MOST_AFTER, OTHERS, goes_on, of_another_time
from oversight_adapters.readers.odo_inspection.phrases import BOOK
from oversight_adapters.readers.odo_inspection.rows import AGAIN, FOUND_REPEATS
from oversight_adapters.readers.odo_inspection.slots import facility_words, is_same_facility
from oversight_adapters.readers.odo_inspection.statements import Statement
from oversight_core.moments import Moment
from oversight_core.provenance import Excerpt
from oversight_core.reading import Candidate, Problem

_UNNUMBERED = "~"  # begins the key of an inspection that is known by its facility
_WHICH = frozenset({"number", "facility", "by", "started_on", "ended_on"})  # tell which inspection it is
_SOME = 2  # paragraphs that say something; a text with fewer may have lost its blank lines


@attrs.frozen
class Sentence:
    """A sentence with what is stated in it: its span, and the number of its paragraph."""

    span: tuple[int, int]
    paragraph: int
    statements: tuple[Statement, ...]


def _may_be_of_a_part(statement: Statement, field: str) -> bool:
    """Whether a count may be of a part of the inspection: deficiencies without their standards."""
    if field == "repeat_count":
        return statement.row in FOUND_REPEATS
    return field == "deficiency_count" and all(other != "deficient_count" for other, _, _ in statement.spans)


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
        self._of_facility: dict[frozenset[str], str] = {}
        self._again: list[tuple[Dossier, Statement]] = []
        for sentence in sentences:
            self._take(sentence)
        for dossier, statement in self._again:
            self._tell_again(dossier, self._read(statement))
        for dossier in self._found.values():
            self._tell_again(dossier, sorted(dossier.parts, key=lambda part: part[1], reverse=True), parts=True)

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
        whose, names = self._whose(named, words), self._facilities(sentence)
        if not named:
            whose = self._elsewhere(sentence, names, whose)
        if names and whose is not None:
            self._of_facility.setdefault(facility_words(names[0]), whose)
        for statement in self._of_its_time(sentence, words, whose):
            key = statement.number or whose
            if key is not None:
                number = "" if key.startswith(_UNNUMBERED) else key
                dossier = self._found.setdefault(key, Dossier(number, words))
                if statement.row in AGAIN:
                    self._again.append((dossier, statement))
                else:
                    self._note(dossier, statement)
        if len(named) > 1:
            self._last = ""

    def _of_its_time(self, sentence: Sentence, words: str, whose: str | None) -> tuple[Statement, ...]:
        """What a sentence states of the inspection at hand: all, or nothing, or what says so itself."""
        at_hand = tuple(one for one in sentence.statements if one.at_hand)
        if at_hand:
            self._elsewhen = 0
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

    def _elsewhere(self, sentence: Sentence, names: list[str], whose: str | None) -> str | None:
        """The inspection of another facility, where a sentence names one, or goes on with one; else that at hand."""
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
        self._aside = self._of_facility.setdefault(facility_words(names[0]), _UNNUMBERED + names[0])
        return self._aside

    def _facilities(self, sentence: Sentence) -> list[str]:
        return [value for statement in sentence.statements for _, value in self._read(statement, only="facility")]

    def _read(self, statement: Statement, *, only: str = "") -> Iterator[tuple[Excerpt, Any]]:
        """The words of a statement that can be read, with what they are; of one field `only`, if it is named."""
        for field, start, end in statement.spans:
            if only and field != only:
                continue
            excerpt = BOOK.excerpt(field, (f"{statement.row}/{field}", start, end), self._content, self._source)
            with suppress(ValueError):
                yield excerpt, BOOK.value(excerpt)

    def _note(self, dossier: Dossier, statement: Statement) -> None:
        for excerpt, value in self._read(statement):
            if _may_be_of_a_part(statement, excerpt.field):
                dossier.parts.append((excerpt, value))
            else:
                self._tell(dossier, excerpt, value)

    def _tell(self, dossier: Dossier, excerpt: Excerpt, value: Any) -> None:
        if not dossier.tell(excerpt, value):
            self._differs(excerpt, "both are kept")

    def _tell_again(self, dossier: Dossier, read: Iterable[tuple[Excerpt, Any]], *, parts: bool = False) -> None:
        """What others may have said before: left out if they say otherwise; of fewer it may be a part."""
        for excerpt, value in read:
            known = dossier.said.fields.get(excerpt.field, value)
            if known == value:
                dossier.tell(excerpt, value)
            elif value > known or not parts:
                self._differs(excerpt, "the one beside others is left out")

    def _differs(self, excerpt: Excerpt, rest: str) -> None:
        say = f"{excerpt.field.replace('_', ' ')} is stated twice of one inspection, and differs; {rest}"
        self.problems.append(Problem("value-differs", say, excerpt.locator, self._source))

    def compare(self, rows: Iterable[Statement]) -> None:
        """Tell the last column of a table of several inspections, where it is known to be that of this one."""
        if len(self._found) != 1:
            return
        [dossier] = self._found.values()
        for statement in held(dossier.said.fields, self._content, rows):
            for excerpt, value in self._read(statement):
                self._tell(dossier, excerpt, value)

    def candidates(self) -> Iterator[Candidate]:
        """Every inspection of which something is said."""
        for key, dossier in self._found.items():
            if not key.startswith(_UNNUMBERED) or set(dossier.said.fields) - {"facility", "by"}:
                yield from dossier.candidates()
