"""The cells of GAO's table as running text: what is read of them, and what is printed there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.readers.gao_csv.cells import Cells, plain
from oversight_adapters.texts.grid import Row, Sheet
from oversight_core.provenance import Cell, Source

words = st.lists(
    st.sampled_from(["&", "amp;", "&amp;", "\u00ad", "\u200b", "\x02\n", "\x02", "\r", "\n", " ", "R", "D", "é"]),
    max_size=9,
).map("".join)


@given(st.lists(words, min_size=1, max_size=4), st.data())
def test_what_is_quoted_is_what_is_printed(row: list[str], data: st.DataObject) -> None:
    cells = Cells(Sheet("", (Row(7, tuple(row)),)))
    spans = [cells.add(7, column, words) for column, words in enumerate(row, 1)]
    content = cells.text(Source.of(b"")).content
    for column, (printed, span) in enumerate(zip(row, spans, strict=True), 1):
        read = plain(printed)
        if span is None:
            assert not read.strip()
            continue
        assert content[slice(*span)] == read.strip()
        start = data.draw(st.integers(span[0], span[1] - 1))
        end = data.draw(st.integers(start + 1, span[1]))
        place, quoted = cells.printed(start, end, content[start:end])
        assert place == Cell("", 7, column)
        assert quoted in printed
        if not quoted.startswith("amp;"):  # half of an ampersand that was cut is none
            assert plain(quoted) == content[start:end]
