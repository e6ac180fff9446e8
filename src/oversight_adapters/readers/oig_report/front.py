"""The front of a report: cover, highlights and memorandum heads, which say its number, its day and its title."""

from __future__ import annotations

import re

import attrs

from oversight_adapters.readers.inspectors_general.describing import Told
from oversight_adapters.readers.inspectors_general.facilities import tell_facilities
from oversight_adapters.readers.inspectors_general.reports import (
    NUMBER,
    UNNAMED,
    document_item,
    form_of_title,
    issuer_of,
)
from oversight_adapters.readers.oig_report.covers import read_cover
from oversight_adapters.readers.oig_report.lines import is_furniture
from oversight_adapters.readers.oig_report.page import Page
from oversight_adapters.readers.oig_report.phrases import BOOK
from oversight_adapters.readers.oig_report.titles import (
    DATED,
    NUMBERED,
    subject_end,
    title_above,
    title_at,
    title_below,
    title_called,
)
from oversight_adapters.readers.phrasebook import Hit
from oversight_adapters.readers.words import dates
from oversight_adapters.readers.words.components import COMPONENT
from oversight_adapters.texts.spans import Span, lines
from oversight_core.names import Item

_BLANK = re.compile(r"\n[ ]*\n")
_FRONT_LINES = 60  # lines with words, where no memorandum head ends the front
_COMPONENT = re.compile(COMPONENT, re.IGNORECASE)
_MEMORANDUM = re.compile(r"^[ ]*MEMORANDUM\s+(?:FOR|TO)\b", re.MULTILINE)
_BODY = re.compile(
    r"^[ ]*(?:Recommendation\s+#?\d|\w+\s+Comments\s+to|Management\s+Comments|Background\b|Results\s+of\s+\w+[ ]*$)",
    re.MULTILINE,
)
_SUBJECT = re.compile(r"^[ ]*SUBJECT:", re.MULTILINE)
_TO_THE_OFFICE = re.compile(
    r"MEMORANDUM\s+(?:FOR|TO)\s*:?(?:(?!FROM)[^\x00]){0,200}?Inspector\s+General", re.IGNORECASE
)
_FORM = r"(?:\s{1,9}\((?P<form>Revised|Redacted)\))?"
_DAY = rf"(?:{dates.DAY}|{dates.MONTH})"
_RUN_ON = re.compile(
    r"\s{0,200}(?:(?:U\.S\.\s)?Department\sof\sHomeland\sSecurity\s{1,20})?(?:Office\sof\s(?:the\s)?Inspector\sGeneral\s{1,20})?"
    rf"(?P<title>\S(?:[^\n]|\n(?=\S)){{11,300}}?)\s{{1,20}}(?:(?P<day>{_DAY})\s{{1,20}}(?P<number>{NUMBER}){_FORM}|"
    rf"(?P<number_2>{NUMBER})\s{{1,20}}(?P<day_2>{_DAY}))",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"MEMORANDUM\s+(?:FOR|TO)\b(?P<who>[\s\S]{0,600}?)\n[ ]*(?:FROM|SUBJECT)\b")


Said = tuple[list[Told], list[Told], list[Told], list[tuple[Span, Told]]]
"""Numbers, dates, forms and titles."""


@attrs.frozen
class Front:
    """What the front says: the report's item, the title's place, and where the front ends."""

    item: Item
    number: str
    addressee: Told | None
    titles: tuple[Span, ...]
    end: int


def read_front(page: Page) -> Front:
    """The front of a report, told of its document."""
    end = _front_end(page.folded)
    numbers, days, forms, titles = _lines_of(page, end)
    if not titles and not days:
        numbers, days, forms, titles = _run_on(page) or (numbers, days, forms, titles)
    numbers = numbers or _behind(page, titles) or _feet(page)
    titles = titles or title_called(page, end) or title_below(page, end)
    distinct = {told.value for told in numbers}
    number = numbers[0].value if len(distinct) == 1 else ""
    spans = tuple(span for span, _ in titles)
    title = titles[0][1].value if titles else ""
    cover = read_cover(page, end, number)
    if cover.number and not numbers:
        numbers, number = [cover.number], str(cover.number.value)
        days = days or _some(cover.issued_on)
    by = str(cover.issuer.value) if cover.issuer else "" if cover.known else UNNAMED
    item = document_item(number, title or _sound(page.folded), issued_by=by)
    out = page.record.of(item)
    for told in numbers:
        out.tell("number", told)
    out.tell("issuer", cover.issuer)
    if not cover.issuer and (known := issuer_of(number)):
        out.derive("issuer", known)
    for told in days:
        out.tell("issued_on", told)
    for span, told in titles:
        out.tell("title", told)
        tell_facilities(page.record, item, page.piece(*span))
    if not forms and spans and (form := form_of_title(page.folded, *spans[0])):
        forms = _some(page.read("report-line/form", *form, "form"))
    if forms:
        release = page.record.of(item.within("release", "1"))
        release.tell("form", forms[0])
        release.derive("document", item)
    if not titles and not number:
        page.record.problem("title-missing", "neither a report number nor a title stands at the front of this report")
    addressee = _addressee(page, end)
    out.tell("addressee", addressee)
    return Front(item, number, addressee, spans, end)


def _sound(text: str) -> str:
    """A text without halves of letters, which no hash can be made of."""
    return text.encode("utf-8", "ignore").decode()


def _addressee(page: Page, end: int) -> Told | None:
    """To whose head the memorandum is sent, where it names one component."""
    memo = _ADDRESSED.search(page.folded, 0, end)
    if memo is None:
        return None
    named = [match.span() for match in _COMPONENT.finditer(page.folded, *memo.span("who"))]
    told = [page.read("component", *span, "addressee") for span in named]
    return told[0] if len({one.value for one in told if one}) == 1 else None


def _front_end(text: str) -> int:
    """Where the front ends: with the memorandum's subject, or after as many lines as a cover may have."""
    words = 0
    end = len(text)
    for start, stop in lines(text):
        words += bool(text[start:stop].strip())
        if words > _FRONT_LINES:
            end = start
            break
    body = _BODY.search(text, 0, end)
    end = body.start() if body else end
    memo = _MEMORANDUM.search(text, 0, end)
    if memo is None:
        return end
    if _TO_THE_OFFICE.match(text, memo.start() + len(memo[0]) - len(memo[0].lstrip())):  # the answer's own head
        return min(end, text.rfind("\n\n", 0, max(0, memo.start() - 60)) + 1)
    subject = _SUBJECT.search(text, memo.start(), memo.start() + 2_000)
    if subject is None:
        return min(len(text), memo.start() + 1_000)
    blank = _BLANK.search(text, subject.end(), subject.end() + 1_000)
    return blank.end() if blank else min(len(text), subject.end() + 1_000)


def _lines_of(page: Page, end: int) -> Said:
    """Numbers, dates, forms and titles of the lines of the front, the lines of the pages' feet included."""
    numbers: list[Told] = []
    days: list[Told] = []
    forms: list[Told] = []
    titles: list[tuple[Span, Told]] = []
    spans = list(lines(page.folded, 0, end))
    for n, (start, stop) in enumerate(spans):
        hit = _of_front(page, start, stop)
        if hit is None:
            continue
        if hit.phrase.name == "subject":
            titles += title_at(page, hit.match.start("title"), subject_end(page.folded, start, end))
            continue
        slots = hit.match.re.groupindex
        numbers += _some(page.told(hit, "number") if "number" in slots else None)
        days += _some(page.told(hit, "issued_on") if "issued_on" in slots else None)
        forms += _some(page.told(hit, "form") if "form" in slots else None)
        titles += title_above(page, spans, n)
    return numbers, days, forms, titles


def _run_on(page: Page) -> Said | None:
    """The same of a cover that an extractor has run into one line: title, day and number, one behind the other."""
    match = _RUN_ON.match(page.folded)
    if match is None:
        return None
    groups = {name: match.span(name) for name in match.groupdict() if match.start(name) >= 0}
    number = next(span for name, span in groups.items() if name.startswith("number"))
    day = next(span for name, span in groups.items() if name.startswith("day"))
    return (
        _some(page.read("report-line/number", *number, "number")),
        _some(page.read("date-line/issued_on", *day, "issued_on")),
        _some(page.read("report-line/form", *groups["form"], "form") if "form" in groups else None),
        title_at(page, *groups["title"]),
    )


def _of_front(page: Page, start: int, stop: int) -> Hit | None:
    """The row that reads a line whole."""
    line = page.folded[start:stop]
    start += len(line) - len(line.lstrip())
    if line.strip():
        rows = ("subject",) if "ubject" in line or "UBJECT" in line else DATED
        return next((hit for row in rows if (hit := BOOK.match(row, page.folded, start, stop))), None)
    return None


def _some(told: Told | None) -> list[Told]:
    return [told] if told else []


def _behind(page: Page, titles: list[tuple[Span, Told]]) -> list[Told]:
    """The number that stands in brackets behind a title."""
    found = (NUMBERED.match(page.folded, stop) for (_, stop), _ in titles)
    return [
        told for match in found if match and (told := page.read("report-line/number", *match.span("number"), "number"))
    ]


def _feet(page: Page) -> list[Told]:
    """The numbers in the feet of pages; the first of each is enough."""
    found: dict[str, Told] = {}
    for start, stop in lines(page.folded):
        line = page.folded[start:stop]
        if (
            len(line) < 90
            and "OIG-" in line
            and is_furniture(line)
            and (hit := BOOK.match("foot", page.folded, start, stop))
        ):
            told = page.told(hit, "number")
            if told:
                found.setdefault(str(told.value), told)
    return list(found.values())
