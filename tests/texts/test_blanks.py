"""Blanks that are left out of a text part its words and lines as before."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.texts.blanks import second, wide, without

_BLANK = "[ \xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"


@given(st.lists(st.sampled_from(["a", " ", "\t", "\n", "\u00a0", " " * 17, "\n" * 17, "\n \n"]), max_size=60))
def test_a_text_without_wide_blanks_has_its_words_and_lines_apart(parts: list[str]) -> None:
    content = "".join(parts)
    found = without(content, wide)
    assert found.split() == content.split()
    for gap in re.findall(r"\s+", content):
        assert ("\n" in gap) <= bool(re.search(r"\n", without(gap, wide)))
    assert " " * 17 not in found and "\n" * 17 not in found


@given(st.lists(st.sampled_from(["a", " ", "  ", "\t", "\n", "\r\n", "\r", "\u00a0", "\u2003", "é"]), max_size=16))
def test_of_blanks_in_a_row_the_first_is_left_and_at_the_end_of_a_line_none(parts: list[str]) -> None:
    content = "".join(parts)
    assert without(content, second) == re.sub(rf"{_BLANK}+(?=[\r\n])|(?<={_BLANK}){_BLANK}+|\r(?=\n)", "", content)


@given(st.lists(st.sampled_from(["a", " ", "\t", "\f", "\u2003"]), min_size=1, max_size=9))
def test_blanks_of_many_kinds_are_wide_where_there_are_many(parts: list[str]) -> None:
    content = "a" + "".join(parts) * 60
    few = 17 * 17  # sixteen odd blanks at most, and sixteen plain ones beside each
    assert max(map(len, re.findall(r"\s+", without(content, wide))), default=0) <= few
