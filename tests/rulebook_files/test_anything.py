"""Whatever stands in a file, it is a sound rulebook or it is told: never a traceback, never more than can be read."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.rulebook_files.healthy import PORT

from oversight_adapters.rulebooks import load_rulebook, to_toml
from oversight_adapters.rulebooks.loading import LARGEST
from oversight_adapters.testing import rulebook_suite_checks as checks
from oversight_core.errors import DefectiveRulebook
from oversight_core.rules import RuleBook, defects, to_matrix, to_mermaid

CELLS = [match.span(1) for match in re.finditer(r"(?:= |\[|, )(\"[^\"\n]*\"|[\d-]+|true|\[[^\[\]\n]*\])", PORT)]
"""Where each value of the healthy file stands, and each value inside a list."""

ODD = [
    "",
    " ",
    "\x00",
    "a\nb",
    "not_stated",
    "opened",
    "final",
    "state",
    "end",
    "__proto__",
    "A" * 5000,
    "‮",
    "`|]",
    "x y",
]
WORDS = st.sampled_from(ODD) | st.text(max_size=12)
VALUES = st.recursive(
    WORDS | st.integers() | st.booleans() | st.floats() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=5,
)


def as_toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{as_toml(key)} = {as_toml(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    if isinstance(value, str):
        return re.sub(r"\\ud[89a-f]..", "?", json.dumps(value)).replace("\x7f", "\\u007f")
    return str(value).lower() if isinstance(value, bool | float) else str(value)


def is_sound_or_told(text: str) -> RuleBook | None:
    try:
        book = load_rulebook(text)
    except DefectiveRulebook as refused:
        assert 0 < len(refused.faults) <= 101
        for sentence in refused.faults:
            assert sentence.isprintable()
            assert len(sentence) <= 1_001
        return None
    assert not list(checks.unnamed(book))
    assert not list(checks.unclear_clocks(book))
    for table in (*book.lifecycles, *book.earlier):
        assert not defects(table)
        assert not list(checks.misdrawn(table, to_mermaid(table), to_matrix(table)))
        assert not list(checks.unreadable_names(table))
    assert load_rulebook(to_toml(book)) == book
    return book


def test_the_healthy_file_is_sound() -> None:
    book = is_sound_or_told(PORT)
    assert book is not None
    assert len(CELLS) > 150


@pytest.mark.parametrize("value", [[], "", [""], {}, 0, ["x"], "not_stated"], ids=repr)
def test_a_value_out_of_place_is_told_or_sound_in_every_cell(value: Any) -> None:
    for start, end in CELLS:
        is_sound_or_told(PORT[:start] + as_toml(value) + PORT[end:])


@given(st.sampled_from(CELLS), VALUES)
@example(CELLS[0], "a" * 61)
def test_any_value_in_any_cell_is_told_or_sound(cell: tuple[int, int], value: Any) -> None:
    start, end = cell
    is_sound_or_told(PORT[:start] + as_toml(value) + PORT[end:])


@given(st.sampled_from(CELLS), st.sampled_from(CELLS))
def test_any_value_of_the_file_in_the_place_of_another_is_told_or_sound(
    cell: tuple[int, int], other: tuple[int, int]
) -> None:
    is_sound_or_told(PORT[: cell[0]] + PORT[slice(*other)] + PORT[cell[1] :])


@given(st.data())
def test_any_line_may_be_missing_twice_or_elsewhere(data: st.DataObject) -> None:
    lines = PORT.splitlines()
    moved = lines.pop(data.draw(st.integers(0, len(lines) - 1)))
    for _ in range(data.draw(st.integers(0, 2))):
        lines.insert(data.draw(st.integers(0, len(lines))), moved)
    is_sound_or_told("\n".join(lines))


@given(st.text(max_size=200))
def test_any_text_is_told(text: str) -> None:
    is_sound_or_told(text)


HOSTILE = {
    "too long": "#" * (LARGEST + 1),
    "deep brackets": "a = " + "[" * 100_000,
    "deep tables": "a = " + "{a = " * 20_000,
    "deep keys": "a." * 100_000 + "a = 1",
    "deep heading": "[" + "a." * 100_000 + "a]",
    "a long number": "version = " + "9" * 100_000,
    "many keys": "\n".join(f"key_{n} = 1" for n in range(20_000)),
    "many tables": "[[table]]\n" * 20_000,
    "many rows": 'name = "x"\ntitle = "x"\n[[table]]\nname = "x"\nrows = [' + "{}," * 100_000 + "]",
    "many empty rows": 'name = "x"\ntitle = "x"\n' + ("[[table]]\nrows = [" + "{}," * 400 + "]\n") * 40,
    "many bad rows": 'name = "x"\ntitle = "x"\n' + ("[[table]]\nrows = [" + '{to="x",from="y"},' * 400 + "]\n") * 40,
    "open quotes": 'a = """' * 50_000,
    "a long name": f'name = "{"a" * 200_000}"',
    "letters that cannot be seen": 'name = "\\u202e\\u0000"\n"\\u001b[31m" = 1',
    "half a letter": 'name = "\\ud800"',
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_told(text: str) -> None:
    assert is_sound_or_told(text) is None


def test_an_empty_file_is_told_what_it_lacks() -> None:
    with pytest.raises(DefectiveRulebook) as refused:
        load_rulebook("")
    assert refused.value.faults == (
        "`name`: it is missing",
        "`title`: it is missing",
        "`table`: it has no table; write one, or name one that ships under uses",
    )


def test_a_text_that_is_not_toml_is_told_by_its_line() -> None:
    with pytest.raises(DefectiveRulebook, match=r"it is not TOML: .*\(at line 3, column 1"):
        load_rulebook('name = "x"\ntitle = "y"\n= 3\n')


def test_a_mark_at_the_start_is_no_part_of_the_text() -> None:
    assert load_rulebook("\ufeff" + PORT) == load_rulebook(PORT)


def test_the_most_that_a_file_may_hold_is_taken() -> None:
    """As many states and rows as a table may have, each state leading to all others."""
    states = [f"s{n}" for n in range(120)]
    rows = [f'{{ from = "all", event = "to_{s}", to = "{s}", who = "x", cites = "c" }},' for s in states]
    listed = ", ".join(f'"{s}"' for s in states)
    text = 'name = "big"\ntitle = "big"\n[citations.c]\nprovision = "p"\nforce = "convention"\nread = "original"\n'
    for n in range(4):
        text += f'[[table]]\nname = "t{n}"\naxis = "a{n}"\ninitial = "s0"\nrows = [' + "\n".join(rows) + "]\n"
        text += "[table.states]\n" + "\n".join(f'{s} = "x"' for s in states) + f"\n[table.groups]\nall = [{listed}]\n"
    assert len(load_rulebook(text).lifecycles) == 4
