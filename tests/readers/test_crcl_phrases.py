"""The phrasebook: every row reads its example and not its counter-example, and every word means what its row says."""

import re

import pytest

from oversight_adapters.readers.crcl_summary.phrases import BOOK, FAMILIES
from oversight_adapters.readers.crcl_summary.slots import SLOTS
from oversight_adapters.readers.crcl_summary.vocabulary import MEMO_TYPES, REVIEW_TYPES, Word, meaning_of
from oversight_adapters.readers.phrasebook import Phrase, Phrasebook, Slot
from oversight_core.entities.documents import DOCUMENT_TYPES


def test_every_row_reads_its_example_and_not_its_counter_example() -> None:
    assert BOOK.faults() == []


def test_every_row_of_a_table_is_shown() -> None:
    rows = [row for family in FAMILIES for row in family.phrases]
    assert all(row.example and row.counter_example for row in rows)


@pytest.mark.parametrize("word", MEMO_TYPES + REVIEW_TYPES, ids=lambda word: word.example)
def test_a_word_means_what_its_row_says(word: Word) -> None:
    table = MEMO_TYPES if word in MEMO_TYPES else REVIEW_TYPES
    if word.meaning:
        assert meaning_of(table, word.example) == word.meaning
    else:
        with pytest.raises(ValueError, match="in no row"):
            meaning_of(table, word.example)


def test_types_of_memos_are_types_of_documents() -> None:
    assert {word.meaning for word in MEMO_TYPES} - {""} <= set(DOCUMENT_TYPES)


def test_a_slot_reads_only_what_it_looks_like() -> None:
    for slot in SLOTS:
        if slot.name in ("words", "all", "again"):
            continue
        assert not re.fullmatch(slot.pattern, "a horse", re.IGNORECASE), slot.name


def test_a_broken_row_is_named() -> None:
    word = Slot("word", r"\w+", str)
    book = Phrasebook("toy", [word], [Phrase("greets", "hello <who:word>", "good day", "hello you")])
    assert book.faults() == ["greets: the example is not read", "greets: the counter-example is read"]
    with pytest.raises(ValueError, match="unknown slot"):
        Phrasebook("toy", [word], [Phrase("greets", "hello <who:name>", "", "")])
    with pytest.raises(ValueError, match="two rows"):
        Phrasebook("toy", [word], [Phrase("a", "x", "", ""), Phrase("a", "y", "", "")])
