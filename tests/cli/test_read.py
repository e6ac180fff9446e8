"""`read --json` keeps its contract on every line; without it, people can read what it says."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run

from oversight_adapters.cli.commands.demo import SAMPLES
from oversight_adapters.texts.plain import decode
from oversight_core.names import Item
from oversight_core.provenance import Source

SAMPLE_PATHS = [Path(str(files("oversight_adapters").joinpath("samples", name))) for name, _ in SAMPLES]
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
SEED_PATHS = sorted(SEEDS.glob("00[014]_*.txt"))
FACT = {"type", "item", "kind", "field", "value", "quote", "locator", "source"}
READING = {"type", "source", "format", "facts", "labels", "problems", "unaccounted", "coverage"}
LABEL = {"item", "vocabulary", "words", "occurred_on", "stated_on", "actor", "quotes"}


def check(lines: list[dict[str, Any]], path: Path) -> None:
    """Every line is what docs/reference/reading-json.md says."""
    source = Source.of(path.read_bytes())
    text = decode(source).content
    by_type = {kind: [line for line in lines if line["type"] == kind] for kind in {line["type"] for line in lines}}
    assert set(by_type) <= {"fact", "problem", "unaccounted", "reading"}
    for line in by_type["fact"]:
        assert set(line) - {"derived"} == FACT
        assert line["source"] == source.digest
        assert Item.parse(line["item"]).kind == line["kind"]
        assert line["value"] not in (None, "", [])
        if line.get("derived"):
            assert (line["quote"], line["locator"]) == (None, None)
        else:
            assert "derived" not in line
            assert set(line["locator"]) == {"start", "end"}
            assert line["quote"] == text[line["locator"]["start"] : line["locator"]["end"]] != ""
    for line in by_type.get("unaccounted", []):
        assert set(line) == {"type", "text", "locator", "source"}
        assert line["text"] == text[line["locator"]["start"] : line["locator"]["end"]]
    for line in by_type.get("problem", []):
        assert set(line) == {"type", "code", "message", "locator", "source"}
    (reading,) = by_type["reading"]
    assert lines[-1] is reading
    assert set(reading) == READING
    assert all(set(label) == LABEL and label["quotes"] for label in reading["labels"])
    assert 0 <= reading["coverage"] <= 1
    for kind, plural in (("fact", "facts"), ("problem", "problems"), ("unaccounted", "unaccounted")):
        assert reading[plural] == len(by_type.get(kind, []))


@pytest.mark.parametrize("path", SAMPLE_PATHS, ids=lambda path: path.stem)
def test_a_sample_reads_as_the_contract_says(run: Run, path: Path) -> None:
    ran = run("read", path, "--json")
    assert (ran.code, ran.err) == (0, "")
    check(ran.lines, path)


@pytest.mark.skipif(not SEED_PATHS, reason="the seed documents are not beside this checkout")
@pytest.mark.parametrize("path", SEED_PATHS, ids=lambda path: path.stem)
def test_a_seed_reads_as_the_contract_says(run: Run, path: Path) -> None:
    ran = run("read", path, "--json")
    assert (ran.code, ran.err) == (0, "")
    check(ran.lines, path)


def values(run: Run, path: Path) -> set[tuple[str, str, object]]:
    lines = run("read", path, "--json").lines
    return {(line["kind"], line["field"], str(line["value"])) for line in lines if line["type"] == "fact"}


def test_the_samples_state_the_figures_of_the_documents_they_are_after(run: Run) -> None:
    segregation, krome, gao, later = (values(run, path) for path in SAMPLE_PATHS)
    assert {
        ("document", "recommendation_count", "26"),
        ("document", "issued_on", "2024-02-05"),
        ("document", "issued_on", "2022-09"),
        ("response", "responded_on", "2024-05-29"),
        ("response", "concurred", "4"),
        ("response", "partially_concurred", "5"),
        ("response", "non_concurred", "17"),
        ("review", "interview_count", "9"),
    } <= segregation
    assert {
        ("document", "recommendation_count", "14"),
        ("document", "issued_on", "2023-08-23"),
        ("document", "dated_on", "2024-03-04"),
        ("response", "concurred", "1"),
        ("response", "non_concurred", "13"),
        ("complaint", "count", "4"),
    } <= krome
    assert not {field for kind, field, _ in krome if kind == "response"} & {"partially_concurred"}
    assert {("listing", "stated_total", "41"), ("listing", "parsed_total", "6")} <= gao
    assert ("recommendation", "position", "non_concurred") in gao
    assert ("recommendation", "estimated_start", "2024") in gao
    assert ("recommendation", "status", "closed-implemented") in later


def test_the_samples_are_understood_whole(run: Run) -> None:
    for path in SAMPLE_PATHS:
        assert run("read", path, "--json").lines[-1]["coverage"] == 1, path.name


def test_two_documents_stand_one_after_the_other(run: Run) -> None:
    ran = run("read", *SAMPLE_PATHS[:2], "--json")
    ends = [n for n, line in enumerate(ran.lines) if line["type"] == "reading"]
    assert len(ends) == 2
    assert {line["source"] for line in ran.lines[: ends[0] + 1]} == {ran.lines[ends[0]]["source"]}


def test_strict_exits_with_one_where_there_is_a_problem(run: Run) -> None:
    assert run("read", SAMPLE_PATHS[0], "--strict").code == 0
    assert run("read", SAMPLE_PATHS[1], "--strict").code == 1
    assert run("read", SAMPLE_PATHS[1], "--strict", "--json").code == 1


def test_people_see_values_words_and_places(run: Run) -> None:
    out = run("read", SAMPLE_PATHS[1]).out
    assert "type-differs" in out
    assert "100% of the telling sentences" in out
    assert any("recommendation count" in line and "14" in line and "characters" in line for line in out.splitlines())


def test_words_of_a_document_cannot_write_on_the_terminal(run: Run) -> None:
    Path("odd.txt").write_bytes(
        SAMPLE_PATHS[1].read_bytes().replace(b"Krome North", b"Kr\x1b[31mome [bold]North[/bold]")
    )
    ran = run("read", "odd.txt")
    assert "\x1b" not in ran.out
    assert "[bold]" in ran.out


def test_a_format_can_be_named(run: Run) -> None:
    ran = run("read", SAMPLE_PATHS[0], "--format", "crcl-summary", "--json")
    assert ran.lines[-1]["format"] == "crcl-summary"


def test_reading_keeps_nothing(run: Run) -> None:
    run("read", *SAMPLE_PATHS)
    assert list(Path().iterdir()) == []
