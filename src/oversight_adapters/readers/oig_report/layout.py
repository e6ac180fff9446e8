"""The layout of a report: where the text of a recommendation ends, and the passages that are read as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from oversight_adapters.readers.oig_report.lines import bare, garbled
from oversight_adapters.readers.oig_report.sections import Part, Section
from oversight_adapters.texts.sentences import sentences
from oversight_adapters.texts.spans import Span, lines

_MIDDLE = re.compile(r"(?<=[a-z,])[ ]*\n\s*\n\s*(?=[a-z(])")  # a paragraph does not end within a sentence
_LINE_END = str.maketrans("\n", " ")


def smooth(folded: str) -> str:
    """A folded text in which feet and heads of pages, and the breaks that they make in sentences, are blank.

    Every place stays where it is.

    >>> smooth("ICE concurred with\\n\\nwww.oig.dhs.gov 7 OIG-18-67\\n\\nall four.").split()
    ['ICE', 'concurred', 'with', 'all', 'four.']
    """
    return _MIDDLE.sub(lambda match: match[0].translate(_LINE_END), bare(folded))


_PARAGRAPH = re.compile(r"\n[ ]*\n")
_GOES_ON = re.compile(r"\s*(?:[-•·○▪–]|\(?[a-z0-9]{1,2}[.)]\s|o\s)")
_LINE_STOP = re.compile(r"[.!?][\"')]?(?=[ ]*\n)")
_RUN_IN_HEADING = re.compile(  # that ends the recommendations, where an extractor left no lines
    r"(?<=[.!?])\s{1,200}(?:Management\s{1,9}(?:Comments|Response)|OIG\s{1,9}Analysis\s{1,9}of|Appendix\s{1,9}[A-Z]\b|"
    r"Discussion\s{1,9}with\s{1,9}Management)"
)
_LONGEST_LINE = 400  # characters before a head on its line, of a text that still has lines
_LONGEST_PARAGRAPH = 3_000
_LONGEST_HEADING = 100
_OPENS = re.compile(  # a section whose words begin on the line of its head
    r"\b(?:Recommendation\s+#?\d{1,3}[a-z]?|Response|Comments|Analysis|Analysis\s+of\s+[^:\n]{1,60})\s*:\s*\S",
    re.IGNORECASE,
)
_OF_PROSE = frozenset({"we", "our", "they", "their"})  # small in sentences, and capital in titles
_NO_END = (".", ",", ";", ":", "-", " to", " of", " the", " and", " for", " in", " that", " with", " by", " a")
_ENDS = (".", "!", "?", '"', ".)")


def text_end(text: str, section: Section, following: Section | None) -> int:
    """Where the text of a recommendation ends: with its paragraph, or with the list that follows a colon.

    Where an extractor left no lines, it ends where the next section begins, if that goes on with recommendations; what
    else may stand behind its first sentence cannot be told from it, and such a text has no end (-1).
    """
    at = section.body + len(text[section.body : section.end]) - len(text[section.body : section.end].lstrip())
    goes_on = following is not None and _goes_on(text, section, following)
    heading = _RUN_IN_HEADING.search(text, at, section.end)
    close = heading.start() if heading else section.end
    if section.start > _LONGEST_LINE and "\n" not in text[section.start - _LONGEST_LINE : section.start]:
        spans = list(islice(sentences(text, at, close), 2))
        return spans[0][1] if len(spans) == 1 else at + len(text[at : section.end].rstrip()) if goes_on else -1
    if not _PARAGRAPH.search(text, at, min(section.end, at + _LONGEST_PARAGRAPH)):
        return _end_of_lines(text, at, close, goes_on=goes_on)
    last = at
    listing = False
    while at < section.end:
        stop = _PARAGRAPH.search(text, at, section.end)
        close = stop.start() if stop else section.end
        paragraph = text[at:close].rstrip()
        last = at + len(paragraph)
        listing = listing or paragraph.endswith((":", ";", "; and"))
        behind = stop.end() if stop else section.end
        if not (listing and behind < section.end and _GOES_ON.match(text, behind, section.end)):
            break
        at = behind
    return last


def _end_of_lines(text: str, at: int, close: int, *, goes_on: bool) -> int:
    """Where a text ends that has no blank lines, as in a PDF: before a heading, or with what goes on behind it.

    Where what goes on is not known, it ends with the first sentence that ends a line.
    """
    for stop in _LINE_STOP.finditer(text, at, close):
        end = text.find("\n", text.find("\n", stop.end()) + 1, close)
        following = text[stop.end() : end if end >= 0 else close].strip()
        if not goes_on or _is_heading(following):
            return stop.end()
    return at + len(text[at:close].rstrip())


def _goes_on(text: str, section: Section, following: Section) -> bool:
    """Whether the section behind a recommendation is the next one, or about the same."""
    if following.part is Part.TEXT or following.number is None or section.number is None:
        return following.part is not Part.OTHER
    return text[slice(*section.number)] == text[slice(*following.number)]


def is_whole(words: str) -> bool:
    """Whether a text ends as a sentence does."""
    return words.rstrip().endswith(_ENDS)


def passages(text: str, units: list[Span]) -> Iterator[Span]:
    """Spans that are accounted for: each unit, and the sentences between them; garbled lines stand alone."""
    at = 0
    for start, end in [*sorted(units), (len(text), len(text))]:
        if start >= at:
            for first, last in sentences(text, at, start):
                yield from _parted(text, first, last)
        if end > max(at, start):
            yield max(at, start), end
        at = max(at, end)


def _parted(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence without the headings over it, which have no blank line behind them in a PDF."""
    at_line = not text[max(0, start - _LONGEST_HEADING) : start].rpartition("\n")[2].strip()
    while (
        at_line
        and (stop := text.find("\n", start, min(end, start + _LONGEST_HEADING))) > 0
        and _is_heading(text[start:stop])
    ):
        following = stop + len(text[stop:end]) - len(text[stop:end].lstrip())
        if following >= end or not text[following].isupper():
            break
        yield start, start + len(text[start:stop].rstrip())
        start = following
    yield start, end


def _is_heading(line: str) -> bool:
    """Whether a line is a heading, and not the first of a section whose words begin on it."""
    return is_titled(line) and not _OPENS.search(line) and _OF_PROSE.isdisjoint(line.split())


def is_titled(words: str) -> bool:
    """Whether words are written as titles and headings are: most have capitals, and no stop ends them."""
    long = [word for word in words.split() if len(word) > 3]
    capital = sum(word.lstrip("\"'(")[:1].isupper() for word in long)
    return bool(long) and not words.rstrip().endswith(_NO_END) and capital * 10 >= len(long) * 6


def garbled_lines(text: str) -> Iterator[tuple[Span, str]]:
    """The first line of each kind of garbling, and what is wrong with it."""
    known = set()
    for start, end in lines(text):
        if end > start and (why := garbled(text[start:end])) and why not in known:
            known.add(why)
            yield (start, end), why
