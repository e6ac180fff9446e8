"""Columns as rows of data: found by any of their names, each reading its example; a name belongs to one row only."""

import pytest

from oversight_adapters.readers.table_columns import Column, ColumnBook, name_key
from oversight_adapters.readers.upr_export.groups import GROUPS
from oversight_adapters.readers.upr_export.tables import TABLES
from oversight_adapters.readers.words.agency_words import amount, category, day, is_redacted, whole, yes_no


def column(row: str, *names: str) -> Column:
    return Column(row=row, kind="placement", field="reason", names=names, read=category, example="Other")


@pytest.mark.parametrize("name", ["Placement Reason", "placement_reason", " PLACEMENT\nREASON: ", "Placement-Reason?"])
def test_a_column_is_found_however_its_name_is_printed(name: str) -> None:
    book = ColumnBook("records", [column("reason", "Placement Reason")])
    assert book.called(name) is book.row("reason")
    assert book.called("Reason") is None


@pytest.mark.parametrize("second", [column("reason", "B"), column("other", "a")])
def test_a_name_belongs_to_one_row(second: Column) -> None:
    with pytest.raises(ValueError, match="share a name"):
        ColumnBook("records", [column("reason", "A"), second])


def test_a_column_may_give_several_fields_where_the_book_says_so() -> None:
    book = ColumnBook("records", [column("reason", "A"), column("other", "a")], several=True)
    assert [(place, one.row) for place, one in book.under(("B", "A", "a"))] == [(1, "reason"), (1, "other")]


def test_united_nations_columns_read_their_examples() -> None:
    assert [fault for table in TABLES for fault in table.columns.faults()] == []
    assert list(GROUPS.faults()) == []


def test_a_row_that_does_not_read_its_example_is_at_fault() -> None:
    wrong = Column(row="day", kind="placement", field="placed_on", names=("Day",), read=day, example="someday")
    assert len(list(ColumnBook("records", [wrong]).faults())) == 1


REFUSED = {
    yes_no: ("maybe", ""),
    whole: ("-1", "2.5", "*"),
    amount: ("1,71", "1E3"),
    day: ("13/13/2021", "2/30/2021", "5"),
    category: ("x" * 91,),
}


@pytest.mark.parametrize(("read", "words"), [(read, words) for read, several in REFUSED.items() for words in several])
def test_words_that_are_no_such_thing_are_refused(read: object, words: str) -> None:
    assert callable(read)
    with pytest.raises(ValueError):
        read(words)


def test_a_city_in_brackets_is_not_redacted() -> None:
    assert not any(map(is_redacted, ("SNA (San Antonio)", "ELM (B)", "(6)", "Unit B6", "A(1)(b)")))
    assert name_key("(b)(7)(E)") == "b 7 e"
