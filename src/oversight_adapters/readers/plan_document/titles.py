"""What a paper calls itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oversight_adapters.readers.plan_document.actors import actors
from oversight_adapters.readers.plan_document.furniture import is_furniture, is_posted
from oversight_adapters.readers.plan_document.gathering import GOES_ON
from oversight_adapters.readers.plan_document.head import GAP, LINE_LABEL, is_known, lines, whole
from oversight_adapters.readers.plan_document.layout import Block
from oversight_adapters.readers.plan_document.sheet import Page
from oversight_adapters.texts import spans
from oversight_adapters.texts.spans import Span

_OFFICE_LINE = re.compile(
    r"(?:the\s+)?(?:u\.s\.\s+)?(?:(?:executive|independent|city|county|state)\s+)?(?:office|department|bureau|division|directorate)\s+(?:of|for)\s|"
    r"(?:[\w&'-]{1,20}\s+){1,5}(?:office|division|directorate|bureau|branch)\s*(?:\n|$)|"
    r"(?-i:(?:[A-Z][\w&'-]{0,19}\s+){1,5})(?:department|agency|commission)\s*(?:\n|$)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[A-Za-z][A-Za-z ]{1,24}:\s")
_GENRE = re.compile(
    r"(?:fact\s+sheet|press\s+release|news\s+release|for\s+immediate\s+release|memorandum|policy|directive|draft|final|"
    r"(?:dhs\s+|management\s+)?directives?\s+system|secretary|executive\s+order|the\s+white\s+house|proclamation|notice|"
    r"press\s+(?:room|office)|news\s?room|media\s+center)",
    re.IGNORECASE,
)
_LONGEST_TITLE = 300
_INSET = 8  # code points before what a label says, where the lines below may go on
_WORDS_OF_A_TITLE = 4
_SUBJECT = re.compile(r"^[ \t]{0,40}SUBJECT:\s{1,40}(?P<said>\S[^\n]{3,300})", re.MULTILINE)
_FRONT = 3_000  # code points in which a memo says what it is about
_FORWARDED = re.compile(r"(?:fwd?|re)\s*:", re.IGNORECASE)
_BARS = 2  # between the links of a menu
_PAPER = re.compile(
    r"\b(?:plan|policy|policies|report|directive|memorandum|agreement|strategy|order|guidance|procedures?|standards?|minutes|"
    r"response|statement|framework|charter)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(r"dear\s", re.IGNORECASE)


def title_of(page: Page, head: list[Block], follows: Block | None) -> Span | None:
    """The first lines of the head that are no letterhead, no date and no memo line; the subject of a memo.

    Under a menu it is the first line of some words, and what a post is called stands right above when it was put up.
    """
    joined = [list(lines(page.folded, block.start, block.end)) for block in head]
    for span in (span for block in joined for span in block):
        named = LINE_LABEL.match(page.folded, *span)
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
    found = [run for run in runs if not (_OFFICE_LINE.match(page.folded, run[0]) or whole(page, "facility", *run))]
    if len(found) > 1 and _is_of_bodies(page, found[0]) and _PAPER.search(page.folded, *found[1]):
        found = found[1:]  # a letterhead
    found = [run for run in found if not _GENRE.fullmatch(page.folded[slice(*run)].strip())] or found or runs[:1]
    if follows and is_posted(page.folded[follows.start : follows.end].partition("\n")[0]):
        found = found[-1:]
    elif found and any(is_furniture(line) for line in page.folded[: found[0][0]].split("\n")):
        found = [run for run in found if len(page.folded[slice(*run)].split()) >= _WORDS_OF_A_TITLE] or found
    return found[0] if found and found[0][1] - found[0][0] <= _LONGEST_TITLE else None


def marked_at(page: Page, found: list[Block]) -> int:
    """Which block is the title that a web page marks as such; -1 where there is none."""
    return next((n for n, block in enumerate(found) if page.marked and _says(page, block)), -1)


def _says(page: Page, block: Block) -> bool:
    said = page.folded[block.start : block.end]
    return len(said) <= _LONGEST_TITLE and " ".join(said.split()) == page.marked


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
        if said >= last or min(inset, said - first) < _INSET or LINE_LABEL.match(page.folded, said, last):
            break
        end = spans.trimmed(page.folded, first, last)[1]
    return start, end


def _runs(page: Page, block: list[Span]) -> Iterator[Span]:
    """Lines of a block that stand together and may be a title."""
    run: Span | None = None
    for span in (_left(page, line) for line in block):
        goes_on = run is not None and GOES_ON.search(page.folded, *run)
        other = _OFFICE_LINE.match(page.folded, *span) or (run and _LABELLED.match(page.folded, *span))
        if run and not goes_on and (whole(page, "facility", *span) or whole(page, "facility", *run)):
            yield run
            run = None
        if (is_known(page, span) or other) and not goes_on:
            if run:
                yield run
            run = None
            continue
        run = (run[0] if run else span[0], span[1])
    if run:
        yield run


def _left(page: Page, line: Span) -> Span:
    """A line without what stands at its right and is known, such as a date."""
    gap = GAP.search(page.folded, *line)
    return (line[0], gap.start()) if gap and is_known(page, (gap.end(), line[1])) else line
