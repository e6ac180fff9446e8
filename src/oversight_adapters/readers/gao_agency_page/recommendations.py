"""One row of a page as candidates: the recommendation, and an update for each dated statement about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import attrs

from oversight_adapters.readers.gao_agency_page.cells import Row
from oversight_adapters.readers.gao_agency_page.comment import Comment, read_comment
from oversight_adapters.readers.gao_agency_page.marks import Mark, later
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_agency_page.phrases.conditions import DEPENDENCIES
from oversight_adapters.readers.gao_agency_page.positions import Position
from oversight_adapters.readers.gao_agency_page.quoting import Quoted, Quotes
from oversight_adapters.readers.gao_agency_page.reports import Report
from oversight_core.entities import Recommendation, Update
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item, fingerprint, slug
from oversight_core.provenance import Excerpt
from oversight_core.reading import Candidate, Label

STATUS, POSITION = "gao/status", "gao/position"
_OF = Excerpt("recommendation")  # given by the format: an update stands in its recommendation's comment
_slug = lru_cache(maxsize=1024)(slug)


@attrs.frozen
class Read:
    """A row as read: its candidates, the recommendation first, and its comment."""

    item: Item
    candidates: tuple[Candidate, ...]
    comment: Comment | None


def read_row(row: Row, report: Report, folded: str, quotes: Quotes) -> Read | None:
    """The candidates of a row; None where it has neither number nor text, so that nothing names it."""
    cells = {quoted.excerpt.field: quoted for quoted in (*report.stated, *_cells(row, folded, quotes))}
    number, text, addressee = (cells.get(field) for field in ("number", "text", "addressee"))
    if number is None and text is None:
        return None
    item = Item(
        "recommendation",
        "gao",
        report.segment,
        _number(row, number, text),
        _slug(addressee.value) if addressee else "",
    )
    comment = None
    if row.comment:
        comment = read_comment(
            folded, *row.comment, number=number.value if number else "", addressee=addressee.value if addressee else ""
        )
    told = list(_told(comment, quotes)) if comment else []
    quoted = [*cells.values(), *told]
    entity = Recommendation(**{one.excerpt.field: one.value for one in quoted})
    labels = tuple(_labels(cells, comment, quotes, addressee.value if addressee else ""))
    candidate = Candidate(item, entity, labels, None, tuple(one.excerpt for one in quoted))
    updates = _updates(item, comment, quotes) if comment else ()
    return Read(item, (candidate, *updates), comment)


def _number(row: Row, number: Quoted | None, text: Quoted | None) -> str:
    if number is None:
        return fingerprint(text.value if text else "")
    return f"matter-{slug(number.value)}" if row.suffix and row.suffix.matter else slug(number.value)


def _cells(row: Row, folded: str, quotes: Quotes) -> Iterator[Quoted]:
    if row.suffix and row.suffix.number:
        yield quotes.at("number", "number/number", *row.suffix.number)
    if row.agency:
        yield quotes.at("addressee", "agency/addressee", *row.agency)
    if row.text:
        yield quotes.at("text", "text/text", *row.text)
        for dependency in DEPENDENCIES:
            find = BOOK.match if dependency is DEPENDENCIES[0] else BOOK.search
            if hit := find(dependency.name, folded, *row.text):
                yield quotes.at("depends_on", f"{dependency.name}/depends_on", *hit.match.span("depends_on"))
                break
    if row.status:
        yield quotes.at("status", "status/status", *row.status)
        yield quotes.at("status_printed", "status-printed/status_printed", *row.status)
    if row.priority:
        yield quotes.at("priority", "priority/priority", *row.priority)


def _told(comment: Comment, quotes: Quotes) -> Iterator[Quoted]:
    """What the comment states of the recommendation's own fields."""
    if comment.positions:
        position = _latest(comment.positions)
        for mark in (position.words, position.by, position.on):
            if mark:
                yield quotes.of(mark)
    if comment.as_of:
        yield quotes.of(comment.as_of, "narrative_as_of")
    if comment.completion:
        yield quotes.of(comment.completion.date)
        if comment.completion.qualifier:
            yield quotes.of(comment.completion.qualifier)
    if comment.start:
        yield quotes.of(comment.start.date)
    for need in comment.to_close:
        yield quotes.of(need)


def _latest(positions: tuple[Position, ...]) -> Position:
    """The last in the order of the words, unless its own date says that it came before another."""
    best = positions[0]
    for one in positions[1:]:
        if not (best.moment and one.moment and later(best.moment, one.moment)):
            best = one
    return best


def _labels(cells: dict[str, Quoted], comment: Comment | None, quotes: Quotes, addressee: str) -> Iterator[Label]:
    if printed := cells.get("status_printed"):
        yield Label(STATUS, printed.value, excerpts=(printed.excerpt,))
    positions = comment.positions if comment else ()
    for n, position in enumerate(positions):
        marks: list[Mark] = [mark for mark in (position.words, position.by, position.on) if mark]
        quoted = [quotes.of(mark) for mark in marks]
        actor = None
        if position.speaker:
            behalf = addressee if addressee and addressee != position.speaker else None
            actor = Actor(position.speaker, "addressee", on_behalf_of=behalf)
        yield Label(
            POSITION,
            quoted[0].value,
            occurred_on=position.moment or _before(positions[n + 1 :]),
            actor=actor,
            excerpts=tuple(one.excerpt for one in quoted),
        )


def _before(rest: tuple[Position, ...]) -> Moment | None:
    """An undated position that a dated one follows was taken no later than that one."""
    moment = next((one.moment for one in rest if one.moment), None)
    return Moment.between(None, moment) if moment and moment.latest else None


def _updates(item: Item, comment: Comment, quotes: Quotes) -> Iterator[Candidate]:
    seen: Counter[str] = Counter()
    for stated in comment.statements:
        as_of = quotes.of(stated.as_of)
        text = quotes.at("text", "update/text", stated.start, stated.end)
        quoted = [as_of, *([quotes.of(stated.by)] if stated.by else []), text]
        date = _slug(str(as_of.value))
        seen[date] += 1
        part = date if seen[date] == 1 else f"{date}-{seen[date]}"
        entity = Update(recommendation=item, **{one.excerpt.field: one.value for one in quoted})
        excerpts = (_OF, *(one.excerpt for one in quoted))
        of = Item("update", item.issuer, item.report, item.number, item.addressee, part)
        yield Candidate(of, entity, (), stated.on, excerpts)
