"""Rows and tables of the reader: each row reads its example and not its counter-example."""

import re

import pytest

from oversight_adapters.readers.gao_agency_page.agencies import ADDRESSEES, ORGANISATIONS, parent_of, short_form
from oversight_adapters.readers.gao_agency_page.lines import Kind, kind_of
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_agency_page.phrases.cells import CELLS
from oversight_adapters.readers.gao_agency_page.phrases.columns import COLUMNS
from oversight_adapters.readers.gao_agency_page.phrases.conditions import TO_CLOSE
from oversight_adapters.readers.gao_agency_page.phrases.estimates import ESTIMATES
from oversight_adapters.readers.gao_agency_page.phrases.positions import POSITIONS as POSITION_ROWS
from oversight_adapters.readers.gao_agency_page.phrases.statements import BEHIND, LEADING, OPENINGS
from oversight_adapters.readers.gao_agency_page.slots import POSITIONS
from oversight_adapters.readers.words.qualifiers import QUALIFIERS, qualifier


def test_every_row_reads_its_example_and_not_its_counter_example() -> None:
    assert BOOK.faults() == []


def test_every_row_of_a_comment_has_both() -> None:
    cells = {row.name for row in (*CELLS, *COLUMNS)}
    assert [name for name, row in BOOK.phrases.items() if name not in cells and not row.counter_example] == []
    assert all(row.example for row in BOOK.phrases.values())


def test_rows_that_are_asked_for_by_their_cues_have_some() -> None:
    assert [
        row.name for row in (*ESTIMATES, *POSITION_ROWS, *TO_CLOSE, *LEADING, *OPENINGS, *BEHIND) if not row.cues
    ] == []


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind.value], ids=lambda kind: kind.name)
def test_each_kind_of_line_is_told_by_its_example(kind: Kind) -> None:
    assert kind_of(kind.value) is kind


WHOLE = (Kind.PERSON, Kind.SUBJECT)  # a caption says what the rest of its line is


@pytest.mark.parametrize("kind", [k for k in Kind if k.value and k not in WHOLE], ids=lambda kind: kind.name)
def test_prose_is_no_furniture(kind: Kind) -> None:
    assert kind_of(f"{kind.value} and so it goes on, as prose does.") is not kind


def test_every_printed_name_has_a_short_form_of_its_own() -> None:
    for row in ADDRESSEES:
        assert {short_form(name) for name in row.names} == {row.short}


def test_every_parent_is_listed_and_nobody_is_above_itself() -> None:
    shorts = {row.short for row in ORGANISATIONS}
    for row in ORGANISATIONS:
        assert not row.parent or row.parent in shorts
        seen, above = {row.short}, parent_of(row.short)
        while above:
            assert above not in seen
            seen.add(above)
            above = parent_of(above)


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("by", "by"),
        ("no later than", "by"),
        ("by the end of", "end_of"),
        ("at the end of", "end_of"),
        ("end of", "end_of"),
        ("around", "around"),
        ("around the end of", "around"),
        ("approximately", "around"),
        ("not prior to", "not_before"),
        ("no earlier than", "not_before"),
    ],
)
def test_hedges(words: str, means: str) -> None:
    assert qualifier(words) == means
    assert means in QUALIFIERS


def test_words_that_hedge_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="does not hedge"):
        qualifier("because of")


@pytest.mark.parametrize(
    ("words", "slot"),
    [
        ("concurred", "yes"),
        ("partly agreed", "partly"),
        ("agreed in part", "in-part"),
        ("did not concur", "no"),
        ("non-concurred", "no"),
        ("nonconcurred", "no"),
        ("neither agreed nor disagreed", "neither"),
        ("did not state whether it concurred", "silent-whether"),
    ],
)
def test_positions_are_told_by_their_words(words: str, slot: str) -> None:
    assert re.fullmatch(POSITIONS[slot][0], words, re.IGNORECASE)
