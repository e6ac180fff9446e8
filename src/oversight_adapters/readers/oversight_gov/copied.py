"""A page copied as text: a label and its value on one line or on two, and the table cell by cell or row by row."""

from __future__ import annotations

import re

from oversight_adapters.readers.oversight_gov.fields import COLUMNS, FIELDS, STATED
from oversight_adapters.readers.oversight_gov.page import Page, Row
from oversight_adapters.texts.spans import Span, lines

_LABELS = tuple(
    (field.mark, re.compile(rf"[\s*#|>-]{{0,8}}(?:{field.label})\s*(?:[:|*\t]\s*|$)[*|\s]*", re.IGNORECASE))
    for field in FIELDS
)
_NAMES = "|".join(column.name.replace(" ", r"\s+") for column in COLUMNS)
_HEADER = re.compile(rf"[\s|*]*(?:(?:{_NAMES})(?:\s+Sort\s+\w+)?[\s|*]*){{1,6}}", re.IGNORECASE)
_FIRST = re.compile(r"[\s|]{0,8}(?P<number>\d{1,4}(?:[.-]\d{1,3})?[A-Za-z]?)(?=[\s|]|$)")
_CELL = re.compile(r"(?P<truth>Yes|No)(?=[\s|]|$)|(?P<amount>\$\s?[\d,]{1,20}(?:\.\d{1,2})?)(?=[\s|]|$)", re.IGNORECASE)
_OPENS_TEXT = re.compile(r"\s*(?:The\s+(?:OIG|Office)|OIG|We)\s+recommend", re.IGNORECASE)
_SEVERAL = ("field-report-agency-reviewed", "field-report-component")
_GENERIC = re.compile(r"[\s#*|>-]*Report\s{1,9}(?:Information|Details|Overview)[\s*|:]*", re.IGNORECASE)  # over fields
_FILE = "field-report-file"
_STATED = re.compile(STATED, re.IGNORECASE)
_RULE = re.compile(r"[\s|:=-]*")


def read_copied(folded: str) -> Page:
    """The layout of a copied page."""
    stated = _STATED.search(folded)
    spans = [span for span in lines(folded) if folded[slice(*span)].strip()]
    header = next((n for n, span in enumerate(spans) if _HEADER.fullmatch(folded, *span)), len(spans))
    first = min((n for n in (header, _line_at(spans, stated.start() if stated else -1)) if n >= 0), default=len(spans))
    title, fields = _fields(folded, spans[:first])
    rows, unclear = _rows(folded, spans[header:])
    return Page(title, tuple(fields), tuple(rows), tuple(unclear))


def _line_at(spans: list[Span], place: int) -> int:
    return next((n for n, (start, end) in enumerate(spans) if start <= place < end), -1)


def _fields(folded: str, spans: list[Span]) -> tuple[Span | None, list[tuple[str, Span]]]:
    fields: list[tuple[str, Span]] = []
    title: Span | None = None
    loose: Span | None = None  # the last line that is neither a label nor a value
    current, body = "", False
    for start, end in spans:
        label = next(((mark, match) for mark, pattern in _LABELS if (match := pattern.match(folded, start, end))), None)
        if label:
            current, match = label
            if title is None and loose and current != _FILE:
                title = _bare(folded, *loose)
            body = current == "body"
            if folded[match.end() : end].strip():
                fields.append((current, _bare(folded, match.end(), end)))
                current = current if body or current in _SEVERAL else ""
        elif current:
            if body and fields and fields[-1][0] == "body":
                fields[-1] = ("body", (fields[-1][1][0], _bare(folded, start, end)[1]))
            else:
                fields.append((current, _bare(folded, start, end)))
            current = current if body or current in _SEVERAL else ""
        elif not _GENERIC.fullmatch(folded, start, end):
            loose = start, end
    return title, fields


def _bare(folded: str, start: int, end: int) -> Span:
    words = folded[start:end]
    skipped = len(words) - len(words.lstrip(" \t|*#>-"))
    return start + skipped, max(start + skipped, start + len(words.rstrip(" \t|*")))


def _rows(folded: str, spans: list[Span]) -> tuple[list[Row], list[Span]]:
    """The rows of the table: values, then the text of the recommendation up to the next values."""
    rows: list[Row] = []
    unclear: list[Span] = []
    lines_ = [span for span in spans if not _HEADER.fullmatch(folded, *span) and not _RULE.fullmatch(folded, *span)]
    n = 0
    while n < len(lines_):
        values = _values(folded, lines_, n)
        if values is None:
            n += 1
            continue
        cells, odd, n = values
        unclear += odd
        start = n
        while n < len(lines_) and _values(folded, lines_, n) is None and not _ends(folded, lines_[n]):
            n += 1
        start += _details(folded, lines_[start:n])
        text = (_bare(folded, *lines_[start])[0], _bare(folded, *lines_[n - 1])[1]) if n > start else None
        rows.append(Row(tuple(cells), text))
        if n < len(lines_) and _ends(folded, lines_[n]):
            break
    return rows, unclear


def _details(folded: str, spans: list[Span]) -> int:
    """1 where a line of additional details stands before the text of a recommendation, else 0."""
    if len(spans) < 2 or _OPENS_TEXT.match(folded, *spans[0]) or not _OPENS_TEXT.match(folded, *spans[1]):
        return 0
    return int(not folded[slice(*spans[0])].rstrip().endswith((".", ":", ";")))


_FOOT = re.compile(
    r"\W*(?:(?:Back|Return)\s{1,9}to\s{1,9}top|Related\s{1,9}Reports|Contact|Footer|Follow\s{1,9}us|Pagination|Share)\b"
    r".{0,60}",
    re.IGNORECASE,
)


def _ends(folded: str, span: Span) -> bool:
    return _FOOT.fullmatch(folded, *span) is not None


def _values(folded: str, spans: list[Span], n: int) -> tuple[list[tuple[str, Span]], list[Span], int] | None:
    """The values of a recommendation from this line on, amounts in no certain column, and the line behind them."""
    first = _FIRST.match(folded, *spans[n])
    if first is None:
        return None
    number = ("Recommendation Number", first.span("number"))
    rest = folded[first.end() : spans[n][1]]
    mark = next((mark for mark in "\t|" if mark in rest), "")
    if mark:
        cells = _parted(folded, first.end(), spans[n][1], mark)
        return ([number, *cells], [], n + 1) if cells or not rest.strip(" \t|") else None
    found: list[tuple[str, Span]] = []
    at, end, line = first.end(), spans[n][1], n
    while True:
        at += len(folded[at:end]) - len(folded[at:end].lstrip(" "))
        cell = _CELL.match(folded, at, end)
        if cell:
            found.append((cell.lastgroup or "", cell.span()))
            at = cell.end()
        elif at < end and line == n and not found:
            return None  # words follow a number: no row of values
        elif at < end:
            return None if line == n else _sorted(folded, number, found, line)
        elif line + 1 < len(spans):
            line += 1
            at, end = spans[line]
            if not _CELL.match(folded, at + len(folded[at:end]) - len(folded[at:end].lstrip(" ")), end):
                return _sorted(folded, number, found, line) if found or _OPENS_TEXT.match(folded, at, end) else None
        else:
            return _sorted(folded, number, found, line + 1) if found else None


def _sorted(
    folded: str, number: tuple[str, Span], found: list[tuple[str, Span]], line: int
) -> tuple[list[tuple[str, Span]], list[Span], int]:
    """Values by their columns; of two amounts the first is questioned, and one alone may be either."""
    cells = [number, *(("Significant Recommendation", span) for kind, span in found if kind == "truth")]
    amounts = [span for kind, span in found if kind == "amount"]
    if len(amounts) == 2:
        cells += [("Recommended Questioned Costs", amounts[0]), ("Recommended Funds for Better Use", amounts[1])]
        return cells, [], line
    return cells, amounts, line


def _parted(folded: str, start: int, end: int, mark: str) -> list[tuple[str, Span]]:
    """The cells behind the number, parted by tabs or bars; empty ones count."""
    out: list[tuple[str, Span]] = []
    at = start
    words = folded[start:end]
    parts = words.split(mark)
    for column, part in zip((None, *COLUMNS[1:]), parts, strict=False):
        bare = part.strip()
        if column is not None and bare:
            first = at + part.index(bare)
            out.append((column.name, (first, first + len(bare))))
        at += len(part) + 1
    return out
