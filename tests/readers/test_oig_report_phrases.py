"""Rows and tables of the reader: each row reads its example and not its counter-example."""

import pytest

from oversight_adapters.readers.inspectors_general.money import amount, currency
from oversight_adapters.readers.oig_report.layout import smooth
from oversight_adapters.readers.oig_report.lines import EXAMPLES, garbled, is_furniture
from oversight_adapters.readers.oig_report.phrases import BOOK
from oversight_adapters.readers.oig_report.sections import Part, sections
from oversight_adapters.readers.oig_report.slots import LABELS, POSITIONS, position, status
from oversight_core.rulebooks.dhs_oig import DHS_OIG


def test_every_row_reads_its_example_and_not_its_counter_example() -> None:
    assert BOOK.faults() == []


@pytest.mark.parametrize("line", EXAMPLES)
def test_furniture_is_told_by_its_example(line: str) -> None:
    assert is_furniture(line)
    assert not is_furniture(f"{line} and so it goes on, as prose does.")


@pytest.mark.parametrize("part", [part for part in Part if part is not Part.OTHER], ids=lambda part: part.name)
def test_sections_are_told_by_their_heads(part: Part) -> None:
    assert [section.part for section in sections(f"Before.\n\n{part.value}\nBehind.")] == [part]


def test_words_of_states_are_those_of_the_vocabulary() -> None:
    [known] = [vocabulary for vocabulary in DHS_OIG.vocabularies if vocabulary.name == "dhs-oig/status"]
    printed = ("resolved and open", "open and unresolved", "unresolved and will remain open", "resolved and closed")
    assert all(known.lookup(status(words)) for words in (*printed, "open", "closed"))


def test_every_position_has_a_label() -> None:
    assert set(LABELS) == set(POSITIONS)
    with pytest.raises(ValueError, match="no position"):
        position("was pleased")


@pytest.mark.parametrize("words", ["1,234", "$12,34", "$1.2.3", "about $3", "$", "$1 dozen"])
def test_what_is_no_amount(words: str) -> None:
    with pytest.raises(ValueError, match="no amount"):
        amount(words)


def test_no_currency_without_its_sign() -> None:
    with pytest.raises(ValueError, match="no currency"):
        currency("1,234")


def test_smooth_text_keeps_every_place() -> None:
    text = "ICE agreed with\n\nwww.oig.dhs.gov 7 OIG-18-67\n\nall four.\n\nPage 3 of 20\n"
    assert len(smooth(text)) == len(text)
    assert smooth(text).index("all four") == text.index("all four")


def test_garbled_type_is_known() -> None:
    assert garbled("2IÀFH RI ,QVSHFWRU *HQHUDO")
    assert garbled("~~~9ND SE~J~")
    assert not garbled("Costs rose ~5 percent")
