"""A text as its lines, whatever they were: lines, cells of a row, or parts of a line that holds a whole row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

import attrs

from oversight_adapters.readers.ohchr_list.phrases import FURNITURE, POSITION
from oversight_adapters.readers.united_nations.paragraphs import NUMBER
from oversight_adapters.texts.spans import skipped

_LINE = re.compile("[^\n\t|\r\f\v\x85\u2028\u2029]+")
_LONGEST_NUMBER = 20  # characters
_ALONE = re.compile(r"\d{1,3}\.(?:\d{1,3}\.?){0,3}")
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_AROUND = " #>\u00a0"
_HEAD = r"(?:relevant\s)?SDGs?\s?:|affected\spersons\s?:|groups\sof\spersons\s?:"
_CUT = re.compile(rf"(?P<source>source\sof\sposition\s?:)|(?P<head>{_HEAD})", re.IGNORECASE)
SOURCE = re.compile(
    r"source\sof\sposition\s?:\s{0,9}(?P<at>A/HRC/\d{1,3}/\d{1,4}(?:/(?:Add|Corr)\.\s?\d{1,2}){0,2}"
    r"(?:\s{0,3}-?\s{0,3}para(?:graph)?s?\.?\s{0,3}\d{1,3}[a-z]{0,3})?)",
    re.IGNORECASE,
)
"""Where a position stands."""
PARA = re.compile(r"-?\s{0,3}para(?:graph)?s?\.?\s{0,3}\d{1,3}[a-z]{0,3}", re.IGNORECASE)
"""The end of it, where a line ends before."""

_FLAT_BULLET = re.compile(r"(?<!\d)\s[-•](?=\s)(?!\sgeneral\smeasures)")
_CAPITAL_BULLET = re.compile(r"(?<!\d)\s[-•](?=\s(?:[A-Z(]|\d{1,2}\s-\s))")
_FIRST_WORD = re.compile(rf"({POSITION})(?=\s[-•]\s|\s[A-G]\d|\s{{0,3}}$)")


_BULLETS = ("- ", "• ")


class Kind(Enum):
    """What a line is, each with an example; `WORDS` is whatever is nothing else."""

    NUMBER = "121.1 Ratify the treaty (France);"
    SOURCE = "Source of Position: A/HRC/43/15 - Para 121"
    POSITION = "Supported"
    GOALS = "SDGs:"
    GROUPS = "Affected persons:"
    BULLET = "- Enforced disappearances"
    CODED = "A12 Acceptance of international norms"
    THEME = "Theme: Migrants"
    LEAD = "115. The recommendations listed below will be examined by Slovenia:"
    PARAGRAPH = "1. Ratify the treaty (France);"
    HEADER = "Position of the State under review"
    FURNITURE = "A/HRC/28/15"
    WORDS = ""


_NO_FIGURE = r"(?!0|\d{1,3}\.0)"  # 140.000 migrants are no paragraph
_MEASURES = r"(?:of\b|per\s?cent|percentage|(?:thousand|million|billion|trillion|times|years|kilomet)\w{0,5}\b)"
_KINDS = re.compile(
    rf"(?P<NUMBER>{_NO_FIGURE}{NUMBER}\s{{0,20}}(?!{_MEASURES})(?=[^\W\d]|[\"'(\[]|[12]\d{{3}}\b))|(?P<SOURCE>source\sof\sposition\s?:)|"
    rf"(?P<POSITION>{POSITION}$)|(?P<GOALS>(?:relevant\s)?SDGs?\s?:?$)|"
    r"(?P<GROUPS>(?:affected\spersons|groups\sof\spersons)\s?:?$)|(?P<BULLET>[-•]\s)|"
    r"(?P<CODED>(?-i:[A-G]\d{1,2}(?:\.\d{1,2})?\s[A-Z]))|(?P<THEME>themes?\s?:)|"
    r"(?P<LEAD>\d{1,3}\.\s{1,9}(?:(?:all|the|following|these|in)\s){0,3}[^.;]{0,200}?(?:recommendations?|following\senjoys?)\b)|"
    r"(?P<PARAGRAPH>\d{1,3}(?:\.\s{0,9}(?=[^\W\d]|[\"'(\[]|[12]\d{3}\b)|\s{1,9}(?=(?-i:[A-Z]))))|"
    r"(?P<HEADER>(?:recommendations?(?:\sand\srecommending\sstates?)?|position(?:\sof\sthe\sstate\sunder\sreview)?|"
    r"full\slist\sof\sthemes|assessment/comments(?:\son\slevel\sof\simplementation)?|relevant\ssdgs|"
    r"human\srights\sthemes(?:\s(?:and|&)\sgroups\sof\spersons)?)$)",
    re.IGNORECASE,
)


@attrs.frozen
class Line:
    """A line: what it is, where its words stand, and whether a blank one is before it."""

    kind: Kind
    start: int
    end: int
    parted: bool = False


def lines(content: str, folded: str) -> Iterator[Line]:
    """Every line of a text and its folded twin, in order; a number alone is one with the words behind it."""
    held: Line | None = None
    for line in _pieces(content, folded):
        alone = line.end - line.start < _LONGEST_NUMBER and _ALONE.fullmatch(folded, line.start, line.end)
        if held is not None:
            if alone or line.kind is Kind.FURNITURE:
                yield held
            else:
                line = Line(kind_of(folded[held.start : line.end]), held.start, line.end, held.parted)
            held = None
        if alone:
            held = line
        else:
            yield line
    if held is not None:
        yield held


def _pieces(content: str, folded: str) -> Iterator[Line]:
    last = 0
    for match in _LINE.finditer(content):
        at = match.start()
        for start, end in _broken(folded, at, match.end()):
            parted = folded.count("\n", last, start) > 1
            for begins, ends in _parts(folded, start, end):
                yield Line(kind_of(folded[begins:ends]), begins, ends, parted)
                parted = False
            last = end


def kind_of(words: str) -> Kind:
    """What the words of a line are.

    >>> kind_of("96.1.1  ratify the protocol").name, kind_of("- 16 - PEACE").name, kind_of("A12 Norms").name
    ('NUMBER', 'BULLET', 'CODED')
    """
    if FURNITURE.fullmatch(words):
        return Kind.FURNITURE
    match = _KINDS.match(words)
    return Kind[match.lastgroup] if match and match.lastgroup else Kind.WORDS


def _broken(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a line between HTML's line ends, without what is around them."""
    at = start
    for match in (*_BREAK.finditer(folded, start, end), None):
        until = match.start() if match else end
        words = folded[at:until]
        if bare := words.strip(_AROUND):
            begins = at + len(words) - len(words.lstrip(_AROUND))
            yield begins, begins + len(bare)
        at = match.end() if match else end


def _parts(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a line that holds more than one thing: a whole row of a table, say."""
    cuts = list(_CUT.finditer(folded, start, end))
    if not cuts or (len(cuts) == 1 and cuts[0].span() == (start, end)):
        yield from _bullets(folded, start, end, _CAPITAL_BULLET)
        return
    edges = {start, end}
    for match in cuts:
        edges.add(match.start())
        if match["head"]:
            edges.add(match.end())
            continue
        found = SOURCE.match(folded, match.start(), end)
        position = _FIRST_WORD.match(folded, skipped(folded, found.end(), end), end) if found else None
        if found and position:
            edges |= {found.end(), *position.span(1)}
    bounds = sorted(edges)
    for begins, ends in pairwise(bounds):
        yield from _bullets(folded, begins, ends, _FLAT_BULLET)


def _bullets(folded: str, start: int, end: int, mark: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The items of a list on one line; words that begin with none are one thing."""
    at = start
    begins = skipped(folded, start, end)
    for match in mark.finditer(folded, start, end) if folded.startswith(_BULLETS, begins) else ():
        yield from _bare(folded, at, match.start())
        at = match.start()
    yield from _bare(folded, at, end)


def _bare(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    start = skipped(folded, start, end)
    if bare := folded[start:end].rstrip():
        yield start, start + len(bare)
