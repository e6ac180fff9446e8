"""The page as text, copied or extracted: its parts are told by their headings and by what GAO prints on lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oversight_adapters.readers.gao_agency_page.cells import Row
from oversight_adapters.readers.gao_agency_page.layout import layout
from oversight_adapters.readers.gao_agency_page.lines import KNOWN_STATUS, REPORT_ID, Kind, kind_of
from oversight_adapters.readers.gao_agency_page.outline import STOPS
from oversight_adapters.readers.gao_agency_page.suffix import Span, suffix_of
from oversight_adapters.readers.gao_product_page.captioned import captioned, is_captioned
from oversight_adapters.readers.gao_product_page.product import (
    HEADINGS,
    MATTERS,
    RECOMMENDATIONS,
    Product,
    row_in,
    row_of,
    status_and_comment,
    title_of,
)

_DATES = r"(?:Published|Publicly\sReleased):"
_RUN_ON = re.compile(rf"(?P<id>GAO-\d\d-\d{{1,6}}[A-Z]{{0,2}}?)(?={_DATES})")
_UNFINISHED = re.compile(
    r"(?:\bPublicly|(?:Published|Released):(?:\s+[A-Z][a-z]{2,8}\.?)?(?:\s+\d{1,2},?)?)$", re.IGNORECASE
)
_NUMBER = re.compile(rf"(?:{REPORT_ID}|{_DATES}|{_RUN_ON.pattern})")
_HEADER = re.compile(
    r"(?:Agency(?:\sAffected)?|Recommendation|Matter|Status|Comments?|Sort\s(?:de|a)scending|[\s|:-])+$",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\s|:-]*-{3}[\s|:-]*\|[\s|:-]*$")  # below the header of a table, which bars may open or not
_BETWEEN_BARS = re.compile(r"[^|\s](?:[^|]*[^|\s])?")
_STATUS = re.compile(rf"(?:Status:\s*)?({KNOWN_STATUS}|Open|Closed)", re.IGNORECASE)
_TABLES = {"recommendations": RECOMMENDATIONS, "matters": MATTERS}
_AGENCY_HEADER = "Agency Recommendation Status\n"  # shorter than the heading that stands there
_SUFFIX = r"[(\[](?:Recommendation|Matter)[^()\[\]]{0,60}[)\]]\.?"
_TOGETHER = re.compile(
    rf"({_SUFFIX}[ \n]{{0,9}})[ \n]({KNOWN_STATUS}|(?:Open|Closed)(?![ \n]*[-(]))(?:[ \n]|$)", re.IGNORECASE
)
_WRAP = re.compile(r"(?<=[^\n])\n(?=[a-z])")
_MARKDOWN = "#* "
_LONGEST_TITLE = 300
_FULL_LINE = 50  # characters; a line so long may be wrapped, and no navigation is
_DUTY = re.compile(
    r"(?:The\s)?Congress\s(?:should|may|could|might)\b|To\s.{1,200},\sCongress\s(?:should|may|could|might)\b"
)
_WRAPPED = 12  # lines over which a matter may be wrapped
_ABOVE, _BELOW = 8, 4  # lines within which the title stands above the number, and the dates below it

Line = tuple[int, int]


def copied(folded: str) -> Product:
    """The parts of a page's text."""
    folded = _apart(folded)
    lines = lines_of(folded)
    product = head(folded, lines)
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


def head(folded: str, lines: list[Line]) -> Product:
    """A product of which only the title, the number and the dates are known."""
    product = Product()
    number = next((n for n, line in enumerate(lines) if _NUMBER.match(folded, *line)), None)
    if number is not None:
        above, below = lines[max(0, number - _ABOVE) : number], lines[number + 1 : number + 1 + _BELOW]
        product.details = _details(folded, lines[number], below)
        product.title = _title_above(folded, above) or _title(
            folded, [line for line in below if line < product.details[-1]]
        )
    return product


def _apart(folded: str) -> str:
    """The same text with the lines that a reader wants, place by place.

    What was wrapped before a small letter goes on; a number and a status that stand together have lines of their own.
    """

    def apart(match: re.Match[str]) -> str:
        return "\n".join(part.replace("\n", " ") for part in (*match.groups(), ""))[: len(match[0])]

    return _TOGETHER.sub(apart, _WRAP.sub(" ", folded))


def lines_of(folded: str) -> list[Line]:
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


def _title_above(folded: str, lines: list[Line]) -> Span | None:
    """The title above a number, whose first line may be wrapped, behind a colon or a semicolon too."""
    if (title := _title(folded, lines[::-1])) is None:
        return None
    start, end = title
    for first, until in reversed([line for line in lines if line[1] < start]):
        apart = folded.count("\n", until, start) > 1
        goes_on = folded[until - 1] in ":;" or (not apart and until - first >= _FULL_LINE)
        if not goes_on or end - first > _LONGEST_TITLE or kind_of(folded[first:until]) is not Kind.PROSE:
            break
        if folded.endswith(STOPS, first, until) and folded[until - 1] != ";":
            break
        start = first
    return title_of(folded, (start, end))


def _details(folded: str, first: Line, below: list[Line]) -> list[Span]:
    """The line with the report's number, and those below it with its dates, which may be wrapped."""
    run_on = _RUN_ON.match(folded, *first)
    found = [run_on.span("id"), (run_on.end("id"), first[1])] if run_on else [first]
    for line in below:
        if _UNFINISHED.search(folded, *found[-1]):
            found[-1] = (found[-1][0], line[1])
        elif _NUMBER.match(folded, *line):
            found.append(line)
    return found


def _sections(folded: str, lines: list[Line]) -> list[tuple[Line, list[Line]]]:
    """Each heading with the lines below it, up to the next one."""
    found: list[tuple[Line, list[Line]]] = []
    for line in lines:
        words = folded[slice(*line)]
        words = words.rstrip(": ")
        if RECOMMENDATIONS.fullmatch(words) or MATTERS.fullmatch(words) or HEADINGS.fullmatch(words):
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
    match = MATTERS.match(folded, *heading)
    addressee = match.span("addressee") if match else None
    if is_captioned(folded, below):
        return [*captioned(folded, below, addressee)]
    if any(folded.startswith("|", start) or _RULE.match(folded, start, end) for start, end in below):
        return [*_ruled(folded, below, addressee)]
    if addressee:
        return [row_in(folded, block, agency=addressee) for block in _matters(folded, below)]
    return [*_recommendations(folded, below)] if below else []


def _recommendations(folded: str, below: list[Line]) -> Iterator[Row]:
    """The rows of the first table, which is printed as on the pages of an agency, under its header."""
    start, end = below[0][0], below[-1][1]
    for block in layout(_AGENCY_HEADER.rjust(start, "\n") + folded[start:end]).blocks:
        for row in block.rows:
            cells = [cell for cell in (row.text, row.status, row.comment) if cell]
            if (row.suffix and row.status) or not row.text:
                yield row
            else:
                again = row_in(folded, (row.text[0], max(until for _, until in cells)), agency=row.agency)
                again.priority = again.priority or row.priority
                yield again


def _ruled(folded: str, below: list[Line], addressee: Span | None) -> Iterator[Row]:
    """The rows of a table whose cells stand between bars: agency, if there is one, text, status, comment."""
    begun: int | None = None
    bare = not any(folded.startswith("|", start) for start, _ in below)
    for start, end in below:
        opens = folded[start] == "|" or (bare and folded.find("|", start, end) > 0)
        begun = start if begun is None and opens else begun
        if begun is None or folded[end - 1] != "|":  # a row may be wrapped
            continue
        cells = [match.span() for match in _BETWEEN_BARS.finditer(folded, begun, end)]
        if len(cells) > 1 and not _HEADER.match(folded, begun, end):
            agency = cells.pop(0) if addressee is None else addressee
            status, comment = status_and_comment(folded, cells[1] if len(cells) > 1 else None)
            comment = cells[2] if len(cells) > 2 else comment
            yield row_of(folded, agency=agency, text=cells[0], status=status, comment=comment)
        begun = None


def _matters(folded: str, below: list[Line]) -> Iterator[Span]:
    """The rows of the second table, each as a whole: the next one begins where this one has its number or status."""
    lines = [line for line in below if not _HEADER.match(folded, *line)]
    begun, whole = 0, False
    for n, line in enumerate(lines):
        if n and whole and _begins(folded, lines[n : n + _WRAPPED]):
            yield lines[begun][0], lines[n - 1][1]
            begun, whole = n, False
        near = lines[max(begun, n - _WRAPPED)][0]
        whole = whole or bool(_STATUS.fullmatch(folded, *line) or suffix_of(folded, near, line[1], within=True))
    if lines:
        yield lines[begun][0], lines[-1][1]


def _begins(folded: str, lines: list[Line]) -> bool:
    """Whether a matter begins with the first of these lines: one that says so, or what Congress should do.

    Its number or its status follows before another one begins.
    """
    (start, end), *rest = lines
    if _STATUS.fullmatch(folded, start, end):
        return False
    if (suffix := suffix_of(folded, start, end, within=True)) and suffix.matter:
        return True
    if rest and _STATUS.fullmatch(folded, *rest[0]):
        return True
    if not _DUTY.match(folded, start, end):
        return False
    for line in rest:
        if _STATUS.fullmatch(folded, *line) or suffix_of(folded, start, line[1], within=True):
            return True
        if _DUTY.match(folded, *line):
            return False
    return False
