"""CSV as people publish it: every word comes back as printed, at its place, and what is odd is told."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.texts.delimited import DELIMITERS, csv_text
from oversight_adapters.texts.grid import Grid, Row
from oversight_core import Source
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Cell

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
ROWS = st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=1, max_size=6)


def grid(content: str | bytes, delimiter: str = "") -> Grid:
    text = csv_text(Source.of(content.encode() if isinstance(content, str) else content), delimiter=delimiter)
    assert isinstance(text.places, Grid)
    return text.places


def rows(content: str | bytes, delimiter: str = "") -> tuple[Row, ...]:
    return grid(content, delimiter).sheets[0].rows


def words(content: str | bytes, delimiter: str = "") -> list[tuple[str, ...]]:
    return [row.words for row in rows(content, delimiter)]


def codes(content: str | bytes) -> list[str]:
    return [problem.code for problem in grid(content).problems]


@given(ROWS, st.sampled_from(DELIMITERS), st.sampled_from(["\n", "\r\n", "\r"]))
def test_what_was_written_stands_where_it_was_written(table: list[list[str]], delimiter: str, end: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(table)
    found = grid(out.getvalue(), delimiter)
    for number, cells in enumerate(table, 1):
        for column, cell in enumerate(cells, 1):
            assert found.at(Cell("", number, column)) == (cell or None)
    assert {problem.code for problem in found.problems} <= {"ragged-rows"}
    assert [row.number for row in found.sheets[0].rows] == [n for n, cells in enumerate(table, 1) if any(cells)]


@given(ROWS, st.sampled_from(DELIMITERS))
def test_the_delimiter_is_found_in_tables_whose_rows_are_alike(table: list[list[str]], delimiter: str) -> None:
    alike = [[*("".join(char for char in cell if char.isalnum()) for cell in row), "", "", ""][:3] for row in table]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows([["title", "number", "status"], *alike])
    assert words(out.getvalue()) == words(out.getvalue(), delimiter)


@given(st.text(st.sampled_from('",\n\r;a \t|'), max_size=40))
def test_any_quotes_give_rows_or_a_sentence(content: str) -> None:
    found = grid(content)
    for row in found.sheets[0].rows:
        for column in range(1, len(row.words) + 1):
            assert found.at(Cell("", row.number, column)) == (row.at(column) or None)


@given(st.binary(max_size=60))
def test_any_bytes_give_rows_or_a_sentence(content: bytes) -> None:
    try:
        grid(content)
    except UnreadableSource as error:
        assert str(error)


def test_a_preamble_in_one_line_end_and_records_in_another() -> None:
    preamble = 'Open recommendations\r\nPrepared by us\r\n"As of Sep 8, 2026 at 1:02 PM EST"\r\n,,\r\n,,\r\n'
    found = rows(preamble + 'Publication  Number,Title,Status\nGAO-1,"Two\nlines",Open\nGAO-2,B,Open')
    assert [row.number for row in found] == [1, 2, 3, 6, 7, 8]
    assert found[-2].words == ("GAO-1", "Two\nlines", "Open")
    assert found[-1].words == ("GAO-2", "B", "Open")
    assert codes(preamble + "Publication  Number,Title,Status\nGAO-1,A,Open\nGAO-2,B,Open") == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"to,text\rChad,Ratify\r", [("to", "text"), ("Chad", "Ratify")]),
        (b"a,b\n1,it\x92s", [("a", "b"), ("1", "it’s")]),
        (b"\xef\xbb\xbfa,b\n1,2", [("a", "b"), ("1", "2")]),
        ("a\tb\n1\t2".encode("utf-16"), [("a", "b"), ("1", "2")]),
        ("a,b\n\u202fx,\u200by".encode(), [("a", "b"), ("\u202fx", "\u200by")]),
        (b"a,b\nR&amp;D,x ", [("a", "b"), ("R&amp;D", "x ")]),
        (b"a,b\n1.10,None\n1.10,\n1.10, ", [("a", "b"), ("1.10", "None"), ("1.10",), ("1.10", " ")]),
        (b"sep=;\na;b,c\n1;2", [("a", "b,c"), ("1", "2")]),
        (b"a|b\n1|2,3,4\n5|6,7,8", [("a", "b"), ("1", "2,3,4"), ("5", "6,7,8")]),
        (b"", []),
        (b"\n\n,,,\n", []),
        (b"only\none", [("only",), ("one",)]),
    ],
)
def test_forms(content: bytes, expected: list[tuple[str, ...]]) -> None:
    assert words(content) == expected


def test_nothing_is_not_none_and_not_blank() -> None:
    row = rows("a,b,c,d\nNone,, ,x")[1]
    assert [row.kind(column) for column in range(1, 6)] == ["text", "nothing", "text", "text", "nothing"]


def test_blank_rows_and_columns_are_no_rows_and_no_columns() -> None:
    found = rows("a,b" + "," * 16_000 + "\n1,2\n" + ",,\n" * 3_019)
    assert [row.words for row in found] == [("a", "b"), ("1", "2")]


@pytest.mark.parametrize(
    ("content", "kept", "column"),
    [
        ('a,b\n1,"x\n2,y\n3,z', [("1", '"x'), ("2", "y"), ("3", "z")], 2),
        ('a,b\n"x,1\n2,"y"\n3,"z"', [('"x', "1"), ("2", "y"), ("3", "z")], 1),
        ('a,b\n1,x\n2,"y', [("1", "x"), ("2", '"y')], 2),
        ('a,b\n"1, one","x ""y"" z\n2,"b"', [("1, one", '"x ""y"" z'), ("2", "b")], 2),
    ],
)
def test_a_quote_that_never_closes_swallows_nothing(content: str, kept: list[tuple[str, ...]], column: int) -> None:
    found = grid(content)
    assert [row.words for row in found.sheets[0].rows][1:] == kept
    (problem,) = found.problems
    assert problem.code == "unclosed-quote"
    assert isinstance(problem.locator, Cell)
    assert problem.locator.column == column
    assert (found.at(problem.locator) or "").startswith('"')


def test_words_after_a_closing_quote_are_told_once_for_all_rows() -> None:
    found = grid('a,b\n"x" y,1\n"x" y,2\n"z",3')
    assert [row.at(1) for row in found.sheets[0].rows] == ["a", "x y", "x y", "z"]
    assert [problem.message.partition(":")[0] for problem in found.problems] == ["rows 2-3"]


def test_a_record_of_very_many_lines_is_told() -> None:
    assert codes('a,b\n1,"' + "x\n" * 300 + '"\n2,y') == ["long-record"]


def test_ragged_rows_are_named_and_a_preamble_is_not() -> None:
    found = grid("Title\nNote\na,b,c\n1,2\n3,4,5\n6,7,8,9\n3,4,5\n7,8")
    assert [problem.message for problem in found.problems] == [
        "rows 4, 8: 2 cells where most rows have 3",
        "row 6: 4 cells where most rows have 3",
    ]
    header_too_long = grid("a,b,c\n" + "1,2\n" * 3)
    assert [problem.message for problem in header_too_long.problems] == ["row 1: 3 cells where most rows have 2"]


@pytest.mark.parametrize(
    ("content", "delimiter", "why"),
    [
        ("a,b", ";;", "a delimiter is one character"),
        ("a,b", '"', "a delimiter is one character"),
        ("," * 16_384 + "x", "", "more than 16,384 cells"),
        ('a",b,"c\n' * 200, ",", "more than 100 quotes never close"),
        ('a,"' + "x" * 200_000 + '"', "", "more than 131,072 characters"),
    ],
    ids=["two characters", "a quote", "columns", "quotes", "a long cell"],
)
def test_limits_have_sentences(content: str, delimiter: str, why: str) -> None:
    with pytest.raises(UnreadableSource, match=why):
        grid(content, delimiter)


def test_a_delimiter_that_cannot_be_told_is_told() -> None:
    assert "delimiter-unclear" in codes("one\ntwo, three\nfour\nfive; six")
