"""Rulebooks and their tables at the command line: listed, shown, drawn, checked, compared."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest
from tests.cli.conftest import Run

from oversight_adapters.cli.comparing import of_books
from oversight_adapters.cli.exits import DONE, FAILED, PROBLEMS, WRONG_USE
from oversight_core.rulebooks import BUILTIN, CANONICAL, find
from oversight_core.rules import Force, space

CITY = """\
name = "city"
title = "the auditor of a city"
uses = ["position", "implementation"]

[citations.charter]
provision = "our charter"
force = "convention"
read = "original"

[[clocks]]
name = "answer"
starts_on = "issued_on"
length = 10
unit = "business days"
calendar = "us-federal"
duty_holder = "department"
kinds = "recommendation"
cites = "charter"
"""


@pytest.fixture
def city(run: Run) -> Run:
    Path("city.toml").write_text(CITY, encoding="utf-8")
    return run


def test_the_list_counts_what_each_rulebook_brings(run: Run) -> None:
    lines = run("rules", "list", "--json").lines
    books = {line["rulebook"]: line for line in lines if line["type"] == "rulebook"}
    assert set(books) == {book.name for book in BUILTIN}
    gao = find("gao")
    assert books["gao"] == {
        "type": "rulebook",
        "rulebook": "gao",
        "version": gao.version,
        "title": gao.title,
        "tables": len(gao.lifecycles),
        "labels": sum(len(words.rows) for words in gao.vocabularies),
        "clocks": len(gao.clocks),
        "projections": len(gao.projections),
        "notices": len(gao.notices),
    }
    tables = {line["table"] for line in lines if line["type"] == "table"}
    assert {table.name for book in BUILTIN for table in book.lifecycles} <= tables
    told = run("rules", "list").out
    assert all(name in told for name in (*books, *tables))


@pytest.mark.parametrize("name", ["position", "position@1", "canonical:position", "complaint_stage@1"])
def test_a_table_is_shown_row_by_row(run: Run, name: str) -> None:
    told = run("rules", "show", name)
    assert told.code == DONE
    assert "Rows" in told.out
    assert "rests on: " in told.out
    lines = run("rules", "show", name, "--json").lines
    assert {line["type"] for line in lines} == {"rule"}
    assert all(line["cites"] and line["actors"] for line in lines)


@pytest.mark.parametrize("name", ["dhs-oig", "dhs_oig"])
def test_a_rulebook_is_shown_whole(run: Run, name: str) -> None:
    book = find("dhs-oig")
    told = run("rules", "show", name).out
    assert told.startswith(f"{book.name}, version {book.version}: {book.title}")
    assert all(f"  {clock.name}\n" in told for clock in book.clocks)
    assert all(row.label in told for words in book.vocabularies for row in words.rows)
    lines = run("rules", "show", name, "--json").lines
    counted = {kind: sum(line["type"] == kind for line in lines) for kind in ("label", "clock", "projection", "notice")}
    assert counted == {
        "label": sum(len(words.rows) for words in book.vocabularies),
        "clock": len(book.clocks),
        "projection": len(book.projections),
        "notice": len(book.notices),
    }
    assert all(line["cites"] for line in lines)


@pytest.mark.parametrize("book", [book.name for book in BUILTIN])
def test_every_rulebook_can_be_shown(run: Run, book: str) -> None:
    told = run("rules", "show", book)
    assert (told.code, told.err) == (DONE, "")
    assert run("rules", "show", book, "--json").lines


def test_a_notice_says_who_tells_whom_on_which_belief(run: Run) -> None:
    told = run("rules", "show", "transfers").out
    assert "who tells whom: " in told
    assert "beliefs that suffice: " in told


def test_a_clock_says_how_long_after_what(run: Run) -> None:
    told = run("rules", "show", "gao").out
    assert "by when: before day 181" in told
    assert "by when: at the first appropriations request after 180 days" in told


def test_the_check_counts_tables_rows_decisions_and_citations_by_force(run: Run) -> None:
    told = run("rules", "check", "--json")
    (checked,) = (line for line in told.lines if line["type"] == "checked")
    assert told.code == DONE
    assert not [line for line in told.lines if line["type"] == "defect"]
    tables = {(t.name, t.version): t for book in BUILTIN for t in (*book.lifecycles, *book.earlier)}
    assert checked["tables"] == len(tables)
    assert checked["rows"] == sum(len(table.rules) for table in tables.values())
    assert checked["decisions"] == sum(1 for table in tables.values() for _ in space(table))
    assert checked["clocks"] == sum(len(book.clocks) for book in BUILTIN)
    rows = [row for table in tables.values() for row in table.rules]
    for book in BUILTIN:
        rows += [row for words in book.vocabularies for row in words.rows]
        rows += [*book.clocks, *book.projections, *book.notices]
    forces = [cite.force for row in rows for cite in row.cites]
    assert checked["citations"] == {str(force): forces.count(force) for force in Force if force in forces}
    said = run("rules", "check").out
    assert f"{len(tables)} tables, {checked['rows']:,} rows, {checked['decisions']:,} decisions" in said
    assert "no defect found" in said
    assert f"{checked['citations']['statute']:,} statute" in said


def test_a_clock_without_its_calendar_is_a_defect(city: Run) -> None:
    Path("city.toml").write_text(CITY.replace("us-federal", "city-days"), encoding="utf-8")
    told = city("rules", "check", "city.toml", "--json", "--strict")
    assert told.code == PROBLEMS
    assert told.lines[0] == {
        "type": "defect",
        "table": "city.toml",
        "message": "line 15, clocks, row 1 (answer), column `calendar`: names the calendar 'city-days', which is not "
        "installed",
    }


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            '"issued_on"',
            '"isued_on"',
            "looks at the field 'isued_on' of a recommendation, which has none such; did you",
        ),
        (
            '"issued_on"',
            '"document.isued_on"',
            "looks at the field 'isued_on', which no item has; did you mean issued_on",
        ),
        ('"issued_on"', '"docment.issued_on"', "looks at the field 'docment' of a recommendation, which has none such"),
        ('"issued_on"', '"reply:responded_on"', "looks at items of the kind 'reply', which is not installed"),
        (
            '"issued_on"',
            '"response:responded"',
            "looks at the field 'responded' of a response, which has none such; did",
        ),
        (
            '"recommendation"',
            '"recomendation"',
            "runs for items of the kind 'recomendation', which is not installed; did",
        ),
    ],
)
def test_a_clock_that_looks_at_nothing_is_a_defect(city: Run, before: str, after: str, message: str) -> None:
    Path("city.toml").write_text(CITY.replace(before, after), encoding="utf-8")
    told = city("rules", "check", "city.toml", "--json")
    assert told.code == PROBLEMS
    (defect,) = [line["message"] for line in told.lines if line["type"] == "defect"]
    place, _, said = defect.partition("`: ")
    assert re.fullmatch(r"line \d+, clocks, row 1 \(answer\), column `[a-z_]+", place)
    assert said.startswith(message)


@pytest.mark.parametrize(
    ("before", "after", "column", "message"),
    [
        (
            'starts_on = "issued_on"',
            'starts_on = "text"',
            "starts_on",
            "counts from the field 'text', which is no date",
        ),
        (
            'kinds = "recommendation"',
            'where = { disagreed = "maybe" }\nkinds = "management-decision"',
            "where",
            "asks whether 'disagreed' is 'maybe'",
        ),
        ('"business days"', '"hours"\ntime_zone = "Mars/Base"', "time_zone", "names the time zone 'Mars/Base'"),
    ],
)
def test_a_value_that_a_field_cannot_have_is_a_defect(
    city: Run, before: str, after: str, column: str, message: str
) -> None:
    Path("city.toml").write_text(CITY.replace(before, after), encoding="utf-8")
    told = city("rules", "check", "city.toml", "--json")
    assert told.code == PROBLEMS
    found = [line["message"] for line in told.lines if line["type"] == "defect"]
    assert any(f"clocks, row 1 (answer), column `{column}`: {message}" in defect for defect in found)


def test_a_file_stands_for_its_rulebook(city: Run) -> None:
    assert "1 rulebook, 2 tables" in city("rules", "check", "city.toml").out
    assert city("rules", "show", "city.toml").out.startswith("city, version 1: the auditor of a city")
    assert city("rules", "draw", "city.toml:position").out == city("rules", "draw", "position").out
    assert city("rules", "diff", "city.toml", "city.toml").out == "both are alike\n"
    assert city("rules", "diff", "city.toml:position", "position").out == "both decide alike\n"
    told = city("rules", "explain", "awaiting", "concurred", "--table", "city.toml")
    assert told.out.startswith("position, version 1: 1 step leads from awaiting to concurred")


def test_every_mistake_of_a_file_is_told(city: Run) -> None:
    Path("city.toml").write_text(CITY.replace("10", "0").replace('["position"', '["positoin"'), encoding="utf-8")
    for command in ("show", "check", "draw"):
        told = city("rules", command, "city.toml")
        first, *mistakes = told.err.splitlines()
        assert told.code == WRONG_USE
        assert first == "oversight: the rulebook city.toml is refused; 2 mistakes are in it:"
        assert "positoin" in mistakes[0]
        assert "row 1 (answer)" in mistakes[1]


def test_a_file_that_cannot_be_read_is_told(run: Run) -> None:
    assert run("rules", "show", "nowhere.toml").code == FAILED
    assert run("rules", "show", "nowhere.toml").sentence == "nowhere.toml: there is no such file"
    Path("bytes.toml").write_bytes(b"\xff\xfe\x00")
    assert run("rules", "show", "bytes.toml").sentence.startswith("bytes.toml: a rulebook is a text file in UTF-8")


def test_versions_of_a_table_are_compared(run: Run) -> None:
    told = run("rules", "diff", "complaint_stage@1", "complaint_stage@2", "--strict")
    assert told.code == PROBLEMS
    assert "- screen_out from received by intake, outside_jurisdiction fails: leads to screened_out" in told.out
    lines = run("rules", "diff", "complaint_stage@1", "complaint_stage@2", "--json").lines
    assert {(line["type"], line["table"]) for line in lines} == {("change", "complaint_stage")}
    assert len(lines) == len(told.out.splitlines())


def test_of_two_rulebooks_the_tables_of_one_name_are_compared(run: Run) -> None:
    told = run("rules", "diff", "gao", "canonical").out
    assert "- the table gao_oversight_status is only in gao" in told
    assert "- the table release is only in canonical" in told


LABELLED = """
[[labels]]
name = "city/status"
publisher = "city"
rows = [{ label = "Agreed", means = { position = "concurred" }, cites = "charter" }]

[[projections]]
axis = "position"
statuses = "concurred"
label = "Agreed"
cites = "charter"

[[notices]]
name = "alarm"
sender = "auditor"
recipient = "mayor"
duty = "will"
holders = "auditor"
suffices = [{ standard = "probable cause", proposition = "money is lost" }]
cites = "charter"
"""


@pytest.mark.parametrize(
    ("before", "after", "says", "columns"),
    [
        ("length = 10", "length = 20", "clock answer: length: 10 → 20", {"length": {"old": "10", "new": "20"}}),
        ('name = "answer"', 'name = "reply"', "the clock answer is only in city.toml", None),
        (
            'label = "Agreed", means',
            'label = "Agreed", note = "yes", means',
            "label Agreed (city/status): note: ",
            None,
        ),
        ('"concurred"\nlabel', '["concurred"]\nlost = "why"\nlabel', "projection of position concurred: lost: ", None),
        ('recipient = "mayor"', 'recipient = "council"', "notice alarm: recipient: mayor → council", None),
        ("money is", "face is", "suffices: probable cause that money is lost → probable cause that face is lost", None),
        ("our charter", "the code", "cites: our charter (convention, read original) → the code (convention", None),
        ("of a city", "of a town", "rulebook city: title: the auditor of a city → the auditor of a town", None),
        ('"implementation"]', '"release"]', "the table implementation is only in city.toml", None),
    ],
)
def test_every_part_of_two_rulebooks_is_compared(
    city: Run, before: str, after: str, says: str, columns: object
) -> None:
    whole = CITY + LABELLED
    assert before in whole
    Path("city.toml").write_text(whole, encoding="utf-8")
    Path("new.toml").write_text(whole.replace(before, after, 1), encoding="utf-8")
    told = city("rules", "diff", "city.toml", "new.toml", "--strict")
    assert told.code == PROBLEMS
    assert says in told.out
    lines = city("rules", "diff", "city.toml", "new.toml", "--json").lines
    assert [f"- {line['message']}" for line in lines] == told.out.splitlines()
    assert columns is None or columns in [line["columns"] for line in lines]
    assert city("rules", "diff", "new.toml", "new.toml").out == "both are alike\n"


def test_what_a_row_of_a_table_rests_on_is_compared_too() -> None:
    old = find("gao")
    table = old.lifecycles[0]
    rule = attrs.evolve(table.rules[0], means="otherwise")
    books = [
        attrs.evolve(old, lifecycles=(attrs.evolve(table, **changed), *old.lifecycles[1:]))
        for changed in ({"rules": (rule, *table.rules[1:])}, {"version": "9"}, {"groups": table.groups[::-1]})
    ]
    for book in books:
        told = list(of_books(old, book, called=("old", "new")))
        assert bool(told) == (book != old)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("show", "positoin"), "no table and no rulebook is called 'positoin'; did you mean position"),
        (("show", "position@9"), "no table and no rulebook is called 'position@9'; did you mean position"),
        (("show", "gao:release"), "no table and no rulebook is called 'release'"),
        (("diff", "gao", "position"), "a table is compared with a table and a rulebook with a rulebook"),
        (("check", "zzzzzz"), "no table and no rulebook is called 'zzzzzz'; `oversight rules list` lists them"),
    ],
)
def test_a_name_of_nothing_is_told_with_near_ones(run: Run, arguments: tuple[str, ...], sentence: str) -> None:
    told = run("rules", *arguments)
    assert (told.code, told.out) == (WRONG_USE, "")
    assert told.sentence.startswith(sentence)


def test_one_table_of_several_is_asked_for_by_name(run: Run) -> None:
    told = run("rules", "draw", "canonical")
    assert told.code == WRONG_USE
    first, *choices = told.err.splitlines()
    assert first == f"oversight: canonical has {len(CANONICAL.lifecycles)} tables; name one of them"
    assert choices[0] == "  canonical:position"
