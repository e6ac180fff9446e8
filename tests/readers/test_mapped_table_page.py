"""The page of mapping files tells every key, every form of dates and every reason to refuse; what it shows loads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from oversight_adapters.readers.mapped_table import mapping_of
from oversight_adapters.readers.mapped_table.entities import fields_of
from oversight_adapters.readers.mapped_table.forms import FORMS
from oversight_adapters.readers.mapped_table.picks import PICK, SHAPES
from oversight_adapters.readers.mapped_table.problems import REFUSING
from oversight_adapters.readers.mapped_table.sections import FORMATS, TABLE
from oversight_core.entities import KINDS
from oversight_core.register.tables import Tables
from oversight_core.rulebooks import BUILTIN

PAGE = (Path(__file__).resolve().parents[2] / "docs/reference/mapping.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


def rows(section: str) -> dict[str, list[str]]:
    """The rows of the tables of a section by the words in their first cell."""
    cells = [line.strip("|").split("|") for line in SECTIONS[section].splitlines() if line.startswith("| `")]
    return {name: row for row in cells for name in re.findall(r"`\[?([\w.-]+)", row[0])}


def test_every_key_of_a_column_is_told() -> None:
    assert set(rows("Columns")) == set(PICK)
    assert all(f'"{shape}"' in SECTIONS["Columns"] for shape in SHAPES)


def test_every_key_of_the_table_is_told() -> None:
    assert {name.partition(".")[0] for name in rows("Where the table is")} == set(TABLE)
    assert {name for name in rows("Where the table is") if "." in name} == {
        "header.row",
        "header.holds",
        "header.height",
        "header.join",
        "header.again",
    }
    assert all(f"`{name}`" in SECTIONS["Where the table is"] for name in FORMATS)


def test_every_key_of_the_whole_is_told() -> None:
    with pytest.raises(ValueError, match="there is no key 'x'") as told:
        mapping_of("x = 1")
    allowed = str(told.value).partition("(allowed: ")[2].partition(")")[0].split(", ")
    assert {name.partition(".")[0] for name in rows("The whole")} == set(allowed)


def test_every_form_of_dates_is_told_with_its_example() -> None:
    told = rows("Dates")
    assert set(told) == {form.name for form in FORMS}
    for form in FORMS:
        assert form.example in told[form.name][1]
        assert ("yes" in told[form.name][2]) is form.plain


def test_every_reason_to_refuse_a_file_is_told() -> None:
    assert set(rows("What refuses a file")) == REFUSING | {"unknown-word", "identity-collision"}


SNIPPETS = re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=range(1, len(SNIPPETS) + 1))
def test_what_the_page_shows_loads(snippet: str) -> None:
    missing = {'name = "': 'name = "t"\n', 'issuer = "': 'issuer = "t"\n'}
    top = "".join(line for key, line in missing.items() if key not in snippet)
    fields = "" if "[fields]" in snippet else '[fields]\nreport = "A"\nnumber = "B"\n'
    assert mapping_of(top + snippet + fields).name in ("t", "tracker")


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_can_be_given_by_a_table(kind: str) -> None:
    assert None not in fields_of(KINDS[kind]).values()


def test_every_field_and_axis_of_every_kind_is_told() -> None:
    told, tables = rows("Fields"), Tables(BUILTIN)
    assert set(told) == set(KINDS)
    for kind, (_, fields, axes, *_) in told.items():
        assert re.findall(r"`(\w+)`", fields) == list(fields_of(KINDS[kind]))
        governing = {table.axis for book in tables.books.values() for table in book.lifecycles if table.governs(kind)}
        assert set(re.findall(r"`(\w+)`", axes)) == governing
