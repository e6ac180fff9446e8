"""The export, however it was saved, says the same; what it must not tell is not told."""

from __future__ import annotations

import html
import io
import random
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.gao_exports import COLUMNS, READER, STAMP, export, read, record, told

from oversight_adapters.readers.gao_agency_page import GaoAgencyPageReader
from oversight_adapters.texts.plain import decode
from oversight_adapters.texts.tables import table_text
from oversight_core.entities import Listing, Recommendation
from oversight_core.moments import Moment
from oversight_core.provenance import Cell, Source
from oversight_core.reading import Candidate, Reading

POSITIONS = (
    "ICE concurred with this recommendation.",
    "DHS did not concur with this recommendation, stating that its rules suffice.",
    "In May 2022, ICE partially concurred with this recommendation.",
)
STATEMENTS = (
    "As of March 2025, ICE officials stated that a working group was drafting the guidance.",
    "In January 2024, ICE provided a draft that covers a part of what we recommended.",
    "When we confirm what actions the agency has taken in response to this recommendation, we will provide updates.",
)
PLANS = (
    "ICE estimated that it would complete these actions by June 30, 2027.",
    "ICE plans to complete the work by the end of fiscal year 2027.",
    "ICE anticipates it can begin the pilot around the end of calendar year 2026.",
    "To fully address the intent of our recommendation, ICE must show how the results are used.",
)
COMMENTS = st.lists(st.sampled_from(POSITIONS + STATEMENTS + PLANS), max_size=5, unique=True).map(" ".join)
SIMPLE = settings(max_examples=30, deadline=None)


def problems(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def recommendations(reading: Reading) -> list[Candidate]:
    return [found for found in reading.candidates if found.item.kind == "recommendation"]


class TestSameFacts:
    @SIMPLE
    @given(
        comment=COMMENTS,
        order=st.permutations(range(len(COLUMNS))),
        delimiter=st.sampled_from(",;\t|"),
        line_end=st.sampled_from(("\n", "\r\n")),
        lines=st.integers(0, 9),
        last=st.booleans(),
        mark=st.booleans(),
    )
    def test_it_says_the_same_however_it_was_saved(
        self, comment: str, order: list[int], delimiter: str, line_end: str, lines: int, last: bool, mark: bool
    ) -> None:
        rows = [record(comment=comment), record(text="The Director should act; at once. (Recommendation 5)")]
        columns = [" ".join(name.upper().split()) for name in COLUMNS]
        preamble = (*(["Title"] * lines), STAMP)
        content = export(rows, columns=columns, order=order, delimiter=delimiter, line_end=line_end, preamble=preamble)
        saved = (b"\xef\xbb\xbf" if mark else b"") + content + (line_end.encode() if last else b"")
        assert told(read(saved)) == told(read(export(rows)))
        assert READER.recognise(Source.of(saved)) == 3

    @SIMPLE
    @given(COMMENTS)
    def test_a_page_and_the_export_meet_in_one_item(self, comment: str) -> None:
        page = (
            "Detention\n\nOpen Recommendations (1 total)\n\nDetention Oversight: Goals Are Missing\n"
            "GAO-24-106233, Jul 23, 2024\n\nShow\n1 Open Recommendations\nAgency Recommendation Status\n"
            "United States Immigration and Customs Enforcement The Director of ICE should set goals. "
            "(Recommendation 4)\n"
            f"Open\n{comment}\n"
        )
        printed = GaoAgencyPageReader().read(decode(Source.of(page.encode())))
        exported = read(export([record(comment=comment)]))
        only = {"listing", "document"}
        ours, theirs = (
            {found.item: found for found in reading.candidates if found.item.kind not in only}
            for reading in (exported, printed)
        )
        assert ours.keys() == theirs.keys()
        for item, found in theirs.items():
            assert {one.field for one in found.excerpts} <= {one.field for one in ours[item].excerpts}
            for excerpt in found.excerpts:
                value = getattr(found.entity, excerpt.field)
                assert getattr(ours[item].entity, excerpt.field) == value, excerpt.field
            assert [(label.words, label.occurred_on, label.actor) for label in ours[item].labels] == [
                (label.words, label.occurred_on, label.actor) for label in found.labels
            ]

    @SIMPLE
    @given(st.text(st.sampled_from("ab &<\u200b\u202f\u00e9;amp"), min_size=1, max_size=30))
    def test_ampersands_are_unescaped_once_and_quoted_as_printed(self, words: str) -> None:
        printed = f"The Director should {words.replace('&', '&amp;')}end."
        [found] = recommendations(read(export([record(text=printed)])))
        wanted = html.unescape(printed.replace("&amp;", "\0")).replace("\0", "&").replace("\u200b", "")
        assert " ".join(found.entity.text.split()) == " ".join(wanted.split())
        [quote] = [excerpt.words for excerpt in found.excerpts if excerpt.field == "text"]
        assert quote in printed


class TestPeople:
    @SIMPLE
    @given(
        st.text(st.sampled_from("ABCxyz '-."), min_size=4, max_size=20).map(lambda name: f"Zoe Q{name.strip()}Z"),
        st.sampled_from((0, 3, 7)),
    )
    def test_who_directs_a_report_is_never_told(self, name: str, cut: int) -> None:
        rows = [record(director=name, phone="(202) 555-9876"), record(director=name, phone="(202) 555-9876")[cut:]]
        reading = read(export(rows))
        everything = repr((reading.candidates, reading.problems, reading.unaccounted))
        assert name not in everything
        assert "555-9876" not in everything

    def test_a_record_whose_cells_slipped_is_not_read(self) -> None:
        rows = [record(), record(number="GAO-20-36")[1:], record(number="GAO-20-36")[2:]]
        reading = read(export(rows))
        assert [problem.message[:9] for problem in reading.problems] == ["rows 8-9:"]
        assert [str(found.item) for found in recommendations(reading)] == ["recommendation:gao/gao-24-106233/4@ice"]

    def test_a_column_that_nobody_knows_is_told_by_name_only(self) -> None:
        reading = read(export([[*record(), "a secret"]], columns=(*COLUMNS, "Internal Note")))
        assert problems(reading) == ["column-not-mapped"]
        assert "a secret" not in repr((reading.candidates, reading.problems, reading.unaccounted))


class TestCut:
    def test_wherever_it_was_cut_off_nothing_wrong_is_told(self) -> None:
        rows = [
            record(),
            record(
                text="The Director, or ICE, should act. (Recommendation 5)", comment="As of May 2025, ICE had begun."
            ),
        ]
        whole = export(rows)
        last_cell = len(whole) - len("Homeland Security")
        known = {entity_of(found) for found in recommendations(read(whole))}
        begins = whole.rindex(b"Detention Oversight")  # a cut in the last cell of a record cannot be seen
        for end in random.Random(5).sample(range(begins, last_cell), 60):
            found = recommendations(read(whole[:end]))
            assert {entity_of(one) for one in found} <= known


def entity_of(found: Candidate) -> Recommendation:
    assert isinstance(found.entity, Recommendation)
    return found.entity


class TestDates:
    def test_everything_is_stated_on_the_day_of_the_stamp(self) -> None:
        reading = read(export([record()]))
        assert reading.source is not None
        assert str(reading.source.dated_on) == "2026-09-28"
        listing = reading.candidates[0].entity
        assert isinstance(listing, Listing)
        assert str(listing.as_of) == "2026-09-28"

    def test_a_date_given_with_the_file_goes_before(self) -> None:
        source = Source.of(export([record()]), dated_on=Moment.parse("2026-10-01"))
        read_on = READER.read(table_text(source)).source
        assert read_on is not None
        assert str(read_on.dated_on) == "2026-10-01"

    def test_without_a_stamp_nothing_is_dated(self) -> None:
        reading = read(export([record()], preamble=("GAO",)))
        assert reading.source is not None
        assert reading.source.dated_on is None

    @pytest.mark.parametrize(
        ("printed", "meant"),
        [
            ("Sep 8, 2026", "2026-09-08"),
            ("September 8, 2026", "2026-09-08"),
            ("2026-09-08", "2026-09-08"),
            ("2020-05-20 00:00:00", "2020-05-20"),
            ("2020-05-20T00:00:00Z", "2020-05-20"),
            ("9/8/2026", "2026-09-08"),
        ],
    )
    def test_dates_of_issue(self, printed: str, meant: str) -> None:
        [document] = [one for one in read(export([record(issued=printed)])).candidates if one.item.kind == "document"]
        assert str(document.entity.issued_on) == meant

    @pytest.mark.parametrize("printed", ["Feb 31, 2026", "soon", "8", "13/13/2026"])
    def test_what_is_no_date_is_told(self, printed: str) -> None:
        reading = read(export([record(issued=printed)]))
        assert "unreadable-date" in problems(reading)
        assert all(one.field != "issued_on" for found in reading.candidates for one in found.excerpts)


class TestNames:
    def test_the_same_record_twice_counts_once(self) -> None:
        reading = read(export([record(), record()]))
        assert problems(reading) == []
        assert len(recommendations(reading)) == 1

    def test_another_record_of_the_same_name_is_told(self) -> None:
        reading = read(export([record(), record(priority="Yes")]))
        assert problems(reading) == ["identity-collision"]
        assert len(recommendations(reading)) == 2

    def test_a_publication_described_in_two_ways_is_told_once(self) -> None:
        rows = [
            record(agency=agency, title=title) for agency, title in (("DHS", "One"), ("DOJ", "Two"), ("VA", "Three"))
        ]
        reading = read(export(rows))
        assert problems(reading) == ["document-differs"]
        assert next(one for one in reading.problems).locator == Cell("", 8, 1)

    @pytest.mark.parametrize("topics", ["Energy, Environment, and Transportation", "Natural resources, land and water"])
    def test_a_topic_with_commas_is_one(self, topics: str) -> None:
        [found] = recommendations(read(export([record(topics=topics)])))
        assert found.entity.topics == (topics,)

    def test_several_topics_are_several(self) -> None:
        [found] = recommendations(read(export([record(topics="Homeland Security, Health Care; Energy")])))
        assert found.entity.topics == ("Homeland Security", "Health Care", "Energy")


def test_a_second_export_in_the_file_is_left_out() -> None:
    one, two = export([record()]), export([record(number="GAO-20-36")])
    reading = read(one + b"\n" + two.replace(b"Sep 28, 2026", b"Oct 28, 2026"))
    assert problems(reading) == ["several-entries"]
    assert told(reading) == told(read(one))


class TestRecognising:
    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"Agency,Recommendation,Status\nDHS,Act.,Open\n",
            b"Publication Number\nGAO-24-106233\n",
            b"<!DOCTYPE html><p>Publication Number, Agency, Recommendation, Status",
        ],
    )
    def test_other_tables_are_not_its_own(self, content: bytes) -> None:
        assert READER.recognise(Source.of(content)) == 0

    def test_a_table_without_the_header_is_told(self) -> None:
        assert problems(read(b"Agency,Status\nDHS,Open\n")) == ["header-missing"]


def test_a_workbook_says_the_same() -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    rows = [record(), record(text="The Director should publish them. (Recommendation 5)", priority="Yes")]
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet, as_date = book.add_worksheet("open recs"), book.add_format({"num_format": "mmm d, yyyy"})
        sheet.write(2, 0, STAMP)
        for row, words in enumerate([COLUMNS, *rows], 5):
            sheet.write_row(row, 0, words)
        for row in (6, 7):
            sheet.write_datetime(row, 2, datetime(2024, 7, 23), as_date)
    saved = told(read(written.getvalue(), name="export.xlsx"))
    assert [fact[:3] for fact in saved] == [fact[:3] for fact in told(read(export(rows)))]
