"""A reader reads running text; a layer under it knows where each of its spans stands in the original.

Characters that only tell a program where a line may break hide words from every pattern: they are taken out before a
text is read, and every place in what is read leads back to the place in the text as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, runtime_checkable

import attrs

from oversight_adapters.texts.blanks import Blanks, wide
from oversight_core.provenance import Excerpt, Locator, TextSpan
from oversight_core.quick import maker
from oversight_core.reading import Candidate, Label, Problem, Reading, Text, Unaccounted

SOFT = re.compile("[\u00ad\u200b\u2060\ufeff]+|[\x02\ufffe]\r?\n?")
"""Soft hyphens, blanks without width, and what PDF programs make of a hyphen at the end of a line, with its end."""
_SOFT_MARKS = "\u00ad\u200b\u2060\ufeff\x02\ufffe"  # looked for one by one, since hardly any text holds any


_excerpt = maker(Excerpt)

Printed = Callable[[int, int, str], tuple[Locator, str]]
"""Where the words of a span were printed, and how, for a text that was made of something else."""


@runtime_checkable
class Layer(Protocol):
    """The places of a text whose running text was made of pages or elements."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be made text, such as a page that is a picture."""
        ...

    def locator(self, start: int, end: int) -> Locator:
        """Where a span of the running text stands; a `TextSpan` where it stands on no single page or element."""
        ...

    def printed(self, start: int, end: int, words: str) -> tuple[Locator, str]:
        """The same, and how the words of the span are printed there."""
        ...

    def at(self, locator: Locator) -> str | None:
        """The words that stand at a place; None where there is no such place."""
        ...


def unbroken(words: str) -> str:
    """Words without characters that only tell where a line may break.

    >>> unbroken("recom\u00admenda\x02\\ntions")
    'recommendations'
    """
    if words.isascii():
        return SOFT.sub("", words) if "\x02" in words else words
    return SOFT.sub("", words) if any(mark in words for mark in _SOFT_MARKS) else words


def in_place(
    text: Text,
    read: Callable[[Text], Reading],
    *,
    soft: re.Pattern[str] | None = SOFT,
    blanks: Blanks | None = wide,
) -> Reading:
    """What is read of a text without soft breaks, or what else is no part of words, with every place as it is in the
    original.

    A reader that counts places of its own in the text as printed leaves nothing out (`soft` is None), or no blanks
    (`blanks` is None); one of running text leaves out every `second` blank.

    >>> from oversight_core.provenance import Source
    >>> text = Text(Source.of(b""), "four rec\u00adom\u00admen\u00addations")
    >>> def read(text: Text) -> Reading:
    ...     at = text.content.index("recommendations")
    ...     return Reading(unaccounted=(Unaccounted("", TextSpan(at, at + 15)),), source=text.source)
    >>> in_place(text, read).unaccounted[0].locator
    TextSpan(start=5, end=23)
    """
    smooth, way = smoothed(text, soft=soft, blanks=blanks)
    reading = read(smooth)
    return _Return(way).reading(reading) if way else reading


def smoothed(
    text: Text, *, soft: re.Pattern[str] | None = SOFT, blanks: Blanks | None = wide
) -> tuple[Text, WayBack | None]:
    """A text as it is to be read, and the way back from there; None where places in it are as they are in the original.

    For a reader that asks for each place when it quotes it; `in_place` is for any other.
    """
    smooth, origin = _smooth(text, [*_left_out(text.content, soft, blanks)])
    layer = text.places if text.places is not None and isinstance(text.places, Layer) else None
    return smooth, WayBack(text.content, origin, layer) if origin or layer else None


def _left_out(content: str, soft: re.Pattern[str] | None, blanks: Blanks | None) -> Iterator[tuple[int, int]]:
    """The spans of a text that are not read, in order and apart."""
    found = list[tuple[int, int]]()
    if soft is not None and not (soft is SOFT and unbroken(content) is content):
        found += [match.span() for match in soft.finditer(content)]
    if soft is not None and blanks is not None:
        found += blanks(content)
    at = 0
    for start, end in sorted(found):
        if end > at:
            yield max(start, at), end
            at = end


def _smooth(text: Text, left_out: Sequence[tuple[int, int]]) -> tuple[Text, _Origin | None]:
    if not left_out:
        return text, None
    content = text.content
    parts, starts, origins, at, length = list[str](), list[int](), list[int](), 0, 0
    for start, end in (*left_out, (len(content), len(content))):
        if start > at:
            parts.append(content[at:start])
            starts.append(length)
            origins.append(at)
            length += start - at
        at = end
    return attrs.evolve(text, content="".join(parts)), _Origin(tuple(starts), tuple(origins))


@attrs.frozen
class _Origin:
    """Where the runs of a smooth text begin, there and in the original."""

    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self._of(start), self._of(end - 1) + 1 if end > start else self._of(start)

    def _of(self, place: int) -> int:
        run = bisect_right(self.starts, place) - 1
        return self.origins[run] + place - self.starts[run]


@attrs.frozen
class WayBack:
    """The way from a text as it is read to where its words stand in the original."""

    content: str = attrs.field(repr=False)  # of the original
    origin: _Origin | None
    layer: Layer | None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be made text."""
        return self.layer.problems if self.layer else ()

    @property
    def printed(self) -> Printed:
        """Tells where the words of a span stand in the original, and how they are printed there."""
        return self.layer.printed if self.layer and not self.origin else self._printed

    def _printed(self, start: int, end: int, words: str) -> tuple[Locator, str]:
        if self.origin:
            start, end = self.origin.span(start, end)
            words = self.content[start:end]
        return self.layer.printed(start, end, words) if self.layer else (TextSpan(start, end), words)


@attrs.frozen
class _Return:
    """Every place in a reading, with its words, as it is in the original."""

    way: WayBack

    def reading(self, reading: Reading) -> Reading:
        return attrs.evolve(
            reading,
            candidates=tuple(map(self._candidate, reading.candidates)),
            problems=(*self.way.problems, *map(self._problem, reading.problems)),
            unaccounted=tuple(map(self._unaccounted, reading.unaccounted)),
        )

    # Thousands of each: made anew, which costs a third of evolving them.

    def _candidate(self, one: Candidate) -> Candidate:
        labels, excerpts = tuple(map(self._label, one.labels)), tuple(map(self._excerpt, one.excerpts))
        return Candidate(one.item, one.entity, labels, one.occurred_on, excerpts, one.rulebook)

    def _label(self, one: Label) -> Label:
        excerpts = tuple(map(self._excerpt, one.excerpts))
        return Label(one.vocabulary, one.words, one.occurred_on, one.stated_on, one.actor, one.item, excerpts)

    def _excerpt(self, one: Excerpt) -> Excerpt:
        at = one.locator
        if not isinstance(at, TextSpan):
            return one
        locator, words = self.way.printed(at.start, at.end, str(one.words))
        return _excerpt(one.field, words, locator, one.source, one.phrase, one.computed_from)

    def _problem(self, problem: Problem) -> Problem:
        at = problem.locator
        return (
            attrs.evolve(problem, locator=self.way.printed(at.start, at.end, "")[0])
            if isinstance(at, TextSpan)
            else problem
        )

    def _unaccounted(self, one: Unaccounted) -> Unaccounted:
        at = one.locator
        if not isinstance(at, TextSpan):
            return one
        locator, words = self.way.printed(at.start, at.end, one.text)
        return attrs.evolve(one, locator=locator, text=words)
