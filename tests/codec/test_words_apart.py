"""Words and personal data lie apart from the payload, and can be forgotten."""

import json
from types import NoneType
from typing import Any, get_args, get_type_hints

import attrs
import pytest
from hypothesis import given
from tests.codec.made import entries

from oversight_adapters.codec import Opaque, decode, encode
from oversight_adapters.codec.plain import Fields, Lifted
from oversight_adapters.codec.tags import ENTRIES
from oversight_core.entities import KINDS
from oversight_core.ledger.entry import Registered
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item, Withheld
from oversight_core.provenance import Excerpt
from oversight_core.rules.attempt import Attempt, Exhibit

STORED = [*ENTRIES.values(), *KINDS.values(), Moment, Actor, Excerpt, Exhibit, Attempt]
ITEM = Item.parse("complaint:crcl/24-01")


def _may_be_withheld(hint: Any) -> bool:
    choices = set(get_args(hint)) - {NoneType, Ellipsis}
    return Withheld in choices or any(map(_may_be_withheld, choices))


@pytest.mark.parametrize("kind", STORED, ids=lambda kind: kind.__name__)
def test_exactly_the_fields_that_hold_content_may_be_withheld(kind):
    hints = get_type_hints(kind)
    for field in attrs.fields(kind):
        assert bool(field.metadata.get("content")) == _may_be_withheld(hints[field.name]), field.name


def _leaves(value):
    """Every text of a value that lies in a field of content."""
    if isinstance(value, Lifted):
        yield from _texts(value.words)
    elif isinstance(value, Opaque | Fields):
        for part in [value.fields] if isinstance(value, Opaque) else [part for _, part in value.pairs]:
            yield from _leaves(part)
    elif attrs.has(type(value)) and not isinstance(value, Item):
        for field in attrs.fields(type(value)):
            part = getattr(value, field.name)
            yield from _texts(part) if field.metadata.get("content") else _leaves(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _leaves(part)


def _texts(value):
    for part in value if isinstance(value, tuple) else [value]:
        if isinstance(part, str):
            yield part


@given(entries)
def test_all_content_is_lifted_and_nothing_else_is(entry):
    lifted = [text for text in _leaves(entry) if text]
    content = encode(entry).content
    stored = [text for text in (json.loads(content) if content else []) if text]
    assert sorted(stored) == sorted(lifted)


@given(entries)
def test_disposed_words_read_back_as_withheld_and_the_rest_as_it_was(entry):
    encoded = encode(entry)
    blank = decode(encoded.payload, None, authority="GRS 2.8")
    assert not any(_leaves(blank))
    assert encode(blank).content is None
    if encoded.content is None:
        assert blank == entry


def test_where_there_were_words_stands_the_authority():
    entry = Registered(ITEM, KINDS["complaint"](text="He was denied a call.", count=2), actor=Actor("A. Person"))
    blank = decode(encode(entry).payload, None, authority="GRS 2.8")
    assert blank.entity == KINDS["complaint"](text=Withheld("GRS 2.8"), count=2)
    assert blank.actor == Actor(Withheld("GRS 2.8"))


def test_each_of_several_words_is_withheld_by_itself():
    entry = Registered(ITEM, KINDS["review"](topic=("segregation", "medical care")))
    blank = decode(encode(entry).payload, None, authority="x")
    assert blank.entity.topic == (Withheld("x"), Withheld("x"))


def test_what_was_withheld_before_can_be_written_again():
    entry = Registered(ITEM, KINDS["complaint"](text=Withheld("GRS 2.8")))
    encoded = encode(entry)
    assert encoded.content is None and decode(encoded.payload) == entry
