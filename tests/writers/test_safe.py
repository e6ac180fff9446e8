"""One harmless line, whatever a document holds."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.writers.safe import one_line, shortened

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60) | st.text("\x1b[]0;m\x07 a\n\u202e", max_size=30)


@given(ANY_TEXT)
def test_a_line_holds_nothing_that_a_terminal_acts_upon(text: str) -> None:
    line = one_line(text)
    assert not {unicodedata.category(mark) for mark in line} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert line == " ".join(line.split())
    line.encode()  # no lone halves of a pair


@given(ANY_TEXT)
def test_making_a_line_harmless_twice_is_making_it_so_once(text: str) -> None:
    assert one_line(one_line(text)) == one_line(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=40))
def test_what_is_harmless_stays_as_it_is(text: str) -> None:
    assert one_line(text) == text


@given(ANY_TEXT, st.integers(2, 30))
def test_a_shortened_line_fits(text: str, width: int) -> None:
    assert len(shortened(text, width)) <= width
