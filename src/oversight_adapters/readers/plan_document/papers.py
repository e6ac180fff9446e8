"""What a document says of itself: its title, who issues it, its own date; and what a copier says of the copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from oversight_adapters.readers.plan_document.clauses import clauses
from oversight_adapters.readers.plan_document.layout import Block
from oversight_adapters.readers.plan_document.masks import Span
from oversight_adapters.readers.plan_document.phrases import BOOK
from oversight_adapters.readers.plan_document.sheet import Page, Sheet
from oversight_adapters.texts.sentences import sentences
from oversight_core.names import Item, fingerprint, slug

UNSTATED = "unstated"
"""The issuer in the item of a document that names none."""

_OWN_DATE = ("day-alone", "dated", "issued", "released")
_TAIL = re.compile(
    r"(?:leave\s+a\s+(?:reply|comment)|fill\s+in\s+your\s+details\s+below\b[^\n]{0,200}|post\s+a\s+comment|"
    r"add\s+a\s+comment|"
    r"comments\s+are\s+closed\.?|(?:\d{1,4}|one|two|three|no)\s+(?:comments?|responses?|thoughts?)(?:\s+(?:on|"
    r"to)\b[^\n]{0,200})?|"
    r"share\s+this:?|like\s+this:?|related(?:\s+posts?)?:?|you\s+are\s+commenting\s+using\b[^\n]{0,200})",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\W{0,3}(?:see\s+also\b|\W?(?:editor|copier|blogger|webmaster|publisher)(?:'?s)?'?\s+(?:note|comment|"
    r"remark)|note\s+from\s+the\s+(?:editor|blogger)|"
    r"(?:posted|filed|tagged)\s+(?:in|on|by|under|as)\b|tags?:|categories:|h/t\b|via:?\s)",
    re.IGNORECASE,
)
_TOPICS = re.compile(r"(?:topics?|keywords?)\s*:\s*(?P<list>[^\n]{2,300})", re.IGNORECASE)
_LINE_LABEL = re.compile(
    r"(?P<label>memorandum\s+for|for|to|from|subject|re|date)\s*:\s*(?P<said>\S[^\n]{0,300})", re.IGNORECASE
)
_OFFICE_LINE = re.compile(
    r"(?:the\s+)?(?:u\.s\.\s+)?(?:office|department|bureau|division|directorate)\s+(?:of|for)\s", re.IGNORECASE
)
_LABELLED = re.compile(r"[A-Za-z][A-Za-z ]{1,24}:\s")
_GOES_ON = re.compile(r"(?:[,:-]|\b(?:of|for|the|and|to|in|on|with|from|by|at|or|a|an))$")
_GENRE = re.compile(
    r"(?:fact\s+sheet|press\s+release|news\s+release|for\s+immediate\s+release|memorandum|policy|directive|draft|final|"
    r"secretary)",
    re.IGNORECASE,
)
_HEAD_BLOCKS = 12  # the head of a paper is no longer
_LONGEST_TITLE = 300


@attrs.frozen
class Paper:
    """One document of a page: its sheet, its blocks, and those of them that are a copier's remarks."""

    sheet: Sheet
    blocks: tuple[Block, ...]
    remarks: frozenset[int]


def tail_at(folded: str) -> int:
    """Where the furniture at the end of a copied page begins: the form for comments, links to share it."""
    at = 0
    for line in folded.split("\n"):
        if _TAIL.fullmatch(line.strip(" #:")) and at:
            return at
        at += len(line) + 1
    return len(folded)


def papers(page: Page, found: list[Block]) -> list[Paper]:
    """The documents of a page: mostly one; a copier may have put several together."""
    cuts = [0, *(n for n, block in enumerate(found) if n and _next_copy(page, block)), len(found)]
    return [
        _paper(page, found[first:last], n) for n, (first, last) in enumerate(pairwise(cuts)) if last > first or not n
    ]


def _next_copy(page: Page, block: Block) -> bool:
    return BOOK.match("copied-too", page.folded, block.start, block.end) is not None


def _paper(page: Page, found: list[Block], n: int) -> Paper:
    remarks = frozenset(k for k, block in enumerate(found) if _is_remark(page, block, k))
    head = _head(page, found, remarks)
    again = BOOK.match("copied-too", page.folded, found[0].start, found[0].end) if found and n else None
    title = again.match.span("title") if again else _title(page, head)
    if again and title:
        title = _line_end(page.folded, title[0], found[0].end)
    issuer = _issuer(page, head)
    told = [(field, row, span) for field, row, span in (*_dates(page, head, found), *_copied(page, found, remarks))]
    issued_by = issuer or next(((row, span) for field, row, span in told if field == "issuer"), None)
    sheet = Sheet(page, _item(page, found, title, issued_by))
    if title:
        sheet.tell("title", "title/title", *title)
    elif page.folded.strip():
        page.problem("title-missing", "no line is a title; the document is named for its first words")
    if issued_by:
        sheet.tell("issuer", issued_by[0], *issued_by[1])
    for field, row, span in told:
        if field not in sheet.values:
            sheet.tell(field, row, *span)
    for span in _topics(page, found):
        sheet.tell("topics", "topic/topics", *span)
    return Paper(sheet, tuple(found), remarks)


def _item(page: Page, found: list[Block], title: Span | None, issuer: tuple[str, Span] | None) -> Item:
    named = page.folded[slice(*title)] if title else page.folded[found[0].start : found[0].start + 400] if found else ""
    by = UNSTATED
    if issuer:
        by = slug(str(BOOK.value(BOOK.excerpt("issuer", (issuer[0], *issuer[1]), page.content, page.source))))
    return Item("document", by, fingerprint(named))


def _is_remark(page: Page, block: Block, n: int) -> bool:
    """Whether a block is the copier's: how and when it was copied, what else to see."""
    if _REMARK.match(page.folded, block.start, block.end):
        return True
    if BOOK.match("copied-too", page.folded, block.start, block.end):
        return True
    return n < _HEAD_BLOCKS and bool(
        BOOK.search("copied-from", page.folded, block.start, block.end)
        and not any(True for a, b in sentences(page.folded, block.start, block.end) for _ in clauses(page.folded, a, b))
    )


def _head(page: Page, found: list[Block], remarks: frozenset[int]) -> list[Block]:
    """The blocks before the first paragraph or bullet."""
    head = []
    for n, block in enumerate(found[:_HEAD_BLOCKS]):
        if n in remarks:
            break
        lines = page.folded[block.start : block.end].count("\n") + 1
        if block.kind == "bullet" or (
            block.kind == "prose" and not _is_line(page, block) and lines < 12 and not _is_memo_head(page, block)
        ):
            break
        head.append(block)
    return head


def _is_memo_head(page: Page, block: Block) -> bool:
    return _LINE_LABEL.match(page.folded, block.start, block.end) is not None


def _is_line(page: Page, block: Block) -> bool:
    """Whether a block is one line that says nothing but a date or a name."""
    return any(_whole(page, row, block.start, block.end) for row in (*_OWN_DATE, "letterhead"))


def _whole(page: Page, row: str, start: int, end: int) -> tuple[str, str, Span] | None:
    """What a row reads, if it reads all of a line but the stop."""
    hit = BOOK.match(row, page.folded, start, end)
    if not hit or page.folded[hit.match.end() : end].strip(" .:,"):
        return None
    field, first, last = next(hit.spans())
    return field, f"{row}/{field}", (first, last)


def lines(folded: str, start: int, end: int) -> Iterator[Span]:
    """The lines of a span, trimmed, without empty ones."""
    at = start
    while at < end:
        stop = folded.find("\n", at, end)
        stop = end if stop < 0 else stop
        first, last = at, stop
        while first < last and folded[first].isspace():
            first += 1
        while last > first and folded[last - 1].isspace():
            last -= 1
        if first < last:
            yield first, last
        at = stop + 1


def _title(page: Page, head: Iterable[Block]) -> Span | None:
    """The first lines of the head that are no letterhead, no date and no memo line; the subject of a memo."""
    spans = [list(lines(page.folded, block.start, block.end)) for block in head]
    for span in (span for block in spans for span in block):
        label = _LINE_LABEL.match(page.folded, *span)
        if label and label["label"].lower() in ("subject", "re"):
            return label.span("said")
    runs = [run for block in spans for run in _runs(page, block)]
    named = [run for run in runs if not _OFFICE_LINE.match(page.folded, run[0])]
    named = [run for run in named if not _GENRE.fullmatch(page.folded[slice(*run)].strip())] or named or runs[:1]
    return named[0] if named and named[0][1] - named[0][0] <= _LONGEST_TITLE else None


def _runs(page: Page, block: list[Span]) -> Iterator[Span]:
    """Lines of a block that stand together and may be a title."""
    run: Span | None = None
    for span in block:
        goes_on = run is not None and _GOES_ON.search(page.folded, run[0], run[1])
        other = _OFFICE_LINE.match(page.folded, *span) or (run and _LABELLED.match(page.folded, *span))
        if _is_known(page, span) or (other and not goes_on):
            if run:
                yield run
            run = None
            continue
        run = (run[0] if run else span[0], span[1])
    if run:
        yield run


def _is_known(page: Page, span: Span) -> bool:
    """Whether a line is a date, a letterhead, or a line of a memo's head."""
    if any(_whole(page, row, *span) for row in (*_OWN_DATE, "letterhead")):
        return True
    return (
        _LINE_LABEL.match(page.folded, *span) is not None or page.folded[slice(*span)].strip().lower() == "memorandum"
    )


def _line_end(folded: str, start: int, end: int) -> Span:
    """From a place to the end of its block, without blanks and a colon."""
    while end > start and folded[end - 1] in " \n:":
        end -= 1
    return start, end


def _issuer(page: Page, head: list[Block]) -> tuple[str, Span] | None:
    """Who a memo is from; else the last line of the letterhead, which names the finest body."""
    found = None
    addressed = False  # below "to", bodies are those that it is sent to
    for start, end in (span for block in head for span in lines(page.folded, block.start, block.end)):
        label = _LINE_LABEL.match(page.folded, start, end)
        if label and label["label"].lower() == "from" and (said := _whole(page, "letterhead", *label.span("said"))):
            return said[1], said[2]
        addressed = addressed or label is not None
        if not addressed and (said := _whole(page, "letterhead", start, end)):
            found = said[1], said[2]
    return found


def _dates(page: Page, head: list[Block], found: list[Block]) -> Iterator[tuple[str, str, Span]]:
    """The document's own date: on a line of its own in the head, or on the last line."""
    spans = [span for block in head for span in lines(page.folded, block.start, block.end)]
    spans += list(lines(page.folded, found[-1].start, found[-1].end))[-1:] if found and len(found) > len(head) else []
    for span in spans:
        for row in ("dated", "issued", "released", "day-alone"):
            if said := _whole(page, row, *span):
                yield said
                break


def _copied(page: Page, found: list[Block], remarks: frozenset[int]) -> Iterator[tuple[str, str, Span]]:
    for n in sorted(remarks):
        for start, end in sentences(page.folded, found[n].start, found[n].end):
            for row in ("copied-too", "copied-on", "copied-from"):
                hit = BOOK.search(row, page.folded, start, end)
                for field, first, last in hit.spans() if hit else ():
                    if field != "title":
                        yield field, f"{row}/{field}", (first, last)
                if hit and row == "copied-too":
                    break


def _topics(page: Page, found: list[Block]) -> Iterator[Span]:
    for block in found:
        for start, end in lines(page.folded, block.start, block.end):
            if listed := _TOPICS.fullmatch(page.folded, start, end):
                for part in re.finditer(r"[^,;|\s][^,;|]{0,100}", listed["list"]):
                    first = listed.start("list") + part.start()
                    yield first, first + len(part[0].rstrip())
