"""A mapping proposed from a table: from the names of its columns and from what stands in them."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from oversight_adapters.readers.mapped_table.errors import DefectiveMapping
from oversight_adapters.readers.mapped_table.examining import examine
from oversight_adapters.readers.mapped_table.forms import PLAIN, read_date
from oversight_adapters.readers.mapped_table.guess.assigning import NO, STATUS_AXES, YES, Assigned, assigned
from oversight_adapters.readers.mapped_table.guess.columns import MOST_ROWS, Column, columns_of, dates_of
from oversight_adapters.readers.mapped_table.guess.finding import Found, find, names_of
from oversight_adapters.readers.mapped_table.guess.headings import plain
from oversight_adapters.readers.mapped_table.guess.known_words import known, means_nothing, understood
from oversight_adapters.readers.mapped_table.guess.naming import Key, needed_beside
from oversight_adapters.readers.mapped_table.guess.numbering import InText, number_in
from oversight_adapters.readers.mapped_table.guess.page import Page, Value
from oversight_adapters.readers.mapped_table.loading import mapping_of
from oversight_adapters.readers.mapped_table.mapping import Pick
from oversight_adapters.readers.mapped_table.telling import counted, quoted
from oversight_adapters.readers.mapped_table.values import parts_of
from oversight_adapters.texts.grid import Grid
from oversight_core.errors import UnreadableSource
from oversight_core.names import slug
from oversight_core.reading import Text
from oversight_core.rules.vocabulary import fold

_AS_OF = re.compile(r"\bas of:? ", re.IGNORECASE)
_GAO = re.compile(r"GAO-\d\d-\d+", re.IGNORECASE)
_MOST_TOLD = 20  # problems of the table that are told as doubts
_DATES = {
    "position": (("stated", "position_on"),),
    "status": (("stated", "status_stated"), ("date", "status_since")),
}
_YES, _NO = ("yes", "y", "true"), ("no", "n", "false")  # what a mapping reads without being told


def guess(text: Text) -> str:
    """A mapping in TOML for a table, with every doubt and all that it leaves out as comments.

    What is not known is not mapped.  Raises `UnreadableSource` where the text is no table or no row names its columns.

    >>> from oversight_adapters.texts.tables import table_text
    >>> from oversight_core.provenance import Source
    >>> table = b"Report,Rec #,Recommendation,Status\\nA-1,1,Count the beds each day,Open\\n"
    >>> print(guess(table_text(Source.of(table, name="beds.csv"))).partition("[fields]")[2].partition("[document]")[0])
    <BLANKLINE>
    report = "Report"
    number = "Rec #"
    text = "Recommendation"
    <BLANKLINE>
    <BLANKLINE>
    """
    name = text.source.name or "the source"
    grid = text.places
    found = find(grid) if isinstance(grid, Grid) else None
    if found is None:
        raise UnreadableSource(name, "no row of it looks like the header of a table")
    return _Proposal(text, found).written()


class _Proposal:
    """One table on its way to a mapping; used once."""

    def __init__(self, text: Text, found: Found) -> None:
        self.text, self.found, self.page = text, found, Page()
        columns = columns_of(names_of(found), found.layout.lines)
        self.given: Assigned = assigned(columns)
        self.roles = self.given.roles
        self.left = list(self.given.left)
        self.number: InText | None = None
        if "number" not in self.roles and "text" in self.roles:
            self.number = number_in(self.roles["text"].values.values())

    def written(self) -> str:
        """The mapping, held against its own table: what then shows stands as doubts at its end."""
        self._top()
        self._table()
        self._stated()
        self._fields()
        self._document()
        self._identity()
        self._labels("position", self.roles.get("position"), ("position",))
        self._labels("status", self.roles.get("status"), STATUS_AXES)
        proposed = self.page.text()
        self._tell_what_shows(proposed)
        return self.page.text()

    # -- what the table is ---------------------------------------------------------------------------------------------

    def _top(self) -> None:
        page, rows = self.page, self.found.layout.lines
        stem = slug(self.text.source.name.rpartition("/")[2].partition(".")[0] or "table")
        page.note("proposed", f"from {counted(len(rows), 'row')}; look at every line with a doubt before you use it")
        if len(rows) > MOST_ROWS:
            page.note("doubt", f"only the first {MOST_ROWS:,} rows were looked at for what their words mean")
        reports = self.roles.get("report")
        gao = reports is not None and any(_GAO.match(words) for words in reports.words)
        page.key("name", "table-of-gao" if gao and stem == "gao" else stem)
        page.key("issuer", "gao" if gao else stem, "" if gao else "who makes the recommendations; write its short name")
        for words in self.found.doubts:
            page.note("doubt", words)
        never = [column for column, _ in self.given.never]
        if never:
            page.key("never", tuple(dict.fromkeys(column.name for column in never)))
        for column, why in self.given.never:
            page.note("never", f"{quoted(column.name)}: {why}")
        for column, why in self.left:
            page.note("left out", f"{quoted(column.name)}: {why}")

    def _table(self) -> None:
        table, page = self.found.table, self.page
        page.section("table")
        if table.sheets:
            page.key("sheet", table.sheets)
        header: dict[str, Value] = {}
        if table.header.holds:
            header["holds"] = table.header.holds
        elif table.header.row:
            header["row"] = table.header.row
        if table.header.height > 1:
            header["height"] = table.header.height
        if table.header.again:
            header["again"] = True
        if header and not self.found.layout.sheet.columns:
            page.key("header", header)
        if table.block:
            doubt = "dates that stand alone in a row are taken for the heads of the rows below; nothing is made of them"
            page.key("block", {"column": table.block.column, "dates": table.block.dates}, doubt)
        if table.leave_out:
            page.key("leave-out", tuple({"starts": rule.starts} for rule in table.leave_out))

    def _stated(self) -> None:
        """As of when the table speaks, where a line above it says so."""
        for row in self.found.layout.around:
            for words in row.words:
                if (match := _AS_OF.search(words)) and (after := _after_date(words[match.end() :])) is not None:
                    self.page.section("stated")
                    self.page.key("between", (words[max(0, match.start() - 20) : match.end()], after))
                    return

    # -- fields --------------------------------------------------------------------------------------------------------

    def _fields(self) -> None:
        self.page.section("fields")
        for field in ("report", "report_title", "number", "addressee", "text", "priority", "estimated_completion"):
            if field == "number" and self.number:
                self._key(field, self._number_pick(), self._unnumbered())
            elif column := self.roles.get(field):
                self._field(field, column)

    def _document(self) -> None:
        title, issued = self.roles.get("report_title"), self.roles.get("issued_on")
        if not (title or issued) or not ("report" in self.roles or title):
            return
        self.page.section("document")
        if title:
            self._key("title", self._pick(title))
        if issued:
            self._field("issued_on", issued)

    def _field(self, field: str, column: Column) -> None:
        doubt = self.given.doubts.get(field, "")
        if field in ("issued_on", "estimated_completion"):
            self._dated(field, column)
        elif field == "priority":
            used = {word.strip().casefold() for word in column.words}
            more: dict[str, Value] = {}
            if not used <= {*_YES, *_NO}:
                more = {
                    key: tuple(sorted(used & {*words})) for key, words in (("yes", YES), ("no", NO)) if used & {*words}
                }
            self._key(field, self._pick(column, more), doubt)
        else:
            self._key(field, self._pick(column), doubt)

    def _dated(self, key: str, column: Column) -> None:
        """A key that reads a date, unless its words can be read as different days."""
        dates = dates_of(column)
        if dates is None:
            return
        if dates.rivals:
            first, second = dates.rivals
            example = next(iter(column.words))
            words = (
                f"{key} is not mapped: {quoted(column.name)} could be {first} or {second} ({quoted(example)}); write "
            )
            self.page.note("doubt", words + f'{key} = {{ column = "{column.name}", dates = "{first}" }} or "{second}"')
            self.left.append((column, "its dates can be read in two ways"))
            return
        forms: dict[str, Value] = {} if set(dates.forms) <= set(PLAIN) else {"dates": dates.forms}
        unread = f"{', '.join(map(quoted, dates.unread[:5]))} cannot be read as a date" if dates.unread else ""
        several = f"dates of {len(dates.forms)} forms stand in this column" if len(dates.forms) > 1 else ""
        self._key(key, self._pick(column, forms), "; ".join(filter(None, (unread, several))))

    def _number_pick(self) -> dict[str, Value]:
        assert self.number is not None
        found, text = self.number, self.roles["text"]
        more: dict[str, Value] = {"between": (found.before, found.after)}
        if found.begins:
            more["begins"] = True
        pick = self._pick(text, more)
        assert isinstance(pick, dict)
        return pick

    def _unnumbered(self) -> str:
        assert self.number is not None
        without = len(self.roles["text"].values) - self.number.found
        return f"{counted(without, 'row states', 'rows state')} no number so; their text names them" if without else ""

    def _pick(self, column: Column, more: dict[str, Value] | None = None) -> Value:
        keys: dict[str, Value] = {"column": column.name}
        if column.position:
            keys["position"] = column.position
        if any(html.unescape(words) != words for words in column.words):
            keys["unescape"] = "html"
        keys |= more or {}
        return column.name if len(keys) == 1 else keys

    def _key(self, key: str, value: Value, doubt: str = "") -> None:
        self.page.key(key, value, doubt)

    # -- identity ------------------------------------------------------------------------------------------------------

    def _identity(self) -> None:
        """What names a row, where the fields report, number and addressee alone do not."""
        roles = self.roles
        lines: list[tuple[str, Value, str]] = []
        report = roles.get("report") or roles.get("report_title")
        if report is None:
            lines.append(("report", {"constant": "table"}, "no column names a report; all rows are of one"))
        keys = [column.values for column in (report, roles.get("addressee")) if column] + [self._numbers()]
        extra = [column for role in ("text", "report_title", "issued_on") if (column := roles.get(role))]
        extra += sorted((column for column, _ in self.left), key=lambda column: column.length)
        extra = [column for column in extra if column.values]
        chosen = needed_beside(keys, [*roles.values(), *(column for column, _ in self.left)], extra)
        if chosen is None:
            self.page.note("doubt", "no two columns tell all rows apart, so rows that differ have one name; see below")
        elif chosen:
            number: list[Value] = [self._number_pick()] if self.number else []
            if role := next((role for role in ("number", "text") if role in roles and not number), ""):
                number += [self._pick(roles[role])] if roles[role] not in chosen else []
            names = " and ".join(quoted(column.name) for column in chosen)
            doubt = f"without {names}, rows that differ would have one name"
            lines.append(("number", (*number, *map(self._pick, chosen)), doubt))
        if lines:
            self.page.section("identity")
            for line in lines:
                self._key(*line)

    def _numbers(self) -> Key:
        """The number of each row; its text where none is printed."""
        text = self.roles["text"].values if "text" in self.roles else {}
        if column := self.roles.get("number"):
            return {**text, **column.values}
        if self.number is None:
            return text
        pick = Pick(
            row="number",
            column="",
            between=(self.number.before, self.number.after),
            begins=self.number.begins,
            shape="number",
        )
        return {row: (parts_of(pick, words) or [words])[0] for row, words in text.items()}

    # -- words ---------------------------------------------------------------------------------------------------------

    def _labels(self, name: str, column: Column | None, axes: Sequence[str]) -> None:
        """A column of words for positions or statuses, on the axis that most of them speak on."""
        if column is None:
            return
        words = Counter({word.strip(): 0 for word in column.words})
        for word, count in column.words.items():
            words[word.strip()] += count
        axis = max(axes, key=lambda axis: understood(words, axis))
        self.page.section("labels", name)
        self._key("column", self._pick(column), self.given.doubts.get(name, ""))
        self.page.key("axis", axis, _who_speaks(column.name, axis) if name == "status" else "")
        nothing = tuple(_once(word for word in words if means_nothing(word)))
        if nothing:
            self.page.key("nothing", nothing)
        unknown = [w for w in words if not means_nothing(w) and not ((row := known(w)) and row.on(axis))]
        if unknown:
            told = ", ".join(f"{quoted(word)} ({words[word]:,})" for word in unknown[:_MOST_TOLD])
            self.page.key(
                "unknown", "warn", f"what these words mean is not known, and they are kept as they are: {told}"
            )
        for key, role in (
            (("stated", "status_stated"), ("date", "status_since"))
            if name == "status"
            else (("stated", "position_on"),)
        ):
            if dated := self.roles.get(role):
                self._dated(key, dated)
        self.page.section("labels", name, "words")
        for word in _once(word for word in words if word not in unknown and not means_nothing(word)):
            row = known(word)
            assert row is not None
            self.page.key(word, row.on(axis), row.doubt)

    # -- what shows ----------------------------------------------------------------------------------------------------

    def _tell_what_shows(self, proposed: str) -> None:
        """Read the table by the mapping, and tell as doubts what does not hold together."""
        try:
            mapping = mapping_of(proposed, name="the proposal")
        except DefectiveMapping as error:
            self.page.note("doubt", f"this proposal cannot be loaded as it is: {error}")
            return
        examined = examine(self.text, mapping)
        problems = [problem for problem in examined.problems if problem.code != "column-not-mapped"]
        for problem in problems[:_MOST_TOLD]:
            self.page.note("doubt", f"{problem.code}: {problem.message}")
        if more := problems[_MOST_TOLD:]:
            self.page.note("doubt", f"and {len(more):,} more problems; oversight mapping check shows them all")


def _after_date(words: str) -> str | None:
    """What stands after the date with which words begin; None where they begin with none."""
    parts = list(re.finditer(r"\S+", words[:60]))
    for last in reversed(parts[:4]):
        date = words[: last.end()].rstrip(".,;)")
        try:
            read_date(date)
        except ValueError:
            continue
        rest = words[len(date) :]
        return rest[:4]
    return None


def _who_speaks(name: str, axis: str) -> str:
    """What is doubtful about an axis: the header does not always say who speaks."""
    words = set(plain(name).split())
    if axis == "implementation" and not words & {"management", "agency", "reported", "response", "auditee"}:
        return "as the addressee reports; where the oversight body judges, it is oversight_status, with other states"
    if axis == "oversight_status" and words & {"management", "agency", "reported", "auditee"}:
        return "the words open and closed are the oversight body's, and the header says that the addressee speaks"
    return ""


def _once(words: Iterable[str]) -> list[str]:
    """Words of which case, dashes and blanks make no other, each once."""
    seen: dict[str, str] = {}
    for word in words:
        seen.setdefault(fold(word), word)
    return [word for key, word in seen.items() if key]
