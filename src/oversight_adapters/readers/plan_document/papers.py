"""What a document says of itself: its title, who issues it, its own date; and what a copier says of the copy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import attrs

from oversight_adapters.readers.plan_document.clauses import clauses
from oversight_adapters.readers.plan_document.head import columns, dates_of, head_lines, head_of, issuer_of, lines
from oversight_adapters.readers.plan_document.layout import Block
from oversight_adapters.readers.plan_document.numbering import number_of, unnumbered
from oversight_adapters.readers.plan_document.phrases import BOOK
from oversight_adapters.readers.plan_document.sheet import Page, Sheet
from oversight_adapters.readers.plan_document.titles import marked_at, title_of
from oversight_adapters.texts.sentences import sentences
from oversight_adapters.texts.spans import Span
from oversight_core.names import Item, fingerprint, slug

UNSTATED = "unstated"
"""The issuer in the item of a document that names none."""

_REMARK = re.compile(
    r"\W{0,3}(?:see\s+also\b|\W?(?:editor|copier|blogger|webmaster|publisher)(?:'?s)?'?\s+(?:note|comment|"
    r"remark)|note\s+from\s+the\s+(?:editor|blogger)|"
    r"(?:the\s+following|what\s+follows|below)\s+(?:is|are|was)\s+(?:the\s+)?(?:full\s+)?(?:text|copy|wording)\b|"
    r"(?:accessed|retrieved|last\s+(?:accessed|visited))\b|"
    r"(?:posted|filed|tagged)\s+(?:in|on|by|under|as)\b|tags?:|categories:|h/t\b|via:?\s)",
    re.IGNORECASE,
)
_COPIES = re.compile(
    r"(?<![\w\"'])I(?:'ve|\s+have)?\s+(?:just\s+)?(?:(?:cut\s+and\s+)?pasted|copied|retyped|typed|transcribed)\b|"
    r"\bpasting\s+(?:it|this)\s+here\b"
)
_OWN_WORDS = re.compile(
    r"(?<![\w\"'])I(?:(?:'ll|\s+will)\s+(?:update|post|add|keep|try|upload|check|let)|\s+(?:found|copied|pasted|think|"
    r"hope|wonder|doubt|added|typed|retyped|scanned|downloaded|saw|noticed|don't|can't))\b|"
    r"\bWe(?:'ll|\s+will)\s[^.]{0,60}?(?:update|add\s+to)\s+this\s+(?:file|post|page|entry|blog)\b"
)
_TOPICS = re.compile(r"(?:topics?|keywords?)\s*:\s*(?P<list>[^\n]{2,300})", re.IGNORECASE)
_TAGS = re.compile(r"(?:tags|tagged|categories)\s*:\s*(?P<list>[^\n]{2,300})", re.IGNORECASE)
_WORDS_OF_A_NAME = 40  # of a paper without a title: so many are as good as one
_REMARK_BLOCKS = 12  # what a copier says first is among these


@attrs.frozen
class Paper:
    """One document of a page: its sheet, its blocks, and those of them that are a copier's remarks."""

    sheet: Sheet
    blocks: tuple[Block, ...]
    remarks: frozenset[int]


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
    if remarks:
        remarks |= {k for k, block in enumerate(found) if _OWN_WORDS.search(page.folded, block.start, block.end)}
    top, head = 0, head_of(page, found, remarks)
    if (marked := marked_at(page, found)) >= len(head):  # below menus
        top, head = marked, head_of(page, found[marked:], frozenset(k - marked for k in remarks))
    again = BOOK.match("copied-too", page.folded, found[0].start, found[0].end) if found and n else None
    title = (
        again.match.span("title")
        if again
        else title_of(page, head, found[top + len(head)] if top + len(head) < len(found) else None)
    )
    if again and title:
        title = _line_end(page.folded, title[0], found[0].end)
    issuer = issuer_of(page, head, title)
    told = [*dates_of(page, head, found), *_copied(page, found, remarks)]
    if number := number_of(page, (part for line in head_lines(page, head) for part in columns(page, line)), title):
        told.append(("number", *number))
        title = unnumbered(page, title) if title else None
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
    for span in _topics(page, found, copied="copied_on" in sheet.values):
        sheet.tell("topics", "topic/topics", *span)
    return Paper(sheet, tuple(found), remarks)


def _item(page: Page, found: list[Block], title: Span | None, issuer: tuple[str, Span] | None) -> Item:
    first = page.folded[found[0].start : found[0].start + 2_000] if found else ""
    named = page.folded[slice(*title)] if title else " ".join(first.split()[:_WORDS_OF_A_NAME])
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
    return n < _REMARK_BLOCKS and bool(
        (
            BOOK.match("copied-first", page.folded, block.start, block.end)
            or _COPIES.search(page.folded, block.start, block.end)
            or any(BOOK.search(row, page.folded, block.start, block.end) for row in ("copied-from", "found-on"))
        )
        and not any(True for a, b in sentences(page.folded, block.start, block.end) for _ in clauses(page.folded, a, b))
    )


def _line_end(folded: str, start: int, end: int) -> Span:
    """From a place to the end of its block, without blanks and a colon."""
    while end > start and folded[end - 1] in " \n:":
        end -= 1
    return start, end


def _copied(page: Page, found: list[Block], remarks: frozenset[int]) -> Iterator[tuple[str, str, Span]]:
    for n in sorted(remarks):
        for start, end in sentences(page.folded, found[n].start, found[n].end):
            for row in ("copied-too", "copied-on", "accessed", "saved-then", "copied-from", "copied-first", "found-on"):
                hit = BOOK.search(row, page.folded, start, end)
                for field, first, last in hit.spans() if hit else ():
                    if field != "title":
                        yield field, f"{row}/{field}", (first, last)
                if hit and row == "copied-too":
                    break


def _topics(page: Page, found: list[Block], *, copied: bool) -> Iterator[Span]:
    """What a paper lists as its topics; what a copier tags or files it as is none of its own."""
    for block in found:
        for start, end in lines(page.folded, block.start, block.end):
            listed = _TOPICS.fullmatch(page.folded, start, end) or (
                None if copied else _TAGS.fullmatch(page.folded, start, end)
            )
            if listed:
                for part in re.finditer(r"[^,;|\s][^,;|]{0,100}", listed["list"]):
                    first = listed.start("list") + part.start()
                    yield first, first + len(part[0].rstrip())
