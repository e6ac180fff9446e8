"""Verdicts: what is right, wrong, missing, and what nobody can judge."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.readers.facts import Fact
from oversight_adapters.scoring import Finding, LabelsRefused, judged, load_labels, tallied
from oversight_core.names import Item
from oversight_core.reading import Problem

ITEM = Item.parse("recommendation:gao/gao-24-1/4@ice")
OTHER = Item.parse("recommendation:gao/gao-24-1/5@ice")


def fact(field: str, value: Any, quote: str | None = "words", item: Item = ITEM) -> Fact:
    return Fact(item, field, value, quote, None, "")


def verdicts(told: dict[str, Any], *read: Fact, problems: tuple[str, ...] = ()) -> list[tuple[str, str, Any]]:
    labels = load_labels(json.dumps({"format": "x", "facts": [], **told}))
    found = judged(labels, read, [Problem(code, "It is so.") for code in problems])
    return sorted(((one.verdict, one.field, one.value) for one in found), key=repr)


def labelled(field: str, value: Any, item: str = str(ITEM), **more: str) -> dict[str, Any]:
    return {"item": item, "field": field, "value": value, **more}


def test_what_is_labelled_and_read_is_right() -> None:
    assert verdicts({"facts": [labelled("number", "4")]}, fact("number", "4")) == [("right", "number", "4")]


def test_what_is_labelled_and_not_read_is_missing() -> None:
    assert verdicts({"facts": [labelled("number", "4")]}) == [("missing", "number", "4")]


def test_another_value_of_a_labelled_field_is_wrong_and_the_right_one_missing() -> None:
    found = verdicts({"facts": [labelled("number", "4")]}, fact("number", "5"))
    assert found == [("missing", "number", "4"), ("wrong", "number", "5")]


def test_right_values_with_the_wrong_words_are_wrong() -> None:
    told = {"facts": [labelled("number", "4", quote="four")]}
    assert verdicts(told, fact("number", "4", "the\n four")) == [("wrong", "number", "4")]
    assert verdicts(told, fact("number", "4", "five"), fact("number", "4", "four")) == [("right", "number", "4")]


def test_what_nobody_labelled_is_wrong_only_where_the_labels_are_complete() -> None:
    assert verdicts({}, fact("number", "4")) == []
    assert verdicts({"complete": ["recommendation"]}, fact("number", "4")) == [("wrong", "number", "4")]
    assert verdicts({"complete": ["recommendation"]}, fact("number", "4", None)) == []  # computed


def test_a_label_of_a_kind_meets_one_fact_of_any_item() -> None:
    told = {"facts": [labelled("number", "4", "recommendation"), labelled("number", "4", "recommendation")]}
    assert verdicts(told, fact("number", "4")) == [("missing", "number", "4"), ("right", "number", "4")]
    assert verdicts(told, fact("number", "4"), fact("number", "4", item=OTHER)) == [("right", "number", "4")] * 2


def test_problems_count_where_somebody_looked() -> None:
    assert verdicts({}, problems=("total-mismatch",)) == []
    told = {"problems": ["total-mismatch", "empty"]}
    assert verdicts(told, problems=("total-mismatch", "odd")) == [
        ("missing", "empty", "empty"),
        ("right", "total-mismatch", "total-mismatch"),
        ("wrong", "odd", "odd"),
    ]


VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=3), st.lists(st.integers(), max_size=2))
FACTS = st.lists(st.tuples(st.sampled_from([ITEM, OTHER]), st.sampled_from("abc"), VALUES), max_size=8)


@given(FACTS)
def test_what_is_read_as_labelled_is_all_right(facts: list[tuple[Item, str, Any]]) -> None:
    unique = {(item, field, json.dumps(value)): value for item, field, value in facts}
    told = [labelled(field, value, str(item)) for (item, field, _), value in unique.items()]
    read = [fact(field, value, item=item) for (item, field, _), value in unique.items()]
    found = verdicts({"complete": ["recommendation"], "facts": told}, *read)
    assert [verdict for verdict, *_ in found] == ["right"] * len(unique) if unique else found == []


@given(FACTS, FACTS)
def test_every_label_gets_one_verdict(told: list[tuple[Item, str, Any]], read: list[tuple[Item, str, Any]]) -> None:
    labels = [labelled(field, value, str(item)) for item, field, value in told]
    expected = load_labels(json.dumps({"format": "x", "facts": labels}))
    found = list(judged(expected, [fact(field, value, item=item) for item, field, value in read], ()))
    assert sum(one.verdict in ("right", "missing") for one in found) == len(labels)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "the file"),
        ("[" * 100_000, "the file"),
        ("[]", "the file"),
        ('{"facts": []}', "format"),
        ('{"format": "x"}', "facts"),
        ('{"format": "x", "facts": [], "complet": []}', "the key 'complet'"),
        ('{"format": "x", "facts": [], "complete": "all"}', "complete"),
        ('{"format": "x", "facts": [1]}', "fact 1"),
        ('{"format": "x", "facts": [{"item": "a", "field": "b"}]}', "fact 1"),
        ('{"format": "x", "facts": [{"item": "a:", "field": "b", "value": 1}]}', "fact 1"),
        ('{"format": "x", "facts": [{"item": "a", "field": "b", "value": 1, "qoute": "x"}]}', "fact 1"),
    ],
)
def test_a_label_file_that_says_nothing_clear_is_refused_with_the_place(text: str, place: str) -> None:
    with pytest.raises(LabelsRefused) as refused:
        load_labels(text)
    assert refused.value.place == place


def test_shares_are_of_what_was_judged() -> None:
    found = [("x", Finding(verdict, "review:a/1", "type", 1)) for verdict in ("right", "right", "right", "wrong")]
    whole, field = tallied(found)
    assert (whole.precision, whole.recall, field.kind) == (0.75, 1.0, "review")
    assert tallied([]) == []
