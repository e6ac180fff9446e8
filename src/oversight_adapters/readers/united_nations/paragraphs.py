"""Paragraphs of the Universal Periodic Review: a number, what is recommended, and in brackets the States that do.

``96.1.1 Ratify the Convention (Kuwait) (Oman);`` is printed with doubled stops, without a blank after the number, with
two recommendations in one paragraph, or with debris such as ``(Kuwait). );`` at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.united_nations.states import state
from oversight_adapters.texts.spans import Span, trimmed

NUMBER = r"\d{1,3}(?:\.{1,3} ?|\s(?=\d{1,3}\.\s))\d{1,3}(?:\.{1,3}\d{1,3}){0,3}(?!\d)(?:\.(?!\d)){0,3}"
"""Pattern of a number as printed: ``96.1``, ``96.1.1``, ``109.9..1``, ``136 1.``."""

_NUMBER = re.compile(rf"\s{{0,20}}({NUMBER})\s{{0,20}}")
_ITEM = re.compile(r"\s{0,20}(\d{1,3})\.?\s{0,20}")
_FIGURES = re.compile(r"\d{1,3}")
_GROUP = re.compile(r"\((?:[^()]|\([^()]{0,80}\)){1,400}\)")
_AFTER = re.compile(r"[\s.;,/\d)]{0,12}")
_ENDS = frozenset(";/")
_APART = re.compile(r"\s*(?:[,;/]|\band\b|&)\s*")
_MARKS = (",", ";", "/")
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
_BRACKETED = re.compile(r"\([^()]{0,80}\)")


@attrs.frozen
class Part:
    """One recommendation of a paragraph: where its words stand, and where those of each State that makes it."""

    words: Span
    states: tuple[Span, ...] = ()


@attrs.frozen
class Paragraph:
    """A paragraph: where its number stands, and its recommendations."""

    number: Span
    parts: tuple[Part, ...]


def number(words: str) -> str:
    """A number with one stop between its figures, however it is printed.

    >>> number("109.9..1"), number("136 1."), number("96.1.1")
    ('109.9.1', '136.1', '96.1.1')
    """
    return ".".join(_FIGURES.findall(words))


def paragraph(text: str, start: int = 0, end: int | None = None) -> Paragraph | None:
    """The paragraph that a span is; None where it begins with no number.

    >>> words = "186.1..5Ratify the Statute (Kuwait). );"
    >>> found = paragraph(words)
    >>> [words[slice(*span)] for span in (found.number, found.parts[0].words, *found.parts[0].states)]
    ['186.1..5', 'Ratify the Statute', 'Kuwait']
    """
    end = len(text) if end is None else end
    begins = _NUMBER.match(text, start, end)
    if begins is None or begins.end() >= end:
        return None
    return Paragraph(begins.span(1), tuple(parts(text, begins.end(), end)))


def item(text: str, start: int, end: int) -> Paragraph | None:
    """The recommendations of a span that begins with a number of its own, such as *1.*; None where it does not.

    >>> words = "2. To adhere to (Algeria) or to ratify the treaty (Mexico); to report on it (Cuba)."
    >>> [words[slice(*part.words)] for part in item(words, 0, len(words)).parts]
    ['To adhere to (Algeria) or to ratify the treaty', 'to report on it']
    """
    begins = _ITEM.match(text, start, end)
    return Paragraph(begins.span(1), tuple(parts(text, begins.end(), end))) if begins else None


def parts(text: str, start: int, end: int) -> Iterator[Part]:
    """The recommendations of a span: one up to each run of States that a semicolon, a slash or the end follows."""
    made_by: list[Span] = []
    run, goes_on = start, -1  # where the run of brackets begins, and where its next one would
    for (opens, closes), states in _groups(text, start, end):
        run = run if opens == goes_on else opens
        after = _AFTER.match(text, closes, end)
        goes_on = after.end() if after else closes
        made_by += states
        if text.startswith("(", goes_on) and goes_on < end:
            continue
        if goes_on >= end or not _ENDS.isdisjoint(text[closes:goes_on]):
            yield Part(_bare(text, start, run), tuple(made_by))
            start, made_by = goes_on, []
    words = _bare(text, start, end)
    if words[0] < words[1]:
        yield Part(words, tuple(made_by))


def _groups(text: str, start: int, end: int) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """Every bracket that holds nothing but States, and where each of them stands."""
    for match in _GROUP.finditer(text, start, end):
        if states := states_in(text, match.start() + 1, match.end() - 1):
            yield match.span(), states


def _bare(text: str, start: int, end: int) -> Span:
    """A span without blanks around it and what ends it."""
    words = text[start:end]
    end = start + len(words.rstrip(" \t\r\n;"))
    return min(end, start + len(words) - len(words.lstrip())), end


def states_in(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Where each State of a list stands; nothing where any part of it is none.

    >>> words = "Iran (Islamic Republic of), Bosnia and Herzegovina and Cuba"
    >>> [words[slice(*span)] for span in states_in(words, 0, len(words))]
    ['Iran (Islamic Republic of)', 'Bosnia and Herzegovina', 'Cuba']
    """
    if state(text[start:end]):
        return (_name(text, start, end),)
    masked = _BRACKETED.sub(lambda match: "(" * len(match[0]), text[start:end])
    cuts = [(0, 0), *(match.span() for match in _APART.finditer(masked)), (len(masked), len(masked))]
    found: list[Span] = []
    n = 0
    while n < len(cuts) - 1:
        for to in range(min(n + 2, len(cuts) - 1), n, -1):  # a name may hold an "and"
            span = (start + cuts[n][1], start + cuts[to][0])
            if state(words := text[slice(*span)]) and not words.rstrip().endswith(_MARKS):
                found.append(_name(text, *span))
                n = to
                break
        else:
            if masked[cuts[n][1] : cuts[n + 1][0]].strip():
                return ()
            n += 1  # two signs in a row, such as ", and"
    return tuple(found)


def _name(text: str, start: int, end: int) -> Span:
    """Where a name stands, without the article."""
    start, end = trimmed(text, start, end)
    article = _ARTICLE.match(text, start, end)
    return (article.end() if article else start), end
