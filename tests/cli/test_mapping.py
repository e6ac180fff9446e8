"""Tables on the command line: previewed, imported or refused whole by a mapping, and never half."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run
from tests.readers.mapped_tables import CITY, CITY_COLUMNS, PHONE, POSITIONS, STATUSES, city, city_rows, csv_bytes

from oversight_adapters.readers.mapped_table import mapping_of

ROWS = city_rows()[:8]
MEANS = {word: meaning for labels in mapping_of(CITY).labels for word, meaning in labels.words} | {"N/A": "not_stated"}


@pytest.fixture
def files(run: Run) -> Path:
    """A small table and its mapping in the folder of the command, which is the current one."""
    Path("city.csv").write_bytes(csv_bytes([CITY_COLUMNS, *ROWS]))
    Path("city.toml").write_text(CITY, encoding="utf-8")
    return Path()


def unknown_word() -> None:
    rows = [[*row[:5], "Ajar" if n in (2, 5) else row[5], *row[6:]] for n, row in enumerate(ROWS)]
    Path("city.csv").write_bytes(csv_bytes([CITY_COLUMNS, *rows]))


def last(lines: list[dict[str, Any]]) -> dict[str, Any]:
    return lines[-1]


def test_a_whole_table_is_previewed_and_counted(run: Run, files: Path) -> None:
    Path("city.csv").write_bytes(city())
    ran = run("mapping", "check", "city.csv", "city.toml", "--json")
    assert (ran.code, ran.err) == (0, "")
    counts = {line["word"]: line["rows"] for line in ran.lines if line["type"] == "word"}
    assert counts == POSITIONS | STATUSES
    assert {line["means"] for line in ran.lines if line.get("word") == "N/A"} == {""}
    summary = last(ran.lines)
    assert (summary["rows"], summary["candidates"], summary["documents"]) == (1064, 1064, 130)
    assert (summary["refused"], summary["problems"], summary["unaccounted"]) == ([], 0, 13)
    ran = run("mapping", "check", "city.csv", "city.toml")
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "would give 1064 candidates of 1064 rows, and 130 documents"


def test_importing_twice_writes_nothing_new_and_the_tally_is_that_of_the_table(run: Run, files: Path) -> None:
    Path("city.csv").write_bytes(city())
    first = run("import", "city.csv", "--mapping", "city.toml", "--json").lines[0]
    assert (first["items"], first["unmapped"], first["problems"], first["format"]) == (1194, 0, 0, "city-tracker")
    second = run("import", "city.csv", "--mapping", "city.toml", "--json").lines[0]
    assert (second["entries"], second["import"]) == (0, None)
    total = next(line for line in run("tally", "--json").lines if line["key"] == "all")
    assert total["positions"] == {MEANS[word]: number for word, number in POSITIONS.items()}
    assert total["oversight"] == {MEANS[word]: number for word, number in STATUSES.items()}


def test_a_table_that_does_not_fit_is_refused_whole(run: Run, files: Path) -> None:
    unknown_word()
    ran = run("import", "city.csv", "--mapping", "city.toml")
    assert (ran.code, ran.out) == (3, "")
    assert "nothing of city.csv is taken with the mapping city-tracker" in ran.sentence
    assert "the word 'Ajar' of the column 'response' stands in rows 4 and 7" in ran.sentence
    assert not Path("oversight.db").exists()
    for command in (("import",), ("read",)):
        ran = run(*command, "city.csv", "--mapping", "city.toml", "--json")
        assert (ran.code, ran.err) == (3, "")
        assert [line["code"] for line in ran.lines] == ["unknown-word", "table-refused"]
    ran = run("mapping", "check", "city.csv", "city.toml")
    assert ran.code == 1
    assert ran.out.splitlines()[-1] == "refused (unknown-word): would give 0 candidates of 8 rows"


def test_the_record_that_is_there_stays_as_it_is(run: Run, files: Path) -> None:
    assert run("import", "city.csv", "--mapping", "city.toml").code == 0
    before = run("verify", "--json").out
    unknown_word()
    assert run("import", "city.csv", "--mapping", "city.toml").code == 3
    assert run("verify", "--json").out == before


def test_a_folder_is_read_without_the_mapping_that_lies_in_it(run: Run, files: Path) -> None:
    Path("more.csv").write_bytes(csv_bytes([CITY_COLUMNS, *city_rows()[200:203]]))
    ran = run("import", ".", "--mapping", "city.toml", "--json")
    assert ran.code == 0
    assert [line["name"] for line in ran.lines if line["type"] == "import"] == ["city.csv", "more.csv"]


def test_one_file_that_does_not_fit_does_not_stop_the_others(run: Run, files: Path) -> None:
    Path("a.csv").write_bytes(b"some,other\n1,2\n")
    ran = run("import", "a.csv", "city.csv", "--mapping", "city.toml", "--json")
    assert ran.code == 3
    assert [line["type"] for line in ran.lines] == ["problem"] * (len(ran.lines) - 1) + ["import"]


def test_reading_gives_every_value_with_its_cell(run: Run, files: Path) -> None:
    ran = run("read", "city.csv", "--mapping", "city.toml", "--json")
    assert ran.code == 0
    facts = [line for line in ran.lines if line["type"] == "fact" and not line.get("derived")]
    for fact in facts:
        assert set(fact["locator"]) == {"sheet", "row", "column"}
        assert fact["quote"] == [CITY_COLUMNS, *ROWS][fact["locator"]["row"] - 1][fact["locator"]["column"] - 1]
    assert {fact["item"] for fact in facts if fact["field"] == "text"} == {
        fact["item"] for fact in facts if fact["kind"] == "recommendation"
    }
    assert run("read", "city.csv", "--mapping", "city.toml").code == 0


def test_what_is_never_imported_is_printed_nowhere(run: Run, files: Path) -> None:
    Path("slipped.csv").write_bytes(Path("city.csv").read_bytes() + b"a,b,c,d,e,f,g,h,i," + PHONE.encode())
    for name in ("city.csv", "slipped.csv"):
        for command in (
            ("mapping", "check", name, "city.toml"),
            ("mapping", "check", name, "city.toml", "--json"),
            ("read", name, "--mapping", "city.toml", "--full"),
            ("read", name, "--mapping", "city.toml", "--json"),
            ("import", name, "--mapping", "city.toml"),
            ("export", "jsonlines"),
        ):
            ran = run(*command)
            assert PHONE not in ran.out + ran.err, command
    assert PHONE.encode() not in Path("oversight.db").read_bytes()


def test_a_mapping_with_mistakes_is_refused_by_key_and_line(run: Run, files: Path) -> None:
    Path("city.toml").write_text(CITY.replace('axis = "position"', 'axis = "positon"'), encoding="utf-8")
    ran = run("mapping", "check", "city.csv", "city.toml")
    assert (ran.code, ran.out) == (2, "")
    assert "labels.position.axis: there is no axis of a recommendation 'positon'; did you mean position?" in ran.err
    for command in ("read", "import"):
        ran = run(command, "city.csv", "--mapping", "city.toml")
        assert (ran.code, ran.out) == (2, "")
        assert "did you mean position?" in ran.sentence


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("read", "city.csv", "--mapping", "city.toml", "--format", "csv"), 2, "--mapping and --format both say how"),
        (("import", "city.csv", "--mapping", "nowhere.toml"), 3, "nowhere.toml: there is no such file"),
        (("import", "city.csv", "--mapping", "."), 3, ".: it cannot be read"),
        (("import", "city.csv", "--mapping", "city.csv"), 2, "the mapping city.csv is refused: it is not TOML"),
        (("mapping", "check", "nowhere.csv", "city.toml"), 3, "nowhere.csv: there is no such file"),
        (("mapping", "check", "city.csv", "\0"), 3, "it cannot be read"),
        (("mapping", "check", "city.csv"), 2, "MAPPING is needed"),
        (("mapping", "guess", "nowhere.csv"), 3, "nowhere.csv: there is no such file"),
        (
            ("mapping", "guess", "city.csv", "--output", "city.toml"),
            2,
            "city.toml is there already",
        ),
        (("mapping", "guess", "city.csv", "--json"), 2, "--json tells of the file that is written"),
        (("mapping", "guess", "city.csv", "--output", "no/such/place.toml"), 3, "it cannot be written"),
        (("read", "city.csv"), 2, "`oversight mapping guess city.csv` proposes a mapping file"),
        (("mapping", "check", "city.csv", "city.toml", "--stated-on", "soon"), 2, "'soon' is not a moment"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_wrong_use_is_told_in_one_sentence(
    run: Run, files: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (code, "")
    assert told in ran.sentence


def test_a_proposal_can_be_used_as_it_is(run: Run, files: Path) -> None:
    ran = run("mapping", "guess", "city.csv", "--output", "draft.toml", "--json")
    assert (ran.code, ran.lines[0]["output"]) == (0, "draft.toml")
    assert run("mapping", "guess", "city.csv").out == Path("draft.toml").read_text(encoding="utf-8")
    summary = last(run("mapping", "check", "city.csv", "draft.toml", "--json").lines)
    assert (summary["candidates"], summary["refused"]) == (8, [])
    assert PHONE not in Path("draft.toml").read_text(encoding="utf-8")


def test_a_day_that_is_given_dates_what_has_no_day_of_its_own(run: Run, files: Path) -> None:
    Path("city.toml").write_text(CITY.replace('date = "issued"', ""), encoding="utf-8")
    assert run("import", "city.csv", "--mapping", "city.toml", "--stated-on", "2024-05-01").code == 0
    told = [json.loads(line) for line in run("export", "jsonlines").out.splitlines()]
    assert "../2024-05-01" in json.dumps(told)


def test_what_is_read_shows_status_words_of_axes_that_no_field_speaks_of(run: Run, files: Path) -> None:
    mapping = CITY.replace('position = "response"\n', "").replace('status_printed = "response_status"\n', "")
    Path("city.toml").write_text(mapping, encoding="utf-8")
    lines = run("read", "city.csv", "--mapping", "city.toml", "--json").lines
    facts = [line for line in lines if line["type"] == "fact"]
    said = {(one["locator"]["row"], one["locator"]["column"]): one for one in facts if one["field"] == "position"}
    assert [said[row, 6]["value"] for row in range(2, 10)] == [row[5] for row in ROWS]
    assert {"position_by", "position_on", "oversight_status", "oversight_status_on"} <= {one["field"] for one in facts}


def test_who_has_a_mapping_is_not_told_to_make_one(run: Run, files: Path) -> None:
    Path("city.json").write_text('{"a": [{"title": 1}], "b": [{"title": 2}]}', encoding="utf-8")
    sentence = run("import", "city.json", "--mapping", "city.toml").sentence
    assert "it holds several lists of records: /a, /b; say which of them are the rows" in sentence
    assert "mapping guess" not in sentence


def test_an_item_without_an_addressee_is_called_without_one(run: Run, files: Path) -> None:
    Path("a.csv").write_text("Audit,No,What\nA-1,1,Count\n", encoding="utf-8")
    Path("a.toml").write_text('name="t"\nissuer="c"\nfields={report="Audit",number="No",text="What"}', encoding="utf-8")
    assert run("import", "a.csv", "--mapping", "a.toml").code == 0
    assert run("list").out.splitlines()[0] == "   1. A-1 1"
