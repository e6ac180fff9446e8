"""A product page says the same as a web page and as text, wrapped or not; what it counts is held against its table."""

from __future__ import annotations

import html
import textwrap

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oversight_adapters.readers.facts import facts, plain
from oversight_adapters.readers.gao_product_page import GaoProductPageReader
from oversight_adapters.texts.documents import document_text
from oversight_core.provenance import Element, Source
from oversight_core.reading import Reading

READER = GaoProductPageReader()
SIMPLE = settings(max_examples=25, deadline=None)
HEAD = "Detention Contracts: Costs Differ\nGAO-21-149\nPublished: Jan 13, 2021. Publicly Released: Feb 12, 2021.\n\n"
TABLE = "Recommendations for Executive Action\nAgency Affected Recommendation Status\n"
ROW = "Department of Justice The Attorney General should act. (Recommendation 1)\nOpen\n"


@attrs.frozen
class Row:
    """A recommendation of a page."""

    agency: str
    text: str
    status: str
    comment: str


ROWS = st.lists(
    st.builds(
        Row,
        st.sampled_from(("Department of Homeland Security", "U.S. Coast Guard", "Department of State")),
        st.sampled_from(
            (
                "The Secretary should compare what each contract costs for a bed, and publish it.",
                "In consultation with others, the Commandant should set goals, measures and time frames.",
            )
        ),
        st.sampled_from(("Open", "Open – Partially Addressed", "Closed – Implemented", "Closed – No Longer Valid")),
        st.sampled_from(
            (
                "",
                "DHS concurred with this recommendation and stated that it would write a procedure by the end of 2027.",
                "As of March 2025, officials stated that the guidance is drafted.",
            )
        ),
    ),
    min_size=1,
    max_size=4,
)


def as_text(rows: list[Row]) -> str:
    lines = (
        f"{row.agency} {row.text} (Recommendation {n})\n{row.status}\n{row.comment}".strip()
        for n, row in enumerate(rows, 1)
    )
    return f"{HEAD}{TABLE}" + "\n".join(lines) + "\n"


def as_page(rows: list[Row]) -> str:
    def cell(kind: str, words: str) -> str:
        return f'<td class="views-field views-field-{kind}">{words}</td>'

    body = "".join(
        "<tr>"
        + cell("name", row.agency)
        + cell("field-recommendation", f"{html.escape(row.text)} (Recommendation {n})")
        + cell("field-status-code", f'<b class="code">{row.status}</b><div class="comment">{row.comment}</div>')
        + "</tr>"
        for n, row in enumerate(rows, 1)
    )
    title, number, dates, _, _ = HEAD.split("\n")
    return (
        f'<!DOCTYPE html><h1>{title}</h1><span class="d-block text-small"><strong>{number}</strong> {dates}</span>'
        '<section class="view--recommendations--block-1"><h2>Recommendations for Executive Action</h2>'
        f"<table>{body}</table></section>"
    )


def read(page: str) -> Reading:
    return READER.read(document_text(Source.of(page.encode())))


def told(page: str) -> list[tuple[str, str, str]]:
    return [(str(one.item), one.field, str(plain(one.value))) for one in facts(read(page), READER)]


def problems(page: str) -> list[str]:
    return [problem.code for problem in read(page).problems]


@SIMPLE
@given(ROWS)
def test_a_web_page_and_its_text_say_the_same(rows: list[Row]) -> None:
    assert told(as_page(rows)) == told(as_text(rows))


@SIMPLE
@given(ROWS, st.integers(50, 120))
def test_it_says_the_same_wrapped(rows: list[Row], width: int) -> None:
    page = as_text(rows)
    wrapped = "\n".join(part for line in page.split("\n") for part in (textwrap.wrap(line, width) or [""]))
    assert told(wrapped) == told(page)


def test_excerpts_of_a_web_page_lead_to_its_elements() -> None:
    page = document_text(
        Source.of(as_page([Row("Department of State", "The Secretary should act.", "Open", "")]).encode())
    )
    for candidate in READER.read(page).candidates:
        for excerpt in candidate.excerpts:
            if not excerpt.derived:
                assert isinstance(excerpt.locator, Element)
                assert page.at(excerpt.locator) == excerpt.words


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("GAO is making one recommendation to DOJ.", 1),
        ("GAO is making 1 recommendation to DOJ.", 1),
        ("GAO is making a total of three recommendations to DOJ and State.", 3),
        ("GAO is making the following 12 recommendations, including two to DOJ.", 12),
        ("We made 4 recommendations to improve this.", 4),
        ("We are making two matters for congressional consideration and one recommendation.", 1),
        ("GAO made 5 recommendations in its 2019 report.", None),
        ("GAO previously made 7 recommendations, of which 3 are open.", None),
        ("DOJ concurred with all three recommendations.", None),
        ("In 2020, DOJ held 40,000 people; GAO is making recommendations.", None),
    ],
)
def test_what_a_page_counts(sentence: str, stated: int | None) -> None:
    page = f"{HEAD}Fast Facts\n\n{sentence}\n\n{TABLE}{ROW}"
    [document] = [one for one in read(page).candidates if one.item.kind == "document"]
    assert document.entity.recommendation_count == stated
    assert problems(page) == ([] if stated in (None, 1) else ["listing-incomplete"])


def test_two_counts_that_differ_are_told() -> None:
    counts = "Fast Facts\n\nWe made 1 recommendation.\n\nHighlights\n\nGAO is making 2 recommendations.\n\n"
    page = HEAD + counts + TABLE + ROW
    assert problems(page) == ["value-differs"]


def test_a_second_table_is_left_out() -> None:
    page = HEAD + TABLE + ROW
    assert problems(page + "\nFull Report\n" + page.replace("GAO-21-149", "GAO-22-1")) == ["several-entries"]
    assert {item.partition("@")[0] for item, _, _ in told(page + page) if item.startswith("rec")} == {
        "recommendation:gao/gao-21-149/1"
    }


@pytest.mark.parametrize(
    "dates",
    [
        "Published: Jan 13, 2021. Publicly Released: Feb 12, 2021.",
        "Published: January 13, 2021\nPublicly Released: February 12, 2021",
        "Published: Jan. 13, 2021 Publicly Released: Feb. 12, 2021",
    ],
)
def test_both_dates_in_any_dress(dates: str) -> None:
    [document] = read(f"Jails: Standards Differ\nGAO-21-149\n{dates}\n\n{TABLE}{ROW}").candidates[:1]
    assert (str(document.entity.issued_on), str(document.entity.released_on)) == ("2021-01-13", "2021-02-12")


def test_a_release_alone_is_no_issue() -> None:
    [document] = read(
        f"Jails: Standards Differ\nGAO-21-149\nPublicly Released: Feb 12, 2021.\n\n{TABLE}{ROW}"
    ).candidates[:1]
    assert (document.entity.issued_on, str(document.entity.released_on)) == (None, "2021-02-12")


def test_a_page_of_many_products_is_not_its_own() -> None:
    page = "Department of State\n\nOpen Recommendations (1 total)\n\nVisas\nGAO-24-106233\nPublished: Jul 23, 2024.\n"
    assert READER.recognise(Source.of(page.encode())) == 0
    assert READER.recognise(Source.of((HEAD + TABLE + ROW).encode())) == 3


def test_who_answers_for_a_report_is_never_told() -> None:
    page = f"{HEAD}{TABLE}{ROW}\nGAO Contacts\nPat Example\nDirector\n(202) 555-0100\nexamplep@gao.gov\n"
    assert "555-0100" not in repr(read(page)).replace(page, "")
    assert read(page).unaccounted == ()


def test_a_short_comment_behind_a_lost_status_is_no_status() -> None:
    table = "Matter for Congressional Consideration\nMatter Status\nCongress should act. (Matter 1)\n"
    reading = read(HEAD + table + "As of December 2023, nothing was done.\n")
    [matter] = [candidate.entity for candidate in reading.candidates if candidate.item.kind == "recommendation"]
    assert matter.status == "" and str(matter.narrative_as_of) == "2023-12"
