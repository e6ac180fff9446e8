"""A saved page: fields by the class of their element, recommendations by the two rows that each has in the table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from oversight_adapters.readers.oversight_gov.fields import COLUMNS, FIELDS
from oversight_adapters.readers.oversight_gov.page import Page, Row
from oversight_adapters.texts.spans import Span

if TYPE_CHECKING:  # only then is the library of web pages needed
    from oversight_adapters.texts.markup import Markup, Part

_CLASS = {mark: field.mark for field in FIELDS for mark in (field.mark, *field.marks)}
_LABEL = {field.mark: re.compile(rf"\s*(?:{field.label})\s*:?\s*", re.IGNORECASE) for field in FIELDS}
_SELECTOR = ", ".join(f'[class*="{mark}"]' for mark in _CLASS)
_ITEM = re.compile(r"field__item|field-item")


def read_marked(markup: Markup) -> Page:
    """The layout of a saved page."""
    fields, datetime = fields_in(markup)
    headings = [part for part in markup.css("h1") if part.words.strip()]
    rows = [row for table in _tables(markup) for row in _rows(table)]
    return Page(span_of(headings[-1]) if headings else None, fields, tuple(rows), (), datetime)


def fields_in(within: Markup | Part) -> tuple[tuple[tuple[str, Span], ...], str]:
    """The fields in a page or a part of it, and the day of issue as the page marks it."""
    fields: list[tuple[str, Span]] = []
    datetime = ""
    for part in within.css(_SELECTOR):
        mark = _mark_of(part)
        if not mark:
            continue
        fields += [(mark, span) for span in _values(part, mark) if (mark, span) not in fields]
        if mark == "field-report-date-issued" and not datetime:
            datetime = next((time.attribute("datetime") for time in part.css("time")), "")
    return tuple(fields), datetime


def mark_of_class(name: str) -> str:
    """Which field a class marks; "" where it marks none."""
    return _CLASS.get(name, "")


def _mark_of(part: Part) -> str:
    """Which field an element is; a class that only begins like one is another."""
    for name in part.attribute("class").split():
        bare = name.rpartition("--name-")[2]
        if bare in _CLASS and (bare != "body" or "--name-" in name or name == "body"):
            return _CLASS[bare]
    return ""


def _values(part: Part, mark: str) -> list[Span]:
    """Where the values of a field stand: in its items, if it has any, else behind its label."""
    items = [one for one in part.css('[class*="field__item"], [class*="field-item"]') if _is_item(one)]
    innermost = [one for one in items if not any(other is not one and _within(other, one) for other in items)]
    if innermost:
        return [span_of(one) for one in innermost if one.words.strip()]
    label = _LABEL[mark].match(part.words)
    skip = label.end() if label else 0
    start, words = part.start + skip, part.words[skip:]
    start += len(words) - len(words.lstrip())
    return [(start, start + len(words.strip()))] if words.strip() else []


def _is_item(part: Part) -> bool:
    names = part.attribute("class").split()
    return "field__item" in names or "field-item" in names


def _within(inner: Part, outer: Part) -> bool:
    return inner.path.startswith(outer.path + "/")


def span_of(part: Part) -> Span:
    """Where the words of an element stand, without the blanks around them."""
    bare = part.words.strip()
    start = part.start + part.words.index(bare)
    return start, start + len(bare)


def _tables(markup: Markup) -> list[Part]:
    """The tables of recommendations: in their view, or under the names of their columns."""
    found = markup.css('[class*="view-report-recommendations"] table') or markup.css("table")
    return [table for table in found if COLUMNS[0].name.lower() in " ".join(table.words.lower().split())]


def _rows(table: Part) -> list[Row]:
    names = tuple(" ".join(head.words.split()).lower() for head in table.css("th"))
    rows: list[Row] = []
    for line in table.css("tr"):
        cells = line.css("td")
        if len(cells) == 1:  # the text of the recommendation whose values stand above
            if rows and rows[-1].text is None and cells[0].words.strip():
                rows[-1] = Row(rows[-1].cells, span_of(cells[0]))
        elif cells:
            named = zip(names or tuple(column.name.lower() for column in COLUMNS), cells, strict=False)
            rows.append(Row(tuple((_column(name), span_of(cell)) for name, cell in named if cell.words.strip())))
    return rows


def _column(name: str) -> str:
    """The column whose name a heading holds, whatever sorts it."""
    return next((column.name for column in COLUMNS if column.name.lower() in name), "")
