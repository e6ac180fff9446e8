"""Two columns of prose are read one after the other, however they were written; tables and single columns stay."""

from __future__ import annotations

import io
from textwrap import wrap

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.texts.documents import Canvas

from oversight_adapters.texts.pages import Pages
from oversight_adapters.texts.pdf import pdf_text
from oversight_core.provenance import Page, Source

LEFT = """On December 15, 2023, ICE responded to the memorandum and concurred with one recommendation, and non-concurred
with 13. The agreed action has been done, and staff were told of it in May 2024."""
RIGHT = """The office went there in February 2023. Its experts looked at medical care and at mental health. The facility
held 300 people that day. They wrote 14 recommendations in all for the agency to answer, and did so in August."""


def drawn(left: list[str], right: list[str], *, across: bool, gutter: float = 320) -> bytes:
    """A PDF of two columns, written across line by line or one after the other."""
    file = io.BytesIO()
    canvas = Canvas(file)
    places = [(50.0, n, words) for n, words in enumerate(left)] + [(gutter, n, words) for n, words in enumerate(right)]
    for x, n, words in sorted(places, key=lambda one: (one[1], one[0])) if across else places:
        canvas.drawString(x, 700 - 14 * n, words)
    canvas.save()
    return file.getvalue()


def lines(content: bytes) -> list[str]:
    return [line for line in pdf_text(Source.of(content)).content.split("\r\n") if line]


@pytest.mark.parametrize("across", [True, False])
@pytest.mark.parametrize(("first", "second"), [(LEFT, RIGHT), (RIGHT, LEFT), (LEFT, RIGHT * 3), (RIGHT * 3, LEFT)])
def test_prose_is_read_column_by_column(first: str, second: str, across: bool) -> None:
    left, right = wrap(first, 40), wrap(second, 40)
    assert lines(drawn(left, right, across=across)) == left + right


def test_the_rows_of_a_table_stay() -> None:
    names = ["Krome North Service Processing Center", "Baker County Detention Center", "Glades County Detention Center"]
    counts = [
        "Resolved and open since May 2019",
        "Closed in June 2020 by the office",
        "Open, and not yet answered at all",
    ]
    assert lines(drawn(names, counts, across=True)) == [f"{a} {b}" for a, b in zip(names, counts, strict=True)]
    totals = drawn(["Total", "of which", "are open"], ["114", "113", "101"], across=True)
    assert lines(totals) == ["Total 114", "of which 113", "are open 101"]


WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=25, max_size=60).map(" ".join)


@settings(max_examples=25, deadline=None)
@given(WORDS, WORDS, st.data())
def test_each_place_is_one_that_pdfium_knows_or_none(first: str, second: str, data: st.DataObject) -> None:
    content = drawn(wrap(first, 40), wrap(second, 40), across=True)
    text = pdf_text(Source.of(content))
    assert " ".join(text.content.split()) == f"{first} {second}"
    start = data.draw(st.integers(0, len(text.content) - 1))
    end = data.draw(st.integers(start + 1, len(text.content)))
    assert isinstance(text.places, Pages)
    locator, words = text.places.printed(start, end, text.content[start:end])
    assert words.split() == text.content[start:end].split()
    if isinstance(locator, Page):
        own = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
        assert own[locator.start : locator.end] == words or not words.strip()
