"""One record of the export: the publication, and a recommendation to one agency with its comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from oversight_adapters.readers.gao_agency_page.cells import Row
from oversight_adapters.readers.gao_agency_page.gathering import Gathering
from oversight_adapters.readers.gao_agency_page.marks import Mark, mark, value_at
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_agency_page.quoting import Quoted
from oversight_adapters.readers.gao_agency_page.reports import UNTITLED, Report
from oversight_adapters.readers.gao_agency_page.suffix import suffix_of
from oversight_adapters.readers.gao_csv import columns
from oversight_adapters.texts.spans import Span
from oversight_core.names import fingerprint, slug

_TOPIC = re.compile(r"[^,;|\n]*[^,;|\s]")
_GOES_ON = re.compile(r"[,;|\n]\s*(?:and\b|[a-z])")
"""What parts no topics: "Energy, Environment, and Transportation" is one."""

_REPORT = (columns.TITLE, columns.REPORT, columns.ISSUED)
_NOWHERE: Span = (0, 0)

Record = Mapping[str, Span]
"""Where the cells of a record stand in the running text; one that is empty is not there."""


Known = dict[tuple[str, ...], str]
"""The publications that were read, by the words of their cells: what names them in items."""


def take(record: Record, gathering: Gathering, known: Known) -> None:
    """Read one record."""
    topics = _topics(record.get(columns.TOPICS), gathering.folded)
    report = _report(record, gathering, topics, known)
    gathering.take(_row(record, gathering.folded), report, also=(*_priority(record, gathering), *topics))


def _report(record: Record, gathering: Gathering, topics: tuple[Mark, ...], known: Known) -> Report:
    """The publication of a record; one that was described before in the same words is so once."""
    quotes, title, number = gathering.quotes, None, None
    if at := record.get(columns.TITLE):
        title = quotes.at("report_title", "title-cell/report_title", *at)
    if at := record.get(columns.REPORT):
        number = quotes.at("report", "report-cell/report", *at)
    words = tuple([quotes.content[slice(*record.get(column, _NOWHERE))] for column in _REPORT])
    if segment := known.get(words):
        return Report(segment, title, number)
    segment = slug(number[0]) if number else fingerprint(title[0]) if title else UNTITLED
    problems = len(gathering.problems)
    report = Report(segment, title, number, tuple(_dates(record, gathering)))
    if len(gathering.problems) == problems:  # what is wrong with a cell is told of each
        known[words] = segment
    gathering.document(report, topics)
    return report


def _dates(record: Record, gathering: Gathering) -> Iterator[Quoted]:
    """When the publication was issued, and when its title says that it came out again."""
    folded, title = gathering.folded, record.get(columns.TITLE)
    if at := record.get(columns.ISSUED):
        if found := _quoted(Mark("issued_on", "date-cell/issued_on", *at), gathering):
            yield found
        else:
            gathering.problem("unreadable-date", f"{folded[slice(*at)]!r:.80} is no date of issue", at)
    hit = BOOK.search("reissued", folded, *title) if title and folded.find("[", *title) >= 0 else None
    if hit and (found := _quoted(mark(hit, "reissued_on"), gathering)):
        yield found


def _quoted(place: Mark | None, gathering: Gathering) -> Quoted | None:
    try:
        return gathering.quotes.at(*place) if place else None
    except ValueError:  # the 31st of June
        return None


def _row(record: Record, folded: str) -> Row:
    row = Row(record.get(columns.AGENCY), status=record.get(columns.STATUS), comment=record.get(columns.COMMENT))
    if text := record.get(columns.TEXT):
        start, end = text
        row.suffix = suffix = suffix_of(folded, start, end)
        end = suffix.start if suffix else end
        row.text = (start, start + len(folded[start:end].rstrip())) if folded[start:end].strip() else None
    return row


def _priority(record: Record, gathering: Gathering) -> Iterator[Mark]:
    at = record.get(columns.PRIORITY)
    if at is None:
        return
    place = Mark("priority", "priority-cell/priority", *at)
    if value_at(gathering.folded, place) is None:
        words = gathering.folded[slice(*at)]
        gathering.problem("unreadable-value", f"{words!r:.80} does not say whether it has priority", at)
    else:
        yield place


def _topics(at: Span | None, folded: str) -> tuple[Mark, ...]:
    """Each topic of a cell that lists them."""
    if at is None:
        return ()
    if _GOES_ON.search(folded, *at):
        return (Mark("topics", "topic-cell/topics", *at),)
    found = (match.span() for match in _TOPIC.finditer(folded, *at))
    return tuple(Mark("topics", "topic-cell/topics", start + _blanks(folded, start), end) for start, end in found)


def _blanks(folded: str, at: int) -> int:
    return len(folded[at : at + 80]) - len(folded[at : at + 80].lstrip())
