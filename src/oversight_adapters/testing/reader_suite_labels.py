"""What a label says that no words of the document say: its own words (R2), and its dates, actor and item (R4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from oversight_adapters.testing.reader_suite_checks import Raised, given, told_of
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.ports import Reader
from oversight_core.reading import Candidate, Label, Reading

BESIDE = ("occurred_on", "stated_on", "actor", "item")
"""What a label says beside its words."""


def misworded(reading: Reading, reader: Reader) -> Iterator[str]:
    """R2: labels whose words no excerpt of theirs gives."""
    for candidate, label in _labels(reading):
        yield from (f"{candidate.item} has the label {label.words!r}, but {fault}" for fault in _unsaid(label, reader))


def _unsaid(label: Label, reader: Reader) -> Iterator[str]:
    """What is wrong with the words of a label: they stand in an excerpt, are made of one, or name what one finds."""
    made = [(excerpt, given(reader, excerpt)) for excerpt in label.excerpts if not excerpt.derived]
    failed = [told_of(excerpt, value) for excerpt, value in made if isinstance(value, Raised)]
    yield from failed
    said = {label.words for excerpt, value in made if value is True and excerpt.field == label.words}
    said |= {words for excerpt, value in made for words in (str(excerpt.words), value) if isinstance(words, str)}
    if made and not failed and label.words not in said:
        yield "; ".join(told_of(excerpt, value) for excerpt, value in made)


@attrs.frozen
class Stated:
    """What a document gives anywhere: days, names and items."""

    days: frozenset[date]
    vague: frozenset[Moment]
    names: frozenset[str]
    items: frozenset[Item]

    @classmethod
    def by(cls, reading: Reading, reader: Reader) -> Stated:
        """What the entities of a reading hold, and what the phrases of its labels give."""
        values = [value for candidate in reading.candidates for value in _held(candidate)]
        values += [
            given(reader, excerpt) for _, label in _labels(reading) for excerpt in label.excerpts if not excerpt.derived
        ]
        moments = [value for value in values if isinstance(value, Moment)]
        items = {value for value in values if isinstance(value, Item)}
        return cls(
            frozenset(day for moment in moments for day in (moment.earliest, moment.latest) if day),
            frozenset(moments),
            frozenset(str(value) for value in values),
            frozenset(items | {candidate.item for candidate in reading.candidates}),
        )

    def has(self, moment: Moment | None) -> bool:
        """Whether a moment is stated, or its bounds are those of what is."""
        if moment is None or moment in self.vague:
            return True
        days = {day for day in (moment.earliest, moment.latest) if day}
        return bool(days) and days <= self.days


def unfounded(reading: Reading, reader: Reader) -> Iterator[str]:
    """R4: labels without an excerpt, and dates, actors and items that nothing in the document states."""
    stated = Stated.by(reading, reader)
    for candidate in reading.candidates:
        computed = {excerpt.field for excerpt in candidate.excerpts if excerpt.derived}
        if "occurred_on" not in computed and not stated.has(candidate.occurred_on):
            yield f"{candidate.item} occurred on {candidate.occurred_on}, and no excerpt states that date"
    for candidate, label in _labels(reading):
        told = f"{candidate.item} has the label {label.words!r}"
        if all(excerpt.derived for excerpt in label.excerpts):
            yield f"{told}, and no excerpt states it"
        computed = {excerpt.field for excerpt in label.excerpts if excerpt.derived}
        for field in BESIDE:
            if field not in computed and not _is_stated(label, field, stated):
                value = getattr(label, field)
                yield f"{told} with the {field} {getattr(value, 'name', value)!s}, which nothing in the document states"


def _is_stated(label: Label, field: str, stated: Stated) -> bool:
    """Whether a label may say this; the publisher of its vocabulary speaks without being named."""
    if field == "item":
        return label.item is None or label.item in stated.items
    if field != "actor":
        return stated.has(getattr(label, field))
    publisher = label.vocabulary.partition("/")[0].casefold()
    return label.actor is None or all(
        str(name) in stated.names or str(name).casefold() == publisher
        for name in (label.actor.name, label.actor.on_behalf_of)
        if name
    )


def _labels(reading: Reading) -> Iterator[tuple[Candidate, Label]]:
    return ((candidate, label) for candidate in reading.candidates for label in candidate.labels)


def _held(candidate: Candidate) -> Iterator[Any]:
    for field in attrs.fields(type(candidate.entity)):
        value = getattr(candidate.entity, field.name)
        yield from value if isinstance(value, tuple) else (value,)
