"""Where a sentence stands: of which report it speaks, in which section, and on which recommendation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

import attrs

from oversight_adapters.readers.inspectors_general.describing import Description, Told
from oversight_adapters.readers.inspectors_general.reports import NUMBER, document_item, issuer_of, recommendation_item
from oversight_adapters.readers.oig_report.page import Page
from oversight_adapters.readers.oig_report.recommendations import Known
from oversight_adapters.readers.oig_report.sections import Part, Section
from oversight_adapters.readers.oig_report.slots import SPEAKER
from oversight_adapters.readers.phrasebook import Hit
from oversight_adapters.texts.spans import Span
from oversight_core.names import Item

_NUMBER = re.compile(NUMBER)
_EARLIER = re.compile(
    r"\b(?:prior|previous|earlier|last)\s+(?:\w+\s+){0,2}"
    r"(?:reports?|reviews?|audits?|inspections?|recommendations?|work|evaluations?)\b|"
    r"\b(?:previously|originally|initially)\b|"
    r"\b(?:made|issued|recommended)\s+(?:\w+\s+){0,2}in\s+(?:\w+\s+)?(?:19|20)\d\d\b|"
    r"\bin\s+(?:our|the|a|its)\s+(?:\w+\s+)?(?:19|20)\d\d\s+(?:report|review|audit)",
    re.IGNORECASE,
)
_OTHER_BODIES = re.compile(r"\b(?:GAO|Government\s+Accountability\s+Office|CRCL|OIDO|Ombudsman|Congress)\b")
_SUPPOSED = re.compile(
    r"\b(?:once|until|when|if|after|unless|whether|before|would|could|should|may|cannot|not|never|requests?|requested|"
    r"asks?|asked)\b[^,;]*$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:in|during|since)\s+(?:[A-Z]\w+\s+|fiscal\s+year\s+|FY\s*)?(?:19|20)\d\d\b[^.]{0,80}$", re.IGNORECASE
)
_ISSUED = re.compile(rf"\b(?:issued|published|released)\s+(?:\w+\s+){{0,4}}?(?P<number>{NUMBER})")
_OPENINGS = frozenset(
    (
        *("", "in", "report", "in report", "in report number", "of", "for"),
        *("at issuance of", "at the issuance of", "at the time of issuance of"),
    )
)
_SPEAKER = re.compile(SPEAKER, re.IGNORECASE)
_NUMERAL = re.compile(r"\d{1,3}[a-z]?")
_RANGE = re.compile(r"(\d{1,3})\s*(?:,?\s*(?:through|to)\s|-)\s*(\d{1,3})")
_MOST_NUMBERS = 60
_LONGEST_LEAD = 600


def numerals(words: str) -> list[tuple[str, Span | None]]:
    """Numbers of recommendations as they are listed, and where each stands; one within a range stands nowhere.

    >>> numerals("1 and 3-5")
    [('1', (0, 1)), ('3', (6, 7)), ('5', (8, 9)), ('4', None)]
    """
    named: list[tuple[str, Span | None]] = [(match[0], match.span()) for match in _NUMERAL.finditer(words)]
    for match in _RANGE.finditer(words):
        first, last = int(match[1]), int(match[2])
        if first < last < first + _MOST_NUMBERS:
            named += [(str(n), None) for n in range(first + 1, last)]
    return named


def supposed(text: str, start: int, place: int) -> bool:
    """Whether what leads to a statement only supposes it: "once", "if", "should"."""
    return _SUPPOSED.search(text, max(start, place - _LONGEST_LEAD), place) is not None


def led_away(text: str, start: int, place: int) -> bool:
    """Whether what leads to a total only supposes it, or speaks of another year's."""
    return supposed(text, start, place) or _DATED.search(text, max(start, place - _LONGEST_LEAD), place) is not None


def of_another(text: str, start: int, end: int, *, own: str) -> bool:
    """Whether words name a report by a number that is not its own, or speak of an earlier one."""
    named = any(match[0].upper() != own for match in _NUMBER.finditer(text, start, end))
    return named or _EARLIER.search(text, start, end) is not None


def spoken_for(descriptions: tuple[Description, ...], by: Told | None) -> tuple[Description, ...]:
    """Those that somebody speaks for: its own where the recommendation is made to several, else all."""
    own = tuple(one for one in descriptions if by and one.value("addressee") == by.value)
    return own or descriptions


@attrs.frozen(slots=False)  # it remembers what it looked up
class Scope:
    """One report with its sections and recommendations; `sole` is the only component that it addresses, if any."""

    page: Page
    document: Item
    number: str
    your_office: Told | None
    known: Known
    sections: list[Section]
    sole: Told | None = None

    def whose(self, start: int, end: int) -> Item | None:
        """The report that a sentence speaks of: this one, or the only other one that opens it; None where unclear."""
        text = self.page.text
        others = [match for match in _NUMBER.finditer(text, start, end) if match[0].upper() != self.number]
        if self.document.issuer != "gao" and _OTHER_BODIES.search(text, start, end):
            return None
        if not others:
            return None if _EARLIER.search(text, start, end) else self.document
        opens = " ".join(text[start : others[0].start()].lower().split()) in _OPENINGS
        if len({match[0].upper() for match in others}) == 1 and opens:
            return document_item(others[0][0].upper())
        return None

    def introduced(self, start: int, end: int) -> Item | None:
        """The report that a sentence says was issued, and that the sentences behind it go on about."""
        match = _ISSUED.search(self.page.text, start, end)
        return document_item(match["number"].upper()) if match and match["number"].upper() != self.number else None

    def behind_head(self, start: int, end: int) -> int:
        """Where a sentence begins, if the head of a section stands before it."""
        at = self._at(end - 1)
        inside = at >= 0 and start < self.sections[at].body <= end
        start = self.sections[at].body if inside else start
        return start + len(self.page.text[start:end]) - len(self.page.text[start:end].lstrip())

    def parted(self, start: int, end: int) -> Iterator[Span]:
        """A sentence by the sections that it runs through, where an extractor left no blank line between them."""
        for section in self.sections[bisect_right(self._starts, start) : bisect_right(self._starts, end - 1)]:
            yield start, section.start
            start = section.start
        yield start, end

    def section(self, place: int) -> Section | None:
        """The section that holds a place."""
        at = self._at(place)
        return self.sections[at] if at >= 0 and self.sections[at].part is not Part.OTHER else None

    def here(self, place: int) -> tuple[Description, ...]:
        """The recommendation of the section that holds a place, or of the last section that names one."""
        at = self._at(place)
        while at >= 0 and self.sections[at].part is not Part.OTHER:
            if number := self.sections[at].number:
                keys = numerals(self.page.folded[slice(*number)])
                return tuple(one for key, _ in keys for one in self.known.of(key))
            at -= 1
        return self.only

    @property
    def only(self) -> tuple[Description, ...]:
        """The recommendation of a report that makes one alone: it says so, or prints one that has no number."""
        if len(self.known.by_number) != 1:
            return ()
        [(name, found)] = self.known.by_number.items()
        total = self.page.record.of(self.document).value("recommendation_count")
        return found if total == 1 or (total is None and name.startswith("~")) else ()

    @cached_property
    def addresses_several(self) -> bool:
        """Whether the recommendations that are printed address more than one component."""
        printed = (one for several in self.known.by_number.values() for one in several)
        return len({one.value("addressee") for one in printed} - {None}) > 1

    def _at(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [section.start for section in self.sections]

    def commenter(self, section: Section, field: str) -> Told | None:
        """Who comments in a section, as its head names it."""
        if section.who is None:
            return None
        start, end = section.who
        who = self.page.text[start:end].rstrip().removesuffix("'s")
        return self.page.read("component", start, start + len(who), field) if _SPEAKER.fullmatch(who) else None

    def numbered(self, hit: Hit) -> Iterator[Description]:
        """The recommendations that a row names by their numbers; those that the report does not print begin here."""
        words, start = hit.match["numbers"], hit.match.start("numbers")
        for number, place in numerals(words):
            yield from self.known_or_begun(number.lower(), (start + place[0], start + place[1]) if place else None)

    def known_or_begun(self, number: str, place: Span | None) -> tuple[Description, ...]:
        """The recommendation of a number; where the report prints no texts it begins, and where it does, none does."""
        found = self.known.of(number)
        if not found and not self._prints_texts:
            to = str(self.sole.value) if self.sole else ""
            found = (self.page.record.of(recommendation_item(self.document, number, to)),)
            self.known.by_number[number] = found
            found[0].derive("document", self.document)
            found[0].tell("addressee", self.sole)
            if place:
                found[0].tell("number", self.page.read("key", *place, "number"))
            else:
                found[0].derive("number", number)
        return found

    @cached_property
    def _prints_texts(self) -> bool:
        return any(section.part is Part.TEXT for section in self.sections)

    def name(self, of: Item, start: int, end: int) -> None:
        """The number of another report that a sentence speaks of."""
        if of != self.document and (match := _NUMBER.search(self.page.text, start, end)):
            other = self.page.record.of(of)
            other.tell("number", self.page.read("report", *match.span(), "number"))
            other.derive("issuer", issuer_of(match[0]))
