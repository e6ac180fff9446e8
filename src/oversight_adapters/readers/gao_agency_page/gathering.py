"""The recommendations of one document, taken row by row: each named once, and every sentence of them accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from oversight_adapters.readers.accounting import Account, untouched
from oversight_adapters.readers.gao_agency_page.cells import Row
from oversight_adapters.readers.gao_agency_page.marks import Mark
from oversight_adapters.readers.gao_agency_page.quoting import Quotes, Sheet
from oversight_adapters.readers.gao_agency_page.recommendations import Read, read_row, take_also
from oversight_adapters.readers.gao_agency_page.reports import Report
from oversight_adapters.readers.gao_agency_page.told import tells_more
from oversight_adapters.texts.layers import Printed
from oversight_adapters.texts.sentences import sentences
from oversight_adapters.texts.spans import Span
from oversight_core.entities import Recommendation
from oversight_core.names import Item
from oversight_core.reading import Candidate, Problem, Text, Unaccounted

LONGEST_COMMENT = 100_000  # characters; GAO's longest are below ten thousand


class Gathering:
    """What was read so far, and what does not hold together in it; used for one document."""

    def __init__(self, text: Text, folded: str, printed: Printed | None = None) -> None:
        self.text, self.folded, self.quotes = text, folded, Quotes(text, folded, printed)
        self.rows: list[Read] = []
        self.problems: list[Problem] = []
        self._first: dict[Item, Read] = {}
        self._repeated: dict[Item, set[Recommendation]] = {}
        self._documents: dict[str, tuple[Candidate, dict[str, Any]]] = {}
        self._differing: set[str] = set()

    @property
    def items(self) -> tuple[Item, ...]:
        """Every recommendation, in the order of its first row."""
        return tuple(self._first)

    @property
    def candidates(self) -> Iterator[Candidate]:
        """The recommendations, each with its updates."""
        return (found for row in self.rows for found in row.candidates)

    @property
    def documents(self) -> Iterator[Candidate]:
        """The reports that the recommendations come from, as far as more is told of them than a title."""
        return (candidate for candidate, _ in self._documents.values())

    def document(self, report: Report, also: Iterable[Mark] = ()) -> None:
        """Take the report of a row, with fields that stand in places of their own.

        The first row describes it, and a problem tells where a later one differs.
        """
        told = _told(report)
        if known := self._documents.get(report.segment):
            if known[1] != told and report.segment not in self._differing:
                self._differing.add(report.segment)
                message = f"rows describe {known[0].item} in several ways; the first is kept"
                named = report.title or report.number
                place = named[1].locator if named else None
                self.problems.append(Problem("document-differs", message, place, self.quotes.digest))
        elif (candidate := report.candidate(self._sheet(also))) is not None:
            self._documents[report.segment] = candidate, told

    def _sheet(self, also: Iterable[Mark]) -> Sheet:
        """Fields that stand in places of their own."""
        sheet = Sheet(self.quotes)
        for mark in also:
            take_also(mark, sheet)
        return sheet

    def take(self, row: Row, report: Report, *, also: Iterable[Mark] = ()) -> None:
        """Read one row; `also` are fields of the recommendation that stand in cells of their own."""
        if row.comment and row.comment[1] - row.comment[0] > LONGEST_COMMENT:
            self.problem("comment-too-long", "a comment is too long to be one and was not read", row.comment)
            row.comment = None
        read = read_row(row, report, self.folded, self.quotes, also=also)
        if read is None:
            self.problem("unreadable-recommendation", "a recommendation has neither text nor number", _place(row))
            return
        nameless = row.text is None and row.suffix is None
        if nameless:
            self.problem("text-missing", f"{read.item} is printed without its text and its number", _place(row))
        if row.agency is None:
            message = f"{read.item} is printed without an agency that can be told from its text"
            self.problem("addressee-missing", message, _place(row))
        if (first := self._first.setdefault(read.item, read)) is not read:
            same = self._repeated.setdefault(read.item, {first.candidates[0].entity})
            if read.candidates[0].entity in same and not nameless:
                return  # the same row printed twice
            same.add(read.candidates[0].entity)
            self.problem("identity-collision", f"two recommendations that differ are both {read.item}", _place(row))
        self.rows.append(read)

    def account(self, strays: Iterable[Span] = ()) -> Account:
        """What is told of the comments and of words beside the rows.

        Dated sentences are quoted whole; of the others, those that tell something count.
        """
        folded, quotes = self.folded, self.quotes
        spans = [span for stray in strays for span in sentences(folded, *stray) if tells_more(folded[slice(*span)])]
        telling = len(spans)
        for row in self.rows:
            telling += row.counting + len(row.candidates) - 1
            spans += row.silent
        missing = (quotes.place(*span) for span in untouched(sorted(spans), quotes.touched))
        return Account(telling, tuple(Unaccounted(words, place, quotes.digest) for place, words in missing))

    def problem(self, code: str, message: str, place: Span | None) -> None:
        """Tell what does not hold together."""
        locator = self.quotes.place(*place)[0] if place else None
        self.problems.append(Problem(code, message, locator, self.quotes.digest))


def _told(report: Report) -> dict[str, Any]:
    """What a row tells of its report, to be compared."""
    quoted = (*report.dates, *((report.title,) if report.title else ()))
    return {excerpt.field: value for value, excerpt in quoted}


def _place(row: Row) -> Span | None:
    """Where a row begins."""
    return row.agency or row.text or row.status or row.comment
