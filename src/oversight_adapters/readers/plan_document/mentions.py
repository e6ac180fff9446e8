"""The facilities and programmes that a document names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from oversight_adapters.readers.plan_document.layout import Block
from oversight_adapters.readers.plan_document.phrases import BOOK
from oversight_adapters.readers.plan_document.phrases.papers import PROGRAMMES
from oversight_adapters.readers.plan_document.programmes import programme, programme_item
from oversight_adapters.readers.plan_document.sheet import Page, Sheet
from oversight_adapters.texts.sentences import sentences
from oversight_adapters.texts.spans import lines

_HOLDS = re.compile(r"Detention|Processing|Jail|Prison|Correction|Residential|Penitentiary|Holding|Custody")


def facilities(page: Page, sheet: Sheet, block: Block) -> None:
    """The facilities that a block names, where the name says that people are held there; of a heading, each line."""
    part = lines if block.kind == "heading" else sentences
    for start, end in part(page.folded, block.start, block.end):
        for hit in BOOK.finditer("facility", page.folded, start, end):
            if _HOLDS.search(hit.match[0]):
                sheet.tell("facility", "facility/facility", *hit.match.span())


def programmes(page: Page, blocks: Iterable[Block]) -> Iterator[Sheet]:
    """The programmes that are named, each with what became of it; what was told first stands."""
    found: dict[str, Sheet] = {}
    for block in blocks:
        for row in PROGRAMMES:
            for hit in BOOK.finditer(row.name, page.folded, block.start, block.end):
                name = programme(hit.match["name"])
                sheet = found.setdefault(name, Sheet(page, programme_item(name)))
                for field, start, end in hit.spans():
                    sheet.tell(field, f"{row.name}/{field}", start, end)
    yield from found.values()
