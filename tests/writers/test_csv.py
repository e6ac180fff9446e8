"""A spreadsheet gets one row an item, always the same columns, and no formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.writers.hostile import HOSTILE

from oversight_adapters.writers.csv import COLUMNS, CsvWriter, inactive
from oversight_core.moments import AsOf
from oversight_core.register import Register

Record = Callable[[str], Register]


def written(register: Register, as_of: AsOf | None = None) -> str:
    out = io.StringIO(newline="")
    CsvWriter(as_of or AsOf()).write(register, out)
    return out.getvalue()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@given(st.text(st.characters(exclude_categories=()), max_size=20) | st.sampled_from(HOSTILE))
def test_no_cell_becomes_a_formula(text: str) -> None:
    cell = inactive(text)
    assert not cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_in_their_cell(record: Record, words: str) -> None:
    found = rows(written(record(words)))
    assert len(found) == 3
    assert all(set(row) == set(COLUMNS) for row in found)
    assert not [cell for row in found for cell in row.values() if cell[:1] in tuple("=+-@\t\r")]


def test_the_same_record_gives_the_same_bytes(record: Record) -> None:
    assert written(record("text")) == written(record("text"))
    assert written(record("text")).endswith("\r\n")


def test_a_row_says_where_an_item_stands(record: Record) -> None:
    (row,) = [row for row in rows(written(record("Do it"))) if row["kind"] == "recommendation"]
    assert row["item"] == "recommendation:gao/gao-24-1/4@ice"
    assert (row["oversight_status"], row["oversight_status_label"]) == ("open", "Do it")
    assert (row["oversight_status_since"], row["oversight_status_basis"]) == ("2024-02-05", "reported")
    assert row["text"] == "Do it"
    assert row["position"] == ""


def test_a_response_shows_its_counts(record: Record) -> None:
    (row,) = [row for row in rows(written(record("ICE"))) if row["kind"] == "response"]
    assert row["text"] == "ICE: 4 concurred, 5 partially, 17 not"


def test_what_was_not_known_yet_has_no_row(record: Record) -> None:
    assert rows(written(record("x"), AsOf("2023-12-31"))) == []
    assert len(rows(written(record("x"), AsOf("2024-02-05")))) == 3


def test_a_label_that_means_no_status_is_told(record: Record) -> None:
    (row,) = [row for row in rows(written(record("Shelved"))) if row["kind"] == "recommendation"]
    assert row["other"] == "no status of ours: Shelved"
