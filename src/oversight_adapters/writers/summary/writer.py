"""The writer: pages one after the other, each laid out as the office lays out its summaries."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import IO

import attrs

from oversight_adapters.writers.safe import one_line
from oversight_adapters.writers.summary.forms import dated
from oversight_adapters.writers.summary.matters import Matter, Matters
from oversight_adapters.writers.summary.sentences import ROWS, said
from oversight_adapters.writers.wording import dates, known_cases
from oversight_core.entities import Document
from oversight_core.moments import NOW, AsOf
from oversight_core.names import Item
from oversight_core.register import Register

_OFFICE = "Office for Civil Rights and Civil Liberties"


@attrs.frozen
class _Said:
    """A sentence on its page: in which section, under which heading, about a thing of which kind and of which items."""

    section: str
    heading: str
    kind: str
    items: tuple[Item, ...]
    words: str


class SummaryWriter:
    """A page for each memo of DHS's civil-rights office that was answered or summarised, as of the dates given.

    The reader `crcl-summary` reads it back.  What cannot be said in this form, such as a vague date, is left out; the
    first lines say as of which dates the document speaks, and how many items it leaves out.
    """

    name = "summary"
    suffix = ".txt"
    lossless = False

    def __init__(self, as_of: AsOf = NOW) -> None:
        self.as_of = as_of

    def write(self, record: Register, out: IO[str]) -> None:
        """Write the pages."""
        cases = known_cases(record.histories(self.as_of), self.as_of)
        pages = [
            (matter, tuple(_sentences(matter)))
            for matter in Matters({item: case.described for item, case in cases.items()})
        ]
        told = {item for matter, _ in pages for item in matter.named}
        told |= {item for _, sentences in pages for one in sentences for item in one.items}
        blocks = [f"{dates(self.as_of)}{_left_out(len(cases.keys() - told))}"]
        for matter, sentences in pages:
            page = (matter.title, *_blocks(sentences))
            blocks += _framed(matter.summary, page) if len(pages) == 1 else page
        out.write("\n\n".join(blocks) + "\n")


def _left_out(number: int) -> str:
    if not number:
        return ""
    return f"\n{number:,} item{'s' * (number != 1)} of this record {'is' if number == 1 else 'are'} left out here."


def _sentences(matter: Matter) -> Iterator[_Said]:
    for row in ROWS:
        for part in (part for part in matter.parts if part.kind == row.kind):
            words = next(filter(None, (said(sentence, part.values) for sentence in row.sentences)), "")
            if words:
                heading = one_line(part.values.get("finding.about") or part.values.get("commitment.heading"))
                yield _Said(row.section, heading, row.kind, part.items, words)


def _framed(summary: Document, page: tuple[str, ...]) -> Iterator[str]:
    """A page with the office's name over it and the date at its foot; of several, neither would be any one's."""
    if summary.issuer == "CRCL":
        yield _OFFICE
    yield from page
    if foot := dated(summary.dated_on) if summary.dated_on else "":
        yield foot


def _blocks(sentences: tuple[_Said, ...]) -> Iterator[str]:
    """The sections of a page; what stands under a heading of its own comes last in its section."""
    for section, of_section in groupby(sentences, key=lambda one: one.section):
        if section:
            yield section
        ordered = sorted(of_section, key=lambda one: one.heading)
        for (heading, _), paragraph in groupby(ordered, key=lambda one: (one.heading, one.kind)):
            if heading:
                yield f"**{heading}**"
            yield " ".join(one.words for one in paragraph)
