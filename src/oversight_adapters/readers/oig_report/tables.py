"""Tables of states at issuance: a row for each report with its counts, or a row for each recommendation."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.inspectors_general.reports import NUMBER, document_item
from oversight_adapters.readers.oig_report.page import Page
from oversight_adapters.readers.oig_report.slots import POSITIONS, STATUS, status
from oversight_adapters.texts.spans import Span, lines
from oversight_core.names import slug

_HEADS = (  # what a heading says, and what the column holds
    ("report", r"(?:DHS )?(?:OIG )?Report(?: (?:No\.?|Number|#))?"),
    ("total", r"(?:Total |Number of )?Rec(?:ommendation)?s?\.?(?: made| issued)?|Total(?: made)?"),
    ("number", r"Rec(?:ommendation)?\.? ?(?:No\.?|Number|#)|No\.|#"),
    ("status", r"Status(?: at issuance)?"),
    ("completion", r"(?:Estimated|Target|Expected) Completion Date|ECD|Target Date"),
    ("position", r"(?:Management |Component |Agency |ICE |CBP |DHS )?(?:Response|Position|Concurrence)"),
)
_COLUMNS = tuple((name, re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE)) for name, pattern in _HEADS)
_STATE = re.compile(
    rf"(?:Recommendations\s+)?(?P<status>{STATUS})(?:\s+(?:at\s+issuance|recommendations))?", re.IGNORECASE
)
_NUMBER = re.compile(NUMBER)
_KEY = re.compile(r"\d{1,3}[a-z]?")
_FIGURE = re.compile(r"\d{1,4}|none|zero", re.IGNORECASE)
_SEPARATORS = (re.compile(r"\s*\|\s*"), re.compile(r"[ ]*\t[ ]*"), re.compile(r"[ ]{2,40}"))
_POSITION = re.compile("|".join(POSITIONS.values()), re.IGNORECASE)
_CELLS = {
    "number": r"\d{1,3}[a-z]?",
    "status": STATUS,
    "position": f"(?:{'|'.join(POSITIONS.values())})",
    "completion": r"\S.{0,40}?",
}
_MOST_COLUMNS = 6
_LONGEST_ROW = 400
_HEADED = re.compile(r"report|status", re.IGNORECASE)  # a word of every head


@attrs.frozen
class Column:
    """A column: what it holds, and the state that it counts, if it does."""

    holds: str
    state: str = ""
    place: Span = (0, 0)


@attrs.frozen
class Line:
    """A row: the cells by their columns, empty ones left out."""

    cells: tuple[tuple[Column, Span], ...]

    def cell(self, holds: str) -> Span | None:
        """Where the cell of a column stands."""
        return next((span for column, span in self.cells if column.holds == holds), None)


def rows(page: Page) -> Iterator[Line]:
    """Every row of every such table."""
    columns: tuple[Column, ...] = ()
    separator = _SEPARATORS[0]
    loose: re.Pattern[str] | None = None  # of a table whose columns nothing but single blanks part
    for start, end in lines(page.lined):
        line = page.lined[start:end]
        if not line.strip() or len(line) > _LONGEST_ROW:
            columns = columns if not line.strip() else ()
            continue
        headed = _HEADED.search(line) is not None
        if headed and (row := loose_row(line)):
            columns, loose = (), row
            continue
        separators = _SEPARATORS if headed else ()
        head = next(((one, found) for one in separators if (found := _columns(page, start, end, one))), None)
        if head:
            (separator, columns), loose = head, None
        elif loose and (match := loose.fullmatch(line)):
            spans = ((name, match.span(name)) for name in match.groupdict())
            yield Line(tuple((Column(name), (start + first, start + last)) for name, (first, last) in spans))
        elif columns:
            cells = _cells(page.lined, start, end, separator)
            if separator is _SEPARATORS[2] and len(cells) != len(columns):
                continue  # an empty cell cannot be told from a wide gap
            yield Line(tuple((column, span) for column, span in zip(columns, cells, strict=False) if span[1] > span[0]))


def loose_row(head: str) -> re.Pattern[str] | None:
    """How the rows look of a table whose head is nothing but names of columns, a number first; None for other lines.

    >>> loose_row("Recommendation No. Status Estimated Completion Date").fullmatch("2 Closed N/A").groupdict()
    {'number': '2', 'status': 'Closed', 'completion': 'N/A'}
    """
    names = list[str]()
    at = len(head) - len(head.lstrip())
    while at < len(head.rstrip()):
        found = [(match.end(), name) for name, pattern in _COLUMNS if (match := pattern.match(head, at))]
        if not found or len(names) > _MOST_COLUMNS:
            return None
        end, name = max(found)
        names.append("number" if name == "total" else name)
        at = end + len(head[end:]) - len(head[end:].lstrip())
    if (
        names[:1] != ["number"]
        or "status" not in names
        or any(names.count(name) > 1 or name not in _CELLS for name in names)
    ):
        return None
    cells = r"\s+".join(rf"(?P<{name}>{_CELLS[name]})" for name in names)
    return re.compile(rf"\s*{cells}\s*", re.IGNORECASE)


def _cells(text: str, start: int, end: int, separator: re.Pattern[str]) -> list[Span]:
    line = text[start:end]
    outer = len(line) - len(line.lstrip(" |" if separator is _SEPARATORS[0] else " "))
    last = (
        len(line.rstrip(" |"))
        if separator is _SEPARATORS[0] and line.rstrip().endswith("|") and line.lstrip().startswith("|")
        else len(line)
    )
    cells, at = [], outer
    for match in separator.finditer(line, outer, last):
        cells.append((start + at, start + match.start()))
        at = match.end()
    bare = line[at:last].rstrip()
    return [*cells, (start + at, start + at + len(bare))]


def _columns(page: Page, start: int, end: int, separator: re.Pattern[str]) -> tuple[Column, ...]:
    """The columns, if a line is the head of such a table: it names what a row is about, and a state or a status."""
    text = page.lined
    out = []
    for first, last in _cells(text, start, end, separator):
        words = text[first:last].strip("* ")
        state = _STATE.fullmatch(words)
        holds = "count" if state else next((name for name, pattern in _COLUMNS if pattern.fullmatch(words)), "")
        out.append(Column(holds, status(state["status"]) if state else "", (first, last)))
    held = [column.holds for column in out]
    of_reports = "report" in held and "count" in held
    of_recommendations = "status" in held and ("number" in held or "total" in held) and "count" not in held
    if of_recommendations and "number" not in held:
        out = [attrs.evolve(one, holds="number") if one.holds == "total" else one for one in out]
    return tuple(out) if of_reports or of_recommendations else ()


def tell_reports(page: Page, line: Line) -> bool:
    """A row of counts of one report; whether it is one."""
    cell = line.cell("report")
    named = _NUMBER.search(page.folded, *cell) if cell else None
    if named is None:
        return False
    item = document_item(named[0].upper())
    out = page.record.of(item)
    out.tell("number", page.read("report", *named.span(), "number"))
    for column, span in line.cells:
        if not _FIGURE.fullmatch(page.folded[slice(*span)].strip()):
            continue
        if column.holds == "total":
            out.tell("recommendation_count", page.read("count", *span, "recommendation_count"))
        elif column.holds == "count":
            figure = page.record.of(item.within("figure", slug(column.state)))
            figure.derive("about", column.state)
            figure.derive("measure", "recommendations")
            figure.derive("document", item)
            figure.tell("value", page.read("number", *span, "value"))
    return True


def of_recommendation(page: Page, line: Line) -> tuple[str, Span, dict[str, Span]] | None:
    """A row about one recommendation: its number, where that stands, and the cells that can be read."""
    cell = line.cell("number")
    match = _KEY.search(page.folded, *cell) if cell else None
    if cell is None or match is None or len(page.folded[slice(*cell)].split()) > 3:
        return None
    readable = {}
    for name, pattern in (("status", re.compile(STATUS, re.IGNORECASE)), ("position", _POSITION), ("completion", None)):
        span = line.cell(name)
        if span and (pattern is None or pattern.fullmatch(page.folded[slice(*span)].strip())):
            readable[name] = span
    return match[0].lower(), match.span(), readable
