"""Whatever stands in a text, the reader gives a reading: no exception, and nothing that does not stand there."""

from collections.abc import Callable

import pytest

from oversight_adapters.readers.gao_agency_page import GaoAgencyPageReader
from oversight_core.provenance import Source, stands
from oversight_core.reading import Reading, Text

READER = GaoAgencyPageReader()
ICE = "United States Immigration and Customs Enforcement"
HEAD = (
    f"{ICE}\n\nOpen Recommendations (1 total)\n\nFuel\n\nShow\n1 Open Recommendations\nAgency Recommendation Status\n"
)
ROW = f"{ICE} The Director of ICE should act. (Recommendation 1)\nOpen\n"
MANY = 20_000  # characters


def read(content: str) -> Reading:
    reading = READER.read(Text(Source.of(content.encode("utf-8", "surrogatepass")), content))
    for candidate in reading.candidates:
        for excerpt in candidate.excerpts:
            assert excerpt.derived or stands(excerpt, content)
    return reading


def comment(unit: str) -> str:
    return HEAD + ROW + (unit * (MANY // len(unit)))[:MANY]


BOMBS: dict[str, str | Callable[[], str]] = {
    "digits": "1" * 100_000,
    "a total of a hundred thousand digits": HEAD.replace("(1 total)", f"({'1' * 100_000} total)") + ROW,
    "a number of a hundred thousand digits": HEAD
    + ROW.replace("(Recommendation 1)", f"(Recommendation {'1' * 100_000})"),
    "one line": (HEAD + ROW).replace("\n", " ") * 50,
    "blank lines": "\n" * MANY,
    "a chain of departments": HEAD + "Department of Homeland Security: " * 500 + "\n",
    "agencies alone": HEAD + f"{ICE}\n" * 500,
    "titles alone": "Fuel\nShow\n" * 500,
    "report numbers alone": "GAO-24-106233\n" * 500 + "Show\n",
    "agencies nobody listed": HEAD
    + "".join(f"Board {n} The Chair should act. (Recommendation {n})\nOpen\n" for n in range(300)),
    "one name for many": HEAD
    + "".join(f"{ICE} The Director should do {n}. (Recommendation 1)\nOpen\n" for n in range(300)),
    "concurring": comment("ICE and CBP concurred, if "),
    "concurring for good": comment("ICE concurred with our recommendation. "),
    "dates": comment("As of May 2023, in June 2023, by July 2023, "),
    "dates that are none": comment("As of February 31, 2023, ICE acted. "),
    "expecting": comment("ICE expects to complete in 2026 and "),
    "needing": comment("to address this recommendation, "),
    "openings": comment("However, in addition, as noted, "),
    "possessives": comment("ICE's DHS's "),
    "brackets": comment("(Recommendation 1 "),
    "stops": comment(". "),
    "surrogates": HEAD + ROW + "As of May 2023, ICE\ud800 acted.",
    "nul": HEAD + ROW + "As of May\x00 2023, ICE acted.",
}


@pytest.mark.parametrize("name", BOMBS)
def test_it_is_read_or_told_to_be_unreadable(name: str) -> None:
    bomb = BOMBS[name]
    reading = read(bomb if isinstance(bomb, str) else bomb())
    assert reading.candidates or reading.problems


@pytest.mark.parametrize("cut", range(0, 400, 7))
def test_a_page_cut_anywhere(cut: int) -> None:
    page = HEAD + ROW + "DHS concurred with this recommendation. As of May 2024, ICE was at work.\n"
    for start, end in ((0, cut), (cut, len(page))):
        read(page[start:end])


@pytest.mark.parametrize("total", ["no", "1" * 100_000, "-3", "4.5"])
def test_a_total_that_is_no_number(total: str) -> None:
    codes = [problem.code for problem in read(HEAD.replace("(1 total)", f"({total} total)") + ROW).problems]
    assert codes == ["unreadable-total"]


def test_a_repeated_name_is_a_problem_each_time() -> None:
    bomb = BOMBS["one name for many"]
    assert isinstance(bomb, str)
    assert [problem.code for problem in read(bomb).problems].count("identity-collision") == 299
