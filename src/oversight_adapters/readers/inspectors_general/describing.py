"""What a document says of its items, gathered field by field; of values that contradict each other none is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import attrs

from oversight_adapters.readers.inspectors_general.pieces import Piece
from oversight_adapters.readers.phrasebook import Slot
from oversight_core.entities import KINDS
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.provenance import Excerpt
from oversight_core.reading import Candidate, Label, Problem

_OCCURRED_ON = {"document": "issued_on", "response": "responded_on"}
_UNREAD = object()
_FEWEST_DIGITS = 2  # of a rounded amount: "$2 million" is near too many others
_PRINTED = ("title", "text", "summary")
"""Fields of which the first printing stands, since others may be shortened."""


@attrs.frozen
class Told:
    """A value, and the excerpt that states it."""

    value: Any
    excerpt: Excerpt

    def as_(self, field: str) -> Told:
        """The same words, told of another field."""
        one = self.excerpt
        if one.field == field:
            return self
        return Told(self.value, Excerpt(field, one.words, one.locator, one.source, one.phrase))


@attrs.define
class Description:
    """One item under description."""

    item: Item
    told: dict[str, list[Told]] = attrs.Factory(dict)
    derived: dict[str, tuple[Any, tuple[str, ...]]] = attrs.Factory(dict)
    labels: list[Label] = attrs.Factory(list)
    _known: set[Excerpt] = attrs.Factory(set)

    def tell(self, field: str, told: Told | None) -> None:
        """One value with its words."""
        if told is not None and (named := told.as_(field)).excerpt not in self._known:
            self._known.add(named.excerpt)
            self.told.setdefault(field, []).append(named)

    def derive(self, field: str, value: Any, *computed_from: str) -> None:
        """A value that no words state."""
        self.derived[field] = (value, computed_from)

    def label(self, vocabulary: str, told: Told | None, *, words: str = "", **beside: Any) -> None:
        """A body's own word for a state, unless it is told already."""
        if told is not None:
            label = Label(vocabulary, words or str(told.value), excerpts=(told.excerpt,))
            if all(one.words != label.words or one.vocabulary != vocabulary for one in self.labels):
                self.labels.append(label)

    def value(self, field: str) -> Any:
        """The value that is told first, or None."""
        return self.told[field][0].value if self.told.get(field) else None


class Record:
    """Every item that a document describes, in the order in which it is first spoken of, and the problems met."""

    def __init__(self, name: str, slots: Mapping[str, Slot], source: str) -> None:
        self.name, self.slots, self.source = name, slots, source
        self.by_item: dict[Item, Description] = {}
        self.problems: dict[Problem, None] = {}
        self._values: dict[tuple[str, str], Any] = {}  # of words that came before

    def of(self, item: Item) -> Description:
        """The description of an item, begun where there is none."""
        return self.by_item.setdefault(item, Description(item))

    def problem(self, code: str, message: str, piece: Piece | None = None) -> None:
        """Something that does not hold together; told once."""
        locator = piece.locator if piece and piece.words else None
        self.problems[Problem(code, message, locator, self.source)] = None

    def read(self, slot: str, piece: Piece | None, *, field: str = "") -> Told | None:
        """What the words of a piece tell by a slot; None, and a problem, where they are no such thing."""
        piece = piece.stripped() if piece else None
        if piece is None or not piece.words:
            return None
        try:
            value = self._values.get((slot, piece.words), _UNREAD)
            if value is _UNREAD:
                value = self._values[slot, piece.words] = self.slots[slot].value(piece.words)
        except ValueError:
            about = (field or slot).replace("_", " ")
            self.problem("unreadable-value", f"{piece.words[:80]!r} cannot be read as {about}; it is left out", piece)
            return None
        return Told(value, Excerpt(field or slot, piece.words, piece.locator, self.source, f"{self.name}:{slot}"))

    def candidates(self) -> tuple[Candidate, ...]:
        """A candidate for each item of which anything is told."""
        return tuple(found for one in self.by_item.values() if (found := self._candidate(one)))

    def _candidate(self, one: Description) -> Candidate | None:
        kind = KINDS[one.item.kind]
        collects = {field.name for field in attrs.fields(kind) if field.default == ()}
        values: dict[str, Any] = {}
        excerpts: list[Excerpt] = []
        for field, told in one.told.items():
            if field in collects:
                values[field] = tuple(dict.fromkeys(each.value for each in told))
                excerpts += [each.excerpt for each in told]
            elif agreeing := self._agreeing(one.item, field, told):
                values[field] = agreeing[0].value
                excerpts += [each.excerpt for each in agreeing]
        for field, (value, computed_from) in one.derived.items():
            if field not in values:
                values[field] = value
                excerpts.append(Excerpt(field, computed_from=computed_from))
        if not values:
            return None
        when = values.get(_OCCURRED_ON.get(one.item.kind, ""))
        return Candidate(one.item, kind(**values), tuple(one.labels), when, tuple(excerpts))

    def _agreeing(self, item: Item, field: str, told: list[Told]) -> list[Told]:
        """Those of the values that hold: all where they agree, the finest of dates, none where they differ."""
        first = _finest(told)
        agreeing = [one for one in told if one.value == first.value]
        differing = next((one for one in told if one.value != first.value and not _holds(one.value, first.value)), None)
        if differing is None:
            return agreeing
        code = "date-differs" if isinstance(first.value, Moment) else "value-differs"
        code = "total-mismatch" if isinstance(first.value, int) and not isinstance(first.value, bool) else code
        said = f"{item} is given {field.replace('_', ' ')} {str(first.value)[:80]!r} and {str(differing.value)[:80]!r}"
        self.problems[Problem(code, said, differing.excerpt.locator, self.source)] = None
        return agreeing if field in _PRINTED else []


def _finest(told: list[Told]) -> Told:
    """The first value, or the finest of those that lie within one another."""
    best = told[0]
    for one in told[1:]:
        if _finer(one.value, best.value):
            best = one
    return best


def _finer(fine: Any, coarse: Any) -> bool:
    """Whether a value says the same more finely: a day in a month, or an amount of which the other is rounded."""
    if isinstance(coarse, Moment) and isinstance(fine, Moment):
        return bool(fine.finer_inside(coarse))
    if not (isinstance(coarse, Decimal) and isinstance(fine, Decimal)):
        return False
    _, digits, place = coarse.normalize().as_tuple()
    half = Decimal(5).scaleb(int(place) - 1)
    return len(digits) >= _FEWEST_DIGITS and 0 < abs(fine - coarse) <= half


def _holds(coarse: Any, fine: Any) -> bool:
    """Whether two values that are not the same say no different things: one is finer, or one text is wrapped."""
    wrapped = isinstance(coarse, str) and isinstance(fine, str) and _bare(coarse) == _bare(fine)
    return wrapped or _finer(fine, coarse)


def _bare(words: str) -> str:
    return "".join(words.casefold().replace("’", "'").split()).strip(".,:")


def value_of(slots: Mapping[str, Slot], excerpt: Excerpt) -> Any:
    """What the slot that an excerpt names makes of its words alone."""
    return slots[excerpt.phrase.partition(":")[2]].value(str(excerpt.words))


def excerpts_of(candidates: tuple[Candidate, ...]) -> Iterator[Excerpt]:
    """Every excerpt of candidates and their labels."""
    for candidate in candidates:
        yield from candidate.excerpts
        for label in candidate.labels:
            yield from label.excerpts
