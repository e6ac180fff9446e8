"""Titles: the line in which a document of the office says what it is and about what."""

from __future__ import annotations

import re
from itertools import islice

import attrs

from oversight_adapters.readers.crcl_summary.headings import is_heading
from oversight_adapters.readers.crcl_summary.lines import BULLET, FULL_STOP, VERB, is_one, stops, trimmed
from oversight_adapters.readers.crcl_summary.page import Page, Said, Sentence
from oversight_adapters.readers.crcl_summary.phrases import titles
from oversight_adapters.readers.crcl_summary.slots import printed
from oversight_adapters.texts.sentences import sentences
from oversight_adapters.texts.spans import lines

LONGEST_TITLE = 400  # code points
_BLOCK_END = re.compile(r"\n[ ]*(?:\n|$)")
_SENTENCE_START = re.compile(
    r"\s*(?:On|In|This|The|A|An|Between|From|Following|Pursuant|Due|As|During|After|Since|Findings|CRCL|ICE|CBP|USCIS|U\.S\.)\s"
)
_OF_A_TITLE = re.compile(r"[SsMm](?:ummary|UMMARY|pot|POT|emo|EMO)")  # one of them is in every title


@attrs.frozen
class Title:
    """A title, the row that reads it, and where its subject stands; the subject may follow on a line of its own."""

    start: int
    end: int
    said: Said
    subject: tuple[int, int] | None


def title_at(page: Page, start: int, end: int) -> Title | None:
    """The title that begins in this line, if one does."""
    first, last = trimmed(page.folded, start, end)
    cell = page.content.find("\t", first, last)  # of a table, whose next cell is no part of it
    last = trimmed(page.folded, first, cell)[1] if cell > 0 else last
    if not 8 <= last - first <= LONGEST_TITLE or not _OF_A_TITLE.search(page.folded, first, last):
        return None
    row = next((row.name for row in titles.TITLES if page.at(row.name, Sentence(first, last, -1), first)), "")
    if not row:
        return None
    first_sentence, *more = islice(sentences(page.folded, first, last), 2)
    if more:  # the title and what follows it on one line
        last = first_sentence[1] - 1
    elif stops(page.folded, first, last):
        return None
    else:
        wrapped = _title_end(page.folded, first, last) if cell < 0 else last
        last = wrapped if is_one(page.folded, first, wrapped) else last
    said = page.at(row, Sentence(first, last, -1), first)
    if said is None or (row == "title-memo" and VERB.search(page.folded, first, last)):  # a sentence about a memo
        return None
    subject = trimmed(page.folded, said["subject"].place.start, last) if "subject" in said else None
    end = _emphasis_closed(page.content, first, last)
    return Title(first, end, said, subject or _next_line(page, last))


def _emphasis_closed(content: str, first: int, last: int) -> int:
    """The end of a title, with the marks that close what was emphasised inside it."""
    while content[first:last].count("*") % 2 and content[last : last + 1] == "*":
        last += 1
    return last


def _title_end(folded: str, first: int, last: int) -> int:
    """A title may be wrapped: it goes on to the end of its block, or to where a sentence begins."""
    match = _BLOCK_END.search(folded, last, last + 3 * LONGEST_TITLE)
    stop = min(match.start() if match else len(folded), last + 3 * LONGEST_TITLE)
    rest = folded[last:stop]
    prose, end = bool(FULL_STOP.search(rest) or VERB.search(rest)), last
    for n, (a, b) in enumerate(lines(folded, last + 1, stop)):
        if prose and _SENTENCE_START.match(folded, a, b):
            return end
        if n > 2 or b - first > LONGEST_TITLE or BULLET.match(folded, a, b):
            return last
        end = trimmed(folded, a, b)[1]
    return last if prose else end


def _next_line(page: Page, last: int) -> tuple[int, int] | None:
    """The line below a title that names no subject, if it is no sentence."""
    for a, b in lines(page.folded, last, min(last + 400, len(page.folded))):
        first, end = trimmed(page.folded, a, b)
        if end > first:
            return (first, end) if is_heading(page, first, end) else None
    return None


def subject_of(page: Page, title: Title | None) -> str:
    """The subject of a title, as printed; empty where none is."""
    return printed(page.content[slice(*title.subject)]).strip(" :|-") if title and title.subject else ""
