"""Numbered actions of a plan, with who owns each and by when it is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oversight_adapters.readers.plan_document.masks import Span
from oversight_adapters.readers.plan_document.papers import Paper
from oversight_adapters.readers.plan_document.phrases import BOOK
from oversight_adapters.readers.plan_document.sheet import Page, Sheet
from oversight_adapters.readers.plan_document.titles import lines
from oversight_core.names import slug

_ACTION = re.compile(
    r"(?:corrective\s+)?(?:action(?:\s+item)?|step|task|"
    r"initiative)\s+(?:no\.\s*)?(?P<number>\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?|[A-Z])\s*[.:)-]+\s+(?P<text>\S)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:[•·-]\s*)?(?:"
    r"(?P<owner>(?:action\s+)?owner|lead|(?:lead|responsible)\s+(?:office|official|party|component|agency|entity|"
    r"parties)|responsible|poc)|"
    r"(?P<target>(?:target|due|estimated|planned|expected)(?:\s+completion)?\s+date|estimated\s+completion|"
    r"completion\s+target|target|due|deadline)|"
    r"(?P<done>(?:date\s+completed|completed(?:\s+on)?|actual\s+completion\s+date))|"
    r"(?P<other>[A-Z][A-Za-z ]{2,30})"
    r")\s*:\s+(?P<said>\S[^\n]{0,200})",
    re.IGNORECASE,
)
_FIELDS = {"owner": "owner", "target": "target_on", "done": "finished_on"}


def actions(page: Page, paper: Paper) -> Iterator[Sheet]:
    """Each action under its printed number; what no label names is part of none."""
    sheet: Sheet | None = None
    text: Span | None = None
    for start, end in _all_lines(page, paper):
        head = _ACTION.match(page.folded, start, end)
        label = None if head else _LABEL.match(page.folded, start, end)
        if (head or label) and sheet and text:
            sheet.tell("text", "sentence/text", *text)
            text = None
        if head:
            if sheet and sheet.excerpts:
                yield sheet
            sheet = Sheet(page, paper.sheet.item.within("action", slug(head["number"])))
            text = head.start("text"), end
        elif label and sheet:
            _tell(sheet, label)
        elif sheet and text and page.folded[text[1] : start].count("\n") == 1:
            text = text[0], end
        elif sheet and text:
            sheet.tell("text", "sentence/text", *text)
            text = None
    if sheet and text:
        sheet.tell("text", "sentence/text", *text)
    if sheet and sheet.excerpts:
        yield sheet


def _all_lines(page: Page, paper: Paper) -> Iterator[Span]:
    spoken = [block for n, block in enumerate(paper.blocks) if n not in paper.remarks and not block.rejected]
    if spoken:
        yield from lines(page.folded, spoken[0].start, spoken[-1].end)


def _tell(sheet: Sheet, label: re.Match[str]) -> None:
    kind = next((kind for kind in _FIELDS if label[kind]), "")
    start, end = label.span("said")
    while end > start and sheet.page.folded[end - 1] in " .;":
        end -= 1
    if kind == "owner":
        sheet.tell("owner", "owned/owner", start, end)
    elif kind:
        hit = BOOK.match("on-the-day", sheet.page.folded, start, end)
        if hit and hit.match.end() == end:
            sheet.tell(_FIELDS[kind], "on-the-day/when", start, end)
