"""States of recommendations: of this one, of those that a sentence or a row names, of all, and of how many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from oversight_adapters.readers.inspectors_general.describing import Description, Told
from oversight_adapters.readers.oig_report.layout import is_titled
from oversight_adapters.readers.oig_report.phrases import BOOK
from oversight_adapters.readers.oig_report.phrases.answers import NAMED
from oversight_adapters.readers.oig_report.phrases.statuses import (
    CLOSED_BEFORE,
    COUNTS,
    LISTED,
    RULED,
    STATUSES,
    TO_CLOSE,
)
from oversight_adapters.readers.oig_report.scope import Scope, supposed
from oversight_adapters.readers.oig_report.sections import Part
from oversight_adapters.readers.oig_report.slots import SPEAKER, status
from oversight_adapters.readers.phrasebook import Hit
from oversight_adapters.texts.spans import lines
from oversight_core.names import Item, slug
from oversight_core.provenance import TextSpan

STATUS = "dhs-oig/status"

_NAMED = re.compile(NAMED.replace(" ", r"\s+"), re.IGNORECASE)
_UNTIL = re.compile(r",?\s+(?P<words>(?:until|pending)\s[^;]{8,600}?)(?=[.;]?\s*$)", re.IGNORECASE)
_STATES, _BEFORE, _COUNTS, _TO_CLOSE = (
    [row.name for row in rows] for rows in (STATUSES, CLOSED_BEFORE, COUNTS, TO_CLOSE)
)
_OFFICE = re.compile(r"\b(?:we|OIG)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_COMPONENT = re.compile(rf"{SPEAKER}(?:'s)?\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|would|can|could|may|might)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_WHICH = re.compile(r",\s+which\b")  # what leads to it supposes something of the recommendation, not its state
_OF_IT = ("it-remains", "it-is", "consider-it")
_ONE = re.compile("this|the|it", re.IGNORECASE)
_SEVERAL = re.compile(r"\brecommendations\b", re.IGNORECASE)
_FARTHEST = 400  # characters between what is settled and that it stays open


@attrs.frozen
class State:
    """A status of one recommendation as it is said once: the vocabulary's word for it, its place, and what reads it.

    `row` is the row and slot of a sentence (``this-is/status``), or the slot alone of a cell.
    """

    label: str
    start: int
    end: int
    row: str


@attrs.define
class States:
    """All that one report says of states; what it says of one recommendation is settled at the end."""

    scope: Scope
    said: dict[Item, list[State]] = attrs.Factory(dict)
    of_all: list[tuple[Told, bool]] = attrs.Factory(list)

    def sentence(self, start: int, end: int, of: Item | None) -> None:
        """Every state that a sentence tells; `of` is the report that it speaks of."""
        page = self.scope.page
        for hit in (*page.every(_STATES, start, end), *self._listed(start, end)):
            if _WHICH.search(hit.match[0]) or not supposed(page.text, start, hit.match.start()):
                self._told(hit, start, end, of)
        if self._analysed(start) and (ruled := BOOK.match(RULED.name, page.text, start, end)):
            self._say(self._ruled(start), ruled)
        for hit in page.every(_BEFORE, start, end):
            self._say(self.scope.numbered(hit), hit)
        for hit in page.every(_TO_CLOSE, start, end):
            for description in self.scope.here(start):
                description.tell("to_close", page.told(hit, "to_close"))
        if of is not None:
            self._counts(start, end, of)

    def _ruled(self, start: int) -> tuple[Description, ...]:
        """The recommendation of which a section opens with a state; its text may stand nowhere in the report."""
        section = self.scope.section(start)
        number = section.number if section else None
        return self.scope.known_or_begun(self.scope.page.folded[slice(*number)].lower(), number) if number else ()

    def _told(self, hit: Hit, start: int, end: int, of: Item | None) -> None:
        row, groups = hit.phrase.name, hit.match.groupdict()
        if "consider" in row and (self._by_component(hit.match.start()) or self._promised(hit)):
            return
        if groups.get("numbers"):
            ours = of == self.scope.document or (of is None and self._analysed(start))
            if ours and (not row.startswith("and-") or self._goes_on(start, hit.match.start())):
                named = tuple(self.scope.numbered(hit))
                self._say(named, hit)
                self._to_close(hit, named, end)
        elif self._of_several(start) or (_ONE.fullmatch(groups["whose"]) and not _SEVERAL.search(hit.match[0])):
            if row not in _OF_IT or self._of_recommendation(start, end):
                here = self.scope.here(start)
                self._say(here, hit)
                self._to_close(hit, here, end)
        elif of == self.scope.document and (told := self.scope.page.told(hit, "status", "status_printed")):
            self.of_all.append((told, groups["whose"].lower() in ("all", "both")))

    def _of_several(self, start: int) -> bool:
        """Whether "these" are the recommendations that the head of the section names."""
        return self._analysed(start) and len({one.item.number for one in self.scope.here(start)}) > 1

    def _listed(self, start: int, end: int) -> Iterator[Hit]:
        """Lines of a list, each with a number and a state; behind a line of a sentence there are none."""
        text = self.scope.page.text
        for first, last in lines(text, start, end):
            if hit := BOOK.match(LISTED.name, text, first, last):
                yield hit
            elif text[first:last].strip() and not is_titled(text[first:last]):
                return

    def _goes_on(self, start: int, place: int) -> bool:
        """Whether numbers alone are those of recommendations, since a row before them named some."""
        return any(BOOK.search(row, self.scope.page.text, start, place) for row in ("named-is", "consider-named"))

    def _by_component(self, place: int) -> bool:
        """Whether it is the component that considers something settled, in its own comments."""
        section = self.scope.section(place)
        commented = section is not None and section.part is Part.COMMENTS
        before = max(0, place - 40)
        commented = commented or _COMPONENT.search(self.scope.page.text, before, place) is not None
        return commented and not _OFFICE.search(self.scope.page.text, before, place)

    def _promised(self, hit: Hit) -> bool:
        """Whether the office only says what it will consider: "If ICE provides it, we will consider it closed"."""
        will = _WILL.search(self.scope.page.text, max(0, hit.match.start() - 40), hit.match.start())
        return will is not None and "open" not in status(hit.match["status"])

    def _of_recommendation(self, start: int, end: int) -> bool:
        """Whether "it" is the recommendation at hand, and not a facility that stays open."""
        return self._analysed(start) or "recommendation" in self.scope.page.text[start:end].lower()

    def _analysed(self, place: int) -> bool:
        section = self.scope.section(place)
        return section is not None and section.part is Part.ANALYSIS

    def _say(self, descriptions: Iterable[Description], hit: Hit) -> None:
        for description in descriptions:
            self.say(description, *hit.match.span("status"), f"{hit.phrase.name}/status")

    def say(self, description: Description, start: int, end: int, row: str = "status") -> None:
        """A state of one recommendation, by the words at a place."""
        if told := self.scope.page.read(row, start, end, "status"):
            self.said.setdefault(description.item, []).append(State(str(told.value), start, end, row))

    def _to_close(self, hit: Hit, descriptions: Iterable[Description], end: int) -> None:
        """What the office waits for: "until ICE provides documentation"."""
        page = self.scope.page
        if condition := _UNTIL.match(page.text, hit.match.end("status"), end):
            for description in descriptions:
                description.tell("to_close", page.read("printed", *condition.span("words"), "to_close"))

    def _counts(self, start: int, end: int, of: Item) -> None:
        """How many recommendations are in which state; the number of one is none."""
        page = self.scope.page
        if "recommendation" not in page.text[start:end].lower():
            return
        named = [match.span() for match in _NAMED.finditer(page.text, start, end)]
        named += [
            hit.match.span()
            for hit in page.every(("and-named-is",), start, end)
            if self._goes_on(start, hit.match.start())
        ]
        for hit in page.every(_COUNTS, start, end):
            about = page.told(hit, "about")
            inside = any(first <= hit.match.start() < last for first, last in named)
            inside = inside or self._in_table(hit)
            if about is None or inside or supposed(page.text, start, hit.match.start()):
                continue
            self.scope.name(of, start, end)
            figure = page.record.of(of.within("figure", slug(str(about.value))))
            figure.tell("about", about)
            figure.tell("value", page.told(hit, "value"))
            figure.tell("measure", page.told(hit, "measure"))
            figure.derive("measure", "recommendations")
            figure.derive("document", of)

    def _in_table(self, hit: Hit) -> bool:
        """Whether a number and a state are cells of a line: no verb or noun between them, nothing before them."""
        text, start = self.scope.page.text, hit.match.start()
        alone = not text[max(0, start - 80) : start].rpartition("\n")[2].strip(" |")
        return alone and text[hit.match.end("value") : hit.match.start("about")].strip() == ""

    # -- at the end ------------------------------------------------------------------------------------------------

    def settle(self, total: int | None) -> None:
        """What is said of all, where all are known, and of each: told where what is said agrees."""
        found = [one for several in self.scope.known.by_number.values() for one in several]
        for told, each in self.of_all:
            if each or len(self.scope.known.by_number) == total:
                for description in found:
                    if isinstance(place := told.excerpt.locator, TextSpan):
                        self.say(description, place.start, place.end, told.excerpt.phrase.partition(":")[2])
        for item, states in self.said.items():
            self._settled(item, states)

    def _joined(self, states: list[State]) -> str:
        """What two sentences say together: "resolved. However, it will remain open"; "" where they do not."""
        if any(" " in state.label for state in states):
            return ""
        ordered = sorted((state for state in states if self._slot(state) == "status"), key=lambda state: state.start)
        for first, second in pairwise(ordered):
            near = second.end - first.start < _FARTHEST
            near = near and self.scope.section(first.start) == self.scope.section(second.start)
            if near and len({first.label, second.label} & {"open", "closed"}) == 1 and first.label != second.label:
                return status(f"{first.label} and {second.label}")
        return ""

    def _settled(self, item: Item, states: list[State]) -> None:
        """The states of one recommendation: what says most stands, and contradictions stand nowhere."""
        page, description = self.scope.page, self.scope.page.record.of(item)
        words = {word for state in states for word in state.label.split(" and ")}
        if {"open", "closed"} <= words or {"resolved", "unresolved"} <= words:
            printed = " and ".join(repr(label) for label in dict.fromkeys(state.label for state in states))
            place = page.piece(states[-1].start, states[-1].end)
            page.record.problem("value-differs", f"{item} is said to be {printed}", place)
            return
        best = max(states, key=lambda state: state.label.count(" "))
        if joined := self._joined(states):
            description.derive("status", slug(joined), "status_printed")
        for state in () if joined else states:
            if state.label == best.label:
                description.tell("status", page.read(f"{self._slot(state)}-slug", state.start, state.end, "status"))
        description.tell("status_printed", page.read("printed", best.start, best.end, "status_printed"))
        for state in states:
            description.label(STATUS, page.read(state.row, state.start, state.end, "status_printed"))

    def _slot(self, state: State) -> str:
        """How its words are read: as a status, or as the closing of what was open."""
        return self.scope.page.record.slots[state.row].name
