"""W1 to W3 and W9 to W11: what is written of a record, and that it is the same every time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.testing.clauses import by_clause, expect
from oversight_adapters.testing.writer_suite_hooks import QUICK, MakeWriter, WriterHooks, difference, fresh, written
from oversight_adapters.testing.writer_suite_hostile import BREAKS, CONTROLS, FORMULAS, MARKUP, SEPARATORS
from oversight_adapters.testing.writer_suite_samples import PLAIN, Fixed, later, many, personal, record
from oversight_core.ledger import Recorded
from oversight_core.moments import NOW, AsOf
from oversight_core.register import Register
from oversight_core.testing.strategies.histories import histories, near_as_ofs
from oversight_core.testing.strategies.ledger import disposed, entries, recorded

_FORMS = ("%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d %B %Y", "%B %d, %Y", "%d %b %Y")
_MANY = 120  # items: more than anybody who shows only some would show
_SECRET = "Quetzalcoatl"  # one word, that every format leaves whole


@by_clause
class RecordClauses(WriterHooks):
    """The clauses about whole records."""

    def test_W1_it_writes_a_record_of_everything(self, make_writer: MakeWriter) -> None:
        """W1 any record is written: every kind of entity, unknown ones, vague moments, withheld words, nothing"""
        fresh(make_writer)
        for name, any_record in {"a record of everything": record(), "an empty record": Register(Fixed(()))}.items():
            for as_of in (NOW, AsOf("2024-03"), AsOf("1999"), AsOf(stated_by="1999"), AsOf(recorded_by=3)):
                try:
                    self._text(make_writer, any_record, as_of)
                except Exception as error:  # a writer may raise anything; what was written is told with it
                    expect("W1", False, f"{name} to be written, as of {as_of}", f"{type(error).__name__}: {error}")

    def test_W1_it_writes_any_history(self, make_writer: MakeWriter) -> None:
        """W1 any record is written: whatever was said, in whatever order, as of any dates"""

        @QUICK
        @given(_any_history(), near_as_ofs())
        def anything(history: list[Recorded], as_of: AsOf) -> None:
            self._text(make_writer, Register(Fixed(history)), as_of)

        anything()

    def test_W2_equal_records_give_equal_text(self, make_writer: MakeWriter) -> None:
        """W2 an equal record gives an equal text: again, from another writer or store, after another record"""
        writer = fresh(make_writer)
        first = written(writer, record())
        written(writer, record("Something else"))
        again = {
            "the same writer, later": written(writer, record()),
            "another writer": self._text(make_writer, record()),
            "a store that gives all entries anew": self._text(make_writer, Register(Fixed(record().store.scan()))),
        }
        for name, text in again.items():
            expect("W2", text == first, f"the same text from {name}", difference(first, text))

    def test_W2_the_day_of_writing_is_not_in_it(self, make_writer: MakeWriter) -> None:
        """W2 an equal record gives an equal text, on whatever day it is written"""
        days = {date.today(), datetime.now(UTC).date()}
        text = self._text(make_writer, record())
        days |= {date.today(), datetime.now(UTC).date()}
        found = [told for told in (day.strftime(form) for day in days for form in _FORMS) if told in text]
        expect("W2", not found, "nothing of the day on which it is written", ", ".join(found))

    def test_W2_any_history_gives_one_text(self, make_writer: MakeWriter) -> None:
        """W2 an equal record gives an equal text, whatever was said"""

        @QUICK
        @given(_any_history())
        def anything(history: list[Recorded]) -> None:
            one, other = (self._text(make_writer, Register(Fixed(history))) for _ in range(2))
            expect("W2", one == other, "the same text of the same entries", difference(one, other))

        anything()

    def test_W3_what_is_lossless_reads_back(self, make_writer: MakeWriter) -> None:
        """W3 what a lossless writer wrote, it reads back: every entry, equal, with its position, revision and link"""
        writer: Any = fresh(make_writer)
        if not writer.lossless:
            pytest.skip(f"W3: {writer.name} does not say that it is lossless")

        def reads_back(entries: Sequence[Recorded]) -> None:
            found = list(writer.read(io.StringIO(written(writer, Register(Fixed(entries))))))
            fault = next(
                (f"{b} for {a}" for a, b in zip(entries, found, strict=False) if a != b), f"{len(found)} entries"
            )
            expect("W3", found == list(entries), f"the {len(entries)} entries that were written", fault)

        for words in (PLAIN, *FORMULAS, *MARKUP, *CONTROLS, *BREAKS, *SEPARATORS, "", " ", "null"):
            reads_back(tuple(record(words).store.scan()))
        QUICK(given(_any_history())(reads_back))()

    def test_W9_what_was_recorded_later_changes_nothing(self, make_writer: MakeWriter) -> None:
        """W9 a document as of what was recorded by then is the same today as it was then"""
        if not self.dated:
            pytest.skip("W9: the writer does not heed dates; it writes the whole record")
        whole = tuple(record(disposes=False).store.scan())
        for n in range(len(whole) + 1):
            self._expect_same_as_then(make_writer, whole, n)

        @QUICK
        @given(histories(), st.integers(0, 16))
        def anything(history: list[Recorded], n: int) -> None:
            self._expect_same_as_then(make_writer, history, n)

        anything()

    def test_W9_what_came_later_is_not_told(self, make_writer: MakeWriter) -> None:
        """W9 a document as of a day tells what stood then, and of what was stated by a day what was stated then"""
        if not self.dated:
            pytest.skip("W9: the writer does not heed dates; it writes the whole record")
        april = AsOf("2024-04"), AsOf(stated_by="2024-04")
        records = (
            later(label=_SECRET, day="2024-05-20", stated="2024-05-20"),
            later(label=_SECRET, day="2024-03-20", stated="2024-05-20"),
        )
        for record_, as_of in ((records[0], april[0]), (records[1], april[1])):
            now, then = (self._text(make_writer, record_, at) for at in (NOW, as_of))
            told = "a label that is of May"
            expect("W9", not (_SECRET in now and _SECRET in then), f"nothing, as of {as_of}, of {told}", repr(_SECRET))
            expect("W9", now != then, f"another document as of {as_of}, before {told}, than as of now", "the same")

    def test_W10_disposed_words_are_nowhere(self, make_writer: MakeWriter) -> None:
        """W10 words that were disposed of are nowhere in a document, also of a writer that has written them before"""
        register, writer = personal(_SECRET), fresh(make_writer)
        written(writer, register)
        for item in {one.item: None for one in register.store.scan()}:
            register.dispose(item, range(1, 5), "GRS 2.8")
        for name, text in {
            "the writer that wrote it before": written(writer, register),
            "a new writer": self._text(make_writer, register),
            "a writer of what was recorded before the disposal": self._text(
                make_writer, register, AsOf(recorded_by=20)
            ),
        }.items():
            expect("W10", _SECRET not in text, f"no word that was disposed of from {name}", repr(_SECRET))

    def test_W11_no_item_is_left_out_unsaid(self, make_writer: MakeWriter) -> None:
        """W11 every item of which something is known is named, or the document says how many are left out"""
        for any_record in (record(), many(_MANY)):
            text = self._text(make_writer, any_record)
            untold = [item for item in any_record.cases() if not self.told(text, item)]
            counted = self.left_out(text)
            said = f"{', '.join(map(str, untold[:3]))}{'…' * (len(untold) > 3)}"
            expect("W11", len(untold) == counted, f"{len(untold)} items said to be left out ({said})", counted)

    def _expect_same_as_then(self, make_writer: MakeWriter, whole: Sequence[Recorded], n: int) -> None:
        __tracebackhide__ = True
        then = tuple(one for one in whole if one.position <= n)
        now, before = (self._text(make_writer, Register(Fixed(some)), AsOf(recorded_by=n)) for some in (whole, then))
        expect("W9", now == before, f"the document as of position {n} as it was written then", difference(before, now))


def _any_history() -> st.SearchStrategy[list[Recorded]]:
    """Entries about the same few days, and entries of any kind with the oddest words."""
    odd = st.lists(entries() | disposed(), max_size=6).flatmap(recorded)
    return histories() | odd
