"""What the reader suite checks, as functions over one reading: each yields a sentence for every fault it finds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Any

import attrs

from oversight_adapters.texts.spans import Span
from oversight_core.entities import KINDS
from oversight_core.names import Item
from oversight_core.ports import Reader
from oversight_core.provenance import Cell, Excerpt, Locator, Pointer, TextSpan
from oversight_core.reading import Candidate, Reading, Text

_WHOLE = (Cell, Pointer)
"""Locators that lead to all that stands in a place, of which an excerpt may be a part."""


_MOST_READ, _MEAN_RUN = 6_000, 150
"""Characters that are read, each with many runs in them, to see whether one explodes."""


@attrs.frozen
class Raised:
    """What stands in place of a value where a phrase raised an error."""

    error: str


def given(reader: Reader, excerpt: Excerpt) -> Any:
    """What the phrase of an excerpt makes of its words alone; whatever it raises is a fault of the reader."""
    try:
        return reader.value(excerpt)
    except Exception as error:  # an adapter may raise anything; R2 tells it
        return Raised(f"{type(error).__name__}: {error}")


def excerpts(reading: Reading) -> Iterator[tuple[Candidate, Excerpt]]:
    """Every stated excerpt of a reading with its candidate; those of labels included."""
    for candidate in reading.candidates:
        labelled = (excerpt for label in candidate.labels for excerpt in label.excerpts)
        for excerpt in (*candidate.excerpts, *labelled):
            if not excerpt.derived:
                yield candidate, excerpt


def one_a_phrase(read: Iterable[tuple[Reading, Text, str]]) -> Iterator[tuple[Text, Excerpt]]:
    """For each phrase the words it reads that stand nearest to a beginning; no more than can be read in a moment."""
    found: dict[str, tuple[int, Text, Excerpt]] = {}
    for reading, text, _ in read:
        for _, excerpt in excerpts(reading):
            place = excerpt.locator
            before = place.start if isinstance(place, TextSpan) else len(text.content)
            if excerpt.phrase not in found or before < found[excerpt.phrase][0]:
                found[excerpt.phrase] = before, text, excerpt
    spent = 0
    for before, text, excerpt in sorted(found.values(), key=lambda one: one[0]):
        spent += before + _MEAN_RUN
        if spent <= _MOST_READ:
            yield text, excerpt


def not_standing(reading: Reading, text: Text) -> Iterator[str]:
    """R1: excerpts whose words are not what stands at their place, or that name another source."""
    for candidate, excerpt in excerpts(reading):
        words, found = str(excerpt.words), text.at(excerpt.locator) if excerpt.locator else None
        if found is None:
            yield f"{candidate.item} {excerpt.field}: there is no place {excerpt.locator} for {words!r}"
        elif not words or not (words in found if isinstance(excerpt.locator, _WHOLE) else words == found):
            yield f"{candidate.item} {excerpt.field}: {words!r} does not stand at {excerpt.locator}, but {found!r}"
        if excerpt.source != text.source.digest:
            yield f"{candidate.item} {excerpt.field}: the excerpt names the source {excerpt.source!r}"


def not_given(reading: Reading, reader: Reader) -> Iterator[str]:
    """R2: values that the phrase applied to the words alone does not give."""
    for candidate in reading.candidates:
        for excerpt in candidate.excerpts:
            held = getattr(candidate.entity, excerpt.field, None)
            if not excerpt.derived and not _is_given(value := given(reader, excerpt), held):
                yield f"{candidate.item} {excerpt.field} is {held!r}, but {told_of(excerpt, value)}"


def _is_given(value: Any, held: Any) -> bool:
    return bool(value == held or (isinstance(held, tuple) and value in held))


def told_of(excerpt: Excerpt, value: Any) -> str:
    """What the phrase of an excerpt makes of its words, in words."""
    makes = f"raises {value.error}" if isinstance(value, Raised) else f"makes {value!r}"
    return f"{excerpt.phrase!r} {makes} of {str(excerpt.words)!r}"


def invented(reading: Reading) -> Iterator[str]:
    """R4: values that no excerpt states or marks as computed, and excerpts of what is not there."""
    for candidate in reading.candidates:
        fields = attrs.fields_dict(type(candidate.entity))
        yield from (f"{candidate.item} {fault}" for fault in _unnamed(candidate, fields))
        for excerpt in candidate.excerpts:
            if excerpt.field not in fields:
                yield f"{candidate.item} has no field {excerpt.field!r} for an excerpt"
        for excerpt in (*candidate.excerpts, *(one for label in candidate.labels for one in label.excerpts)):
            if excerpt.derived and (excerpt.words or excerpt.phrase):
                yield f"{candidate.item} {excerpt.field} is computed, and yet its excerpt has words or a phrase"


def _unnamed(candidate: Candidate, fields: dict[str, attrs.Attribute[Any]]) -> Iterator[str]:
    for name, field in fields.items():
        value = getattr(candidate.entity, name)
        told = [excerpt for excerpt in candidate.excerpts if excerpt.field == name]
        if not told and not _is_default(value, field):
            yield f"{name} is {value!r}, and no excerpt names it"
        elif told and isinstance(value, tuple) and len(told) < len(value) and not any(one.derived for one in told):
            yield f"{name} holds {len(value)} values, and {len(told)} excerpts state them"


def _is_default(value: Any, field: attrs.Attribute[Any]) -> bool:
    default: Any = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class at run time, a function to the checker
        return not default.takes_self and bool(value == default.factory())
    return default is not attrs.NOTHING and bool(value == default)


def running_on(reading: Reading, text: Text, folded: str, sentences: Iterable[Span]) -> Iterator[str]:
    """R5: excerpts that reach beyond the sentence or the cell in which they begin; blanks reach nowhere."""
    reach = _reach(sentences)
    for candidate, excerpt in excerpts(reading):
        place, words = excerpt.locator, str(excerpt.words).strip()
        if isinstance(place, TextSpan):
            end, final = place.start + len(folded[place.start : place.end].rstrip()), reach(place.start + 1)
            if place.start < final < end:
                yield f"{candidate.item} {excerpt.field}: {words!r} goes on beyond its sentence"
        elif isinstance(place, _WHOLE):
            cell = (text.at(place) or "").strip()
            if cell and cell in words and cell != words:
                yield f"{candidate.item} {excerpt.field}: {words!r} goes on beyond its cell, which holds {cell!r}"


def differing(first: object, second: object) -> Iterator[str]:
    """R3: how a part of a reading differs from the same part of another one."""
    if first == second:
        return
    if isinstance(first, tuple) and isinstance(second, tuple) and len(first) == len(second):
        n = next((n for n, pair in enumerate(zip(first, second, strict=True)) if pair[0] != pair[1]), 0)
        yield f"number {n + 1} is first {first[n]!r:.300} and then {second[n]!r:.300}"
    elif isinstance(first, tuple) and isinstance(second, tuple):
        yield f"first {len(first)} of them and then {len(second)}"
    else:
        yield f"first {first!r} and then {second!r}"


def untold(reading: Reading, text: Text, telling: Iterable[Locator]) -> Iterator[str]:
    """R8: places that tell something and are neither touched by an excerpt nor listed, and listings that are wrong."""
    touched = [excerpt.locator for _, excerpt in excerpts(reading) if excerpt.locator]
    listed = [sentence.locator for sentence in reading.unaccounted if sentence.locator]
    is_touched, is_known = _overlaps(touched), _overlaps([*touched, *listed])
    for sentence in reading.unaccounted:
        stands = text.at(sentence.locator) if sentence.locator else None
        part = isinstance(sentence.locator, _WHOLE) and stands is not None and sentence.text in stands
        if stands != sentence.text and not part:
            yield f"the unaccounted sentence {sentence.text[:80]!r} does not stand where it says"
        elif stands == sentence.text and sentence.locator and is_touched(sentence.locator):
            yield f"the sentence {sentence.text[:80]!r} is listed as unaccounted, but an excerpt touches it"
    for place in telling:
        if not is_known(place):
            yield f"{(text.at(place) or '')[:80]!r} tells something, and is neither touched nor listed"
    if not 0 <= len(reading.unaccounted) <= reading.telling:
        yield f"{len(reading.unaccounted)} sentences are unaccounted of {reading.telling} that tell something"


def _overlaps(places: list[Locator]) -> Callable[[Locator], bool]:
    """Whether a place has something in common with any of these."""
    reach = _reach((place.start, place.end) for place in places if isinstance(place, TextSpan))
    others = {place for place in places if not isinstance(place, TextSpan)}
    return lambda place: reach(place.end) > place.start if isinstance(place, TextSpan) else place in others


def _reach(spans: Iterable[Span]) -> Callable[[int], int]:
    """The furthest end of the spans that start before a position; -1 where none does."""
    ordered = sorted(spans)
    starts, ends = [start for start, _ in ordered], [-1, *accumulate((end for _, end in ordered), max)]
    return lambda position: ends[bisect_left(starts, position)]


def _nowhere(place: Locator, text: Text) -> bool:
    """Whether a document has no such place; a cell may be empty, and a pointer lead to a whole row."""
    if text.at(place) is not None:
        return False
    if text.places is not None and isinstance(place, Cell):
        return place.row < 1 or place.column < 1
    return text.places is None or not (isinstance(place, Pointer) and place.path[:1] in ("", "/"))


def malformed(reading: Reading, text: Text) -> Iterator[str]:
    """R9: problems without a slug, a sentence or a place that is one; items that do not parse back or fit."""
    for problem in reading.problems:
        if not re.fullmatch(r"[a-z][a-z0-9-]*", problem.code):
            yield f"the code {problem.code!r} is not a slug"
        if not problem.message.strip() or len(problem.message.splitlines()) > 1:
            yield f"the message of {problem.code} is not one sentence: {problem.message!r}"
        if problem.locator is not None and _nowhere(problem.locator, text):
            yield f"the place of {problem.code}, {problem.locator}, lies outside the document"
    for candidate in reading.candidates:
        if Item.parse(str(candidate.item)) != candidate.item:
            yield f"{candidate.item} does not parse back"
        kind = KINDS.get(candidate.item.kind)
        if kind and not isinstance(candidate.entity, kind):
            yield f"{candidate.item} is described by a {type(candidate.entity).__name__}"


def still_told(reader: Reader, before: Reading, after: Reading, place: Locator, words: str) -> Iterator[str]:
    """R6: what words at a place told, and what is still told there though they were blotted out."""
    told = (e for _, e in excerpts(before) if e.locator == place and str(e.words) == words)
    was = {(e.field, e.phrase): value for e in told if _is_something(value := given(reader, e))}
    for candidate, excerpt in excerpts(after):
        key = (excerpt.field, excerpt.phrase)
        if excerpt.locator == place and key in was and given(reader, excerpt) == was[key]:
            yield f"{candidate.item} {excerpt.field} is {was[key]!r} although its words are blotted out"


def _is_something(value: Any) -> bool:
    return value is not None and not isinstance(value, Raised)
