"""How to get from one status to another, in sentences, for every pair that a table has."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Run

from oversight_adapters.cli.commands.rules_explain import Walk, sentences
from oversight_adapters.cli.exits import DONE, PROBLEMS, WRONG_USE
from oversight_core.rulebooks import BUILTIN
from oversight_core.rules import Lifecycle, missing_steps

TABLES = list({(t.name, t.version): t for book in BUILTIN for t in book.lifecycles}.values())


def test_each_step_says_who_and_what_is_missing(run: Run) -> None:
    told = run("rules", "explain", "disputed", "resolved", "--table", "resolution")
    assert told.code == DONE
    first, *rest = (line.strip() for line in told.out.splitlines())
    assert first == "resolution, version 1: 1 step leads from disputed to resolved"
    assert rest[0].startswith("1. agree: disputed becomes resolved")
    assert "oversight body or addressee may do it, and not without consent" in rest
    assert "expected, and listed as missing where absent: revised decision" in rest
    assert "only if the consent comes from the other side, not from who acts" in rest
    assert any(line.startswith("rests on ") for line in rest)


@pytest.mark.parametrize("table", [table for table in TABLES if table.guards], ids=lambda table: table.name)
def test_the_conditions_and_the_facts_they_take_are_named(table: Lifecycle) -> None:
    guards = {guard.name: guard for guard in table.guards}
    for rule in table.rules:
        said = [line for line in sentences(table, rule) if line.startswith("only if ")]
        assert len(said) == len(rule.guards)
        for line, guard in zip(said, (guard for guard in table.guards if guard.name in rule.guards), strict=True):
            assert guards[guard.name].meaning in line
            assert all(need.replace("_", " ") in line for need in guard.needs)


def test_the_lines_of_json_hold_the_steps(run: Run) -> None:
    (line,) = run("rules", "explain", "disputed", "resolved", "--table", "resolution", "--json").lines
    (step,) = line["steps"]
    assert (line["type"], line["table"], line["from"], line["to"], line["leads"]) == (
        *("walk", "resolution", "disputed", "resolved"),
        True,
    )
    assert (step["event"], step["requires"], step["expects"]) == ("agree", ["consent"], ["revised_decision"])
    assert step["conditions"][0]["name"] == "consent_is_the_others"
    assert step["cites"]


def test_a_body_s_own_labels_will_do(run: Run) -> None:
    for start, end in (
        ("Open", "Closed – Implemented"),
        ("open", "closed--implemented"),
        ("OPEN", "closed_implemented"),
    ):
        told = run("rules", "explain", start, end, "--table", "gao")
        assert told.out.startswith("gao_oversight_status, version "), (start, told)
        assert "verify: open becomes closed implemented" in told.out


def test_every_table_that_has_both_is_asked(run: Run) -> None:
    lines = run("rules", "explain", "open", "closed_implemented", "--json").lines
    both = {t.name for t in TABLES if {"open", "closed_implemented"} <= {*t.state_names, *t.members}}
    assert {line["table"] for line in lines} == both


def test_where_no_walk_leads_it_says_so_and_exits_with_1(run: Run) -> None:
    told = run("rules", "explain", "concurred", "awaiting", "--table", "position")
    assert (told.code, told.out) == (PROBLEMS, "position, version 1: no walk leads from concurred to awaiting\n")
    (line,) = run("rules", "explain", "concurred", "awaiting", "--table", "position", "--json").lines
    assert (line["leads"], line["steps"]) == (False, None)


def test_what_is_there_already_is_told(run: Run) -> None:
    told = run("rules", "explain", "concurred", "answered", "--table", "position")
    assert (told.code, told.out) == (DONE, "position, version 1: concurred is answered already\n")


def test_from_a_group_whose_states_go_different_ways_each_is_told(run: Run) -> None:
    told = run("rules", "explain", "open", "closed_implemented", "--table", "ntsb").out
    assert "no walk that every state of it can go leads from open to closed implemented" in told
    assert "  from open acceptable: verify" in told


@pytest.mark.parametrize("table", TABLES, ids=lambda table: f"{table.name}@{table.version}")
def test_a_walk_is_the_shortest_there_is(table: Lifecycle) -> None:
    for source in (*table.state_names, *table.members):
        for target in table.state_names:
            walk, steps = Walk.find(table, source, target), missing_steps(table, source, target)
            if source in table.state_names:
                assert walk.steps == steps
            ends = [rule.target for _, rule in walk.moves()]
            assert not ends or ends[-1] == target
            assert walk.leads >= (steps is not None)


def test_an_item_is_where_the_walk_starts(demo: Run) -> None:
    told = demo("rules", "explain", "Closed – Implemented", "--item", "GAO-22-104529 6")
    assert told.code == DONE
    assert "from open partial to" in told.out
    told = demo("rules", "explain", "concurred", "--item", "GAO-22-104529 6")
    assert "concurred is concurred already" in told.out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("awaiting", "concured"),
            "no table has the status 'concured', and no body prints it as a label; did you mean",
        ),
        (("awaiting", "open_partial"), "no table has both 'awaiting' and 'open_partial': the first stands in position"),
        (("awaiting",), "name the status to start from and the one to reach; or with --item only the one to reach"),
        (("a", "b", "--item", "1"), "name the status to start from and the one to reach; or with --item only"),
        (
            ("awaiting", "concurred", "--table", "positoin"),
            "no table and no rulebook is called 'positoin'; did you mean",
        ),
    ],
)
def test_bad_words_get_one_sentence_with_near_hits(run: Run, arguments: tuple[str, ...], sentence: str) -> None:
    told = run("rules", "explain", *arguments)
    assert (told.code, told.out) == (WRONG_USE, "")
    assert told.sentence.startswith(sentence)


def test_a_status_that_does_not_govern_an_item_is_told(demo: Run) -> None:
    told = demo("rules", "explain", "screened_out", "--item", "GAO-22-104529 6")
    assert told.code == WRONG_USE
    assert told.sentence.startswith("'screened_out' is no status of recommendation:gao/gao-22-104529/6@ice")
