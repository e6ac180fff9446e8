"""The page as text, copied or extracted: its parts are told by their headings and by what GAO prints on lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oversight_adapters.readers.gao_agency_page.cells import Row
from oversight_adapters.readers.gao_agency_page.layout import layout
from oversight_adapters.readers.gao_agency_page.lines import KNOWN_STATUS, REPORT_ID, Kind, kind_of
from oversight_adapters.readers.gao_agency_page.outline import STOPS
from oversight_adapters.readers.gao_agency_page.suffix import Span, suffix_of
from oversight_adapters.readers.gao_product_page.product import (
    MATTERS,
    RECOMMENDATIONS,
    Product,
    row_of,
    status_and_comment,
    title_of,
    with_status,
)

_HEADINGS = re.compile(
    r"(?:Full\sReport|GAO\sContacts?|Contacts?|Office\sof\sPublic\sAffairs|Topics?|Highlights|Fast\sFacts|"
    r"What\sGAO\s(?:Found|Recommends)|Why\sGAO\sDid\sThis\sStudy|Multimedia:?|Downloads?|Additional\sMaterials:?|"
    r"Related\s.{1,40}|Jump\sTo:?|Subject\sTerms?|Stay\sInformed)",
    re.IGNORECASE,
)
_DATES = r"(?:Published|Publicly\sReleased):"
_RUN_ON = re.compile(rf"(?P<id>GAO-\d\d-\d{{1,6}}[A-Z]{{0,2}}?)(?={_DATES})")
_NUMBER = re.compile(rf"(?:{REPORT_ID}|{_DATES}|{_RUN_ON.pattern})")
_HEADER = re.compile(
    r"(?:Agency(?:\sAffected)?|Recommendation|Matter|Status|Comments?|Sort\s(?:de|a)scending|[\s|:-])+$",
    re.IGNORECASE,
)
_BETWEEN_BARS = re.compile(r"[^|\s](?:[^|]*[^|\s])?")
_STATUS = re.compile(rf"(?:Status:\s*)?({KNOWN_STATUS}|Open|Closed)", re.IGNORECASE)
_TABLES = {"recommendations": RECOMMENDATIONS, "matters": MATTERS}
_MARKDOWN = "#* "
_LONGEST_TITLE = 300
_ABOVE, _BELOW = 8, 3  # lines within which the title stands above the number, and the dates below it

Line = tuple[int, int]


def copied(folded: str) -> Product:
    """The parts of a page's text."""
    lines = _lines(folded)
    product = Product()
    number = next((n for n, line in enumerate(lines) if _NUMBER.match(folded, *line)), None)
    if number is not None:
        above, below = lines[max(0, number - _ABOVE) : number], lines[number + 1 : number + 1 + _BELOW]
        product.details = _details(folded, lines[number], below)
        product.title = _title(folded, above[::-1]) or _title(
            folded, [line for line in below if line < product.details[-1]]
        )
    tables: set[str] = set()
    for heading, below in _sections(folded, lines):
        words = folded[slice(*heading)]
        table = next((name for name, form in _TABLES.items() if form.match(words)), "")
        if table in tables:
            product.again = product.again or heading
        elif table and (rows := _table(folded, heading, below)):
            tables.add(table)
            product.headings.append(heading)
            product.rows += rows
        elif not product.topics and words.rstrip(":").casefold() in ("topics", "topic"):
            product.topics += _topics(folded, below)
    return product


def _lines(folded: str) -> list[Line]:
    """The lines that are not blank, without the marks of Markdown headings and the blanks around them."""
    found, at = [], 0
    for raw in folded.split("\n"):
        words = raw.strip()
        if bare := words.lstrip(_MARKDOWN).rstrip("* ") if words[:1] in ("#", "*") else words:
            start = at + raw.index(bare)
            found.append((start, start + len(bare)))
        at += len(raw) + 1
    return found


def _title(folded: str, lines: list[Line]) -> Span | None:
    """The first of these lines that may be one."""
    for start, end in lines:
        words = folded[start:end]
        if kind_of(words) is Kind.PROSE and end - start <= _LONGEST_TITLE and not words.endswith(STOPS):
            return title_of(folded, (start, end))
    return None


def _details(folded: str, first: Line, below: list[Line]) -> list[Span]:
    """The line with the report's number, and those below it with its dates."""
    run_on = _RUN_ON.match(folded, *first)
    found = [run_on.span("id"), (run_on.end("id"), first[1])] if run_on else [first]
    return found + [line for line in below if _NUMBER.match(folded, *line)]


def _sections(folded: str, lines: list[Line]) -> list[tuple[Line, list[Line]]]:
    """Each heading with the lines below it, up to the next one."""
    found: list[tuple[Line, list[Line]]] = []
    for line in lines:
        words = folded[slice(*line)]
        if RECOMMENDATIONS.fullmatch(words) or MATTERS.fullmatch(words) or _HEADINGS.fullmatch(words):
            found.append((line, []))
        elif found:
            found[-1][1].append(line)
    return found


def _topics(folded: str, below: list[Line]) -> list[Span]:
    """One topic a line, up to what is none."""
    found: list[Span] = []
    for start, end in below:
        words = folded[start:end]
        if kind_of(words) is not Kind.PROSE or end - start > 60 or not words[:1].isupper() or words.endswith(STOPS):
            break
        found.append((start, end))
    return found


def _table(folded: str, heading: Line, below: list[Line]) -> list[Row]:
    """The rows below a heading; that of the matters says to whom they are addressed."""
    if match := MATTERS.match(folded, *heading):
        return _matters(folded, below, match.span("addressee"))
    return _recommendations(folded, below)


def _recommendations(folded: str, below: list[Line]) -> list[Row]:
    """The rows of the first table, which is printed as on the pages of an agency."""
    if not below:
        return []
    if any(folded.startswith("|", start) for start, _ in below):
        return [*_ruled(folded, below, None)]
    start, end = below[0][0], below[-1][1]
    page = layout("\n" * start + folded[start:end])
    return [with_status(folded, row) for block in page.blocks for row in block.rows]


def _ruled(folded: str, below: list[Line], addressee: Span | None) -> Iterator[Row]:
    """The rows of a table whose cells stand between bars: agency, if there is one, text, status, comment."""
    for line in below:
        cells = [match.span() for match in _BETWEEN_BARS.finditer(folded, *line)]
        if not folded.startswith("|", line[0]) or _HEADER.match(folded, *line) or len(cells) < 2:
            continue
        agency = cells.pop(0) if addressee is None else addressee
        text = cells.pop(0) if cells else None
        status, comment = status_and_comment(folded, cells[0] if cells else None)
        yield row_of(folded, agency=agency, text=text, status=status, comment=cells[1] if len(cells) > 1 else comment)


def _matters(folded: str, below: list[Line], addressee: Span) -> list[Row]:
    """The rows of the second table: matters without an agency, each with its status and comment."""
    if any(folded.startswith("|", start) for start, _ in below):
        return [*_ruled(folded, below, addressee)]
    rows: list[tuple[Span, Span | None, Span | None]] = []
    for n, (start, end) in enumerate(below):
        words = folded[start:end]
        if _HEADER.match(words):
            continue
        status = _STATUS.fullmatch(words)
        text, code, comment = rows[-1] if rows else (None, None, None)
        suffix = suffix_of(folded, start, end, within=True)
        begins = suffix is not None or (n + 1 < len(below) and _STATUS.fullmatch(folded, *below[n + 1]) is not None)
        if status and text and code is None:
            rows[-1] = (text, (start + status.start(1), start + status.end(1)), comment)
        elif text is None or (begins and (code or comment)):
            rows.append(((start, end), None, None))
        elif code is None:
            rows[-1] = ((text[0], end), None, None)
        else:
            rows[-1] = (text, code, (comment[0] if comment else start, end))
        text, code, comment = rows[-1]
        if code is None and suffix and suffix.status:  # the whole row on one line
            rows[-1] = ((text[0], suffix.end), suffix.status, (suffix.status[1], end))
    return [row_of(folded, agency=addressee, text=text, status=code, comment=rest) for text, code, rest in rows]
