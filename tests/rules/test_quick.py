"""A quick constructor makes the value that attrs makes."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_core import Attempt, Excerpt, Item, Recorded
from oversight_core.errors import UnparsableItem
from oversight_core.quick import maker, quick


@pytest.mark.parametrize("kind", [Attempt, Excerpt, Recorded])
def test_it_is_still_frozen_and_copies(kind: type) -> None:
    required = [f.alias for f in attrs.fields(kind) if f.default is attrs.NOTHING]
    one = kind(*required)
    assert one == kind(**{name: name for name in required}) == copy.copy(one) == pickle.loads(pickle.dumps(one))
    assert type(one) is kind
    for name in required:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(one, name, 0)
        assert getattr(attrs.evolve(one, **{name: "other"}), name) == "other"


@given(st.text(), st.text(), st.text())
def test_arguments_mean_what_they_meant(field: str, words: str, phrase: str) -> None:
    excerpt = Excerpt(field, words, phrase=phrase)
    assert (excerpt.field, excerpt.words, excerpt.locator, excerpt.phrase) == (field, words, None, phrase)
    with pytest.raises(TypeError):
        Excerpt(field, wrods=words)  # type: ignore[call-arg]


def test_a_maker_makes_what_the_class_makes() -> None:
    made = maker(Excerpt)("field", "words", phrase="so")
    assert made == Excerpt("field", "words", phrase="so") == pickle.loads(pickle.dumps(made))
    assert type(made) is Excerpt
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.words = "others"  # type: ignore[misc]


def test_a_class_that_does_more_is_refused() -> None:
    @attrs.frozen(weakref_slot=False)
    class Checked:
        number: int = attrs.field(validator=attrs.validators.instance_of(int))

    @attrs.frozen(weakref_slot=False)
    class Fresh:
        numbers: list[int] = attrs.Factory(list)

    @attrs.frozen(weakref_slot=False)
    class Whole:
        number: int = attrs.field(converter=attrs.Converter(lambda value, self: int(value), takes_self=True))

    for make in (quick, maker):
        for kind in (Checked, Fresh, Whole):
            with pytest.raises(TypeError, match=kind.__name__):
                make(kind)


def test_a_value_is_looked_at_and_hashed_as_attrs_does() -> None:
    one = Item("listing", "gao", "ice")
    assert hash(one) == hash(Item.parse("listing:gao/ice")) == hash(pickle.loads(pickle.dumps(one)))
    assert {one: 1}[maker(Item)("listing", "gao", "ice")] == 1
    for make in (Item, maker(Item)):
        with pytest.raises(UnparsableItem):
            make("listing", "gao", "ICE")


def test_fields_may_be_converted_and_given_by_name_only() -> None:
    @quick
    @attrs.frozen(weakref_slot=False)
    class Listed:
        first: str
        rest: tuple[str, ...] = attrs.field(default=(), converter=tuple, kw_only=True)

    one = Listed("a", rest=["b", "c"])
    assert one == maker(Listed)("a", rest=["b", "c"]) and one.rest == ("b", "c")
    assert copy.copy(one) == one == attrs.evolve(one)
    with pytest.raises(TypeError):
        Listed("a", ["b"])  # type: ignore[call-arg]


def test_a_subclass_is_made_the_ordinary_way() -> None:
    class Louder(Excerpt):
        __slots__ = ()

    assert type(Louder("field", "words")) is Louder


def test_a_field_may_have_any_name() -> None:
    @quick
    @attrs.frozen(weakref_slot=False)
    class Odd:
        kind: str
        type: str = ""
        self_: int = 0
        made: int = 1
        loose: int = 2
        _hidden: int = 3

    one = Odd("a", hidden=9)
    assert (one.kind, one.self_, one.made, one.loose, one._hidden) == ("a", 0, 1, 2, 9)
    assert maker(Odd)("a", hidden=9) == one and type(maker(Odd)("b")) is Odd
