"""One page as many extractors give it: the same cells, whatever they dropped."""

from collections.abc import Callable
from datetime import date

import pytest

from oversight_adapters.readers.gao_agency_page import GaoAgencyPageReader
from oversight_adapters.texts.plain import decode
from oversight_core.provenance import Source
from oversight_core.reading import Reading

READER = GaoAgencyPageReader()
CBP = "United States Customs and Border Protection"
PAGE = f"""Skip to main content

{CBP}

Jump To:

Open Recommendations (3 total)

Bridges: Two Are Old

Show
2 Open Recommendations
Agency Affected Recommendation Status
{CBP} The Commissioner of CBP should mend the first. (Recommendation 1)
Open – Partially Addressed
CBP concurred with this recommendation. As of May 2024, CBP was mending it.
{CBP} The Commissioner of CBP should mend the second. (Recommendation 2)
Open
U.S. Customs and Border Protection (CBP) agreed with the recommendation.

Roads: One Is New [Reissued with revisions on Sep. 4, 2018.]

Show
1 Open Recommendations
Agency Affected Recommendation Status
{CBP} The Commissioner of CBP should open it. (Recommendation 3)
Open
"""
FIRST = PAGE[PAGE.index(f"{CBP} The") : PAGE.index(f"{CBP} The Commissioner of CBP should mend the second")]
SECOND = PAGE[PAGE.index(f"{CBP} The Commissioner of CBP should mend the second") : PAGE.index("\nRoads")]


def read(page: str | bytes) -> Reading:
    content = page.encode() if isinstance(page, str) else page
    return READER.read(decode(Source.of(content)))


def cells(reading: Reading) -> list[tuple[object, ...]]:
    return [
        (c.entity.report_title, c.entity.addressee, c.entity.number, c.entity.text, c.entity.status, c.entity.position)
        for c in reading.candidates
        if c.item.kind == "recommendation"
    ]


def without(*dropped: str) -> Callable[[str], str]:
    return lambda page: "".join(line for line in page.splitlines(keepends=True) if line.strip() not in dropped)


def lines(page: str) -> str:
    return "".join(line for line in page.splitlines(keepends=True) if line.strip())


def bare(page: str) -> str:
    kept = [line for line in page.split("\n") if not (line == "Show" or "Agency Affected" in line or line[1:3] == " O")]
    return "\n".join(kept)


HEADER = "Agency Affected Recommendation Status"
VARIANTS: dict[str, Callable[[str], str | bytes]] = {
    "no Show": without("Show"),
    "no header": without(HEADER),
    "no blank lines": lines,
    "no Show, no blank lines": lambda page: lines(without("Show")(page)),
    "no furniture": bare,
    "no furniture, no blank lines": lambda page: lines(bare(page)),
    "sorted by agency": lambda page: page.replace(HEADER, "Agency Affected Sort ascending Recommendation Status"),
    "sorted by text": lambda page: page.replace(HEADER, "Agency Affected Recommendation Sort descending Status"),
    "sorted by status": lambda page: page.replace(HEADER, HEADER + " Sort descending"),
    "header in three lines": lambda page: page.replace(HEADER, "Agency Affected\nRecommendation\nStatus"),
    "older header": lambda page: page.replace(HEADER, "Agency Recommendation Status"),
    "hyphen": lambda page: page.replace("Open – Partially", "Open - Partially"),
    "two hyphens": lambda page: page.replace("Open – Partially", "Open--Partially"),
    "small letters": lambda page: page.replace("Open – Partially Addressed", "Open - partially addressed"),
    "the other name": lambda page: page.replace(CBP, "U.S. Customs and Border Protection"),
    "agency on its own line": lambda page: page.replace(f"{CBP} The", f"{CBP}\nThe"),
    "rows marked": lambda page: page.replace(f"\n{CBP} The", f"\n• {CBP} The"),
    "cells between tabs": lambda page: page.replace(f"{CBP} The", f"{CBP}\tThe").replace(
        HEADER, HEADER.replace(" R", "\tR")
    ),
    "headings marked": lambda page: page.replace("Bridges:", "## Bridges:").replace("Roads:", "### Roads:"),
    "emphasis": lambda page: page.replace("\nOpen\n", "\n**Open**\n"),
    "status in the line": lambda page: page.replace("(Recommendation 2)\nOpen\n", "(Recommendation 2) Open "),
    "captions": lambda page: page.replace("\nOpen", "\nStatus: Open").replace("Status: Open Rec", "Open Rec"),
    "priority counted": lambda page: page.replace("2 Open Recommendations", "2 Open Recommendations (1 Priority)"),
    "blank before comment": lambda page: page.replace("Addressed\n", "Addressed\n\n"),
    "pager": lambda page: page + "\nPagination\n\nCurrent page 1\nPage 2\nNext page\nLast »\n",
    "carriage returns": lambda page: page.replace("\n", "\r\n"),
    "old line ends": lambda page: page.replace("\n", "\r"),
    "no-break blanks": lambda page: page.replace("Open Recommendations", "Open\u00a0Recommendations"),
    "trailing blanks": lambda page: page.replace("\n", "  \n"),
    "byte-order mark": lambda page: b"\xef\xbb\xbf" + page.encode(),
    "utf-16": lambda page: b"\xff\xfe" + page.encode("utf-16-le"),
    "windows-1252": lambda page: page.encode("cp1252"),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_the_same_page(name: str) -> None:
    plain, other = read(PAGE), read(VARIANTS[name](PAGE))
    assert cells(other) == cells(plain)
    assert [c.item for c in other.candidates] == [c.item for c in plain.candidates]
    assert other.problems == ()


def test_a_missing_status_is_not_open() -> None:
    page = PAGE.replace("Open – Partially Addressed\n", "").replace("\nOpen\n", "\n")
    for candidate in read(page).candidates:
        if candidate.item.kind == "recommendation":
            assert candidate.entity.status == "" and candidate.entity.status_printed == ""
            assert not [label for label in candidate.labels if label.vocabulary == "gao/status"]
    assert [cell[:4] for cell in cells(read(page))] == [cell[:4] for cell in cells(read(PAGE))]


def test_a_comment_that_opens_with_the_agency_is_no_recommendation() -> None:
    page = PAGE.replace("CBP concurred", f"{CBP} concurred").replace("U.S. Customs", "United States Customs")
    assert cells(read(page)) == cells(read(PAGE))


@pytest.mark.parametrize("total", ["3", "1,003", "three"])
def test_totals_in_any_style(total: str) -> None:
    listing = read(PAGE.replace("(3 total)", f"({total} total)")).candidates[0].entity
    assert listing.stated_total == {"3": 3, "1,003": 1003, "three": 3}[total] and listing.parsed_total == 3


@pytest.mark.parametrize(
    ("page", "codes"),
    [
        ("", ["nothing-recognised"]),
        ("In May 2024, ICE concurred with our recommendation.", ["nothing-recognised"]),
        (PAGE.replace("(3 total)", "(41 total)"), ["listing-incomplete"]),
        (PAGE.replace("2 Open Rec", "5 Open Rec"), ["block-incomplete"]),
        (PAGE.replace("(3 total)", "(many total)"), ["unreadable-total"]),
        (PAGE.replace("Bridges: Two Are Old\n\n", ""), ["title-missing"]),
        (PAGE.replace(SECOND, FIRST), ["listing-incomplete"]),
        (PAGE.replace("Recommendation 2", "Recommendation 1"), ["identity-collision"]),
        (PAGE[: PAGE.index("(Recommendation 3") + 17], ["truncated"]),
        (PAGE.replace("As of May 2024", "As of May 2024 " * 9000), ["comment-too-long"]),
    ],
)
def test_what_does_not_hold_together_is_a_problem(page: str, codes: list[str]) -> None:
    assert [problem.code for problem in read(page).problems] == codes


def test_a_department_and_its_component() -> None:
    page = PAGE.replace(f"{CBP} The", "Department of Homeland Security: U.S. Coast Guard The")
    assert {cell[1] for cell in cells(read(page))} == {"USCG"}


def test_an_agency_that_cannot_be_told_from_the_text_gives_neither() -> None:
    page = PAGE.replace(f"{CBP} The Commissioner of CBP should open", "Bridge Board Members should open")
    last = read(page).candidates[-1].entity
    assert (last.number, last.addressee, last.text) == ("3", "", "")
    assert [problem.code for problem in read(page).problems] == ["addressee-missing"]


def test_absence_of_a_total_is_no_problem() -> None:
    reading = read(PAGE.replace("Open Recommendations (3 total)\n", ""))
    assert reading.problems == () and reading.candidates[0].entity.stated_total is None


@pytest.mark.parametrize(
    ("content", "sure"),
    [
        (PAGE, 3),
        (lines(PAGE), 3),
        (PAGE.replace("\n", "\r\n"), 3),
        (bare(PAGE), 2),
        ("", 0),
        ("Show me the open recommendations (there are many).", 0),
        ("Summary of recommendations", 0),
    ],
)
def test_recognising(content: str, sure: int) -> None:
    assert READER.recognise(Source.of(content.encode())) == sure


def test_a_wrapped_recommendation_may_say_first_what_comes_before() -> None:
    wrapped = PAGE.replace(
        "The Commissioner of CBP should mend the first.",
        "The Commissioner of CBP should, after counting\nall of them, mend the first of\nthe bridges.",
    )
    reading = READER.read(decode(Source.of(wrapped.encode())))
    numbers = [one.item.number for one in reading.candidates if one.item.kind == "recommendation"]
    assert numbers == ["1", "2", "3"]


def test_a_date_that_a_line_end_cuts_off_is_no_furniture() -> None:
    cut = "As of May 2023, ICE expects to be done, with an estimated completion date of\nMay 31, 2024."
    page = PAGE.replace("\nOpen\n", f"\nOpen\n{cut}\n", 1)
    (told,) = {c.entity.estimated_completion for c in read(page).candidates if c.item.kind == "recommendation"} - {None}
    assert told.earliest == told.latest == date(2024, 5, 31)


def test_a_wrapped_sentence_above_a_list_is_no_heading() -> None:
    page = """As of December 1, 2021, there are 4659 open recommendations, of which 482 are
priority recommendations. They stay open until they are closed.

1 - 1 of 1 Recommendations

Capitol Attack: Special Events Could Have Been Declared [Reissued with revisions on Aug.
09, 2021.]

Show
1 Open Recommendations
Agency Recommendation Status
Department of Homeland Security
The Secretary of Homeland Security should ask whether more should count. (Recommendation 1)
Open
"""
    listing, *rows = (candidate.entity for candidate in read(page).candidates)
    assert listing.topic == "" and listing.agency == ""
    titles = [row.report_title for row in rows if hasattr(row, "report_title")]
    declared = "Capitol Attack: Special Events Could Have Been Declared"
    assert titles == [f"{declared} [Reissued with revisions on Aug. 09, 2021.]"]


def test_a_call_to_search_that_is_wrapped_is_no_topic() -> None:
    page = """Search for open recommendations by agency, topic, subject, or keyword/phrase below a
line of figures that we have not read. 471 of these are priority recommendations that we
believe warrant attention.

1 - 1 of 23 Recommendations

Show
1 Open Recommendations
Agency Recommendation Status
Department of Homeland Security
The Secretary of Homeland Security should ask whether more should count. (Recommendation 1)
Open
"""
    (listing,) = (candidate.entity for candidate in read(page).candidates if candidate.item.kind == "listing")
    assert listing.topic == ""


def test_half_of_a_wrapped_name_is_no_comment_on_what_stands_above() -> None:
    wrapped = PAGE.replace(
        f"{CBP} The Commissioner of CBP should mend the second",
        "United States Customs and Border\nProtection The Commissioner of CBP should mend the second",
    )
    wrapped = wrapped.replace("CBP concurred with this recommendation. As of May 2024, CBP was mending it.\n", "")
    assert "Border\nProtection" in wrapped
    told = [(c.entity.number, c.entity.addressee) for c in read(wrapped).candidates if c.item.kind == "recommendation"]
    assert told == [("1", "CBP"), ("2", "CBP"), ("3", "CBP")]


@pytest.mark.parametrize(
    "wrapped",
    [
        "The Secretary should direct the Commissioner of\nCBP to mend them.",
        "The Secretary should see to it that the Director of the\nOffice of Management and Budget should pay.",
        "The Secretary of Homeland Security should, with\nU.S. Customs and Border Protection\nand others, pay.",
        "The Commissioner of\nCBP should mend the Self-\nHelp Office's bridges.",
    ],
)
def test_a_name_that_opens_a_wrapped_line_of_a_text_is_no_agency(wrapped: str) -> None:
    whole = wrapped.replace("-\n", "-").replace("\n", " ")
    plain = PAGE.replace("The Commissioner of CBP should mend the second.", whole)
    other = PAGE.replace("The Commissioner of CBP should mend the second.", wrapped)
    assert cells(read(other)) == cells(read(plain))
    assert cells(read(plain))[1][3] == whole


def test_a_wrapped_matter_may_say_what_congress_may_wish_to_do() -> None:
    row = f"{CBP} The Commissioner of CBP should mend the second. (Recommendation 2)"
    page = PAGE.replace(
        row, "Congress Congress may wish to consider paying for\nthe second. (Matter for Consideration 2)"
    )
    assert cells(read(page))[1][1:4] == ("Congress", "2", "Congress may wish to consider paying for the second.")
