"""Actions of a plan under their numbers or labels, with who owns each and by when it is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.plan_document.papers import Paper
from oversight_adapters.readers.plan_document.phrases import BOOK
from oversight_adapters.readers.plan_document.sheet import Page, Sheet
from oversight_adapters.texts.spans import Span, lines, trimmed
from oversight_core.names import fingerprint, slug

_ACTION = re.compile(
    r"(?:[•·-]\s{1,4})?(?:(?:corrective\s+)?(?:action(?:\s+item)?|step|task|"
    r"initiative)\s+(?:no\.\s*)?(?P<number>\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?|[A-Z])\s*[.:)-]+|"
    r"(?:(?:planned|proposed)\s+)?corrective\s+actions?(?:\s+(?:planned|to\s+be\s+taken))?\s*:)\s+(?P<text>\S)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:[•·-]\s*)?(?:"
    r"(?P<owner>(?:action\s+)?owner|lead|(?:lead|responsible)\s+(?:office|official|party|component|agency|entity|person|"
    r"parties)|responsible|poc)|"
    r"(?P<target_on>(?:target|due|estimated|planned|expected)(?:\s+completion)?\s+date|estimated\s+completion|"
    r"completion\s+target|target|due|deadline)|"
    r"(?P<finished_on>(?:date\s+completed|completed(?:\s+on)?|actual\s+completion\s+date))|"
    r"(?P<other>[A-Z][A-Za-z ]{2,30})"
    r")\s*:\s+(?P<said>\S[^\n]{0,200})",
    re.IGNORECASE,
)
_MARKS = " .;"


@attrs.define
class _Action:
    """An action under description: its number, if it has one, its words so far, and the labels below."""

    number: str
    text: Span
    labels: list[re.Match[str]] = attrs.Factory(list)
    open: bool = True  # whether its words may go on

    def sheet(self, page: Page, paper: Paper) -> Sheet | None:
        """All of it; nothing where it has no number, and no label says more of it."""
        name = slug(self.number) if self.number else fingerprint(page.folded[slice(*self.text)])
        sheet = Sheet(page, paper.sheet.item.within("action", name))
        sheet.tell("text", "sentence/text", *self.text)
        for label in self.labels:
            for field in ("owner", "target_on", "finished_on"):
                if label[field]:
                    tell(sheet, field, label.span("said"))
        return sheet if self.number or len(sheet.values) > 1 else None


def actions(page: Page, paper: Paper) -> Iterator[Sheet]:
    """Each action; what no label names is part of none."""
    found: list[_Action] = []
    for start, end in spoken_lines(page, paper):
        head = _ACTION.match(page.folded, start, end)
        label = None if head else _LABEL.match(page.folded, start, end)
        if head:
            found.append(_Action(head["number"] or "", (head.start("text"), end)))
            continue
        if not found:
            continue
        last = found[-1]
        if label:
            last.labels.append(label)
        last.open = last.open and not label and page.folded[last.text[1] : start].count("\n") == 1
        if last.open:
            last.text = last.text[0], end
    yield from (sheet for action in found if (sheet := action.sheet(page, paper)))


def spoken_lines(page: Page, paper: Paper) -> Iterator[Span]:
    """The lines of a paper from where it begins to speak to where it ends."""
    spoken = [block for n, block in enumerate(paper.blocks) if n not in paper.remarks and not block.rejected]
    for line in lines(page.folded, spoken[0].start, spoken[-1].end) if spoken else ():
        start, end = trimmed(page.folded, *line)
        if start < end:
            yield start, end


def tell(sheet: Sheet, field: str, said: Span) -> None:
    """Who owns an action, or the day by which or on which it is done, where the words are one."""
    start, end = said
    while end > start and sheet.page.folded[end - 1] in _MARKS:
        end -= 1
    if field == "owner":
        sheet.tell("owner", "owned/owner", start, end)
        return
    hit = BOOK.match("on-the-day", sheet.page.folded, start, end)
    if hit and hit.match.end() == end:
        sheet.tell(field, "on-the-day/when", start, end)
