"""The format says everything: every rulebook that ships is written out as a file, and loads equal."""

from __future__ import annotations

import attrs
import pytest
from tests.rulebook_files.healthy import PORT

from oversight_adapters.rulebooks import load_rulebook, to_toml
from oversight_core.rulebooks import BUILTIN, CANONICAL
from oversight_core.rules import Clock, Lifecycle, Mapping, Notice, Projection, Rule, RuleBook, Vocabulary


@pytest.mark.parametrize("book", BUILTIN, ids=lambda book: book.name)
def test_a_rulebook_that_ships_is_written_out_and_loads_equal(book: RuleBook) -> None:
    text = to_toml(book)
    assert load_rulebook(text) == book
    assert to_toml(load_rulebook(text)) == text


def conditions_of(one: Lifecycle) -> list[object]:
    return [guard.test for guard in one.guards]


@pytest.mark.parametrize("book", BUILTIN, ids=lambda book: book.name)
def test_its_conditions_are_the_very_ones(book: RuleBook) -> None:
    again = load_rulebook(to_toml(book))
    assert [conditions_of(table) for table in again.lifecycles] == [conditions_of(table) for table in book.lifecycles]


def test_the_healthy_file_says_everything_that_a_rulebook_can() -> None:
    book = load_rulebook(PORT)
    parts: list[object] = [
        book,
        *book.lifecycles,
        *(rule for table in book.lifecycles for rule in table.rules),
        *book.vocabularies,
        *(row for words in book.vocabularies for row in words.rows),
        *book.clocks,
        *book.projections,
        *book.notices,
    ]
    for cls in (RuleBook, Lifecycle, Rule, Vocabulary, Mapping, Clock, Projection, Notice):
        said = {
            field.name
            for part in parts
            if isinstance(part, cls)
            for field in attrs.fields(cls)
            if field.init and getattr(part, field.name) not in (field.default, (), "", None)
        }
        unsaid = {field.name for field in attrs.fields(cls) if field.init} - said
        assert not unsaid, cls


def test_a_table_that_keeps_a_part_keeps_the_rest_out() -> None:
    table = next(table for table in load_rulebook(PORT).lifecycles if table.name == "port_release")
    whole = next(table for table in CANONICAL.lifecycles if table.name == "release")
    assert set(table.state_names) == set(whole.state_names) - {"promised"}
    assert {rule.event for rule in table.rules} == {rule.event for rule in whole.rules} - {
        "promise",
        "withdraw_promise",
    }
    assert all(rule.cites for rule in table.rules)


def test_a_book_without_a_base_is_written_out_whole() -> None:
    text = to_toml(CANONICAL, base=())
    assert "\nuses = " not in text
    assert load_rulebook(text) == CANONICAL
