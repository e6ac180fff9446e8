"""What somebody meets who has just installed it."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Run

SEVEN = "recommendation:gao/gao-22-104529/7@ice"


def item(ran_out: str) -> str:
    return ran_out.split()[1]


@pytest.mark.parametrize(
    "name",
    [
        SEVEN,
        "GAO-22-104529 7",
        "gao-22-104529 7 ice",
        "7 GAO-22-104529",
        "contractor's work can be analyzed",
        "contractor’s WORK can be  analyzed",
        "work analyzed against standard",
        "GAO 22 104529 7",
        "GAO-22-104529-7",
        "22-104529 7",
        '"GAO-22-104529 7"',
        "GAO-22-104529, recommendation 7 to ICE",
        "#31",
        "31.",
        "“Alternatives to Detention: ICE Needs to Better Assess…” 7 to ICE",
    ],
)
def test_an_item_can_be_named_as_people_do(demo: Run, name: str) -> None:
    assert item(demo("show", name).out) == SEVEN


def test_an_item_can_be_named_by_its_number_in_the_list(demo: Run) -> None:
    for line in demo("list", "--kind", "all", "--json").lines:
        assert item(demo("show", line["number"]).out) == line["item"]


def test_a_number_stays_when_the_record_grows(demo: Run) -> None:
    from tests.cli.test_read import SAMPLE_PATHS

    def numbers(store: str) -> dict[str, int]:
        return {
            line["item"]: line["number"] for line in demo("list", "--kind", "all", "--json", "--store", store).lines
        }

    demo("import", SAMPLE_PATHS[2], "--store", "new.db")
    before = numbers("new.db")
    demo("import", *SAMPLE_PATHS, "--store", "new.db")
    after = numbers("new.db")
    assert before.items() < after.items()


def test_several_that_fit_are_listed_one_a_line(demo: Run) -> None:
    ran = demo("show", "GAO-22-104529")
    assert ran.code == 2
    sentence, *choices = ran.err.splitlines()
    assert "names 3 items" in sentence
    for number, choice in zip(("6", "7", "8"), choices, strict=True):
        assert f". GAO-22-104529 {number} to ICE" in choice


@pytest.mark.parametrize(
    "name",
    [
        *("-1", "²", "2024", "999", "1 2", "GAO-22-104529 99", "GAO-22-104529 2023", "GAO-22-104529 7 and 8"),
        *("GAO-22-104529 7 to CBP", "GAO-22 7", "GAO-22-10452 9", "gao 7", "ICE 7", "by May 31, 2023"),
        *("9" * 100_000, "a " * 50_000, "x" + "-" * 100_000 + "1"),
        "recommendation:gao/gao-22-104529/9@ice",
    ],
    ids=lambda name: name[:30],
)
def test_a_wrong_number_is_never_another_item(demo: Run, name: str) -> None:
    before = demo("verify").out
    ran = demo("attempt", "--actor=ICE", "--role=addressee", "--", name, "concur")
    assert ran.code == 2
    assert "the record holds nothing about" in ran.sentence
    assert demo("verify").out == before


def test_a_wrong_number_of_a_report_says_which_there_are(demo: Run) -> None:
    said = demo("show", "GAO-22-104529 99").sentence
    assert "did you mean GAO-22-104529 6, GAO-22-104529 7, GAO-22-104529 8?" in said


@pytest.mark.parametrize(("name", "near"), [("GAO-22-10452 7", "GAO-22-104529 7"), ("gao-20-569 3", "GAO-20-596 3")])
def test_near_hits_are_suggested(demo: Run, name: str, near: str) -> None:
    ran = demo("show", name)
    assert ran.code == 2
    assert "did you mean" in ran.sentence
    assert near in ran.sentence


def test_a_memo_is_found_by_the_title_it_is_listed_with(demo: Run) -> None:
    listed = demo("list", "--issuer", "crcl", "--json").lines
    (krome,) = [line for line in listed if "Krome" in line["title"]]
    assert item(demo("show", "Krome").out) == krome["item"]
    assert item(demo("show", krome["title"]).out) == krome["item"]


def test_the_words_of_the_body_come_first(demo: Run) -> None:
    out = demo("list").out
    assert "Open – Partially Addressed (open partial)" in out
    assert "Closed – Implemented (implemented)" in out
    assert "did not concur (non concurred)" in out
    assert "Open (open)" not in out


def test_a_memo_known_by_counts_says_so(demo: Run) -> None:
    out = demo("list").out
    assert "26 recommendations, texts not published: 4 concurred, 5 partially, 17 not\n" in out
    assert "14 recommendations, texts not published: 1 concurred, 13 not\n" in out
    assert "Krome North Service Processing Center" in out


def test_a_missing_deadline_is_told_and_a_stated_one_shown(demo: Run) -> None:
    assert "no deadline found" in demo("show", "GAO-21-186 3").out
    assert "no deadline found" in demo("show", "GAO-20-596 3").out  # a start is no completion
    shown = demo("show", "GAO-22-104529 8").out
    assert "no deadline found" not in shown
    assert "2023-08-31" in shown


def test_concurring_without_a_plan_works_and_lists_the_plan(demo: Run) -> None:
    ran = demo("attempt", "GAO-21-186 3", "non_concur", "--actor", "ICE", "--role", "addressee", "--on", "2024-05-01")
    assert ran.code == 0
    for line in demo("timeline", "GAO-21-186 3", "--json").lines:
        if line["axis"] == "position":
            assert demo("retract", line["item"], line["revision"], "--why", "to start anew").code == 0
    ran = demo("attempt", "GAO-21-186 3", "concur", "--actor", "ICE", "--role", "addressee", "--on", "2024-05-29")
    assert ran.code == 0
    assert "position is concurred, after not stated, on 2024-05-29" in ran.out
    assert "expected and not shown: plan" in ran.out
    shown = demo(
        *("attempt", "GAO-20-36 1", "concur", "--actor", "DHS", "--role", "addressee", "--on-behalf-of", "ICE"),
        *("--evidence", "reply:We agree.", "--evidence", "reasons", "--json"),
    )
    assert shown.lines[0]["missing"] == []
    assert shown.lines[0]["to"] == "concurred"


def test_a_body_closes_with_evidence_that_another_supplied(demo: Run) -> None:
    command = ("attempt", "GAO-22-104529 6", "Verify", "--actor", "GAO", "--role", "Oversight body")
    offered = ("--evidence", "Verified evidence: a handbook", "--on", "June 2, 2025")
    before = demo("verify").out
    refused = demo(*command, *offered)
    assert refused.code == 1
    assert "--supplied-by" in refused.out
    assert demo("verify").out == before
    (line,) = demo(*command, *offered, "--supplied-by", "ICE", "--json").lines
    assert (line["event"], line["to"], line["occurred_on"]) == ("verify", "closed_implemented", "2025-06-02")
    (last,) = [one for one in demo("timeline", line["item"], "--json").lines if one["what"] == "applied"]
    assert last["revision"] == line["revision"]
    assert demo("verify", "--json").lines[0]["position"] == line["position"]


@pytest.mark.parametrize("event", ["Non-Concur", "non concurred", "NON_CONCURRED"])
def test_an_event_is_named_as_people_do(demo: Run, event: str) -> None:
    (line,) = demo("attempt", "GAO-21-186 3", event, "--actor", "ICE", "--role", "Addressee", "--json").lines
    assert line["event"] == "non_concur"
    shown = demo("show", "GAO-21-186 3").out
    assert "by rule: non concur" in shown
    assert demo("show", "GAO-21-186 3", "--json").lines[0]["statuses"]["position"]["label"] == ""


def test_an_unknown_kind_of_evidence_is_told_what_there_is(demo: Run) -> None:
    ran = demo(
        *("attempt", "GAO-22-104529 6", "verify", "--actor", "GAO", "--role", "oversight_body"),
        *("--evidence", "verified_evidnce:x"),
    )
    assert (ran.code, "did you mean verified_evidence?" in ran.sentence) == (2, True)


def test_dates_may_be_written_as_documents_do(demo: Run) -> None:
    for written, ours in (("April 2024", "2024-04"), ("March 31, 2025", "2025-03-31")):
        assert demo("list", "--as-of", written).out == demo("list", "--as-of", ours).out


def test_what_is_not_allowed_is_told_with_every_reason(demo: Run) -> None:
    command = ("attempt", "GAO-22-104529 7", "verify", "--actor", "ICE", "--role", "addressee", "--on", "2021-06-02")
    before = demo("verify").out
    ran = demo(*command)
    assert ran.code == 1
    assert "the role 'addressee' may not do this" in ran.out
    reasons = demo(*command, "--json").lines[0]["reasons"]
    assert [reason["reason"] for reason in reasons]
    assert ran.out.count("\n  - ") == len(reasons)
    assert demo("verify").out == before


def test_an_event_of_several_axes_asks_which(demo: Run) -> None:
    ran = demo("attempt", "GAO-21-186 3", "issue", "--actor", "GAO", "--role", "oversight_body")
    assert ran.code == 2
    assert "--axis position" in ran.sentence


def test_a_missing_store_says_how_to_make_one(run: Run) -> None:
    for command in (("list",), ("show", "1"), ("tally",), ("check",), ("verify",), ("export", "csv"), ("undo", "1")):
        ran = run(*command)
        assert ran.code == 3
        assert "oversight import" in ran.sentence


def test_everything_listed_has_help(run: Run) -> None:
    from oversight_adapters.cli.app import COMMANDS, RULES

    for name, _, _ in COMMANDS:
        assert run(name, "--help").code == 0
    for name, _, _ in RULES:
        assert "Usage: oversight rules" in run("rules", name, "--help").out
    assert run("--version").out.strip()
