"""The page as text, copied or extracted: its parts are told by their headings and by what GAO prints on lines."""

from __future__ import annotations

import re

from oversight_adapters.readers.gao_agency_page.cells import Row
from oversight_adapters.readers.gao_agency_page.layout import layout
from oversight_adapters.readers.gao_agency_page.lines import KNOWN_STATUS, REPORT_ID, Kind, kind_of
from oversight_adapters.readers.gao_agency_page.outline import STOPS
from oversight_adapters.readers.gao_agency_page.suffix import Span, suffix_of
from oversight_adapters.readers.gao_product_page.product import MATTERS, RECOMMENDATIONS, Product, row_of

_HEADINGS = re.compile(
    r"(?:Full\sReport|GAO\sContacts?|Contacts?|Office\sof\sPublic\sAffairs|Topics?|Highlights|Fast\sFacts|"
    r"What\sGAO\s(?:Found|Recommends)|Why\sGAO\sDid\sThis\sStudy|Multimedia:?|Downloads?|Additional\sMaterials:?|"
    r"Related\s.{1,40}|Jump\sTo:?|Subject\sTerms?|Stay\sInformed)",
    re.IGNORECASE,
)
_NUMBER = re.compile(rf"(?:{REPORT_ID}|(?:Published|Publicly\sReleased):)", re.IGNORECASE)
_HEADER = re.compile(
    r"(?:Agency(?:\sAffected)?|Recommendation|Matter|Status|Comments?|Sort\s(?:de|a)scending|\s)+", re.I
)
_STATUS = re.compile(rf"(?:Status:\s*)?({KNOWN_STATUS}|Open|Closed)", re.IGNORECASE)
_MARKDOWN = "#* "
_LONGEST_TITLE = 300
_ABOVE = 8  # lines within which the title stands above the number

Line = tuple[int, int]


def copied(folded: str) -> Product:
    """The parts of a page's text."""
    lines = _lines(folded)
    product = Product()
    number = next((n for n, line in enumerate(lines) if _NUMBER.match(folded, *line)), None)
    if number is not None:
        product.title = _title(folded, lines[max(0, number - _ABOVE) : number])
        product.details = _details(folded, lines, number)
    for heading, below in _sections(folded, lines):
        words = folded[slice(*heading)]
        if RECOMMENDATIONS.match(words):
            product.headings.append(heading)
            product.rows += _recommendations(folded, below)
        elif match := MATTERS.match(words):
            start, end = match.span("addressee")
            product.headings.append(heading)
            product.rows += _matters(folded, below, (heading[0] + start, heading[0] + end))
        elif words.rstrip(":").casefold() in ("topics", "topic"):
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


def _title(folded: str, above: list[Line]) -> Span | None:
    """The nearest line that may be one; the last wins, for what the site prints above a title is furniture."""
    for start, end in reversed(above):
        words = folded[start:end]
        if kind_of(words) is Kind.PROSE and end - start <= _LONGEST_TITLE and not words.endswith(STOPS):
            return start, end
    return None


def _details(folded: str, lines: list[Line], first: int) -> list[Span]:
    """The line with the report's number and dates, and those right below it that go on with them."""
    found = [lines[first]]
    for line in lines[first + 1 : first + 4]:
        if not _NUMBER.match(folded, *line):
            break
        found.append(line)
    return found


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


def _recommendations(folded: str, below: list[Line]) -> list[Row]:
    """The rows of the first table, which is printed as on the pages of an agency."""
    if not below:
        return []
    start, end = below[0][0], below[-1][1]
    page = layout("\n" * start + folded[start:end])
    return [row for block in page.blocks for row in block.rows]


def _matters(folded: str, below: list[Line], addressee: Span) -> list[Row]:
    """The rows of the second table: matters without an agency, each with its status and comment."""
    rows: list[tuple[Span, Span | None, Span | None]] = []
    for n, (start, end) in enumerate(below):
        words = folded[start:end]
        if _HEADER.fullmatch(words):
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
