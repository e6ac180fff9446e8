"""One row of a page as candidates: the recommendation, and an update for each dated statement about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import attrs

from oversight_adapters.readers.gao_agency_page.cells import Row
from oversight_adapters.readers.gao_agency_page.comment import Comment, read_comment
from oversight_adapters.readers.gao_agency_page.marks import Mark, later
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_agency_page.positions import Position
from oversight_adapters.readers.gao_agency_page.quoting import Quotes, Sheet
from oversight_adapters.readers.gao_agency_page.reports import Report
from oversight_adapters.readers.phrasebook import Hit
from oversight_adapters.texts.spans import Span
from oversight_core.entities import Recommendation, Update
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item, fingerprint, slug
from oversight_core.provenance import Excerpt
from oversight_core.quick import maker, quick
from oversight_core.reading import Candidate, Label

STATUS, POSITION = "gao/status", "gao/position"
_SEVERAL = ("topics", "facility")
_OF = Excerpt("recommendation")  # given by the format: an update stands in its recommendation's comment
_slug = lru_cache(maxsize=4096)(slug)
_recommendation, _update = maker(Recommendation), maker(Update)
_candidate, _label, _item = maker(Candidate), maker(Label), maker(Item)


@quick
@attrs.frozen(weakref_slot=False)
class Read:
    """A row as read: its candidates, the recommendation first.

    Each dated sentence of its comment is an update, quoted whole.  Of the others, `counting` are to be accounted for;
    of the `silent` ones nothing is read.
    """

    item: Item
    candidates: tuple[Candidate, ...]
    counting: int = 0
    silent: tuple[Span, ...] = ()


def read_row(row: Row, report: Report, folded: str, quotes: Quotes, *, also: Iterable[Mark] = ()) -> Read | None:
    """The candidates of a row; None where it has no number, no text and no comment, so that nothing names it.

    `also` are fields of the recommendation that stand in places of their own; several marks of one make it a tuple.
    """
    sheet = Sheet(quotes)
    sheet.add(report.title)
    sheet.add(report.number)
    _take_cells(row, folded, sheet)
    value = sheet.values.get
    number, text, addressee = value("number", ""), value("text", ""), value("addressee", "")
    if not (name := _name(row, report, number, text or folded[slice(*row.comment or (0, 0))])):
        return None
    item = _item("recommendation", "gao", report.segment, name, _slug(addressee) if addressee else "")
    labels = [_label(STATUS, sheet.values["status_printed"], excerpts=(sheet.excerpts[-1],))] if row.status else []
    if row.priority:
        sheet.take("priority", "priority/priority", *row.priority)
    for one in also:
        take_also(one, sheet)
    if row.comment is None:
        return Read(item, (_recommended(item, sheet, labels),))
    comment = read_comment(folded, *row.comment, number=number, addressee=addressee)
    positions = [_sheet(quotes, at, one.words, one.by, one.on) for at, one in comment.positions]
    if positions:
        sheet.join(positions[_latest(comment.positions)])
    _take_comment(comment, sheet)
    labels += _labels(comment, positions, addressee)
    candidates = (_recommended(item, sheet, labels), *_updates(item, comment, quotes))
    return Read(item, candidates, comment.counting, comment.silent)


def _recommended(item: Item, sheet: Sheet, labels: list[Label]) -> Candidate:
    return _candidate(item, _recommendation(**sheet.values), tuple(labels), None, tuple(sheet.excerpts))


def _name(row: Row, report: Report, number: str, words: str) -> str:
    """What names a recommendation in its report: its number, else its words; in no known report, its words."""
    if number and (report.is_known or not words):
        return f"matter-{_slug(number)}" if row.suffix and row.suffix.matter else _slug(number)
    return fingerprint(words) if words else ""


def _take_cells(row: Row, folded: str, sheet: Sheet) -> None:
    """The cells of a row; its status comes last."""
    if row.suffix and row.suffix.number:
        sheet.take("number", "number/number", *row.suffix.number)
    if row.agency:
        sheet.take("addressee", "agency/addressee", *row.agency)
    if row.text:
        sheet.take("text", "text/text", *row.text)
        if hit := _dependency(folded, *row.text):
            sheet.take("depends_on", f"{hit.phrase.name}/depends_on", *hit.match.span("depends_on"))
    if row.status:
        sheet.take("status", "status/status", *row.status)
        sheet.also("status_printed", "status-printed/status_printed")


def take_also(mark: Mark, sheet: Sheet) -> None:
    """Read a field that stands in a place of its own; several marks of one that holds many make a tuple."""
    before = sheet.values.get(mark.field, ())
    sheet.mark(mark)
    if mark.field in _SEVERAL:
        sheet.values[mark.field] = (*before, sheet.values[mark.field])


def _dependency(folded: str, start: int, end: int) -> Hit | None:
    """What must come first, at the start of a text, or right before or after its "should"."""
    if folded.startswith(("Once ", "After ", "Upon ", "Following "), start):
        return BOOK.match("first", folded, start, end)
    if folded.find("should, ", start, end) > 0:
        return BOOK.search("meanwhile-first", folded, start, end)
    return BOOK.search("then-should", folded, start, end) if folded.find(", should ", start, end) > 0 else None


def _take_comment(comment: Comment, sheet: Sheet) -> None:
    """What a comment states of the recommendation's own fields."""
    if comment.as_of:
        at, as_of = comment.as_of
        sheet.mark(as_of, at, field="narrative_as_of")
    for placed in (comment.completion, comment.start):
        if placed:
            at, estimate = placed
            sheet.mark(estimate.date, at)
            sheet.mark(estimate.qualifier, at)
    if comment.to_close:
        at, needed = comment.to_close
        sheet.mark(needed, at)


def _sheet(quotes: Quotes, at: int, *marks: Mark | None) -> Sheet:
    """What marks state whose places count from `at`."""
    sheet = Sheet(quotes)
    for mark in marks:
        sheet.mark(mark, at)
    return sheet


def _latest(positions: Sequence[tuple[int, Position]]) -> int:
    """Which is the last in the order of the words, unless its own date says that it came before another."""
    best = 0
    for n, (_, one) in enumerate(positions[1:], 1):
        last = positions[best][1]
        if not (last.moment and one.moment and later(last.moment, one.moment)):
            best = n
    return best


def _labels(comment: Comment, sheets: Sequence[Sheet], addressee: str) -> Iterator[Label]:
    """A label for each position, whose words stand in a sheet of its own."""
    for n, ((_, position), sheet) in enumerate(zip(comment.positions, sheets, strict=True)):
        speaker = position.speaker
        behalf = addressee if addressee and addressee != speaker else None
        yield _label(
            POSITION,
            sheet.values["position"],
            occurred_on=position.moment or _before(comment.positions[n + 1 :]),
            actor=Actor(speaker, "addressee", on_behalf_of=behalf) if speaker else None,
            excerpts=tuple(sheet.excerpts),
        )


def _before(rest: Sequence[tuple[int, Position]]) -> Moment | None:
    """An undated position that a dated one follows was taken no later than that one."""
    moment = next((one.moment for _, one in rest if one.moment), None)
    return Moment.between(None, moment) if moment and moment.latest else None


def _updates(item: Item, comment: Comment, quotes: Quotes) -> Iterator[Candidate]:
    seen: dict[str, int] = {}
    for (start, end), stated in comment.statements:
        sheet = _sheet(quotes, start, stated.as_of, stated.by)
        sheet.take("text", "update/text", start, end)
        date = stated.date
        seen[date] = seen.get(date, 0) + 1
        part = date if seen[date] == 1 else f"{date}-{seen[date]}"
        of = _item("update", item.issuer, item.report, item.number, item.addressee, part)
        yield _candidate(of, _update(recommendation=item, **sheet.values), (), stated.on, (_OF, *sheet.excerpts))
