"""Values of every stored class, drawn from the annotations alone, so that no field can be forgotten."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import attrs
from hypothesis import strategies as st

from oversight_adapters.codec import Opaque
from oversight_adapters.codec.plain import Fields, Lifted
from oversight_adapters.codec.tags import ENTRIES
from oversight_core.entities import KINDS
from oversight_core.moments import Moment
from oversight_core.names import Item, Withheld

slugs = st.from_regex(r"[a-z0-9~][a-z0-9._~-]{0,8}", fullmatch=True)
texts = st.text(max_size=12)
numbers = st.integers(-(2**63) + 1, 2**63 - 1)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
zones = st.sampled_from([UTC, timezone(timedelta(hours=-5)), timezone(timedelta(hours=5, minutes=45))])


@st.composite
def items(draw: st.DrawFn) -> Item:
    kind = draw(st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True))
    number, addressee = draw(st.sampled_from(["", "4", "~8f03a1b2c4"])), draw(st.sampled_from(["", "ice"]))
    part = draw(st.sampled_from(["", "ice", "ice/2022-12"])) if number or addressee else ""
    return Item(kind, draw(slugs), draw(slugs), number, addressee, part)


printed = st.one_of(
    days.map(date.isoformat),
    st.sampled_from(
        ["2024-02", "2024-Q3", "2024", "FY2026", "FY2025-Q4", "2023-07-24/2023-07-27", "2024-03/..", "../2020"]
    ),
).map(Moment.parse)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """As sources give them, with and without their words beside."""
    said = draw(st.sampled_from(["printed", "vague", "instant", "words", "withheld"]))
    if said == "printed":
        return draw(printed)
    if said == "vague":
        return Moment.vague(draw(texts))
    if said == "withheld":
        return Moment(None, None, "words", Withheld(draw(texts)))
    if said == "instant":
        return Moment.instant(draw(st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=zones)))
    return attrs.evolve(draw(printed), words=draw(texts))


words = texts | st.builds(Withheld, texts)

opaque = st.recursive(
    st.none() | st.booleans() | numbers | texts | st.builds(Lifted, words),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(texts.filter(lambda name: name != "@"), inner, max_size=3).map(
            lambda found: Fields(tuple(sorted(found.items())))
        )
    ),
    max_leaves=6,
)
strangers = st.builds(
    Opaque,
    st.sampled_from(["site-visit", "custody-event"]),
    st.dictionaries(texts.filter(lambda name: name != "@"), opaque, max_size=3).map(
        lambda found: Fields(tuple(sorted(found.items())))
    ),
    st.integers(1, 99),
)


def of(hint: Any) -> st.SearchStrategy[Any]:
    """Values of an annotation."""
    single = {
        str: texts,
        int: st.integers(-(2**63) + 1, 2**63 - 1),
        bool: st.booleans(),
        Decimal: st.decimals(allow_nan=False, allow_infinity=False),
        Item: items(),
        Moment: moments(),
    }
    if hint in single:
        return single[hint]
    if hint is Any:
        return st.one_of(strangers, *map(of, KINDS.values()))
    if get_origin(hint) is tuple:
        return st.lists(of(get_args(hint)[0]), max_size=3).map(tuple)
    if attrs.has(hint):
        return of_class(hint)
    choices = get_args(hint)
    if set(choices) - {NoneType} == {str, Withheld}:
        return words | st.none() if NoneType in choices else words
    return st.one_of(*(st.none() if choice is NoneType else of(choice) for choice in choices))


def of_class(kind: type[attrs.AttrsInstance]) -> st.SearchStrategy[Any]:
    """Values of a class, each field at its default or not."""
    hints = get_type_hints(kind)
    fields = {
        field.name: of(hints[field.name])
        if field.default is attrs.NOTHING
        else st.just(field.default) | of(hints[field.name])
        for field in attrs.fields(kind)
    }
    return st.builds(kind, **fields)


entities = st.one_of(*map(of_class, KINDS.values()))
entries = st.one_of(*map(of_class, ENTRIES.values()))
