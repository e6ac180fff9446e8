"""What a document says of one item, gathered field by field and kept from contradicting itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

from oversight_adapters.readers.crcl_summary.page import Page, Told
from oversight_core.entities import KINDS
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.provenance import Excerpt, TextSpan
from oversight_core.reading import Candidate, Label

_OCCURRED_ON = {"document": "issued_on", "response": "responded_on", "review": "opened_on", "complaint": "opened_on"}
_DATES = 40  # of one field; a page that gives more is no page, and they are not compared
_COUNTED = ("recommendation_count", "concurred", "partially_concurred", "non_concurred")


@attrs.define
class Description:
    """An item under description.

    A field told twice alike has two excerpts.  Of two dates the finer one stands, where it falls within the coarser.
    Values that differ are a problem, and each after the first becomes a candidate of its own: nothing is chosen, and
    nothing is lost.  Fields of an entity that hold several values simply collect them.
    """

    item: Item
    told: dict[str, list[Told]] = attrs.Factory(dict)
    derived: dict[str, tuple[Any, tuple[str, ...]]] = attrs.Factory(dict)
    labels: list[Label] = attrs.Factory(list)
    _known: set[tuple[str, object]] = attrs.Factory(set)

    def tell(self, field: str, told: Told | None) -> None:
        """One value with its words; words that were told already tell nothing more."""
        if told is None or (place := (field, told.place)) in self._known:
            return
        self._known.add(place)
        self._known.add((field, told.value))
        self.told.setdefault(field, []).append(told.as_(field))

    def tell_new(self, field: str, told: Told | None) -> None:
        """A value that was not told before: where a repetition adds nothing."""
        if told is not None and (field, told.value) not in self._known:
            self.tell(field, told)

    def tell_once(self, field: str, told: Told | None) -> None:
        """The first value of a field; what follows says less."""
        if field not in self.told:
            self.tell(field, told)

    def tells_at(self, place: TextSpan) -> bool:
        """Whether the words at a place tell some field."""
        return any((field, place) in self._known for field in self.told)

    def derive(self, field: str, value: Any, *computed_from: str) -> None:
        """A value that no words state."""
        self.derived[field] = (value, computed_from)

    def value(self, field: str) -> Any:
        """The value that stands, or None."""
        groups = _agreeing(self.told.get(field, []))
        return groups[0][0].value if groups else self.derived.get(field, (None,))[0]

    def candidates(self, page: Page) -> Iterator[Candidate]:
        """The candidate, and one more for each value that contradicts it."""
        kind, collects = KINDS[self.item.kind], _collecting(self.item.kind)
        values: dict[str, Any] = {}
        excerpts: list[Excerpt] = []
        rivals: list[tuple[str, list[Told]]] = []
        for field, told in self.told.items():
            if field in collects:
                values[field] = tuple(dict.fromkeys(one.value for one in told))
                excerpts += [one.excerpt for one in told]
                continue
            first, *others = _agreeing(told)
            page.settled.extend(one.excerpt for one in told)
            values[field] = first[0].value
            excerpts += [one.excerpt for one in first]
            rivals += [(field, other) for other in others]
        for field, (value, computed_from) in self.derived.items():
            if field not in values:
                values[field] = value
                excerpts.append(Excerpt(field, computed_from=computed_from))
        if not values:
            return
        when = values.get(_OCCURRED_ON.get(self.item.kind, ""))
        yield Candidate(self.item, kind(**values), tuple(self.labels), when, tuple(excerpts))
        for field, other in rivals:
            self._differs(page, field, values[field], other[0])
            yield Candidate(self.item, kind(**{field: other[0].value}), (), None, tuple(one.excerpt for one in other))

    def _differs(self, page: Page, field: str, value: Any, other: Told) -> None:
        if field in ("fieldwork_on", "planned_on") or self.item.kind == "complaint":  # two visits, several intakes
            return
        message = f"{self.item} is given {field.replace('_', ' ')} {value} and, elsewhere, {other.value}"
        code = "date-differs" if isinstance(value, Moment) else "value-differs"
        page.problem("total-mismatch" if field in _COUNTED else code, message, other.place)


@cache
def _collecting(kind: str) -> frozenset[str]:
    """The fields of a kind that hold several values."""
    return frozenset(field.name for field in attrs.fields(KINDS[kind]) if field.default == ())


def _agreeing(told: list[Told]) -> list[list[Told]]:
    """Told values grouped by value, in order; a coarser moment is left out where a finer one lies within it."""
    if len(told) < 2:
        return [told] if told else []
    groups: dict[Any, list[Told]] = {}
    for one in told:
        groups.setdefault(one.value, []).append(one)
    moments = [value for value in groups if isinstance(value, Moment)][:_DATES]
    return [
        group
        for value, group in groups.items()
        if not (isinstance(value, Moment) and any(other.finer_inside(value) for other in moments))
    ]


@attrs.define
class Descriptions:
    """Every item that a document describes, in the order in which it is first spoken of."""

    page: Page
    by_item: dict[Item, Description] = attrs.Factory(dict)

    def of(self, item: Item) -> Description:
        """The description of an item, begun where there is none."""
        return self.by_item.setdefault(item, Description(item))

    def known(self, field: str) -> dict[Any, Description]:
        """The values that are told of a field so far, each with the item that it is told of."""
        return {told.value: one for one in self.by_item.values() for told in one.told.get(field, ())}

    def __contains__(self, item: Item) -> bool:
        return bool((found := self.by_item.get(item)) and (found.told or found.derived))

    def candidates(self) -> Iterator[Candidate]:
        """The candidates of all of them."""
        for description in self.by_item.values():
            yield from description.candidates(self.page)
