"""W4 to W6: what documents say stays what they say, and does nothing."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.testing.clauses import by_clause, expect
from oversight_adapters.testing.writer_suite_active import formulas
from oversight_adapters.testing.writer_suite_hooks import QUICK, MakeWriter, WriterHooks, around
from oversight_adapters.testing.writer_suite_hostile import BREAKS, CONTROLS, FORMULAS, MARKUP, RAW, SEPARATORS
from oversight_adapters.testing.writer_suite_samples import PLAIN, record


@by_clause
class WordClauses(WriterHooks):
    """The clauses about words that others wrote."""

    def test_W4_no_formula(self, make_writer: MakeWriter) -> None:
        """W4 no cell that holds words of a document is one that a spreadsheet calculates"""
        for words in FORMULAS:
            rows = self.cells(self._text(make_writer, record(words)))
            if rows is None:
                pytest.skip(f"W4: {self.suffix} is not known to have cells; where it has, bring `cells`")
            rows = [list(row) for row in rows]
            expect("W4", any(rows), "the hook `cells` to give the cells of a document of many items", "none")
            found = next(formulas(rows), None)
            expect("W4", found is None, f"no cell of the words {words!r} to be a formula", repr(found))

    def test_W5_no_markup(self, make_writer: MakeWriter) -> None:
        """W5 no words of a document become markup, a link or a script"""
        for words in MARKUP:
            self._expect_inactive(make_writer, words)

    def test_W5_no_markup_of_any_words(self, make_writer: MakeWriter) -> None:
        """W5 no words of a document become markup, whatever they are"""

        @QUICK
        @given(st.text("<>&\"'[](){}!*_`~|#\\/:=-+ ax1\n", max_size=16))
        def any_words(words: str) -> None:
            self._expect_inactive(make_writer, words)

        any_words()

    def test_W6_no_control_character(self, make_writer: MakeWriter) -> None:
        """W6 no control character, escape sequence or mark that turns the direction of writing comes out raw"""
        for words in (*CONTROLS, *BREAKS):
            self._expect_nothing_raw(make_writer, words)

    def test_W6_no_control_character_of_any_words(self, make_writer: MakeWriter) -> None:
        """W6 no control character comes out raw, whatever the words are"""

        @QUICK
        @given(st.text(st.characters(categories=["Cc", "Cf", "Zl", "Zp", "Ll"]), max_size=12))
        def any_words(words: str) -> None:
            self._expect_nothing_raw(make_writer, words)

        any_words()

    def test_W6_a_line_break_begins_no_record(self, make_writer: MakeWriter) -> None:
        """W6 a line break or separator in words begins no record, row or cell"""
        for words in (*BREAKS, *SEPARATORS):
            shape = self._shape(self._text(make_writer, record(words)))
            if shape == (None, None):
                pytest.skip(f"W6: {self.suffix} is not known to have records; where it has, bring `records` or `cells`")
            plain = self._shape(self._text(make_writer, record("one two")))
            expect("W6", plain[0] != 0, "the hook `records` to count the records of a document of many items", "0")
            expect("W6", shape == plain, f"as many records and cells with {words!r} as with 'one two'")

    def _expect_inactive(self, make_writer: MakeWriter, words: str) -> None:
        """What the words bring into a document is held against what plain ones bring."""
        __tracebackhide__ = True  # as in `expect`
        found, plain = (self.active(self._text(make_writer, record(said))) for said in (words, PLAIN))
        if found is None or plain is None:
            pytest.skip(
                f"W5: what is active in {self.suffix} is not known; bring active(text), which names every "
                "piece of markup, link and script in a document, and gives () where the format has none"
            )
        more = Counter(found) - Counter(plain)
        expect("W5", not more, f"the words {words!r} to be shown as they stand", ", ".join(more))

    def _expect_nothing_raw(self, make_writer: MakeWriter, words: str) -> None:
        __tracebackhide__ = True
        text = self._text(make_writer, record(words))
        expect("W6", not RAW.search(text), f"nothing raw of {words!r}", around(text, RAW.search(text)))

    def _shape(self, text: str) -> tuple[int | None, list[int] | None]:
        rows = self.cells(text)
        return self.records(text), None if rows is None else [len(list(row)) for row in rows]
