"""Tables of actions or milestones: under a line of known column heads, a line of as many cells for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from oversight_adapters.readers.plan_document.actions import spoken_lines, tell
from oversight_adapters.readers.plan_document.papers import Paper
from oversight_adapters.readers.plan_document.sheet import Page, Sheet
from oversight_adapters.texts.spans import Span
from oversight_core.names import fingerprint, slug

_CELL = re.compile(r"[^\t\n| ]+(?: {1,2}[^\t\n| ]+)*")  # three blanks, a tab or a bar stand between cells
_DRAWN = re.compile(r"[-:=+]+")
_COLUMNS = {
    "milestone": re.compile(r"(?:key )?milestones?", re.IGNORECASE),
    "action": re.compile(
        r"(?:(?:key|planned|proposed|required|recommended|corrective) )?(?:actions?|tasks?|activity|activities|"
        r"deliverables?|steps?|initiatives?|commitments?)(?: (?:items?|steps?|required|planned|to be taken))?",
        re.IGNORECASE,
    ),
    "number": re.compile(r"#|no\.?|number|(?:action|item|step|task) (?:no\.?|number|#)", re.IGNORECASE),
    "owner": re.compile(
        r"(?:action )?owner|lead(?: (?:office|agency|component|party))?|responsible(?: (?:party|parties|office|"
        r"official|person|entity|component|agency|staff))?|responsibility|poc|assigned to|who",
        re.IGNORECASE,
    ),
    "target_on": re.compile(
        r"(?:(?:target|due|estimated|planned|expected|projected|proposed)(?: completion)?(?: date)?|"
        r"completion (?:date|target)|deadline|ecd|date due|by when|timeline|timeframe)",
        re.IGNORECASE,
    ),
    "finished_on": re.compile(
        r"(?:actual completion(?: date)?|actual date|date completed|completed(?: on)?|date of completion)",
        re.IGNORECASE,
    ),
    "other": re.compile(r"[A-Z][A-Za-z/ ]{2,30}"),
}
"""What each column holds, by its head; the first that fits."""

_LONGEST_HEAD = 40
_FEWEST = 2  # columns


def tables(page: Page, paper: Paper) -> Iterator[Sheet]:
    """The action or milestone of each row; none of one whose cells go on in the next line."""
    columns: tuple[str, ...] = ()
    rows = [(line, cells) for line in spoken_lines(page, paper) if (cells := _cells(page, line))]
    for (line, cells), (below, more) in pairwise([*rows, ((0, 0), [])]):
        goes_on = page.folded[line[1] : below[0]].count("\n") == 1 and len(more) != len(cells)
        if heads := _heads(page, cells):
            columns = () if goes_on else heads
        elif columns and len(cells) == len(columns) and not goes_on:
            yield from _told(page, paper, dict(zip(columns, cells, strict=True)))
        elif len(cells) == 1:
            columns = ()


def _cells(page: Page, line: Span) -> list[Span]:
    """The cells of a line; none where it is only drawn."""
    said = page.content[slice(*line)]
    if "\t" not in said and "|" not in said and "   " not in said:
        return [line]
    cells = [cell.span() for cell in _CELL.finditer(page.content, *line)]
    return [] if all(_DRAWN.fullmatch(page.folded, *cell) for cell in cells) else cells


def _heads(page: Page, cells: list[Span]) -> tuple[str, ...]:
    """What each column holds, if these are the heads of a table of actions: what is to be done, and by whom or when."""
    if len(cells) < _FEWEST or any(end - start > _LONGEST_HEAD for start, end in cells):
        return ()
    said = [" ".join(page.folded[slice(*cell)].split()).strip(":") for cell in cells]
    heads = [next((name for name, head in _COLUMNS.items() if head.fullmatch(one)), "") for one in said]
    held = [head for head in heads if head != "other"]
    fits = "" not in heads and len(held) == len(set(held)) and len({"milestone", "action"} & set(held)) == 1
    return tuple(heads) if fits and {"owner", "target_on", "finished_on"} & set(held) else ()


def _told(page: Page, paper: Paper, row: dict[str, Span]) -> Iterator[Sheet]:
    kind = "milestone" if "milestone" in row else "action"
    number, text = row.get("number"), row[kind]
    name = slug(page.folded[slice(*number)]) if number else fingerprint(page.folded[slice(*text)])
    sheet = Sheet(page, paper.sheet.item.within(kind, name))
    sheet.tell("text", "sentence/text", *text)
    for field in ("owner", "target_on", "finished_on"):
        if field in row:
            tell(sheet, field, row[field])
    yield sheet
