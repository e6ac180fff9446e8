"""The list as text: entries that begin with a report number, and the cells of each, however they were copied."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.inspectors_general.reports import NUMBER, OLD_NUMBER
from oversight_adapters.readers.words import dates
from oversight_adapters.texts.spans import Span, lines

_SORT = r"(?:\s*Sort\s+(?:ascending|descending))?"
_NAMES = rf"Report\s+Number{_SORT}|Title{_SORT}|Issue\s+Date{_SORT}|Date\s+Issued{_SORT}|Fiscal\s+Year{_SORT}"
HEADER = re.compile(rf"[\s|>*-]*(?:(?:{_NAMES})[\s|*]*){{2,5}}", re.IGNORECASE)
"""The names of the columns, in whatever order, with what sorts them."""
NAME = re.compile(
    r"(?P<number>Report\s+Number)|(?P<title>Title)|(?P<date>Issue\s+Date|Date\s+Issued)|(?P<year>Fiscal\s+Year)",
    re.IGNORECASE,
)

OPENS = re.compile(
    rf"[\s|>*-]{{0,12}}(?P<number>{NUMBER}|(?-i:{OLD_NUMBER})(?![\w-]))(?:\s*\(\s*(?P<form>Revised|Redacted)\s*\))?(?=[\s|:]|$)",
    re.IGNORECASE,
)
_PAGER = re.compile(
    r"[^\w/]*(?:(?:\d{1,3}(?!\d)|pages?|current|next|last|previous|first|pagination|of)[^\w/]*){1,30}|(?"
    r":©|Copyright|Stay Connected|Return to top).*",
    re.IGNORECASE,
)
_DATE = re.compile(rf"\s*(?P<date>{dates.DAY})\s*", re.IGNORECASE)
YEAR = re.compile(r"(?:FY\s*)?(?:19|20)\d\d", re.IGNORECASE)
_TAIL = re.compile(
    rf"(?:[\s|,(-]+(?P<date>{dates.DAY})\)?)?(?:[\s|]+(?P<year>(?:FY\s*)?(?:19|20)\d\d))?[\s|]*$", re.IGNORECASE
)
_OPEN_END = re.compile(
    r"\b(?:fiscal\s+years?|FYs?|calendar\s+years?|years?|in|for|of|from|since|through|and|to|by|during|[-–&,])\s*$",
    re.IGNORECASE,
)
_LONGEST = 60_000


@attrs.frozen
class Entry:
    """One report of the list: where its cells stand, those that are there."""

    number: Span
    form: Span | None = None
    title: Span | None = None
    date: Span | None = None
    year: Span | None = None
    summary: Span | None = None


def entries(folded: str) -> Iterator[Entry]:
    """Every entry of a list."""
    spans = list(lines(folded))
    columns = _columns(folded, spans)
    opens = [(n, match) for n, span in enumerate(spans) if (match := OPENS.match(folded, *span))]
    for (n, match), following in zip(opens, [*(n for n, _ in opens[1:]), len(spans)], strict=False):
        body = [_inside(folded, match.end(), spans[n][1])]
        for span in spans[n + 1 : following]:
            words = folded[slice(*span)].strip()
            if words and ((_PAGER.fullmatch(words) and not YEAR.fullmatch(words)) or HEADER.fullmatch(words)):
                break
            body.append(_inside(folded, *span))
        yield _entry(folded, match, body, columns)


def _columns(folded: str, spans: list[Span]) -> tuple[str, ...]:
    """The columns in the order of their names."""
    for span in spans[:400]:
        line = folded[slice(*span)]
        names = tuple(match.lastgroup or "" for match in NAME.finditer(line)) if HEADER.fullmatch(line) else ()
        if len(set(names)) == len(names) > 2:
            return names
    return ("number", "title", "date", "year")


def _inside(folded: str, start: int, end: int) -> Span:
    words = folded[start:end]
    start += len(words) - len(words.lstrip())
    return start, max(start, start + len(words.strip()))


def _entry(folded: str, match: re.Match[str], body: list[Span], columns: tuple[str, ...]) -> Entry:
    number, form = match.span("number"), match.span("form") if match["form"] else None
    first = folded[match.end() : body[0][1]]
    if "\t" in first or "|" in first:
        return _of_cells(folded, number, form, match.end(), body[0][1], columns)
    kept = [span for span in body if span[1] > span[0] and folded[span[0] : span[1]] != ":"]
    for n, (start, end) in enumerate(kept):
        if folded.startswith(">", start):
            title = [_inside(folded, start + 1, end), *kept[n + 1 :]]
            summary = (kept[0][0], kept[n - 1][1]) if n else None
            return _of_lines(folded, number, form, [span for span in title if span[1] > span[0]], summary)
    return _of_lines(folded, number, form, kept, None)


def _of_cells(folded: str, number: Span, form: Span | None, start: int, end: int, columns: tuple[str, ...]) -> Entry:
    """A row whose cells are parted by tabs or bars: empty ones count."""
    mark = "\t" if "\t" in folded[start:end] else "|"
    names = columns[columns.index("number") + 1 :] if "number" in columns else columns
    cells, at = [], start
    for part in folded[start:end].split(mark):
        cells.append(_inside(folded, at, at + len(part)))
        at += len(part) + 1
    found = {name: span for name, span in zip(names, cells[1:], strict=False) if span[1] > span[0]}
    return Entry(number, form, found.get("title"), found.get("date"), found.get("year"))


def _of_lines(folded: str, number: Span, form: Span | None, kept: list[Span], summary: Span | None) -> Entry:
    """An entry whose cells stand in lines: title, date and year, of which the last two may be empty."""
    date = year = None
    while kept:
        start, end = kept[-1]
        words = folded[start:end]
        if year is None and YEAR.fullmatch(words):
            year = kept.pop()
        elif date is None and (match := _DATE.fullmatch(words)):
            date = (start + match.start("date"), start + match.end("date"))
            kept.pop()
        else:
            break
    if not kept:
        return Entry(number, form, None, date, year, summary)
    start, end = kept[0][0], kept[-1][1]
    if end - start > _LONGEST:
        return Entry(number, form, None, date, year, summary)
    tail = _TAIL.search(folded[start:end][-60:])
    if tail and tail.group().strip() and year is None:
        near = max(start, end - 60)
        cut = near + tail.start()
        if tail["date"] or not _OPEN_END.search(folded, start, cut):
            date = date or ((near + tail.start("date"), near + tail.end("date")) if tail["date"] else None)
            year = (near + tail.start("year"), near + tail.end("year")) if tail["year"] else None
            end = cut
    end -= len(folded[start:end]) - len(folded[start:end].rstrip(" \n(,"))
    return Entry(number, form, _inside(folded, start, end) if end > start else None, date, year, summary)
