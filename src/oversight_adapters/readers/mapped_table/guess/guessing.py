"""A mapping proposed from a table: from the names of its columns and from what stands in them."""

from __future__ import annotations

import re

import attrs

from oversight_adapters.readers.mapped_table.errors import DefectiveMapping
from oversight_adapters.readers.mapped_table.examining import examine
from oversight_adapters.readers.mapped_table.guess.assigning import assigned
from oversight_adapters.readers.mapped_table.guess.columns import columns_of
from oversight_adapters.readers.mapped_table.guess.finding import Found, find, stated_between
from oversight_adapters.readers.mapped_table.guess.identifying import Identity
from oversight_adapters.readers.mapped_table.guess.labelling import write_labels
from oversight_adapters.readers.mapped_table.guess.numbering import InText, number_in
from oversight_adapters.readers.mapped_table.guess.page import Page, Value
from oversight_adapters.readers.mapped_table.guess.writing import pick_of, readable, write_date, yes_no_of
from oversight_adapters.readers.mapped_table.loading import mapping_of
from oversight_adapters.readers.mapped_table.mapping import TableMapping
from oversight_adapters.readers.mapped_table.problems import by_kind
from oversight_adapters.readers.mapped_table.telling import counted, quoted
from oversight_adapters.texts.grid import Grid
from oversight_core.errors import UnreadableSource
from oversight_core.names import slug
from oversight_core.reading import Text

_GAO = re.compile(r"GAO-\d\d-\d+", re.IGNORECASE)
_MOST_TOLD = 2  # problems of one kind that are told one by one
_MOST_READ = 5_000  # rows that the proposal is held against
_TOLD = ("column-not-mapped", "unknown-word", "rows-left-out")  # what is told where it is proposed


def guess(text: Text) -> str:
    """A mapping in TOML for a table, with every doubt and all that it leaves out as comments.

    What is not known is not mapped.  Raises `UnreadableSource` where the text is no table or no row names its columns.

    >>> from oversight_adapters.texts.tables import table_text
    >>> from oversight_core.provenance import Source
    >>> table = b"Report No.,Rec #,Recommendation,Status\\nA-1,1,Count the beds each day,Open\\n"
    >>> toml = guess(table_text(Source.of(table, name="beds.csv")))
    >>> print(toml[toml.index("[fields]"):toml.index("[labels.status.words]")])
    [fields]
    report = "Report No."
    number = "Rec #"
    text = "Recommendation"
    <BLANKLINE>
    [labels.status]
    column = "Status"
    axis = "oversight_status"
    <BLANKLINE>
    <BLANKLINE>
    """
    grid = text.places
    found = find(grid) if isinstance(grid, Grid) else None
    if found is None:
        raise UnreadableSource(text.source.name or "the source", "no row of it looks like the header of a table")
    return _Proposal(text, found).written()


class _Proposal:
    """One table on its way to a mapping; used once."""

    def __init__(self, text: Text, found: Found, *, known: bool = True) -> None:
        self.text, self.found, self.page = text, found, Page()
        self.stem = slug(text.source.name.rpartition("/")[2].partition(".")[0] or "table")
        self.given = assigned(columns_of(found.layout))
        self.roles = self.given.roles
        reports = self.roles.get("report")
        self.known = known
        self.gao = known and reports is not None and all(_GAO.match(words) for words in reports.words)
        self.number: InText | None = None
        if "number" not in self.roles and "text" in self.roles:
            self.number = number_in(self.roles["text"].values.values())

    def written(self) -> str:
        """The mapping, held against its own table: what then shows stands as doubts at its end."""
        self._top()
        self._table()
        self._fields()
        self._document()
        Identity(self.given, self.number, self.stem).write(self.page)
        block = self.found.table.block.column if self.found.table.block else ""
        for name in ("position", "status"):
            write_labels(self.page, name, self.roles, doubt=self.given.doubts.get(name, ""), block=block)
        try:
            mapping = mapping_of(self.page.text(), name="the proposal")
        except DefectiveMapping as error:
            if self.known:  # the rulebook of an issuer of that name may lack a state that is needed
                return _Proposal(self.text, self.found, known=False).written()
            self.page.note("doubt", f"this proposal cannot be loaded as it is: {error}")
        else:
            self._tell_what_shows(mapping)
        return self.page.text()

    # -- what the table is ---------------------------------------------------------------------------------------------

    def _top(self) -> None:
        page, rows = self.page, len(self.found.layout.lines)
        page.note("proposed", f"from {counted(rows, 'row')}; look at every line with a doubt before you use it")
        page.key("name", self.stem)
        doubt = "" if self.gao else "who makes the recommendations; write its short name"
        page.key("issuer", "gao" if self.gao else self.stem if self.known else f"{self.stem}-table", doubt)
        if "text" not in self.roles:
            page.note("doubt", "no column looks like the text of recommendations")
        for words in self.found.doubts:
            page.note("doubt", words)
        if self.given.never:
            page.key("never", tuple(dict.fromkeys(column.name for column, _ in self.given.never)))
        for kind, columns in (("never", self.given.never), ("left out", self.given.left)):
            for column, why in columns:
                page.note(kind, f"{quoted(column.name)}: {why}")

    def _table(self) -> None:
        table, page = self.found.table, self.page
        header: dict[str, Value] = {}
        if not self.found.layout.sheet.columns:
            header |= {"holds": table.header.holds} if table.header.holds else {"row": table.header.row}
            header |= {"height": table.header.height} if table.header.height > 1 else {}
            header |= {"again": True} if table.header.again else {}
        records = self.found.layout.sheet.records
        rows = records.base if records else ""
        if rows or table.sheets or header or table.block or table.end or table.leave_out:
            page.section("table")
        if rows:
            page.key("rows", rows)
        if table.sheets:
            page.key("sheet", table.sheets)
        if header:
            page.key("header", header)
        if table.block:
            doubt = "dates that stand alone in a row are taken for the heads of the rows below"
            page.key("block", {"column": table.block.column, "dates": table.block.dates}, doubt)
        if table.end:
            page.key("end", table.end)
        if table.leave_out:
            page.key("leave-out", tuple({"starts": rule.starts} for rule in table.leave_out))
        if between := stated_between(self.found.layout):
            page.section("stated")
            page.key("between", *between)

    # -- fields --------------------------------------------------------------------------------------------------------

    def _fields(self) -> None:
        self.page.section("fields")
        for field in ("report", "report_title", "number", "addressee", "text", "priority", "estimated_completion"):
            column, doubt = self.roles.get(field), self.given.doubts.get(field, "")
            if field == "number" and self.number:
                self.page.key(field, self._number_pick(self.number), self._unnumbered(self.number))
            elif column and field == "estimated_completion":
                write_date(self.page, field, column, doubt)
            elif column:
                self.page.key(field, yes_no_of(column) if field == "priority" else pick_of(column), doubt)

    def _document(self) -> None:
        title, issued = self.roles.get("report_title"), self.roles.get("issued_on")
        if not ("report" in self.roles or title):
            return
        if title or readable(issued):
            self.page.section("document")
        if title:
            self.page.key("title", pick_of(title), self.given.doubts.get("report_title", ""))
        if issued:
            write_date(self.page, "issued_on", issued, self.given.doubts.get("issued_on", ""))

    def _number_pick(self, number: InText) -> Value:
        text = self.roles["text"]
        between = (number.before, number.after)
        return pick_of(text, between=between, begins=True) if number.begins else pick_of(text, between=between)

    def _unnumbered(self, number: InText) -> str:
        without = len(self.roles["text"].values) - number.found
        return f"{counted(without, 'row states', 'rows state')} no number so; their text names them" if without else ""

    # -- what shows ----------------------------------------------------------------------------------------------------

    def _tell_what_shows(self, mapping: TableMapping) -> None:
        """Read the table by the mapping, and tell as doubts what does not hold together."""
        examined = examine(_beginning(self.text), mapping)
        problems = (problem for problem in examined.problems if problem.code not in _TOLD)
        for kind in by_kind(problems, most=_MOST_TOLD):
            self.page.note("doubt", f"{kind.code}: {kind.told}")


def _beginning(text: Text) -> Text:
    """The same text with no more rows than a proposal is held against."""
    grid = text.places
    assert isinstance(grid, Grid)
    cut = tuple(attrs.evolve(sheet, rows=sheet.rows[:_MOST_READ]) for sheet in grid.sheets)
    return attrs.evolve(text, places=attrs.evolve(grid, sheets=cut))
