"""What components answer: how many recommendations they concur with, and what they say of single ones."""

from __future__ import annotations

import re

import attrs

from oversight_adapters.readers.inspectors_general.describing import Description, Told
from oversight_adapters.readers.oig_report.phrases import BOOK, COUNTED_POSITIONS
from oversight_adapters.readers.oig_report.scope import Scope, spoken_for, supposed
from oversight_adapters.readers.oig_report.sections import Part, Section
from oversight_adapters.readers.oig_report.slots import POSITIONS, SPEAKER
from oversight_adapters.readers.phrasebook import Hit
from oversight_adapters.texts.spans import Span
from oversight_core.names import Item, slug

POSITION = "dhs-oig/position"
COUNTED = ("concurred", "partially_concurred", "non_concurred")
"""Counts of a response."""

_ROWS = (
    *(row.name for row in COUNTED_POSITIONS),
    "all-of-ours",
    "ours",
    "none-of-ours",
    "not-the-third",
    "with-which",
    "with-which-not",
    "named",
    "the-one",
    "answered-on",
)
_SUBJECT = re.compile(
    rf"(?P<who>{SPEAKER})(?:'s)?(?:\s+(?:officials|management|leadership|also|has|have|fully|generally|formally|then|"
    r"subsequently|partially|partly|,|and|both)){0,4}\s*$",
    re.IGNORECASE,
)
_VERB = re.compile("|".join(POSITIONS.values()), re.IGNORECASE)
_OWNER = re.compile(rf"(?P<who>{SPEAKER})(?:'s)?\s*$", re.IGNORECASE)
_ITS = re.compile(r"\b(?:its|their)\s+$", re.IGNORECASE)
_YOUR = re.compile(r"\byour\s+$", re.IGNORECASE)
_SAYS = re.compile(rf",\s+(?:the\s+)?(?P<who>{SPEAKER})(?:\s+\w+){{0,2}}\s+(?:stated|said|wrote|noted|reported|told)\b")
_BESIDE = re.compile(rf"{SPEAKER}\s*(?:,|,?\s*(?:and|n?or)|&)\s+(?:the\s+)?$", re.IGNORECASE)
_OBJECT = re.compile(r"\b(?:to|for|with|from|at)\s+(?:the\s+)?$", re.IGNORECASE)
_BY = re.compile(rf"\s+by\s+(?:the\s+)?(?P<who>{SPEAKER})", re.IGNORECASE)
_AGAIN = re.compile(
    r"(?:it|they|the\s+(?:agency|component|department|bureau))(?:\s+(?:also|has|have|then)){0,2}\s*$", re.IGNORECASE
)
_YOURS = re.compile(
    r"\b(?:your\s+(?:office|component|agency)|you)(?:\s+(?:also|has|have|fully)){0,2}\s*$", re.IGNORECASE
)
_JOINED = re.compile(r"(?:\b(?:and|but|while)|[,;])(?:\s+(?:it|they|also|has|have|but|and)){0,6}\s*$", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|OIG)\b[^,;]{0,40}$", re.IGNORECASE)
_FARTHEST = 200


@attrs.define
class Answers:
    """The answers that a report tells; `of_all` are answers to all of the recommendations.

    `speaker` is who answered last, to the report `of` which a sentence last spoke.
    """

    scope: Scope
    of: Item | None = None
    speaker: Told | None = None
    of_all: list[tuple[Item, str]] = attrs.Factory(list)
    _verbs: dict[Item, tuple[Span, str, Told]] = attrs.Factory(dict)

    def sentence(self, start: int, end: int, of: Item) -> None:
        """Every answer that a sentence tells."""
        if of != self.of:
            self.of, self.speaker = of, None
        if self._comment(start, end):
            return
        last = None
        for hit in sorted(self.scope.page.every(_ROWS, start, end), key=lambda one: one.match.start()):
            if hit.phrase.name == "answered-on":
                self._answered_on(hit, start)
            elif (speaker := self._named(hit, end) or self._speaker(start, hit.match.start(), last)) is not None:
                last, self.speaker = hit.match.end(), speaker
                if hit.phrase.name == "named":
                    for description in self.scope.numbered(hit):
                        self._position(description, hit, speaker)
                elif hit.phrase.name == "the-one":
                    for description in self.scope.only:
                        self._position(description, hit, speaker)
                else:
                    self._counted(hit, of, speaker)

    def _named(self, hit: Hit, end: int) -> Told | None:
        """Who is named behind what was done: "with which ICE concurs", "four were accepted by CBP"."""
        if "responder" in hit.match.re.groupindex:
            return self.scope.page.told(hit, "responder")
        by = _BY.match(self.scope.page.text, hit.match.end(), end) if hit.phrase.name.startswith("were-") else None
        return self.scope.page.read("component", *by.span("who"), "responder") if by else None

    def _speaker(self, start: int, verb: int, last: int | None) -> Told | None:
        """Who takes a position: the subject of its verb, who spoke just before, or whoever "it" was."""
        text = self.scope.page.text
        before = max(start, verb - _FARTHEST)
        if subject := _SUBJECT.search(text, before, verb):
            beside = _BESIDE.search(text, before, subject.start())
            together = beside and not _OBJECT.search(text, max(0, beside.start() - 20), beside.start())
            if together or supposed(text, before, subject.start()):
                return None  # of two that answer together a count cannot be told apart
            return self.scope.page.read("component", *subject.span("who"), "responder")
        if _YOURS.search(text, before, verb):
            your = self.scope.your_office
            return your.as_("responder") if your else None
        if last is not None and _JOINED.search(text, last, verb):
            return self.speaker
        return self.speaker if _AGAIN.search(text, before, verb) or verb == start else None

    def _answer(self, of: Item, speaker: Told) -> Description:
        answer = self.scope.page.record.of(of.within("response", slug(str(speaker.value))))
        if "responder" not in answer.told:
            answer.tell("responder", speaker)
        answer.derive("answers", of)
        return answer

    def _counted(self, hit: Hit, of: Item, speaker: Told) -> None:
        answer = self._answer(of, speaker)
        groups = hit.match.groupdict()
        if groups.get("position"):
            self._verbs.setdefault(answer.item, (hit.match.span("position"), f"{hit.phrase.name}/position", speaker))
        elif verb := _VERB.search(self.scope.page.text, *hit.match.span()):
            self._verbs.setdefault(answer.item, (verb.span(), "position", speaker))
        for field in COUNTED:
            if groups.get(field):
                answer.tell(field, self.scope.page.told(hit, field))
        if groups.get("all") or groups.get("none"):
            self.of_all.append((answer.item, "concurred" if groups.get("all") else "non_concurred"))

    def _answered_on(self, hit: Hit, start: int) -> None:
        """The day of an answer, where its owner stands before it: "ICE's response, dated May 21, 2018"."""
        text = self.scope.page.text
        before = max(start, hit.match.start() - _FARTHEST)
        owner = _OWNER.search(text, before, hit.match.start())
        if owner is None and _ITS.search(text, before, hit.match.start()):
            owner = _SAYS.match(text, hit.match.end())
        told = self.scope.page.read("component", *owner.span("who"), "responder") if owner else None
        if _YOUR.search(text, before, hit.match.start()) and self.scope.your_office:
            told = self.scope.your_office.as_("responder")
        if told:
            self._answer(self.scope.document, told).tell("responded_on", self.scope.page.told(hit, "responded_on"))

    def settle(self, total: int | None) -> None:
        """What was answered to all is the answer to each of which nothing else is said."""
        record, known = self.scope.page.record, self.scope.known.by_number
        if total is None or len(known) != total:
            return
        answers = [record.of(item) for item in self._verbs if item.report == self.scope.document.report]
        for answer in answers:
            values = [(field, answer.value(field) or answer.derived.get(field, (None,))[0]) for field in COUNTED]
            counts = [(field, value) for field, value in values if value is not None]
            if len(counts) != 1 or counts[0][1] != total:
                continue
            verb, row, speaker = self._verbs[answer.item]
            for description in (one for several in known.values() for one in several):
                addressee = description.value("addressee")
                if "position" not in description.told and (addressee == speaker.value or len(answers) == 1):
                    self.take(description, *verb, row)
                    description.tell("position_by", speaker.as_("position_by"))

    # -- on single recommendations ---------------------------------------------------------------------------------

    def _comment(self, start: int, end: int) -> bool:
        """A position that opens the comments on one recommendation, or that is taken on this one."""
        page, section = self.scope.page, self.scope.section(start)
        here = self.scope.here(start)
        if section is None or section.part is Part.TEXT or not here:
            return False
        opens = section.part is Part.COMMENTS and not page.text[section.body : start].strip()
        rows = ("comment", "comment-by") if opens else ()
        found = (BOOK.match(row, page.text, start, end) for row in (*rows, "component-on-this"))
        hit = next(filter(None, found), None) or self._of_management(section, start, end)
        if hit is None:
            return False
        by = page.told(hit, "position_by") if "position_by" in hit.match.re.groupindex else None
        by = by or self.scope.commenter(section, "position_by")
        for description in spoken_for(here, by):
            self._position(description, hit, by)
        return True

    def _of_management(self, section: Section, start: int, end: int) -> Hit | None:
        """What whoever answers says of this one, in a section of its own: "In its response, the embassy concurred"."""
        found = self.scope.page.every(("on-this",), start, end) if section.part is Part.COMMENTS else ()
        for hit in found:
            before = self.scope.page.text[start : hit.match.start()]
            if not _WE.search(before) and not supposed(self.scope.page.text, start, hit.match.start()):
                return hit
        return None

    def _position(self, description: Description, hit: Hit, by: Told | None) -> None:
        self.take(description, *hit.match.span("position"), f"{hit.phrase.name}/position")
        description.tell("position_by", by)

    def take(self, description: Description, start: int, end: int, row: str = "position") -> None:
        """A position on one recommendation, by the words at a place."""
        page = self.scope.page
        description.tell("position", page.read(row, start, end, "position"))
        description.label(POSITION, page.read("position-label", start, end, "position"))
