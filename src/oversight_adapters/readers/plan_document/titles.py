"""The head of a paper: its lines, its title, who issues it, and its own date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oversight_adapters.readers.plan_document.actors import actors
from oversight_adapters.readers.plan_document.furniture import is_furniture, is_labelled, is_posted
from oversight_adapters.readers.plan_document.gathering import GOES_ON
from oversight_adapters.readers.plan_document.layout import Block
from oversight_adapters.readers.plan_document.masks import Span
from oversight_adapters.readers.plan_document.phrases import BOOK
from oversight_adapters.readers.plan_document.sheet import Page
from oversight_adapters.readers.plan_document.verbs import MODAL
from oversight_adapters.readers.words.dates import DAY
from oversight_adapters.texts import spans

_OWN_DATE = ("dated", "issued", "released", "day-alone")
_FEW = 3  # a line, and its two parts
_LINE_LABEL = re.compile(
    r"(?P<label>memorandum\s+for|for|to|from|subject|re|date|title)\s*:\s*(?P<said>\S[^\n]{0,300})", re.IGNORECASE
)
_OFFICE_LINE = re.compile(
    r"(?:the\s+)?(?:u\.s\.\s+)?(?:(?:executive|independent|city|county|state)\s+)?(?:office|department|bureau|division|directorate)\s+(?:of|for)\s|"
    r"(?:[\w&'-]{1,20}\s+){1,5}(?:office|division|directorate|bureau|branch)\s*(?:\n|$)|"
    r"(?-i:(?:[A-Z][\w&'-]{0,19}\s+){1,5})(?:department|agency|commission)\s*(?:\n|$)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[A-Za-z][A-Za-z ]{1,24}:\s")
_PLACE = re.compile(
    r"[A-Z][a-z]{2,20}(?:\s{1,9}[A-Z][a-z]{2,20}){0,2},\s{1,9}(?:D\.?C\.?|[A-Z]{2})(?:\s{1,9}\d{5}(?:-\d{4})?)?"
)
_MARKING = re.compile(
    r"(?:draft|for\s+(?:official|internal)\s+use\s+only|internal\s+use\s+only|law\s+enforcement\s+sensitive|pre-?decisional|"
    r"deliberative|unclassified|for\s+immediate\s+release|privileged|fouo|les|not\s+for\s+(?:public\s+)?(?:release|distribution)|[\s/,;&-]|\(|\)){1,12}",
    re.IGNORECASE,
)
_GENRE = re.compile(
    r"(?:fact\s+sheet|press\s+release|news\s+release|for\s+immediate\s+release|memorandum|policy|directive|draft|final|"
    r"(?:dhs\s+|management\s+)?directives?\s+system|secretary|executive\s+order|the\s+white\s+house|proclamation|notice|"
    r"press\s+(?:room|office)|news\s?room|media\s+center)",
    re.IGNORECASE,
)
_HEAD_BLOCKS = 24  # the head of a paper is no longer
_LONGEST_TITLE = 300
_INSET = 8  # code points before what a label says, where the lines below may go on
_WORDS_OF_A_TITLE = 4
_WORDS_OF_A_LINK = 6
_SUBJECT = re.compile(r"^[ \t]{0,40}SUBJECT:\s{1,40}(?P<said>\S[^\n]{3,300})", re.MULTILINE)
_FRONT = 3_000  # code points in which a memo says what it is about
_FORWARDED = re.compile(r"(?:fwd?|re)\s*:", re.IGNORECASE)
_BARS = 2  # between the links of a menu
_PAPER = re.compile(
    r"\b(?:plan|policy|policies|report|directive|memorandum|agreement|strategy|order|guidance|procedures?|standards?|minutes|"
    r"response|statement|framework|charter)\b",
    re.IGNORECASE,
)
_DAY = re.compile(DAY)
_GREETING = re.compile(r"dear\s", re.IGNORECASE)
_GAP = re.compile(r"(?<=\S)[ \t]{3,200}(?=\S)")


def marked_at(page: Page, found: list[Block]) -> int:
    """Which block is the title that a web page marks as such; -1 where there is none."""
    return next((n for n, block in enumerate(found) if page.marked and _says(page, block)), -1)


def _says(page: Page, block: Block) -> bool:
    said = page.folded[block.start : block.end]
    return len(said) <= _LONGEST_TITLE and " ".join(said.split()) == page.marked


def head_lines(page: Page, head: list[Block]) -> Iterator[Span]:
    """The lines of the head."""
    return (span for block in head for span in lines(page.folded, block.start, block.end))


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
    return not posted and (_LINE_LABEL.match(first) is not None or is_labelled(first))


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
    for line in spans.lines(folded, start, end):
        first, last = spans.trimmed(folded, *line)
        if first < last:
            yield first, last


def title_of(page: Page, head: list[Block], follows: Block | None) -> Span | None:
    """The first lines of the head that are no letterhead, no date and no memo line; the subject of a memo.

    Under a menu it is the first line of some words, and what a post is called stands right above when it was put up.
    """
    joined = [list(lines(page.folded, block.start, block.end)) for block in head]
    for span in (span for block in joined for span in block):
        named = _LINE_LABEL.match(page.folded, *span)
        if named and named["label"].lower() in ("subject", "re", "title") and not _FORWARDED.match(named["said"]):
            return _wrapped(page, named)
    if not joined and (subject := _SUBJECT.search(page.folded, 0, _FRONT)):
        return subject.span("said")
    if (marked := marked_at(page, head)) >= 0:
        return head[marked].start, head[marked].end
    if follows and _GREETING.match(page.folded, follows.start, follows.end):
        return None  # a letter
    runs = [run for block in joined for run in _runs(page, block)]
    runs = [run for run in runs if page.folded.count(" | ", *run) < _BARS] or runs
    found = [run for run in runs if not (_OFFICE_LINE.match(page.folded, run[0]) or _whole(page, "facility", *run))]
    if len(found) > 1 and _is_of_bodies(page, found[0]) and _PAPER.search(page.folded, *found[1]):
        found = found[1:]  # a letterhead
    found = [run for run in found if not _GENRE.fullmatch(page.folded[slice(*run)].strip())] or found or runs[:1]
    if follows and is_posted(page.folded[follows.start : follows.end].partition("\n")[0]):
        found = found[-1:]
    elif found and any(is_furniture(line) for line in page.folded[: found[0][0]].split("\n")):
        found = [run for run in found if len(page.folded[slice(*run)].split()) >= _WORDS_OF_A_TITLE] or found
    return found[0] if found and found[0][1] - found[0][0] <= _LONGEST_TITLE else None


def _is_of_bodies(page: Page, run: Span) -> bool:
    """Whether each line of a run is somebody's name."""
    return all(actors(page.folded[slice(*line)]) for line in lines(page.folded, *run))


def _wrapped(page: Page, named: re.Match[str]) -> Span:
    """What a label says, with the lines below that stand as far in as it does."""
    start, end = named.span("said")
    inset = start - (page.folded.rfind("\n", 0, start) + 1)
    below = page.folded.find("\n", end)
    stop = page.folded.rfind("\n", 0, below + _LONGEST_TITLE)  # no line is cut
    for first, last in spans.lines(page.folded, below + 1, stop) if below >= 0 else ():
        said = spans.skipped(page.folded, first, last)
        if said >= last or min(inset, said - first) < _INSET or _LINE_LABEL.match(page.folded, said, last):
            break
        end = spans.trimmed(page.folded, first, last)[1]
    return start, end


def _runs(page: Page, block: list[Span]) -> Iterator[Span]:
    """Lines of a block that stand together and may be a title."""
    run: Span | None = None
    for span in (_left(page, line) for line in block):
        goes_on = run is not None and GOES_ON.search(page.folded, *run)
        other = _OFFICE_LINE.match(page.folded, *span) or (run and _LABELLED.match(page.folded, *span))
        if run and not goes_on and (_whole(page, "facility", *span) or _whole(page, "facility", *run)):
            yield run
            run = None
        if (_is_known(page, span) or other) and not goes_on:
            if run:
                yield run
            run = None
            continue
        run = (run[0] if run else span[0], span[1])
    if run:
        yield run


def _left(page: Page, line: Span) -> Span:
    """A line without what stands at its right and is known, such as a date."""
    gap = _GAP.search(page.folded, *line)
    return (line[0], gap.start()) if gap and _is_known(page, (gap.end(), line[1])) else line


def _is_known(page: Page, span: Span) -> bool:
    """Whether a line is a date, a letterhead, or a line of a memo's head."""
    if any(_whole(page, row, *span) for row in (*_OWN_DATE, "letterhead")):
        return True
    said = page.folded[slice(*span)].strip()
    if _PLACE.fullmatch(said) or _MARKING.fullmatch(said):
        return True
    return _LINE_LABEL.match(said) is not None or said.lower() == "memorandum" or is_labelled(said)


def is_letterhead(page: Page, start: int, end: int) -> bool:
    """Whether all lines of a span are names of bodies or dates, and none is over what follows."""
    return all(_is_known(page, span) for span in lines(page.folded, start, end))


def issuer_of(page: Page, head: list[Block], title: Span | None) -> tuple[str, Span] | None:
    """Who a memo is from; else the last name of the letterhead, which is that of the finest body."""
    found = None
    addressed = False  # below "to", bodies are those that it is sent to
    for block in head:
        spans = list(lines(page.folded, block.start, block.end))
        for n, (start, end) in enumerate(spans):
            label = _LINE_LABEL.match(page.folded, start, end)
            if label and label["label"].lower() == "from" and (said := _whole(page, "letterhead", *label.span("said"))):
                return said[1], said[2]
            addressed = addressed or label is not None
            if addressed or (title is not None and title[0] <= start < title[1]):
                continue
            wrapped = (_whole(page, "letterhead", start, last) for _, last in reversed(spans[n : n + 3]))
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
            if said := next(filter(None, (_whole(page, row, *span) for row in rows)), None):
                yield said


def _signed(page: Page, block: Block) -> list[Span]:
    """The last line, which may hold the day; none where those who sign a block did so on several days."""
    spans = [*lines(page.folded, block.start, block.end)]
    days = {" ".join(hit[0].split()) for span in spans for hit in _DAY.finditer(page.folded, *span)}
    return spans[-1:] if len(days) < 2 else []


def columns(page: Page, line: Span) -> Iterator[Span]:
    """A line, and its parts where wide gaps stand between them; what a label begins is no part without it."""
    yield line
    edges = [line[0], *(edge for gap in _GAP.finditer(page.folded, *line) for edge in gap.span()), line[1]]
    start = edges[0]
    for end, after in zip(edges[1::2], [*edges[2::2], 0], strict=True):
        if page.folded[end - 1] != ":" and (start, end) != line:
            yield start, end
        start = after if page.folded[end - 1] != ":" else start
