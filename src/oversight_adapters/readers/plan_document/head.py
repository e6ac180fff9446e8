"""The head of a paper: where it ends, what its lines are, who issues the paper, and its own date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oversight_adapters.readers.plan_document.furniture import is_labelled, is_posted
from oversight_adapters.readers.plan_document.layout import Block
from oversight_adapters.readers.plan_document.phrases import BOOK
from oversight_adapters.readers.plan_document.sheet import Page
from oversight_adapters.readers.plan_document.verbs import MODAL
from oversight_adapters.readers.words.dates import DAY
from oversight_adapters.texts import spans
from oversight_adapters.texts.spans import Span

_OWN_DATE = ("dated", "issued", "released", "day-alone")
_FEW = 3  # a line, and its two parts
LINE_LABEL = re.compile(
    r"(?P<label>memorandum\s+for|for|to|from|subject|re|date|title)\s*:\s*(?P<said>\S[^\n]{0,300})", re.IGNORECASE
)
_PLACE = re.compile(
    r"[A-Z][a-z]{2,20}(?:\s{1,9}[A-Z][a-z]{2,20}){0,2},\s{1,9}(?:D\.?C\.?|[A-Z]{2})(?:\s{1,9}\d{5}(?:-\d{4})?)?"
)
_MARKING = re.compile(
    r"(?:draft|for\s+(?:official|internal)\s+use\s+only|internal\s+use\s+only|law\s+enforcement\s+sensitive|pre-?decisional|"
    r"deliberative|unclassified|for\s+immediate\s+release|privileged|fouo|les|not\s+for\s+(?:public\s+)?(?:release|distribution)|[\s/,;&-]|\(|\)){1,12}",
    re.IGNORECASE,
)
_HEAD_BLOCKS = 24  # the head of a paper is no longer
_WORDS_OF_A_LINK = 6
_DAY = re.compile(DAY)
GAP = re.compile(r"(?<=\S)[ \t]{3,200}(?=\S)")


def head_of(page: Page, found: list[Block], remarks: frozenset[int]) -> list[Block]:
    """The blocks before the first paragraph or bullet."""
    head: list[Block] = []
    for n, block in enumerate(found[:_HEAD_BLOCKS]):
        if n in remarks:
            if any(one.kind == "heading" for one in head):
                break
            continue  # what a copier says first
        if block.kind == "bullet" and _is_link(page, block) and not any(one.kind == "heading" for one in head):
            continue  # a menu
        lines = page.folded[block.start : block.end].count("\n") + 1
        if block.kind == "bullet" or (
            block.kind == "prose" and not _is_line(page, block) and lines < 12 and not _is_memo_head(page, block)
        ):
            break
        head.append(block)
    return head


def _is_link(page: Page, block: Block) -> bool:
    """Whether a bullet may be a link of a menu: a few words that say nothing."""
    said = page.folded[block.start : block.end]
    return len(said.split()) <= _WORDS_OF_A_LINK and not said.endswith((".", ";", ":")) and not MODAL.search(said)


def _is_memo_head(page: Page, block: Block) -> bool:
    """Whether a block begins with a line such as *FROM: the Director* or *Effective Date: May 5*."""
    first = page.folded[block.start : block.end].partition("\n")[0]
    posted = is_posted(first)
    return not posted and (LINE_LABEL.match(first) is not None or is_labelled(first))


def _is_line(page: Page, block: Block) -> bool:
    """Whether a block is one line that says nothing but a date or a name."""
    return any(whole(page, row, block.start, block.end) for row in (*_OWN_DATE, "letterhead"))


def head_lines(page: Page, head: list[Block]) -> Iterator[Span]:
    """The lines of the head."""
    return (span for block in head for span in lines(page.folded, block.start, block.end))


def lines(folded: str, start: int, end: int) -> Iterator[Span]:
    """The lines of a span, trimmed, without empty ones."""
    for line in spans.lines(folded, start, end):
        first, last = spans.trimmed(folded, *line)
        if first < last:
            yield first, last


def columns(page: Page, line: Span) -> Iterator[Span]:
    """A line, and its parts where wide gaps stand between them; what a label begins is no part without it."""
    yield line
    edges = [line[0], *(edge for gap in GAP.finditer(page.folded, *line) for edge in gap.span()), line[1]]
    start = edges[0]
    for end, after in zip(edges[1::2], [*edges[2::2], 0], strict=True):
        if page.folded[end - 1] != ":" and (start, end) != line:
            yield start, end
        start = after if page.folded[end - 1] != ":" else start


def issuer_of(page: Page, head: list[Block], title: Span | None) -> tuple[str, Span] | None:
    """Who a memo is from; else the last name of the letterhead, which is that of the finest body."""
    found = None
    addressed = False  # below "to", bodies are those that it is sent to
    for block in head:
        spans = list(lines(page.folded, block.start, block.end))
        for n, (start, end) in enumerate(spans):
            label = LINE_LABEL.match(page.folded, start, end)
            if label and label["label"].lower() == "from" and (said := whole(page, "letterhead", *label.span("said"))):
                return said[1], said[2]
            addressed = addressed or label is not None
            if addressed or (title is not None and title[0] <= start < title[1]):
                continue
            wrapped = (whole(page, "letterhead", start, last) for _, last in reversed(spans[n : n + 3]))
            if said := next(filter(None, wrapped), None):
                found = said[1], said[2]
    return found


def dates_of(page: Page, head: list[Block], found: list[Block]) -> Iterator[tuple[str, str, Span]]:
    """The document's own date: on a line of its own in the head, or on the last line."""
    spans = [*head_lines(page, head)]
    spans += _signed(page, found[-1]) if found and len(found) > len(head) else []
    for line in spans:
        parts = [*columns(page, line)]
        rows = _OWN_DATE[: None if len(parts) <= _FEW else -1]  # in a row of a table a day may be anything's
        for span in parts:
            if said := next(filter(None, (whole(page, row, *span) for row in rows)), None):
                yield said


def _signed(page: Page, block: Block) -> list[Span]:
    """The last line, which may hold the day; none where those who sign a block did so on several days."""
    spans = [*lines(page.folded, block.start, block.end)]
    days = {" ".join(hit[0].split()) for span in spans for hit in _DAY.finditer(page.folded, *span)}
    return spans[-1:] if len(days) < 2 else []


def whole(page: Page, row: str, start: int, end: int) -> tuple[str, str, Span] | None:
    """What a row reads, if it reads all of a line but the stop."""
    hit = BOOK.match(row, page.folded, start, end)
    if not hit or page.folded[hit.match.end() : end].strip(" .:,"):
        return None
    field, first, last = next(hit.spans())
    return field, f"{row}/{field}", (first, last)


def is_known(page: Page, span: Span) -> bool:
    """Whether a line is a date, a letterhead, or a line of a memo's head."""
    if any(whole(page, row, *span) for row in (*_OWN_DATE, "letterhead")):
        return True
    said = page.folded[slice(*span)].strip()
    if _PLACE.fullmatch(said) or _MARKING.fullmatch(said):
        return True
    return LINE_LABEL.match(said) is not None or said.lower() == "memorandum" or is_labelled(said)


def is_letterhead(page: Page, start: int, end: int) -> bool:
    """Whether all lines of a span are names of bodies or dates, and none is over what follows."""
    return all(is_known(page, span) for span in lines(page.folded, start, end))
