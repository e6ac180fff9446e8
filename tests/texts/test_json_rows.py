"""JSON and JSON Lines: a value's words come back as spelled, at a pointer that leads to exactly that value."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.texts.grid import Grid, Sheet
from oversight_adapters.texts.json_rows import json_text
from oversight_adapters.texts.json_values import Number, value_at, value_of
from oversight_core import Source
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Pointer

KEYS = st.text(st.characters(codec="utf-8"), max_size=3)
PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | KEYS
VALUES = st.recursive(PLAIN, lambda inner: st.dictionaries(KEYS, inner, max_size=3) | st.lists(inner, max_size=3))
RECORDS = st.lists(st.dictionaries(KEYS, VALUES, max_size=4), min_size=1, max_size=5)


def grid(content: str | bytes, **options: Any) -> Grid:
    text = json_text(Source.of(content.encode() if isinstance(content, str) else content), **options)
    assert isinstance(text.places, Grid)
    return text.places


def sheet(content: str, **options: Any) -> Sheet:
    return grid(content, **options).sheets[0]


def printed(value: Any) -> str | None:
    """What a plain value, or a list of them, should print."""
    if isinstance(value, list):
        return "\n".join(printed(part) or "" for part in value) or None
    if isinstance(value, bool):
        return "true" if value else "false"
    return value or None  # numbers are kept as they are spelled


@given(RECORDS, st.booleans())
def test_every_cell_is_the_value_that_its_pointer_leads_to(records: list[dict[str, Any]], lines: bool) -> None:
    content = "\n\n".join(map(json.dumps, records)) if lines else json.dumps(records)
    found = grid(content, lines=lines)
    (only,) = found.sheets
    document = value_of(json.dumps(records))
    for row in only.rows:
        for column in range(1, len(row.words) + 1):
            place = only.locator(row.number, column)
            assert isinstance(place, Pointer)
            assert found.at(place) == (row.at(column) or None)
            if row.at(column):
                value = value_at(document, place.path)
                assert row.at(column) == printed(value)
                assert (row.kind(column) == "number") == isinstance(value, Number)
    assert sum(map(_leaves, document)) == sum(word != "" for row in only.rows for word in row.words)


def _leaves(value: Any) -> int:
    """How many cells with words a value makes."""
    if isinstance(value, dict):
        return sum(map(_leaves, value.values()))
    if isinstance(value, list) and any(isinstance(part, dict | list) for part in value):
        return sum(map(_leaves, value))
    return printed(value) is not None


@given(st.text(st.sampled_from('[]{}",:1.eE-nultrfas\\u0 \n'), max_size=30))
def test_any_text_is_a_table_or_a_sentence(content: str) -> None:
    for lines in (True, None):
        try:
            grid(content, lines=lines)
        except UnreadableSource as error:
            assert str(error)


def test_numbers_keep_their_spelling_and_their_kind() -> None:
    (row,) = sheet('[{"a": 1.10, "b": "1.10", "c": 1E400, "d": true, "e": null, "f": "", "g": "None"}]').rows
    assert row.words == ("1.10", "1.10", "1E400", "true", "", "", "None")
    assert row.kinds == ("number", "text", "number", "boolean", "nothing", "nothing", "text")


def test_nested_values_are_columns_named_by_their_path() -> None:
    found = sheet('[{"a": {"b": 1, "c/d": "x"}, "t": ["p", "q"], "s": [{"on": "May"}, {"on": "June"}]}, {"z": 1}]')
    assert found.columns == ("a.b", "a.c/d", "t", "s.0.on", "s.1.on", "z")
    assert found.rows[0].words == ("1", "x", "p\nq", "May", "June")
    assert found.locator(1, 2) == Pointer("/0/a/c~1d")
    assert found.locator(2, 6) == Pointer("/1/z")


def test_a_list_is_found_under_objects_or_by_its_pointer() -> None:
    assert sheet('{"meta": {"n": 1}, "data": {"rows": [{"a": 1}]}}').locator(1, 1) == Pointer("/data/rows/0/a")
    two = '{"x": [{"a": 1}], "y": {"z": [{"b": 2}]}}'
    assert sheet(two, rows="/y/z").columns == ("b",)
    with pytest.raises(UnreadableSource, match="several lists of records: /x, /y/z"):
        grid(two)


def test_a_list_of_lists_has_its_names_in_a_row() -> None:
    found = sheet('{"data": [["no", "status"], ["1.10", null], [null, "Open"]]}')
    assert found.columns == ()
    assert [row.words for row in found.rows] == [("no", "status"), ("1.10",), ("", "Open")]
    assert found.locator(3, 2) == Pointer("/data/2/1")


def test_json_lines_skip_blank_lines_and_tell_bad_ones() -> None:
    found = grid('{"a": 1}\r\n\n{"a": \n{"a": 3}\n{"a": NaN}')
    assert [(row.number, row.words) for row in found.sheets[0].rows] == [(1, ("1",)), (3, ("3",))]
    assert found.at(Pointer("/2/a")) == "3"
    assert ["line 3 is no sound JSON" in problem.message for problem in found.problems] == [True, False]
    assert "line 5" in found.problems[1].message and "NaN" in found.problems[1].message


def test_what_is_odd_is_told() -> None:
    found = grid('[{"a": 1, "a": 2}, 3, {"b.c": 1, "b": {"c": 2}}]')
    assert {problem.code for problem in found.problems} == {"key-twice", "no-record", "column-twice"}
    assert found.sheets[0].columns == ("a", "b.c", "/b/c")
    assert found.at(Pointer("/0/a")) == "2"


def test_half_a_surrogate_pair_stays_the_escape_that_it_is() -> None:
    assert sheet('[{"a": "x\\ud800"}]').rows[0].words == ("x\\ud800",)


@pytest.mark.parametrize(
    ("content", "options", "why"),
    [
        ("", {}, "no sound JSON"),
        ('[{"a": NaN}]', {}, "NaN is no JSON value"),
        ('[{"a": 1}', {}, "at column 10"),
        ('[{"a": 1},\n{"a" 2}]', {}, "at line 2, column 6"),
        ("[" * 100_000, {}, "nested too deep"),
        ('[{"a": ' + '{"b": ' * 40 + "1" + "}" * 41 + "]", {}, "nested more than 32 deep"),
        ('{"a": 1}', {}, "the format jsonl"),
        ('{"a": [1]}', {"rows": "/b"}, "no list stands at '/b'"),
        ('{"a": [1]}', {"rows": "a"}, "no list stands at 'a'"),
        ('{"a": 1}\n{"a": 2}', {"rows": "/a"}, "JSON Lines"),
        ('{"a": 1}\n{"a": 2}', {"lines": False}, "is it JSON Lines"),
        ("{x\n{y", {"lines": True}, "no line is sound JSON; line 1"),
        ('{"a": 1}\n' + "{x\n" * 1_002, {"lines": True}, "more than 1,000 lines"),
        (json.dumps([{str(n): 1 for n in range(16_385)}]), {}, "more than 16,384 columns"),
    ],
    ids=range(14),
)
def test_what_cannot_be_read_has_a_sentence(content: str, options: dict[str, Any], why: str) -> None:
    with pytest.raises(UnreadableSource, match=why):
        grid(content, **options)
