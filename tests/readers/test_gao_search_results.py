"""Search results of 2016 to 2021 as many extractors give them: the same cells, whatever was dropped or wrapped."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from oversight_adapters.readers.gao_agency_page import GaoAgencyPageReader
from oversight_adapters.texts.plain import decode
from oversight_core.provenance import Source
from oversight_core.reading import Reading

READER = GaoAgencyPageReader()
PAGE = """\
Reports & Testimonies

As of April 18, 2018, there are 5,184 open recommendations, of which 465 are priority recommendations.

« Back to Results List Sort by

Results:

Subject Term: "Detention facilities"

2 publications with a total of 3 open recommendations including 1 priority recommendation

Bridges: Two Are Old
GAO-17-438: Published: Jun 1, 2017. Publicly Released: Jun 15, 2017.
Director: Jane Doe
Phone: (202) 512-0100

2 open recommendations
Recommendation: To keep travellers safe, the Commissioner of CBP should mend the first and say when. (Recommendation 1)

Agency: Department of Homeland Security: United States Customs and Border Protection
Status: Open
Priority recommendation

Comments: CBP concurred with this recommendation. As of May 2018, CBP officials told us that they were mending it.

Recommendation: The Commissioner of CBP should mend the second. (Recommendation 2)

Agency: Department of Homeland Security: United States Customs and Border Protection
Status: Open

Comments: When we confirm what actions the agency has taken in response to this recommendation, we will tell of them.

Roads: One Is New
GAO-18-12R: Published: Oct 2, 2017. Publicly Released: Oct 2, 2017.
Director: John Roe
Phone: (202)512-0101

1 open recommendations
Recommendation: The Secretary of State should open it. (Recommendation 3)

Agency: Department of State
Status: Open

Comments: State neither agreed nor disagreed with our recommendation.
"""


def read(page: str) -> Reading:
    return READER.read(decode(Source.of(page.encode())))


def cells(reading: Reading) -> list[tuple[object, ...]]:
    return [
        (c.item, c.entity.report_title, c.entity.addressee, c.entity.text, c.entity.priority, c.entity.position)
        for c in reading.candidates
        if c.item.kind == "recommendation"
    ]


def told(reading: Reading) -> str:
    """Every word that is kept."""
    quoted = [str(excerpt.words) for c in reading.candidates for excerpt in c.excerpts if not excerpt.derived]
    return "\n".join((*quoted, *(one.text for one in reading.unaccounted), *(p.message for p in reading.problems)))


def wrapped(page: str) -> str:
    return "\n".join(part for line in page.split("\n") for part in (textwrap.wrap(line, 76) or [""]))


VARIANTS: dict[str, Callable[[str], str]] = {
    "no blank lines": lambda page: "".join(line for line in page.splitlines(keepends=True) if line.strip()),
    "indented": lambda page: textwrap.indent(page, "    "),
    "wrapped": wrapped,
    "carriage returns": lambda page: page.replace("\n", "\r\n"),
    "captions on lines of their own": lambda page: page.replace("Comments: ", "Comments:\n").replace(
        "Recommendation: ", "Recommendation:\n"
    ),
    "emphasis": lambda page: page.replace("Agency:", "**Agency:**").replace("Status:", "**Status:**"),
    "curly quotes": lambda page: page.replace('"Detention facilities"', "“Detention facilities”"),
    "no-break blanks": lambda page: page.replace("Status: ", "Status:\u00a0"),
    "no telephones": lambda page: "".join(
        line for line in page.splitlines(keepends=True) if not line.startswith(("Director", "Phone"))
    ),
    "no captions of texts": lambda page: page.replace("Recommendation: ", ""),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_the_same_results(name: str) -> None:
    plain, other = read(PAGE), read(VARIANTS[name](PAGE))
    assert cells(other) == cells(plain)
    assert [c.item for c in other.candidates] == [c.item for c in plain.candidates]
    assert other.problems == ()


def test_a_status_line_that_is_missing_is_not_open() -> None:
    reading = read(PAGE.replace("Status: Open\n", ""))
    assert [cell[:4] for cell in cells(reading)] == [cell[:4] for cell in cells(read(PAGE))]
    found = [c for c in reading.candidates if c.item.kind == "recommendation"]
    assert {(c.entity.status, c.entity.status_printed) for c in found} == {("", "")}
    assert not [label for c in found for label in c.labels if label.vocabulary == "gao/status"]


@pytest.mark.parametrize("name", ["as it is", *VARIANTS])
def test_nobody_is_named(name: str) -> None:
    words = told(read(VARIANTS[name](PAGE) if name in VARIANTS else PAGE))
    assert not [person for person in ("Jane", "Doe", "Roe", "512-") if person in words]


def test_one_text_to_two_agencies_is_two_recommendations() -> None:
    second = "Status: Open\n\nComments: DHS did not concur with this recommendation.\n"
    page = PAGE.replace(
        "Agency: Department of State\n",
        f"Agency: Department of Homeland Security\n{second}\nAgency: Department of State\n",
    )
    last = cells(read(page))[-2:]
    assert [(str(cell[0]), cell[5]) for cell in last] == [
        ("recommendation:gao/gao-18-12r/3@dhs", "non_concurred"),
        ("recommendation:gao/gao-18-12r/3@state", "neither_agreed_nor_disagreed"),
    ]


def test_numbers_name_nothing_where_no_report_is_known() -> None:
    lines = [line for line in PAGE.splitlines(keepends=True) if not line.startswith(("GAO-", "Bridges", "Roads"))]
    page = "".join(lines).replace("(Recommendation 3)", "(Recommendation 1)")
    reading = read(page)
    assert len({cell[0] for cell in cells(reading)}) == 3
    assert [problem.code for problem in reading.problems] == ["title-missing", "title-missing"]


def test_what_cannot_be_told_apart_is_told() -> None:
    page = "Results:\nTopic: Roads\nGAO-20-607R, Sep 22, 2020\n" + 2 * (
        "Agency: Department of State\nStatus: Open\nComments: State agreed with our recommendation.\n"
    )
    codes = [problem.code for problem in read(page).problems]
    assert codes == ["text-missing", "text-missing", "identity-collision"]


@pytest.mark.parametrize(
    ("total", "found"),
    [
        ("1 publication with a total of 1 open recommendation", (1, 1, None)),
        ("9 publications with a total of 15 priority recommendations", (15, 9, 15)),
        (
            "173 publications with a total of 1,608 open recommendations including 67 priority recommendations",
            (1608, 173, 67),
        ),
    ],
)
def test_totals(total: str, found: tuple[int | None, ...]) -> None:
    before = "2 publications with a total of 3 open recommendations including 1 priority recommendation"
    listing = read(PAGE.replace(before, total)).candidates[0].entity
    assert (listing.stated_total, listing.stated_documents, listing.stated_priority) == found
