"""What the reader suite checks, as functions over one reading: each yields a sentence for every fault it finds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from oversight_core.entities import KINDS
from oversight_core.names import Item
from oversight_core.ports import Reader
from oversight_core.provenance import Excerpt, TextSpan, stands
from oversight_core.reading import Candidate, Reading

Span = tuple[int, int]


def excerpts(reading: Reading) -> Iterator[tuple[Candidate, Excerpt]]:
    """Every stated excerpt of a reading with its candidate; those of labels included."""
    for candidate in reading.candidates:
        labelled = (excerpt for label in candidate.labels for excerpt in label.excerpts)
        for excerpt in (*candidate.excerpts, *labelled):
            if not excerpt.derived:
                yield candidate, excerpt


def not_standing(reading: Reading, content: str) -> Iterator[str]:
    """Excerpts whose words are not what stands at their place, or that name another source."""
    digest = reading.source.digest if reading.source else ""
    for candidate, excerpt in excerpts(reading):
        if isinstance(excerpt.locator, TextSpan) and not stands(excerpt, content):
            yield f"{candidate.item} {excerpt.field}: {str(excerpt.words)!r} does not stand at {excerpt.locator}"
        if digest and excerpt.source != digest:
            yield f"{candidate.item} {excerpt.field}: the excerpt names the source {excerpt.source!r}"


def not_given(reading: Reading, reader: Reader) -> Iterator[str]:
    """Values that the phrase, applied to the words alone, does not give."""
    for candidate in reading.candidates:
        for excerpt in candidate.excerpts:
            if excerpt.derived:
                continue
            held = getattr(candidate.entity, excerpt.field, None)
            given = reader.value(excerpt)
            if given != held and not (isinstance(held, tuple) and given in held):
                words = f"{excerpt.phrase!r} makes {given!r} of {str(excerpt.words)!r}"
                yield f"{candidate.item} {excerpt.field} is {held!r}, but {words}"


def invented(reading: Reading) -> Iterator[str]:
    """Values that no excerpt names, elements that none states, and excerpts of fields that hold nothing."""
    for candidate in reading.candidates:
        fields = {field.name: field for field in attrs.fields(type(candidate.entity))}
        named = {excerpt.field for excerpt in candidate.excerpts}
        for name, field in fields.items():
            value = getattr(candidate.entity, name)
            if value != field.default and name not in named:
                yield f"{candidate.item} {name} is {value!r}, and no excerpt names it"
            if isinstance(value, tuple) and name in named:
                told = [excerpt for excerpt in candidate.excerpts if excerpt.field == name]
                if len(told) < len(value) and not any(excerpt.derived for excerpt in told):
                    yield f"{candidate.item} {name} holds {len(value)} values, and {len(told)} excerpts state them"
        for excerpt in candidate.excerpts:
            if excerpt.field not in fields:
                yield f"{candidate.item} has no field {excerpt.field!r} for an excerpt"
            elif excerpt.derived and (excerpt.words or excerpt.phrase):
                yield f"{candidate.item} {excerpt.field} is computed, and yet its excerpt has words or a phrase"


def running_on(reading: Reading, folded: str, sentences: Iterable[Span]) -> Iterator[str]:
    """Excerpts that reach beyond the sentence in which they begin; blanks and marks of emphasis reach nowhere."""
    spans = sorted(sentences)
    for candidate, excerpt in excerpts(reading):
        place = excerpt.locator
        if isinstance(place, TextSpan):
            end = place.start + len(folded[place.start : place.end].rstrip())
            home = [final for start, final in spans if start <= place.start < final]
            if home and end > max(home):
                yield f"{candidate.item} {excerpt.field}: {str(excerpt.words)!r} goes on beyond its sentence"


def untold(reading: Reading, content: str, telling: Iterable[Span]) -> Iterator[str]:
    """Sentences that tell something and are neither touched by an excerpt nor listed, and listings that are wrong."""
    touched = [(e.locator.start, e.locator.end) for _, e in excerpts(reading) if isinstance(e.locator, TextSpan)]
    listed = []
    for sentence in reading.unaccounted:
        if isinstance(place := sentence.locator, TextSpan):
            listed.append((place.start, place.end))
            if content[place.start : place.end] != sentence.text:
                yield f"the unaccounted sentence {sentence.text[:80]!r} does not stand where it says"
            if any(start < place.end and place.start < end for start, end in touched):
                yield f"the sentence {sentence.text[:80]!r} is listed as unaccounted, but an excerpt touches it"
    for start, end in telling:
        if not any(a < end and start < b for a, b in (*touched, *listed)):
            yield f"the sentence {content[start:end][:80]!r} tells something, and is neither touched nor listed"
    if not 0 <= len(reading.unaccounted) <= reading.telling:
        yield f"{len(reading.unaccounted)} sentences are unaccounted of {reading.telling} that tell something"


def malformed(reading: Reading, content: str) -> Iterator[str]:
    """Problems without a slug, a sentence or a place that is one; items that do not parse back or fit their entity."""
    for problem in reading.problems:
        if not re.fullmatch(r"[a-z][a-z0-9-]*", problem.code):
            yield f"the code {problem.code!r} is not a slug"
        if not problem.message.strip() or "\n" in problem.message:
            yield f"the message of {problem.code} is not one sentence: {problem.message!r}"
        if isinstance(place := problem.locator, TextSpan) and not 0 <= place.start < place.end <= len(content):
            yield f"the place of {problem.code} lies outside the document"
    for candidate in reading.candidates:
        if Item.parse(str(candidate.item)) != candidate.item:
            yield f"{candidate.item} does not parse back"
        kind = KINDS.get(candidate.item.kind)
        if kind and not isinstance(candidate.entity, kind):
            yield f"{candidate.item} is described by a {type(candidate.entity).__name__}"


def still_told(reader: Reader, before: Reading, after: Reading, place: TextSpan) -> Iterator[str]:
    """Values that are told at a place as they were before its words were blotted out."""
    was = {(e.field, e.phrase): reader.value(e) for _, e in excerpts(before) if e.locator == place}
    for candidate, excerpt in excerpts(after):
        key = (excerpt.field, excerpt.phrase)
        if excerpt.locator == place and key in was and reader.value(excerpt) == was[key]:
            yield f"{candidate.item} {excerpt.field} is {was[key]!r} although its words are blotted out"
