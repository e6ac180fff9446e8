"""Any table and any mapping of it: values are the words of their cells, and no cell that is mapped is lost."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import effort
from tests.readers.mapped_tables import csv_bytes

from oversight_adapters.readers.mapped_table import MappedTableReader, TableMapping, mapping_of
from oversight_adapters.texts.grid import Grid
from oversight_core.names import Item
from oversight_core.provenance import Cell, Locator, Pointer, Source
from oversight_core.reading import Text

COLUMNS = ("Audit", "No", "Office", "What", "Answer", "Stands", "Day", "Urgent", "Secret")
SECRET = "Zq9"
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=12)
TEXT = st.one_of(WORDS, st.sampled_from(["None", "N/A", "1.10", "&amp;", "a, b", 'say "no"', "(b)(6)", " pending "]))
CELLS = {
    "Audit": st.sampled_from(["A-1", "A-2", "B 7", "", "é"]),
    "No": st.one_of(st.integers(0, 9).map(str), st.just(""), TEXT),
    "Office": st.sampled_from(["Parks", "Roads", "", "parks"]),
    "What": TEXT,
    "Answer": st.sampled_from(["Agreed", "agreed ", "Refused", "N/A", "None", "", "Maybe"]),
    "Stands": st.sampled_from(["Done", "Open", "", "Ajar"]),
    "Day": st.sampled_from(["1/2/2024", "2024-01-02", "soon", "", "Sep 8, 2026", "13/13/2024"]),
    "Urgent": st.sampled_from(["Yes", "no", "", "perhaps"]),
    "Secret": st.sampled_from(["", SECRET]),
}
MAPPING = """
name = "any"
issuer = "city"
dates = ["month-first", "month-name"]
never = ["Secret"]
identity.number = {number}
identity.addressee = "Office"
identity.collision = "{collision}"
[fields]
report = "Audit"
number = "No"
text = {text}
addressee = "Office"
priority = "Urgent"
{date}
[labels.answer]
column = "Answer"
axis = "position"
unknown = "{unknown}"
words = {{ "Agreed" = "concurred", "Refused" = "non_concurred" }}
nothing = ["N/A"]
by = {{ column = "Office", role = "addressee" }}
[labels.stands]
column = "Stands"
axis = "oversight_status"
unknown = "{unknown}"
words = {{ "Done" = "implemented", "Open" = "open" }}
date = "Day"
"""


@st.composite
def mappings(draw: st.DrawFn) -> TableMapping:
    """A mapping of these columns."""
    policy = st.sampled_from(["warn", "error"])
    toml = MAPPING.format(
        number=draw(st.sampled_from(['"No"', '["No", "Office"]'])),
        collision=draw(policy),
        text=draw(st.sampled_from(['"What"', '{ column = "what", unescape = "html" }'])),
        unknown=draw(st.sampled_from(["warn", "error", "keep"])),
        date=draw(st.sampled_from(["", 'position_on = "Day"'])),
    )
    return mapping_of(toml)


Rows = list[dict[str, str]]
ROWS = st.lists(st.fixed_dictionaries(CELLS), max_size=8)


def as_csv(rows: Rows) -> bytes:
    return csv_bytes([COLUMNS, *([row[name] for name in COLUMNS] for row in rows)])


def as_json(rows: Rows) -> bytes:
    return json.dumps([dict.fromkeys(COLUMNS, None), *rows]).encode()


def text_of(made: MappedTableReader, content: bytes, name: str) -> Text:
    return made.text(Source.of(content, name=name))


def mapped_cells(text: Text, mapping: TableMapping) -> Counter[tuple[Locator, str]]:
    """Every cell of a mapped column in which words stand."""
    wanted = {name.casefold() for pick in mapping.picks() for name in pick.names}
    assert isinstance(text.places, Grid)
    (sheet,) = text.places.sheets
    found: Counter[tuple[Locator, str]] = Counter()
    for row in sheet.rows[0 if sheet.columns else 1 :]:
        names = sheet.columns or sheet.rows[0].words
        for column, words in enumerate(row.words, 1):
            if words.strip() and names[column - 1].casefold() in wanted:
                found[sheet.locator(row.number, column), words] += 1
    return found


@settings(max_examples=effort(ci=60, nightly=3000))
@given(mapping=mappings(), rows=ROWS, form=st.sampled_from([(as_csv, "t.csv"), (as_json, "t.json")]))
def test_nothing_is_lost_and_nothing_is_invented(mapping: TableMapping, rows: Rows, form: tuple[Any, str]) -> None:
    made = MappedTableReader(mapping)
    text = text_of(made, form[0](rows), form[1])
    found = made.examine(text)
    excerpts = [
        (excerpt, attrs.asdict(candidate.entity, recurse=False).get(excerpt.field))
        for candidate in found.candidates
        for excerpt in candidate.excerpts
        if not excerpt.derived
    ]
    labelled = [(label, excerpt) for one in found.candidates for label in one.labels for excerpt in label.excerpts]
    for excerpt, held in excerpts:
        assert text.at(excerpt.locator) == excerpt.words  # type: ignore[arg-type]  # what is stated has a place
        assert made.value(excerpt) == held
    for label, excerpt in labelled:
        assert text.at(excerpt.locator) == excerpt.words  # type: ignore[arg-type]  # what is stated has a place
        if excerpt.phrase.endswith(".column"):
            assert made.value(excerpt) == label.words == str(excerpt.words).strip()
    told = {excerpt.locator for excerpt, _ in excerpts} | {excerpt.locator for _, excerpt in labelled}
    told |= {cell.locator for cell in found.unaccounted}
    nothing = {(place, words) for place, words in mapped_cells(text, mapping) if words.strip() == "N/A"}
    missed = {(place, words) for place, words in mapped_cells(text, mapping) if place not in told} - nothing
    assert missed == set() or found.refused
    assert all(text.at(cell.locator) == cell.text for cell in found.unaccounted if cell.locator)


@settings(max_examples=effort(ci=40, nightly=2000))
@given(mapping=mappings(), rows=ROWS)
def test_every_row_is_a_candidate_or_is_named(mapping: TableMapping, rows: Rows) -> None:
    made = MappedTableReader(mapping)
    found = made.examine(text_of(made, as_csv(rows), "t.csv"))
    placed = {
        excerpt.locator.row
        for candidate in found.candidates
        for excerpt in candidate.excerpts
        if isinstance(excerpt.locator, Cell)
    }
    named = " ".join(problem.message for problem in found.problems if problem.code == "identity-missing")
    for number, row in enumerate(rows, 2):
        if any(words.strip() for words in row.values()):
            assert number in placed or "rows" in named or f"row {number} " in named
    assert all(Item.parse(str(candidate.item)) == candidate.item for candidate in found.candidates)


@settings(max_examples=effort(ci=40, nightly=2000))
@given(mapping=mappings(), rows=ROWS, form=st.sampled_from([(as_csv, "t.csv"), (as_json, "t.json")]))
def test_what_is_never_imported_is_nowhere(mapping: TableMapping, rows: Rows, form: tuple[Any, str]) -> None:
    clean = [row | {name: row[name].replace(SECRET, "") for name in COLUMNS[:-1]} for row in rows]
    made = MappedTableReader(mapping)
    found = made.examine(text_of(made, form[0](clean), form[1]))
    assert SECRET not in repr((found.candidates, found.problems, found.unaccounted, found.words))


@settings(max_examples=effort(ci=40, nightly=2000))
@given(mapping=mappings(), rows=ROWS)
def test_a_file_that_is_refused_gives_nothing_and_says_why(mapping: TableMapping, rows: Rows) -> None:
    made = MappedTableReader(mapping)
    found = made.examine(text_of(made, as_csv(rows), "t.csv"))
    unknown = {row["Answer"].strip() for row in rows} & {"Maybe", "None"} | {row["Stands"] for row in rows} & {"Ajar"}
    refusing = [problem for problem in found.refused if problem.code == "unknown-word"]
    if mapping.labels[0].unknown == "error":
        assert len(refusing) <= len(unknown)
    else:
        assert refusing == []
    if found.refused:
        assert found.reading().candidates == ()
        assert set(found.refused) <= set(found.problems)


@given(locator=st.builds(Pointer, WORDS))
def test_a_place_that_is_not_there_has_no_words(locator: Pointer) -> None:
    made = MappedTableReader(mapping_of('name="a"\nissuer="b"\nfields.report="Audit"\nfields.text="What"'))
    assert text_of(made, b'[{"Audit": "1", "What": "x"}]', "t.json").at(locator) is None or locator.path
