"""A mapping file with mistakes in it is refused when it is loaded: every mistake by key and line, none a traceback."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.mapped_tables import CITY, reader

from oversight_adapters.readers.mapped_table import DefectiveMapping, TableMapping, mapping_of
from oversight_adapters.readers.mapped_table.forms import CONTRADICTING, FORMS, PLAIN, read_date
from oversight_adapters.texts.toml_keys import lines
from oversight_core.entities import KINDS
from oversight_core.moments import Moment
from oversight_core.rules import Force

SMALL = 'name = "t"\nissuer = "city"\n[fields]\nreport = "Audit"\ntext = "What"\n'


def faults(toml: str) -> list[str]:
    with pytest.raises(DefectiveMapping) as told:
        mapping_of(toml, name="tracker.toml")
    assert all("\n" not in str(fault) for fault in told.value.faults)
    assert str(told.value).startswith("the mapping tracker.toml is refused: ")
    return [str(fault) for fault in told.value.faults]


MISTAKES = [
    ('nam = "x"', "nam: there is no key 'nam'; did you mean name?"),
    ("name = 7", "name: it must be a lower-case slug"),
    ('kind = "recomendation"', "kind: there is no kind of item 'recomendation'; did you mean recommendation?"),
    ('dates = ["month-frist"]', "dates: there is no form of dates 'month-frist'; did you mean month-first?"),
    ('dates = ["month-first", "day-first"]', "dates: month-first and day-first read the same words as different days"),
    ("fields.number = 3", 'fields.number: it must be the name of a column, or a table such as { column = "Agency" }'),
    ('fields.txt = "A"', "fields.txt: there is no field of a recommendation 'txt'; did you mean text?"),
    ('fields.number = ["A", "B"]', "fields.number: this field holds one value; name one column"),
    ('fields.number = { colum = "A" }', "fields.number.colum: there is no key 'colum'; did you mean column?"),
    ('fields.number = { column = "A", constant = "B" }', "fields.number: it must have exactly one of column, constant"),
    ('fields.number = { column = "A", dates = ["iso"] }', "fields.number.dates: it is for a date field"),
    ('fields.number = { column = "A", between = ["x"] }', "fields.number.between: it must be two texts"),
    ('fields.number = { column = "A", position = 0 }', "fields.number.position: it must be a whole number from 1"),
    ('fields.number = { column = "A", split = "," }', "fields.number: split is for one column of a field that holds"),
    ('fields.priority = { constant = "yes" }', "fields.priority: the constant 'yes' is not what is read as yes-no"),
    ('fields.position_on = { constant = "soon" }', "fields.position_on: 'soon' is not a moment"),
    ('fields.document = { item = "document", column = "A" }', "fields.document: it must have exactly one of"),
    ('table.formt = "csv"', "table.formt: there is no key 'formt'; did you mean format?"),
    ('table.format = "xls"', "table.format: there is no choice 'xls'; did you mean xlsx?"),
    ('table.delimiter = ";;"', "table.delimiter: it must be one character"),
    ('table = { format = "csv", sheet = "A" }', "table.sheet: it is for xlsx only, and the format is csv"),
    ('table.header = { row = 2, holds = ["A"] }', "table.header: row and holds both say where the header is; keep one"),
    ("table.header.height = 9", "table.header.height: it must be a whole number from 1 to 5"),
    ('table.block = { column = "Month" }', "table.block: it must have starts, between or dates"),
    ('table.leave-out = [{ column = "A" }]', "table.leave-out.1: it must have starts, or a column with is or empty"),
    ('stated = { dates = ["iso"] }', "stated.between: it is missing"),
    ('identity.collision = "keep"', "identity.collision: there is no choice 'keep' (allowed: error, warn)"),
    ('never = ["what"]', "fields.text: the column 'What' is in never, and is not read"),
    ('labels.p = { column = "A", axis = "position" }', "labels.p.words: it is missing"),
    (
        'labels.p = { column = "A", axis = "positon", words = {} }',
        "labels.p.axis: there is no axis of a recommendation",
    ),
    (
        'labels.p = { column = "A", axis = "position", words = { "Agreed With" = "agreed" } }',
        "labels.p.words.\"Agreed With\": there is no state or group of position 'agreed'",
    ),
    (
        'labels.p = { column = "A", axis = "position", words = { Yes = "concurred", "YES " = "concurred" } }',
        "labels.p.words.\"YES \": 'YES ' is the same word as 'Yes', which stands here already",
    ),
    (
        'labels.p = { column = "A", axis = "position", words = { "N/A" = "not_stated" } }',
        'labels.p.words."N/A": not_stated is where every record begins; list a word that states nothing under nothing',
    ),
    (
        'labels.p = { column = "A", axis = "position", words = {}, by = { column = "B", role = "boss" } }',
        "labels.p.by.role: there is no choice 'boss' (allowed: addressee, oversight_body",
    ),
    ('labels.p = { column = "A", axis = "position", words = {}, unknown = "ignore" }', "labels.p.unknown: there is no"),
    ("this is no TOML", "it is not TOML: "),
    ("name = " + "[" * 5000, "its values are nested too deeply"),
    ("x = " + "9" * 5000, "it is not TOML: "),
]


@pytest.mark.parametrize(("mistake", "told"), MISTAKES, ids=[told.partition(":")[0] for _, told in MISTAKES])
def test_a_mistake_is_told_by_its_key(mistake: str, told: str) -> None:
    before = "\n".join(line for line in SMALL.splitlines() if line.split(" ")[0] != mistake.split(" ")[0])
    top, _, fields = before.partition("[fields]\n")
    body = "\n".join(f"fields.{line}" for line in fields.splitlines())
    assert any(told in fault for fault in faults(f"{top}{body}\n{mistake}\n")), faults(f"{top}{body}\n{mistake}\n")


def test_all_mistakes_are_told_at_once_each_with_its_line() -> None:
    spoilt = CITY.replace('"concurred"', '"agreed"').replace('axis = "oversight_status"', 'axis = "status"')
    spoilt = spoilt.replace("never =", "nevr =").replace('"agency"\ntext', '""\ntext')
    spots = ("nevr =", 'addressee = ""', '"Agreed With" =', 'axis = "status"')
    at = [next(n for n, line in enumerate(spoilt.splitlines(), 1) if line.startswith(spot)) for spot in spots]
    keys = ("nevr", "fields.addressee.column", 'labels.position.words."Agreed With"', "labels.status.axis")
    expected = [f"line {line}, {key}" for line, key in zip(at, keys, strict=True)]
    assert [fault.partition(": ")[0] for fault in faults(spoilt) if "exactly one" not in fault] == expected


def test_what_is_missing_is_told() -> None:
    assert faults("") == ["name: it is missing", "issuer: it is missing", "fields: it is missing"]
    assert "identity.report: it is missing" in faults('name="t"\nissuer="c"\nfields.text="A"')[0]


def test_what_is_missing_hides_no_other_mistake() -> None:
    told = faults('fields = { report = "A" }\n[labels.p]\ncolumn="B"\naxis="position"\nwords = { Yes = "agreed" }\n')
    keys = [fault.partition(": ")[0] for fault in told]
    assert keys == ["name", "issuer", "line 5, labels.p.words.Yes"]


def test_no_identity_is_made_of_words_about_people() -> None:
    told = faults('name="t"\nissuer="c"\nkind="complaint"\nfields.text="A"\nidentity.report="B"')
    assert told == ["line 5, identity.number: a complaint is about a person, so no identity is made of its words"]


def test_what_the_words_mean_is_cited_as_the_authors_reading() -> None:
    book = reader(CITY).mapping.rulebook()
    assert (book.name, book.version) == ("mapping-city-tracker", "1")
    assert {table.name for table in book.lifecycles} == {"position", "oversight_status"}
    rows = [row for words in book.vocabularies for row in words.rows]
    assert {cite.force for row in rows for cite in row.cites} == {Force.CONVENTION}
    assert book.vocabularies[0].lookup("agreed  WITH").targets == (("position", "concurred"),)  # type: ignore[union-attr]  # it is there


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"listing"}))
def test_any_kind_of_item_can_be_mapped(kind: str) -> None:
    toml = f'name="t"\nissuer="c"\nkind="{kind}"\nidentity = {{ report = "A", number = "B" }}\n[fields]\n'
    mapping = mapping_of(toml)
    assert (mapping.entity.kind, mapping.entity.cls) == (kind, KINDS[kind])


def test_a_kind_of_a_plug_in_can_be_mapped() -> None:
    @attrs.frozen(kw_only=True)
    class Permit:
        holder: str
        days: int | None = None

    kinds = dict(KINDS) | {"permit": Permit}
    toml = 'name="t"\nissuer="c"\nkind="permit"\nidentity.report="A"\n'
    assert mapping_of(toml + 'fields.holder="B"\nfields.days="C"', kinds=kinds).entity.cls is Permit
    with pytest.raises(DefectiveMapping, match="a permit needs the field holder"):
        mapping_of(toml + 'fields.days="C"', kinds=kinds)


# -- anything at all ---------------------------------------------------------------------------------------------------

VALUES = st.recursive(
    st.one_of(st.text(max_size=8), st.integers(), st.booleans(), st.sampled_from(["A", "csv", "position", "error"])),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["column", "words", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = st.sampled_from(
    "name version title issuer kind table dates stated fields document identity labels never ignore other".split()
)


def as_toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {as_toml(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=True).replace("\\ud", "\\\\ud")


def is_told(toml: str) -> None:
    try:
        assert isinstance(mapping_of(toml), TableMapping)
    except DefectiveMapping as defective:
        assert defective.faults
        assert all(fault.why for fault in defective.faults)


@given(st.text(max_size=200))
def test_any_text_is_a_mapping_or_is_told(toml: str) -> None:
    is_told(toml)
    lines(toml)


@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_any_values_are_a_mapping_or_are_told(data: dict[str, Any]) -> None:
    is_told("\n".join(f"{key} = {as_toml(value)}" for key, value in data.items()))


@given(st.data())
def test_any_value_in_the_place_of_another_is_a_mapping_or_is_told(data: st.DataObject) -> None:
    rows = [n for n, line in enumerate(CITY.splitlines()) if " = " in line]
    spoilt = CITY.splitlines()
    at = data.draw(st.sampled_from(rows))
    spoilt[at] = spoilt[at].partition(" = ")[0] + " = " + as_toml(data.draw(VALUES))
    is_told("\n".join(spoilt))


# -- dates -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_of_dates_reads_its_example(form: Any) -> None:
    assert isinstance(read_date(form.example, [form.name]), Moment)


def test_no_plain_form_reads_what_another_reads_otherwise() -> None:
    for one in FORMS:
        for other in FORMS:
            if one.plain and other.plain:
                read = other.read(one.example)
                assert read in (None, one.read(one.example))
    for first, second in CONTRADICTING:
        assert read_date("3/4/2024", ["month-first"]) != read_date("3/4/2024", ["day-first"])
        assert not {first, second} & set(PLAIN)


@given(st.text(max_size=30))
def test_any_words_are_a_date_or_a_value_error(words: str) -> None:
    with suppress(ValueError):
        assert isinstance(read_date(words, [form.name for form in FORMS]), Moment)
