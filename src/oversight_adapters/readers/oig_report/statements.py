"""Sentences about recommendations: whose they are, and what each row of them tells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import attrs

from oversight_adapters.readers import dates
from oversight_adapters.readers.inspectors_general.describing import Description, Told
from oversight_adapters.readers.inspectors_general.reports import NUMBER, document_item
from oversight_adapters.readers.oig_report.layout import Part, Section
from oversight_adapters.readers.oig_report.lines import lines
from oversight_adapters.readers.oig_report.page import Page
from oversight_adapters.readers.oig_report.phrases import BOOK, COUNTED_POSITIONS
from oversight_adapters.readers.oig_report.phrases.answers import NAMED
from oversight_adapters.readers.oig_report.phrases.completion import COMPLETION
from oversight_adapters.readers.oig_report.phrases.money import MONEY
from oversight_adapters.readers.oig_report.phrases.statuses import CLOSED_BEFORE, COUNTS, LISTED, STATUSES
from oversight_adapters.readers.oig_report.phrases.totals import TOTALS
from oversight_adapters.readers.oig_report.recommendations import Known
from oversight_adapters.readers.oig_report.slots import SPEAKER
from oversight_adapters.readers.oig_report.tables import Line, of_recommendation, tell_reports
from oversight_adapters.readers.phrasebook import Hit, Phrase
from oversight_core.names import Item, slug

STATUS, POSITION = "dhs-oig/status", "dhs-oig/position"

_NUMBER = re.compile(NUMBER)
_NAMED = re.compile(NAMED.replace(" ", r"\s+"), re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:prior|previous|earlier|last)\s+(?:\w+\s+){0,2}(?:reports?|reviews?|audits?|inspections?|recommendations?|work|evaluations?)\b|"
    r"\b(?:previously|originally|initially)\b|\bin\s+(?:our|the|a|its)\s+(?:\w+\s+)?(?:19|20)\d\d\s+(?:report|review|audit)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"(?P<who>{SPEAKER})(?:'s)?(?:\s+(?:officials|management|leadership|also|has|have|fully|generally|formally|then|subsequently|"
    r"partially|partly|,|and|both)){0,4}\s*$",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"(?:it|they|the\s+(?:agency|component|department|bureau))(?:\s+(?:also|has|have|then)){0,2}\s*$", re.IGNORECASE
)
_JOINED = re.compile(r"(?:\b(?:and|but|while)|[,;])(?:\s+(?:it|they|also|has|have|but|and))*\s*$", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:once|until|when|if|after|unless|whether|before|would|could|should|may|cannot|not|never)\b[^,;]*$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"[^.;:]{0,120}?\band\s+(?:another\s+|an\s+additional\s+)?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+)?recommendations?\b",
    re.IGNORECASE,
)
_DATE = re.compile(rf"(?:{dates.DAY}|{dates.MONTH})", re.IGNORECASE)
_NUMERAL = re.compile(r"\d{1,3}[a-z]?")
_RANGE = re.compile(r"(\d{1,3})\s*(?:,?\s*(?:through|to)\s|-)\s*(\d{1,3})")
_MOST_NUMBERS = 60
COUNTED = ("concurred", "partially_concurred", "non_concurred")


def _names(rows: tuple[Phrase, ...]) -> tuple[str, ...]:
    return tuple(row.name for row in rows)


@attrs.frozen
class State:
    """A status of one recommendation as it is said once: the vocabulary's word for it, its place, and its slot."""

    label: str
    start: int
    end: int
    slot: str


@attrs.define
class Statements:
    """The statements of one report, sentence by sentence."""

    page: Page
    document: Item
    number: str
    known: Known
    sections: list[Section]
    speaker: Told | None = None
    all_of_ours: list[tuple[Item, Told]] = attrs.Factory(list)
    every: list[Told] = attrs.Factory(list)
    states: dict[Item, list[State]] = attrs.Factory(dict)

    def sentence(self, start: int, end: int) -> None:
        """All that one sentence tells; the head of a section is none of it."""
        start = self._behind_head(start, end)
        lower = self.page.text[start:end].lower()
        if not (
            "recommendation" in lower
            or "concur" in lower
            or "complet" in lower
            or "ecd" in lower
            or "$" in lower
            or "response" in lower
            or "open" in lower
            or "closed" in lower
            or "agree" in lower
            or "comments" in lower
        ):
            return
        of = self._whose(start, end)
        if of is not None:
            self._totals(start, end, of)
            self._answers(start, end, of)
            self._counts(start, end, lower, of)
        self._statuses(start, end)
        self._completion(start, end)
        if "$" in lower:
            self._money(start, end)

    # -- whose -----------------------------------------------------------------------------------------------------

    def _whose(self, start: int, end: int) -> Item | None:
        """The report that a sentence speaks of: this one, or the only other one that opens it; None where unclear."""
        text = self.page.text
        others = [match for match in _NUMBER.finditer(text, start, end) if match[0].upper() != self.number]
        if not others:
            return None if _EARLIER.search(text, start, end) else self.document
        opens = text[start : others[0].start()].strip().lower() in (
            "",
            "in",
            "report",
            "in report",
            "in report number",
            "of",
            "for",
        )
        if len({match[0].upper() for match in others}) == 1 and opens:
            return document_item(others[0][0].upper())
        return None

    def _behind_head(self, start: int, end: int) -> int:
        at = bisect_right(self.sections, end - 1, key=lambda one: one.start) - 1
        inside = at >= 0 and start <= self.sections[at].start and self.sections[at].body <= end
        start = self.sections[at].body if inside else start
        return start + len(self.page.text[start:end]) - len(self.page.text[start:end].lstrip())

    def _section(self, place: int) -> Section | None:
        """The section that holds a place."""
        at = bisect_right(self.sections, place, key=lambda one: one.start) - 1
        return self.sections[at] if at >= 0 and self.sections[at].part is not Part.OTHER else None

    def _here(self, place: int) -> tuple[Description, ...]:
        """The recommendation of the section that holds a place, or of the last section that names one."""
        at = bisect_right(self.sections, place, key=lambda one: one.start) - 1
        while at >= 0 and self.sections[at].part is not Part.OTHER:
            if number := self.sections[at].number:
                return self.known.of(self.page.folded[slice(*number)])
            at -= 1
        return ()

    # -- totals and counts -----------------------------------------------------------------------------------------

    def _totals(self, start: int, end: int, of: Item) -> None:
        for hit in self.page.every(_names(TOTALS), start, end):
            groups = hit.match.groupdict()
            if _MORE.match(self.page.text, hit.match.end(), end) or _SUPPOSED.search(
                self.page.text, start, hit.match.start()
            ):
                continue
            about = document_item(groups["by_number"].upper()) if groups.get("by_number") else of
            out = self.page.record.of(about)
            if about != self.document:
                out.tell("number", self.page.told(hit, "by_number", "number"))
            out.tell("recommendation_count", self.page.told(hit, "recommendation_count"))
            if groups.get("addressee"):
                out.tell("addressee", self.page.told(hit, "addressee"))

    def _counts(self, start: int, end: int, lower: str, of: Item) -> None:
        """How many recommendations are in which state."""
        if "recommendation" not in lower:
            return
        named = [*_NAMED.finditer(self.page.text, start, end)]
        named += [one.match for one in self.page.every(("and-named-is",), start, end) if self._goes_on(start, one.match.start())]
        for hit in self.page.every(_names(COUNTS), start, end):
            about = self.page.told(hit, "about")
            if any(name.start() <= hit.match.start() < name.end() for name in named):
                continue  # the number of a recommendation, and not of how many
            if about is None or _SUPPOSED.search(self.page.text, start, hit.match.start()):
                continue
            if of != self.document:
                self._name(of, start, end)
            figure = self.page.record.of(of.within("figure", slug(str(about.value))))
            figure.tell("about", about)
            figure.tell("value", self.page.told(hit, "value"))
            figure.tell("measure", self.page.told(hit, "measure"))
            figure.derive("measure", "recommendations")
            figure.derive("document", of)

    def _name(self, of: Item, start: int, end: int) -> None:
        """The number of another report that a sentence speaks of."""
        if match := _NUMBER.search(self.page.text, start, end):
            self.page.record.of(of).tell("number", self.page.read("report", *match.span(), "number"))

    # -- answers ---------------------------------------------------------------------------------------------------

    def _answers(self, start: int, end: int, of: Item) -> None:
        if self._comment(start, end):
            return
        rows = (*_names(COUNTED_POSITIONS), "all-of-ours", "ours", "not-the-third", "named", "answered-on")
        last = None
        for hit in sorted(self.page.every(rows, start, end), key=lambda one: one.match.start()):
            if hit.phrase.name == "answered-on":
                self._answered_on(hit, start)
                continue
            speaker = self._speaker(start, hit.match.start(), last)
            if speaker is None:
                continue
            last, self.speaker = hit.match.end(), speaker
            if hit.phrase.name == "named":
                self._named(hit, speaker)
            else:
                self._counted(hit, of, speaker)

    def _speaker(self, start: int, verb: int, last: int | None) -> Told | None:
        """Who takes a position: the subject of its verb, who spoke just before, or whoever "it" was."""
        text = self.page.text
        before = max(start, verb - 200)
        if subject := _SUBJECT.search(text, before, verb):
            if _SUPPOSED.search(text, before, subject.start()):
                return None
            return self.page.read("component", *subject.span("who"), "responder")
        if last is not None and _JOINED.search(text, last, verb):
            return self.speaker
        return self.speaker if _AGAIN.search(text, before, verb) or verb == start else None

    def _counted(self, hit: Hit, of: Item, speaker: Told) -> None:
        answer = self.page.record.of(of.within("response", slug(str(speaker.value))))
        if "responder" not in answer.told:
            answer.tell("responder", speaker)
        answer.derive("answers", of)
        groups = hit.match.groupdict()
        for field in COUNTED:
            if groups.get(field):
                answer.tell(field, self.page.told(hit, field))
        if groups.get("all") and (told := self.page.told(hit, "all")):
            self.all_of_ours.append((answer.item, told))

    def _answered_on(self, hit: Hit, start: int) -> None:
        subject = re.compile(rf"(?P<who>{SPEAKER})(?:'s)?\s*$", re.IGNORECASE).search(
            self.page.text, start, hit.match.start()
        )
        told = self.page.read("component", *subject.span("who"), "responder") if subject else None
        if told:
            answer = self.page.record.of(self.document.within("response", slug(str(told.value))))
            answer.tell("responder", told)
            answer.derive("answers", self.document)
            answer.tell("responded_on", self.page.told(hit, "responded_on"))

    def _named(self, hit: Hit, speaker: Told) -> None:
        for description in self._numbered(hit):
            self._position(description, hit, speaker)

    def _comment(self, start: int, end: int) -> bool:
        """A position that opens the comments on one recommendation, or that is taken on this one."""
        section = self._section(start)
        if section is None or section.part is Part.TEXT:
            return False
        opens = section.part is Part.COMMENTS and not self.page.text[section.body : start].strip()
        hit = BOOK.match("comment", self.page.text, start, end) if opens else None
        hit = hit or BOOK.match("component-on-this", self.page.text, start, end)
        here = self._here(start)
        if hit is None or not here:
            return False
        by = self.page.told(hit, "position_by") if "position_by" in hit.match.re.groupindex else None
        if (
            by is None
            and section.who
            and re.fullmatch(SPEAKER, self.page.text[slice(*section.who)].strip(), re.IGNORECASE)
        ):
            by = self.page.read("component", *section.who, "position_by")
        for description in here:
            self._position(description, hit, by)
        return True

    def _position(self, description: Description, hit: Hit, by: Told | None) -> None:
        told = self.page.told(hit, "position")
        if told is None:
            return
        description.tell("position", told)
        if by:
            description.tell("position_by", by)
        label = self.page.read("position-label", *hit.match.span("position"), "position")
        description.label(POSITION, label)

    # -- states of single recommendations --------------------------------------------------------------------------

    def _statuses(self, start: int, end: int) -> None:
        for hit in (*self.page.every(_names(STATUSES), start, end), *self._listed(start, end)):
            if _SUPPOSED.search(self.page.text, start, hit.match.start()):
                continue
            groups = hit.match.groupdict()
            if groups.get("numbers"):
                if hit.phrase.name != "and-named-is" or self._goes_on(start, hit.match.start()):
                    self._state(self._numbered(hit), hit, "status")
            elif hit.phrase.name == "it-remains":
                self._to_close(hit, start, end)
            elif groups.get("whose", "").lower() in ("this", "the"):
                self._state(self._here(start), hit, "status")
                self._to_close(hit, start, end)
            elif (told := self.page.told(hit, "status", "status_printed")) is not None and self._whose(
                start, end
            ) == self.document:
                self.every.append(told)
        for hit in self.page.every(_names(CLOSED_BEFORE), start, end):
            self._state(self._numbered(hit), hit, "closing")

    def _listed(self, start: int, end: int) -> Iterator[Hit]:
        """Lines of a list, each with a number and a state."""
        for first, last in lines(self.page.text, start, end):
            if hit := BOOK.match(LISTED.name, self.page.text, first, last):
                yield hit

    def row(self, line: Line) -> None:
        """A row of a table of states."""
        if tell_reports(self.page, line) or (found := of_recommendation(self.page, line)) is None:
            return
        number, place, cells = found
        for description in self._known_or_begun(number, place):
            if "status" in cells:
                self.state(description, *cells["status"])
            if "completion" in cells and _DATE.fullmatch( self.page.folded[slice(*cells["completion"])].strip()):
                description.tell("estimated_completion", self.page.read("date", *cells["completion"], "estimated_completion"))
            if "position" in cells:
                description.tell("position", self.page.read("position", *cells["position"], "position"))
                description.label(POSITION, self.page.read("position-label", *cells["position"], "position"))

    def _goes_on(self, start: int, place: int) -> bool:
        """Whether numbers alone are those of recommendations, since a row before them named some."""
        return any(BOOK.search(row, self.page.text, start, place) for row in ("named-is", "consider-named"))

    def _state(self, descriptions: Iterator[Description] | tuple[Description, ...], hit: Hit, slot: str) -> None:
        start, end = hit.match.span("status")
        for description in descriptions:
            self.state(description, start, end, slot)

    def state(self, description: Description, start: int, end: int, slot: str = "status") -> None:
        """A state of one recommendation, by the words at a place."""
        if told := self.page.read(slot, start, end, "status"):
            self.states.setdefault(description.item, []).append(State(str(told.value), start, end, slot))

    def _to_close(self, hit: Hit, start: int, end: int) -> None:
        """What the office waits for: "until ICE provides documentation"."""
        condition = re.compile(r"\s+(?P<words>until\s[^;]{8,600}?)(?=[.;]?\s*$)", re.IGNORECASE).match(
            self.page.text[:end], hit.match.end("status")
        )
        if condition:
            for description in self._here(start):
                description.tell("to_close", self.page.read("printed", *condition.span("words"), "to_close"))

    def _numbered(self, hit: Hit) -> Iterator[Description]:
        """The recommendations that a row names by their numbers; those that the report does not print begin here."""
        words = hit.match["numbers"]
        start = hit.match.start("numbers")
        named = [(match[0], match.span()) for match in _NUMERAL.finditer(words)]
        for match in _RANGE.finditer(words):
            first, last = int(match[1]), int(match[2])
            if first < last < first + _MOST_NUMBERS:
                named += [(str(n), None) for n in range(first + 1, last)]  # type: ignore[list-item]  # no words of its own
        for number, span in named:
            yield from self._known_or_begun(number.lower(), (start + span[0], start + span[1]) if span else None)

    def _known_or_begun(self, number: str, place: tuple[int, int] | None) -> tuple[Description, ...]:
        found = self.known.of(number)
        if not found:
            from oversight_adapters.readers.inspectors_general.reports import recommendation_item

            found = (self.page.record.of(recommendation_item(self.document, number)),)
            self.known.by_number[number] = found
            found[0].derive("document", self.document)
            if place:
                found[0].tell("number", self.page.read("key", *place, "number"))
            else:
                found[0].derive("number", number)
        return found

    # -- estimates and money ---------------------------------------------------------------------------------------

    def _completion(self, start: int, end: int) -> None:
        here = self._here(start)
        section = self._section(start)
        if not here or (section and section.part is Part.TEXT):
            return
        for hit in self.page.every(_names(COMPLETION), start, end):
            for description in here:
                description.tell("estimated_completion", self.page.told(hit, "estimated_completion"))
                if "estimated_completion_qualifier" in hit.match.re.groupindex:
                    description.tell(
                        "estimated_completion_qualifier", self.page.told(hit, "estimated_completion_qualifier")
                    )

    def _money(self, start: int, end: int) -> None:
        for hit in self.page.every(_names(MONEY), start, end):
            if _SUPPOSED.search(self.page.text, start, hit.match.start()) or self._whose(start, end) != self.document:
                continue
            field = next(
                name for name in ("questioned", "unsupported", "better_use") if name in hit.match.re.groupindex
            )
            here = self._here(start)
            items = [description.item for description in here] or [self.document]
            for item in items:
                out = self.page.record.of(item.within("money", "usd"))
                out.tell(field, self.page.told(hit, field))
                out.tell("currency", self.page.read("currency", *hit.match.span(field), "currency"))
                if here:
                    out.derive("recommendation", item)


