"""What exists: every entity, its fields filled or left as they are."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs
from hypothesis import strategies as st

from oversight_core.entities import KINDS
from oversight_core.entities.documents import DOCUMENT_TYPES
from oversight_core.moments import Moment
from oversight_core.names import Item, Withheld
from oversight_core.testing.strategies.moments import dates, instants_utc, moments
from oversight_core.testing.strategies.names import items
from oversight_core.testing.strategies.text import words

Entity = TypeVar("Entity")

_VOCABULARIES = {
    ("Action", "state"): ("agreed", "reported_done"),
    ("Allegation", "outcome"): ("substantiated", "unsubstantiated", "unfounded", "inconclusive"),
    ("Complaint", "track"): ("standard", "short-form", "section-504"),
    ("Deviation", "type"): ("false-positive", "risk-adjustment", "operational-need"),
    ("Document", "type"): DOCUMENT_TYPES,
    ("Placement", "form"): ("administrative", "disciplinary"),
    ("PlacementReview", "outcome"): ("continued", "modified", "released"),
    ("Recommendation", "estimated_completion_qualifier"): ("by", "end_of", "around", "not_before"),
    ("Release", "form"): ("redacted", "full"),
    ("Risk", "impact"): ("high", "moderate", "low"),
    ("StatisticalReview", "aim"): ("effectiveness", "misuse"),
}
"""(entity, field) to the only words it holds."""

_BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    NoneType: st.none(),
    bool: st.booleans(),
    int: st.integers(0, 10_000),  # every number of an entity is a count
    str: words(),
    Moment: moments(),
    Item: items(),
    Withheld: st.nothing(),  # only a disposal makes one
    date: dates(),
    datetime: instants_utc(),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False),  # no other can be stored
}


@cache
def entities(cls: type[Entity]) -> st.SearchStrategy[Entity]:
    """An entity of a class; each field holds its default or anything that its type allows and a store can hold."""
    hints = get_type_hints(cls)
    fields = {field.name: _field(cls, field, hints[field.name]) for field in attrs.fields(cls)}  # type: ignore[arg-type]  # entities are attrs
    return st.builds(cls, **fields)


def any_entities() -> st.SearchStrategy[Any]:
    """An entity of any class of the core."""
    return st.sampled_from(sorted(KINDS)).flatmap(lambda kind: entities(KINDS[kind]))


def _field(cls: type, field: attrs.Attribute[Any], hint: Any) -> st.SearchStrategy[Any]:
    allowed = _VOCABULARIES.get((cls.__name__, field.name))
    filled = _typed(hint) if allowed is None else st.sampled_from(allowed)
    if field.default is attrs.NOTHING or isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]  # attrs types it as a function
        return filled
    return st.just(field.default) | filled


def _typed(hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) in (Union, UnionType):
        return st.one_of(*map(_typed, get_args(hint)))
    if get_origin(hint) is tuple:
        return st.lists(_typed(get_args(hint)[0]), max_size=3).map(tuple)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return entities(hint) if hint not in _BY_TYPE and attrs.has(hint) else _BY_TYPE[hint]


STRATEGIES: dict[type, Any] = {cls: partial(entities, cls) for cls in KINDS.values()}
