"""The same facts in another file, line end, order, wrap or extraction read the same; nothing breaks a reader."""

from __future__ import annotations

import csv
import html
import io
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oversight_adapters.readers.facts import facts, plain
from oversight_adapters.readers.ohchr_list import OhchrListReader
from oversight_adapters.readers.united_nations.paragraphs import number, paragraph
from oversight_adapters.readers.united_nations.states import NAMES, state
from oversight_adapters.readers.upr_export import UPR_CODED_REPORTS, UPR_INFO_EXPORT, UprTableReader
from oversight_adapters.texts.documents import document_text
from oversight_adapters.texts.tables import table_text
from oversight_core.provenance import Source
from oversight_core.reading import Reading, Text

LIST = OhchrListReader()
TITLE = "UPR of Slovenia (3rd Cycle - 34th Session) Thematic list of recommendations"
HEADER = ("Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation")
ROWS = (
    (
        "121.2 Finish the ratification of that convention (Ukraine); Speed up the work towards it in every ministry "
        "that has a part in it (Slovakia);\nSource of Position: A/HRC/43/15 - Para 121",
        "Supported",
        "- Economic, social & cultural rights - general measures of implementation\n- Enforced disappearances\n"
        "SDGs: \n- 3 - GOOD HEALTH AND WELL-BEING\n- 8 - DECENT WORK AND ECONOMIC GROWTH\n"
        "Affected persons: \n- women\n- minorities/ racial, ethnic, linguistic, religious or descent-based groups",
    ),
    (
        "122.151 Keep families out of detention, as 2 of the 12 centres do (Cyprus).\n"
        "Source of Position: A/HRC/43/15/Add.1 - Para.5",
        "Noted",
        "- Conditions of detention\nAffected persons: \n- Children",
    ),
)


def told(content: str) -> list[tuple[str, str, str]]:
    """Every fact of a list, without its place."""
    text = document_text(Source.of(content.encode()))
    return sorted((str(fact.item), fact.field, str(plain(fact.value))) for fact in facts(LIST.read(text), LIST))


def as_lines() -> str:
    cells = "\n".join("\n".join(row) for row in ROWS)
    return "\n".join((TITLE, "", *HEADER, "Theme: Acceptance of international norms", cells))


def as_wrapped(width: int) -> str:
    cells = [line for row in ROWS for cell in row for part in cell.split("\n") for line in textwrap.wrap(part, width)]
    return "\n".join((TITLE, "", *HEADER, *cells))


def as_markdown() -> str:
    rows = "\n".join(f"| {' | '.join(cell.replace(chr(10), '<br>') for cell in row)} | |" for row in ROWS)
    return f"# {TITLE}\n\n| {' | '.join(HEADER)} |\n|---|---|---|---|\n{rows}"


def as_flat(between: str) -> str:
    return "\n".join((TITLE, between.join(HEADER), *(between.join(" ".join(c.split()) for c in row) for row in ROWS)))


def as_page() -> str:
    def cells(tag: str, row: tuple[str, ...]) -> str:
        return "".join(f"<{tag}>{html.escape(cell).replace(chr(10), '<br>')}</{tag}>" for cell in row)

    rows = "".join(f"<tr>{cells('td', row)}</tr>" for row in ROWS)
    return (
        f"<!doctype html><html><body><h1>{TITLE}</h1><table><tr>{cells('th', HEADER)}</tr>{rows}</table></body></html>"
    )


@pytest.mark.parametrize(
    "content",
    [
        as_wrapped(38),
        as_wrapped(60),
        as_markdown(),
        as_flat(" "),
        as_flat("\t"),
        as_page(),
        as_lines().replace("\n", "\r\n"),
        as_lines().replace("&", "&amp;"),
        as_lines().replace(" ", "\u00a0"),
        as_lines().replace("\n- ", "\n• "),
        as_lines().replace("recommend", "recom\u00admend"),
        "\n\n".join(as_lines().split("\n")).replace("\n\n- ", "\n- ").replace("persons: \n", "persons:\n"),
    ],
)
def test_a_list_tells_the_same_in_another_shape(content: str) -> None:
    assert told(content) == told(as_lines())


TABLE = [
    "To,Text,From,Response,Action,Issue,Session".split(","),
    ["Ghana", "Abolish the death penalty in law", "Slovakia", "Noted", "5", "Death penalty,Justice", "14"],
    ["Ghana", "Keep up women’s access to courts", "Norway", "Accepted", "2", "Women's rights", "14"],
    ["Ghana", "A plan on housing will be made", "Ghana", "Voluntary Pledge", "4", "Other", "14"],
]


def table_told(content: bytes) -> list[tuple[str, str, str]]:
    reader = UprTableReader(UPR_INFO_EXPORT)
    reading = reader.read(table_text(Source.of(content)))
    return sorted((str(fact.item), fact.field, str(plain(fact.value))) for fact in facts(reading, reader))


def written(rows: list[list[str]], *, line_end: str = "\n", delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator=line_end, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


@given(
    order=st.permutations(range(7)),
    line_end=st.sampled_from(("\r", "\n", "\r\n")),
    delimiter=st.sampled_from(",;\t"),
    encoding=st.sampled_from(("utf-8", "utf-8-sig", "cp1252", "utf-16")),
)
@settings(max_examples=40, deadline=None)
def test_a_table_tells_the_same_in_another_order_and_file(
    order: list[int], line_end: str, delimiter: str, encoding: str
) -> None:
    rows = [[row[n] for n in order] for row in TABLE]
    content = written(rows, line_end=line_end, delimiter=delimiter, encoding=encoding)
    assert table_told(content) == table_told(written(TABLE))


def test_a_pledge_has_no_position_and_a_noted_recommendation_is_not_refused() -> None:
    reading = UprTableReader(UPR_INFO_EXPORT).read(table_text(Source.of(written(TABLE))))
    words = {one.item.kind: [label.words for label in one.labels] for one in reading.candidates}
    assert words == {"recommendation": ["Accepted"], "commitment": []}
    assert [label.words for label in reading.candidates[0].labels] == ["Noted"]
    assert not any(getattr(one.entity, "position", "") for one in reading.candidates)


def test_many_states_that_say_the_same_make_many_items() -> None:
    rows = [
        TABLE[0],
        *([["Ghana", "Ratify it", by, "Noted", "5", "Justice", "14"] for by in ("Peru", "Chile", "Oman")]),
    ]
    found = UprTableReader(UPR_INFO_EXPORT).read(table_text(Source.of(written([TABLE[0], *rows])))).candidates
    assert len({one.item for one in found}) == 3


@pytest.mark.parametrize(
    ("words", "printed", "text", "by"),
    [
        ("96.1.1  ratify it (Argentina);", "96.1.1", "ratify it", ["Argentina"]),
        ("69.1   Hold talks (Kuwait). );", "69.1", "Hold talks", ["Kuwait"]),
        ("109.9..1 Open it (Iran (Islamic Republic of));", "109.9.1", "Open it", ["Iran (Islamic Republic of)"]),
        ("136 1. To go on (Ethiopia);", "136.1", "To go on", ["Ethiopia"]),
        ("186.1..5Ratify the CED (CED) (Canada, Peru)", "186.1.5", "Ratify the CED (CED)", ["Canada", "Peru"]),
        ("121.3 1961 Convention (No. 29) (Togo) (Chad);", "121.3", "1961 Convention (No. 29)", ["Togo", "Chad"]),
        ("5.2 Adopt it (Trinidad and Tobago and Cuba) ;", "5.2", "Adopt it", ["Trinidad and Tobago", "Cuba"]),
        ("84.3 Accede to ICRMW (CRPD);", "84.3", "Accede to ICRMW (CRPD)", []),
    ],
)
def test_numbers_and_states_in_every_print(words: str, printed: str, text: str, by: list[str]) -> None:
    found = paragraph(words)
    assert found is not None
    assert number(words[slice(*found.number)]) == printed
    assert words[slice(*found.parts[0].words)] == text
    assert [words[slice(*span)] for span in found.parts[0].states] == by


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_state_is_named_over_a_list_and_in_a_sentence_over_its_recommendations(name: str) -> None:
    said = f"98. The recommendations below enjoy the support of {name}, which will act:\n98.1. Sign it (Chile)."
    named = _named(f"Thematic list of recommendations\n{name}\n\n{said}\n")
    assert named == {"agency": name, "addressee": name.removeprefix("The ")}


def _named(content: str) -> dict[str, str]:
    found = LIST.read(Text(Source.of(content.encode()), content)).candidates
    told = (one for each in found for one in each.excerpts)
    return {one.field: str(one.words) for one in told if one.field in ("agency", "addressee")}


def test_what_is_no_state_recommends_nothing() -> None:
    assert [state(words) for words in ("CRPD", "None", "OP-CAT", "Optional Protocol", "", "(", "a" * 500)] == [""] * 7


def test_a_short_row_is_told_and_a_slipped_one_is_not_read() -> None:
    short = b"text,to,decision,From,year,notes\n96.1 Sign (France);,Chad,consider,France,2009\n"
    slipped = b"text,to,decision,From,year,notes\nChad,96.1 Sign (France);,consider,France,2009\nx,y,z,w,v,u\n"
    reader = UprTableReader(UPR_CODED_REPORTS)
    found, other = (reader.read(table_text(Source.of(content))) for content in (short, slipped))
    assert "rows-short" in [problem.code for problem in found.problems]
    assert found.candidates[0].entity.issued_on is not None
    assert "row-slipped" in [problem.code for problem in other.problems]
    assert "x" in [one.text for one in other.unaccounted]


PIECES = st.sampled_from(
    (
        *(
            "121.1 ",
            "Ratify",
            "(",
            ")",
            "(Oman)",
            ";",
            ".",
            "..",
            "\n",
            "- ",
            "SDGs:",
            "16 - ",
            "\t",
            "|",
            "<br>",
            "\f",
        ),
        *(
            "Source of Position: A/HRC/1/2",
            " - Para.3",
            "Noted",
            "Affected persons:",
            "Theme: ",
            "12. The ",
            "\u00ad",
            "é",
        ),
        *(
            "recommendations",
            "enjoy the support of Chad",
            "Total Recommendations: 9",
            "UPR of Chad (3rd Cycle - 1st session)",
        ),
    )
)


@given(st.lists(PIECES, max_size=60))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_reader_of_lists(pieces: list[str]) -> None:
    content = "".join(pieces)
    text = Text(Source.of(content.encode()), content)
    reading = LIST.read(text)
    assert isinstance(reading, Reading)
    for one in reading.candidates:
        for excerpt in one.excerpts:
            if excerpt.locator is not None:
                assert text.at(excerpt.locator) == excerpt.words
                LIST.value(excerpt)


CELLS = st.sampled_from(
    ("", "Ghana", "Voluntary Pledge", "Noted", "96.1 Sign (France);", "2011", "14", "|5|16|", "- a - b", "\x0b", "NA")
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=8), max_size=12))
@settings(max_examples=100, deadline=None)
def test_no_table_breaks_its_reader(rows: list[list[str]]) -> None:
    for table, header in ((UPR_INFO_EXPORT, TABLE[0]), (UPR_CODED_REPORTS, "text to decision From year notes".split())):
        reader = UprTableReader(table)
        reading = reader.read(table_text(Source.of(written([header, *rows]))))
        for one in (found for found in reading.candidates if found.item.kind != "organisation"):
            assert one.entity.text
        assert 0 <= reading.coverage <= 1
