"""What every reader shares: dates, counts, organisations, sentences, and the account of what was not understood."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.readers.accounting import account
from oversight_adapters.readers.phrasebook import Phrase, Phrasebook, Slot
from oversight_adapters.readers.words import dates, numbers
from oversight_adapters.readers.words.components import COMPONENTS, component
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.sentences import sentences
from oversight_core.provenance import Excerpt, Source, TextSpan
from oversight_core.reading import Problem, Text


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("February 5, 2024", "2024-02-05"),
        ("Sept. 5, 2023", "2023-09-05"),
        ("March 1,2011", "2011-03-01"),
        ("5 February 2024", "2024-02-05"),
        ("16 August, 2024", "2024-08-16"),
        ("12/2/2021", "2021-12-02"),
        ("August of 2023", "2023-08"),
        ("July 24-27, 2023", "2023-07-24/2023-07-27"),
        ("August 24 -25, 2022", "2022-08-24/2022-08-25"),
        ("May 1 and July 31, 2019", "2019-05-01/2019-07-31"),
        ("May 1, 2021, until July 6, 2022", "2021-05-01/2022-07-06"),
        ("September 2020 to January 2021", "2020-09/2021-01"),
        ("January and October 2022", "2022-01/2022-10"),
        ("February\n5,\n2024", "2024-02-05"),
    ],
)
def test_a_date_is_as_fine_as_its_words(words: str, printed: str) -> None:
    assert str(dates.moment(words)) == printed


@pytest.mark.parametrize("words", ["February 30, 2024", "13/45/2021", "Maybe 5, 2024", "soon", ""])
def test_what_is_no_date_is_a_value_error(words: str) -> None:
    with pytest.raises(ValueError):
        dates.moment(words)


@given(st.dates())
def test_every_day_reads_back(day: object) -> None:
    if day.year >= 1900 and day.year < 2100:  # type: ignore[attr-defined]
        for form in ("%B %d, %Y", "%d %B %Y", "%b. %d, %Y", "%m/%d/%Y", "%Y-%m-%d"):
            words = day.strftime(form).replace("May. ", "May ")  # type: ignore[attr-defined]
            assert str(dates.moment(words)) == str(day)


_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()


@pytest.mark.parametrize(
    ("words", "number"), [*zip(_SMALL, range(17), strict=True), ("Twenty-four", 24), ("1,064", 1064)]
)
def test_counts_in_words_and_figures(words: str, number: int) -> None:
    assert numbers.count(words) == number


@pytest.mark.parametrize("row", COMPONENTS, ids=lambda row: row.short)
def test_an_organisation_by_every_name(row: object) -> None:
    short, names = row.short, row.names  # type: ignore[attr-defined]
    for name in (short, *names, *(f"U.S. {name} ({short})" for name in names)):
        assert component(name) == short


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("U.S. Immigration and Customs Enforement (ICE)", "ICE"),
        ("US Customs & Border Protection", "CBP"),
        ("DHS FPS", "FPS"),
        ("Coast\nGuard", "USCG"),
    ],
)
def test_an_organisation_as_pages_spell_it(words: str, short: str) -> None:
    assert component(words) == short


@pytest.mark.parametrize("words", ["ice", "dhs", "the Agency", "ICEBERG"])
def test_lower_case_is_no_organisation(words: str) -> None:
    with pytest.raises(ValueError, match="not a component"):
        component(words)


def test_a_sentence_ends_at_a_stop_before_a_capital() -> None:
    text = "On Sept. 5, 2023, U.S. officials met (ICE). They agreed!  Did they?\n\nHeading\n\nMr. Smith left. no"
    assert [text[a:b] for a, b in sentences(text)] == [
        "On Sept. 5, 2023, U.S. officials met (ICE).",
        "They agreed!",
        "Did they?",
        "Heading",
        "Mr. Smith left. no",
    ]


@given(st.text(max_size=300))
def test_sentences_are_disjoint_ascend_and_hold_every_letter(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    spans = list(sentences(folded))
    assert all(a < b for a, b in spans) and all(b <= c for (_, b), (c, _) in pairwise(spans))
    outside = "".join(folded[b:c] for (_, b), (c, _) in zip([(0, 0), *spans], [*spans, (len(folded), 0)], strict=True))
    assert not outside.strip()


def test_a_telling_sentence_is_touched_or_listed() -> None:
    text = "It rained. ICE concurred. In June 2024, it snowed. Twelve came. It may please you."
    touched = [Excerpt("x", "ICE", TextSpan(11, 14)), Excerpt("y", computed_from=("x",))]
    told = account(text, text, touched, source="sha256:0")
    assert told.telling == 3
    assert [line.text for line in told.unaccounted] == ["In June 2024, it snowed.", "Twelve came."]
    assert all(line.source == "sha256:0" for line in told.unaccounted)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40)), max_size=12))
def test_the_account_is_what_comparing_all_with_all_gives(places: list[tuple[int, int]]) -> None:
    text = "Four came. Five came. Nobody came. Six came at last. In May 2024, all left."
    excerpts = [Excerpt("x", "", TextSpan(start, start + length)) for start, length in places]
    told = account(text, text, excerpts, source="")
    missing = [
        text[a:b]
        for a, b in sentences(text)
        if "Nobody" not in text[a:b] and not any(s < b and a < s + n for s, n in places)
    ]
    assert [line.text for line in told.unaccounted] == missing


def test_a_phrasebook_says_what_reads_a_sentence_and_what_of_it_cannot_be_read() -> None:
    day = Slot("day", r"[A-Z][a-z]+ \d+", parse_day)
    rows = [
        Phrase("closed", "The gate closed on <since:day>", "The gate closed on May 3.", "The gate closed."),
        Phrase("gate", "The gate", "The gate opened.", "The door opened."),
    ]
    book = Phrasebook("gates", [day], rows)
    page = "The gate closed on May 3. A door fell. The gate closed on May 39."
    problems: list[Problem] = []
    hits = list(book.hits(page, sentences(page)))
    assert [hit.phrase.name for hit in hits] == ["closed", "closed"]
    read = [book.excerpts(hit, Text(Source.of(page.encode()), page), problems) for hit in hits]
    assert [[excerpt.words for excerpt in excerpts] for excerpts in read] == [["May 3"], []]
    (problem,) = problems
    assert problem.code == "unreadable-value" and "'May 39' cannot be read as since" in problem.message
    assert problem.locator == TextSpan(page.index("May 39"), page.index("May 39") + 6)


def parse_day(words: str) -> int:
    day = int(words.split()[1])
    if day > 31:
        raise ValueError(words)
    return day
