"""The layout of a report: its front, its sections on single recommendations, and the passages that are read as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import islice, zip_longest

import attrs

from oversight_adapters.readers.oig_report.lines import Span, bare, garbled, lines
from oversight_adapters.readers.oig_report.slots import STATUS
from oversight_adapters.texts.sentences import sentences

_MIDDLE = re.compile(r"(?<=[a-z,])[ ]*\n\s*\n\s*(?=[a-z(])")  # a paragraph does not end within a sentence
_LINE_END = str.maketrans("\n", " ")


class Part(Enum):
    """What a section on one recommendation is."""

    TEXT = "Recommendation 1: We recommend that …"
    COMMENTS = "ICE Comments to Recommendation 1: Concur."
    ANALYSIS = "OIG Analysis: We consider …"
    OTHER = "Appendix A"


@attrs.frozen
class Section:
    """A section: what it is, the number and the organisation of its head where they stand there, and its body."""

    part: Part
    start: int
    body: int
    end: int
    number: Span | None = None
    who: Span | None = None


_KEY = r"(?:No\.\s{{0,3}}|#\s{{0,3}})?(?P<{}>\d{{1,3}}[a-z]?)"
_HEAD = re.compile(
    r"(?:(?<=\n)|(?<=[.!?:;\"'|]\s)|(?<=[.!?:;]\s\s)|\A)[ ]{0,60}(?:"
    r"(?P<comments>(?P<who>(?:U\.S\.\s)?(?-i:[A-Z])[\w&,'() -]{1,60}?)\s+(?:Comments?|Responses?)\s+to\s+(?:the\s+"
    r")?(?:OIG\s+)?Recommendation\s+"
    + _KEY.format("commented")
    + r"\s*[:.-]?)|(?P<analysis>OIG(?:'s)?\s+Analysis(?:\s+of\s+[^:\n.]{1,70})?(?:\s*:|(?=\s*\n)|\.\s))|"
    r"(?P<text>(?-i:R(?:ecommendation|ECOMMENDATION))\s*(?:"
    + _KEY.format("number")
    + r"\s*(?::|\.(?=\s+We\s+recommend))|:(?=\s+We\s+recommend)|"
    r"(?=[ ]{0,60}\n\s{0,60}We\s+recommend\s[^:]{1,600}\.\s))(?=\s+\S))|"
    r"(?P<answer>(?P<answerer>(?-i:[A-Z]){2,6}|Management|Component|Agency|Department)\s+(?:Comments|Response)\s*:)|"
    r"(?P<other>(?:Appendix\s+[A-Z0-9]|Conclusion|Background|Management\s+Comments\s+and\s+OIG\s+Analy"
    r"sis|Objectives?,\s+Scope|"
    r"Results\s+of\s+(?:Audit|Inspection|Review)|Table\s+of\s+Contents|Report\s+Distribution)[^\n.]{0,80}(?=\n|\Z)))",
    re.IGNORECASE,
)


def smooth(folded: str) -> str:
    """A folded text in which feet and heads of pages, and the breaks that they make in sentences, are blank.

    Every place stays where it is.

    >>> smooth("ICE concurred with\\n\\nwww.oig.dhs.gov 7 OIG-18-67\\n\\nall four.").split()
    ['ICE', 'concurred', 'with', 'all', 'four.']
    """
    return _MIDDLE.sub(lambda match: match[0].translate(_LINE_END), bare(folded))


def sections(text: str) -> list[Section]:
    """The sections of a smooth text that have a head, in order; each ends where the next begins."""
    heads = [head for head in _HEAD.finditer(text) if not (head["text"] and _is_row(text, head))]
    out = []
    for match, following in zip_longest(heads, heads[1:]):
        end = following.start() if following else len(text)
        part = next(part for part, name in _NAMES if match[name] is not None)
        number = next((match.span(name) for name in ("commented", "number") if match[name]), None)
        who = next((match.span(name) for name in ("who", "answerer") if match[name]), None)
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        out.append(Section(part, start, match.end(), end, number, who))
    return out


_ROW = re.compile(rf"[\s:|.-]{{0,12}}{STATUS}[\s.;|]*", re.IGNORECASE)


def _is_row(text: str, head: re.Match[str]) -> bool:
    """Whether a head is a line of a list of states."""
    end = text.find("\n", head.end())
    return _ROW.fullmatch(text, head.end(), len(text) if end < 0 else end) is not None


_NAMES = (
    (Part.COMMENTS, "comments"),
    (Part.ANALYSIS, "analysis"),
    (Part.TEXT, "text"),
    (Part.COMMENTS, "answer"),
    (Part.OTHER, "other"),
)

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
    """Whether a line is written as headings are: most words have capitals, and no stop ends it."""
    long = [word for word in line.split() if len(word) > 3]
    capital = sum(word.lstrip("\"'(")[:1].isupper() for word in long)
    return bool(long) and not line.rstrip().endswith(_NO_END) and capital * 10 >= len(long) * 6


def garbled_lines(text: str) -> Iterator[tuple[Span, str]]:
    """The first line of each kind of garbling, and what is wrong with it."""
    known = set()
    for start, end in lines(text):
        if end > start and (why := garbled(text[start:end])) and why not in known:
            known.add(why)
            yield (start, end), why
