"""What a laid-out page tells: the report, its money, the list of what is open, and each recommendation in it."""

from __future__ import annotations

import re

from oversight_adapters.readers.inspectors_general.describing import Told
from oversight_adapters.readers.inspectors_general.facilities import tell_facilities
from oversight_adapters.readers.inspectors_general.opened import Opened
from oversight_adapters.readers.inspectors_general.pieces import Piece, piece_of
from oversight_adapters.readers.inspectors_general.reports import (
    UNNAMED,
    document_item,
    issuer_of,
    recommendation_item,
)
from oversight_adapters.readers.oig_report.page import Page as Report
from oversight_adapters.readers.oig_report.summary import tell_summary
from oversight_adapters.readers.oversight_gov.fields import COLUMNS, FIELDS, STATED
from oversight_adapters.readers.oversight_gov.page import Page, Row
from oversight_adapters.texts.spans import Span
from oversight_core.names import Item, fingerprint

STATUS = "oversight-gov/status"
_MONEY = ("questioned", "better_use")
_FIELD = {field.mark: field for field in FIELDS}
_COLUMN = {column.name: column for column in COLUMNS}
_STATED = re.compile(STATED, re.IGNORECASE)
_PERIOD = ("field-sarc-start-date", "field-sarc-end-date")
_FARTHEST = 250  # characters between the two days of a period


class Telling:
    """Tells one page; used once."""

    def __init__(self, opened: Opened, page: Page) -> None:
        self.opened, self.page = opened, page
        self.record, self.content, self.folded = opened.record, opened.content, opened.folded
        self.units: list[Span] = []

    def tell(self) -> Item | None:
        """Everything of one report; `units` are then the spans that are read as one passage each."""
        named = dict(reversed(self.page.fields))
        number, title = named.get("field-report-number"), self.page.title
        by = (
            self._read("issuer", named["field-report-submitting-oig"])
            if "field-report-submitting-oig" in named
            else None
        )
        if not self.page.fields and not self.page.rows:
            self.record.problem("nothing-recognised", "no field of a report's page was recognised")
            return None
        printed = self._words(number) if number else ""
        issued_by = str(by.value) if by else issuer_of(printed) or UNNAMED
        document = document_item(printed, self._words(title) if title else "", issued_by=issued_by)
        if number is None and title is None:
            self.record.problem("title-missing", "the page has neither a report number nor a title")
        self._document(document)
        self._listing(document)
        if title:
            tell_facilities(self.record, document, self._piece(title))
        for mark, span in self.page.fields:
            if mark == "body":
                report = Report.of(self.opened)
                tell_summary(report, document, self._words(number).upper() if number else "", *span)
        return document

    def _piece(self, span: Span) -> Piece:
        return piece_of(self.content, *span)

    def _words(self, span: Span) -> str:
        return " ".join(self.content[slice(*span)].split())

    def _read(self, slot: str, span: Span, field: str = "") -> Told | None:
        self.units.append(span)
        return self.record.read(slot, self._piece(span), field=field)

    # -- the report ------------------------------------------------------------------------------------------------

    def _document(self, document: Item) -> None:
        out = self.record.of(document)
        if self.page.title:
            out.tell("title", self._read("printed", self.page.title, "title"))
        for mark, span in self.page.fields:
            field = _FIELD[mark]
            if field.field in _MONEY:
                self._money(document, field.field, span)
            elif field.field and mark not in _PERIOD:
                out.tell(field.field, self._read(field.slot, span, field.field))
        self._period(document)
        printed = out.value("issued_on")
        if printed and self.page.datetime and not self.page.datetime.startswith(str(printed)):
            said = f"the page prints {printed} as the day of issue, and marks it as {self.page.datetime[:30]!r}"
            self.record.problem("date-differs", said, self._piece(self._field("field-report-date-issued")))
            del out.told["issued_on"]

    def _field(self, mark: str) -> Span:
        return next(span for name, span in self.page.fields if name == mark)

    def _period(self, document: Item) -> None:
        """The half-year of the report to Congress, from two fields that stand one behind the other."""
        spans = [next((span for name, span in self.page.fields if name == mark), None) for mark in _PERIOD]
        if spans[0] and spans[1] and spans[0][1] <= spans[1][0] < spans[0][1] + _FARTHEST:
            self.record.of(document).tell("period", self._read("period", (spans[0][0], spans[1][1]), "period"))

    def _money(self, item: Item, field: str, span: Span) -> None:
        told = self._read("amount", span, field)
        if told:
            out = self.record.of(item.within("money", "usd"))
            out.tell("currency", self.record.read("currency", self._piece(span), field="currency"))
            out.tell(field, told)
            if item.kind == "recommendation":
                out.derive("recommendation", item)

    # -- what is open ----------------------------------------------------------------------------------------------

    def _listing(self, document: Item) -> None:
        stated = _STATED.search(self.folded)
        items = [item for row in self.page.rows if (item := self._row(document, row, stated))]
        for span in self.page.unclear:
            said = f"{self._words(span)!r} stands under no column for certain; it is left out"
            self.record.problem("amount-unclear", said, self._piece(span))
        if stated is None and not items:
            return
        out = self.record.of(
            document.within("listing", "open")
            if document.number
            else Item("listing", document.issuer, document.report, "open")
        )
        total = self._read("count", stated.span("total"), "stated_total") if stated else None
        out.tell("stated_total", total)
        out.derive("parsed_total", len(items))
        out.derive("items", tuple(items))
        if total and total.value != len(items):
            said = f"the page states {total.value} open recommendations and holds {len(items)}"
            self.record.problem("listing-incomplete", said, self._piece(stated.span("total")) if stated else None)
        made = self.record.of(document).value("recommendation_count")
        if isinstance(made, int) and made < len(items):
            said = f"the report is said to make {made} recommendations, and {len(items)} are listed as open"
            self.record.problem("total-mismatch", said)

    def _row(self, document: Item, row: Row, stated: re.Match[str] | None) -> Item | None:
        cells = dict(row.cells)
        number = cells.get("Recommendation Number")
        if number is None and row.text is None:
            self.record.problem("unreadable-recommendation", "a row of the table has neither number nor text")
            return None
        text = self._words(row.text) if row.text else ""
        item = recommendation_item(document, self._words(number) if number else fingerprint(text))
        if item in self.record.by_item:
            place = number or row.text
            said = f"{item} stands in the table twice; the second one is left out"
            self.record.problem("identity-collision", said, self._piece(place) if place else None)
            return None
        out = self.record.of(item)
        out.derive("document", document)
        if row.text:
            out.tell("text", self._read("printed", row.text, "text"))
        for name, span in row.cells:
            column = _COLUMN.get(name)
            if column is not None and column.field in _MONEY:
                self._money(item, column.field, span)
            elif column is not None and column.field:
                out.tell(column.field, self._read(column.slot, span, column.field))
        if stated:
            piece = self._piece(stated.span("open"))
            out.tell("status", self.record.read("open", piece, field="status"))
            out.tell("status_printed", self.record.read("printed", piece, field="status_printed"))
            out.label(STATUS, self.record.read("open-label", piece, field="status_printed"))
        return item
