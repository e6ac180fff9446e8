"""The statements of a report, sentence by sentence and row by row: totals, answers, states, estimates and money."""

from __future__ import annotations

import re

import attrs

from oversight_adapters.readers.inspectors_general.describing import Told
from oversight_adapters.readers.inspectors_general.facilities import tell_facilities
from oversight_adapters.readers.inspectors_general.reports import document_item
from oversight_adapters.readers.oig_report.answers import Answers
from oversight_adapters.readers.oig_report.estimates import Estimates
from oversight_adapters.readers.oig_report.page import Page
from oversight_adapters.readers.oig_report.phrases import BOOK
from oversight_adapters.readers.oig_report.phrases.money import MONEY
from oversight_adapters.readers.oig_report.phrases.totals import TOTALS
from oversight_adapters.readers.oig_report.scope import Scope, led_away, of_another, supposed
from oversight_adapters.readers.oig_report.states import States
from oversight_adapters.readers.oig_report.tables import Line, of_recommendation, tell_reports
from oversight_adapters.readers.words import dates
from oversight_adapters.texts.spans import Span
from oversight_core.names import Item

_CUES = (
    *("recommendation", "concur", "agree", "accept", "reject", "declin", "response", "comments", "open", "close"),
    *("resolved", "$", "ecd", "oig-"),
    *("inspect", "visit", "complet", "finish", "implement", "begin", "start", "commence", "initiate"),
)
_MORE = re.compile(
    r"[^.;:]{0,120}?\band\s+(?:another\s+|an\s+additional\s+)?"
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+)?recommendations?\b",
    re.IGNORECASE,
)
_DATE = re.compile(rf"(?:{dates.DAY}|{dates.MONTH})", re.IGNORECASE)
_FINDS = re.compile(  # the office, or its report, that finds an amount; others pay or return it
    r"\b(?:we|our|OIG|reports?|audits?|reviews?|auditors?|identif\w+|found|questions?|questioned(?!\s+costs?))\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:this|our)\s+(?:report|review|audit|inspection|alert)\b|\bwe\s+(?:made|are|recommend)\b", re.IGNORECASE
)
_BETWEEN = re.compile(r"\n[ ]*\n|[^\s]")  # a new paragraph, or the head of a section
_TOTALS, _MONEY = ([row.name for row in rows] for rows in (TOTALS, MONEY))
_OF_AN_ANSWER = ("of-our", "all-of", "both")  # rows of totals within an answer
_VISIT = re.compile(  # and where it was follows
    r"\b(?:we\s+(?:also\s+)?(?:inspected|visited|"
    r"(?:conducted|made|performed|completed)\s+(?:\w+\s+){0,3}(?:inspections?|visits?)(?=\s))|"
    r"our\s+(?:\w+\s+){0,2}inspections?(?=\s+(?:of|at)\s))",
    re.IGNORECASE,
)
_AMOUNTS = ("questioned", "unsupported", "better_use")
_NEAR = 80  # characters around a total in which another report may be named


@attrs.frozen
class _Another:
    """Another report, where a sentence names it, and how far the sentences go that speak of it."""

    item: Item
    named: Span
    until: int


@attrs.define
class Statements:
    """All that the sentences of one report tell."""

    scope: Scope
    answers: Answers
    states: States
    estimates: Estimates
    _another: _Another | None = None

    @classmethod
    def of(cls, scope: Scope) -> Statements:
        """Nothing told yet."""
        return cls(scope, Answers(scope), States(scope), Estimates(scope))

    def sentence(self, start: int, end: int) -> None:
        """All that one sentence tells; the head of a section is none of it."""
        start = self.scope.behind_head(start, end)
        lower = self.scope.page.text[start:end].lower()
        if not any(cue in lower for cue in _CUES):
            self._follows(start, end)
            return
        of = self._of(start, end)
        if of is not None:
            self._totals(start, end, of)
            self.answers.sentence(start, end, of)
        self.states.sentence(start, end, of)
        self.estimates.sentence(start, end)
        if of == self.scope.document:
            if "$" in lower:
                self._money(start, end)
            went = "inspect" in lower or "visit" in lower
            if went and (visit := _VISIT.search(self.scope.page.text, start, end)):
                tell_facilities(self.scope.page.record, self.scope.document, self.scope.page.piece(visit.end(), end))

    def _of(self, start: int, end: int) -> Item | None:
        """The report that a sentence speaks of; one that follows on words about another goes on about that.

        In a report with a number of its own that is not certain, and such a sentence tells nothing.
        """
        text, of = self.scope.page.text, self.scope.whose(start, end)
        if of == self.scope.document and not _OURS.search(text, start, end) and (other := self._follows(start, end)):
            return None if self.scope.number else other
        about = of or self.scope.introduced(start, end)
        self._another = None
        if about is not None and about != self.scope.document:
            self._another = _Another(about, (start, end), end)
        return of

    def _follows(self, start: int, end: int) -> Item | None:
        """The other report of which the sentence before speaks, where this one follows in its paragraph."""
        if self._another is None or _BETWEEN.search(self.scope.page.text, self._another.until, start):
            return None
        self._another = attrs.evolve(self._another, until=end)
        if not self.scope.number:
            self.scope.name(self._another.item, *self._another.named)
        return self._another.item

    def row(self, line: Line) -> None:
        """A row of a table of states."""
        page = self.scope.page
        if tell_reports(page, line) or (found := of_recommendation(page, line)) is None:
            return
        number, place, cells = found
        for description in self.scope.known_or_begun(number, place):
            if "status" in cells:
                self.states.say(description, *cells["status"])
            if "position" in cells:
                self.answers.take(description, *cells["position"])
            if "completion" in cells and _DATE.fullmatch(page.folded[slice(*cells["completion"])].strip()):
                told = page.read("date", *cells["completion"], "estimated_completion")
                description.tell("estimated_completion", told)

    def _totals(self, start: int, end: int, of: Item) -> None:
        page = self.scope.page
        for hit in page.every(_TOTALS, start, end):
            groups = hit.match.groupdict()
            if _MORE.match(page.text, hit.match.end(), end) or led_away(page.text, start, hit.match.start()):
                continue
            if hit.phrase.name in _OF_AN_ANSWER and self.scope.addresses_several:
                continue  # "CBP concurred with both recommendations": both of those that are made to it
            about = document_item(groups["by_number"].upper()) if groups.get("by_number") else of
            self.scope.name(about, start, end)
            out = page.record.of(about)
            out.tell("recommendation_count", page.told(hit, "recommendation_count"))
            if groups.get("addressee") and not self.scope.your_office:
                out.tell("addressee", page.told(hit, "addressee"))

    def _money(self, start: int, end: int) -> None:
        page = self.scope.page
        for hit in page.every(_MONEY, start, end):
            whole = page.text[start : hit.match.end()]
            if not supposed(page.text, start, hit.match.start()) and _FINDS.search(whole):
                field = next(name for name in _AMOUNTS if name in hit.match.re.groupindex)
                out = page.record.of(self.scope.document.within("money", "usd"))
                out.tell(field, page.told(hit, field))
                out.tell("currency", page.read("currency", *hit.match.span(field), "currency"))


def sole_addressee(page: Page, own: str) -> Told | None:
    """The component to which the report of this number says it recommends, if it names one alone."""
    named: dict[object, Told] = {}
    for row in ("made", "were-made"):
        for hit in BOOK.finditer(row, page.text, 0, len(page.text)):
            near = max(0, hit.match.start() - _NEAR), min(len(page.text), hit.match.end() + _NEAR)
            away = of_another(page.text, *near, own=own) or led_away(page.text, near[0], hit.match.start())
            if hit.match["addressee"] and not away and (told := page.told(hit, "addressee")):
                named.setdefault(told.value, told)
    return next(iter(named.values())) if len(named) == 1 else None
