"""The demo works in an empty folder, again and again, and shows what it promises."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from oversight_adapters.cli.commands.demo import NEXT, SAMPLES

SHOWN = {
    "the tally": "1 implemented, 4 open, 1 open partial",
    "what is open": "GAO-20-36 1 to ICE · Open, by 2024-03-31 · did not concur (non concurred)",
    "counts only": "26 recommendations, texts not published: 4 concurred, 5 partially, 17 not",
    "a contradiction": "stated total: 42, against 2 on the page",
    "what nobody has shown": "missing: verify",
    "a value in its sentence": "did not concur with »17«.",
    "its place": "characters ",
    "one date": "stated by 2024-03-31: Open",
    "another date": "stated by 2025-03-31: Closed – Implemented (implemented)",
    "the chain": "the record is whole: 60 entries, head 60:",
    "what next": "What to try next",
    "what is made up": "the last page is invented",
}


@pytest.mark.parametrize("what", SHOWN)
def test_it_shows(run: Run, what: str) -> None:
    ran = run("demo")
    assert (ran.code, ran.err) == (0, "")
    assert SHOWN[what] in ran.out


def test_it_runs_twice_and_writes_once(run: Run) -> None:
    first = run("demo")
    head = run("verify", "--store", "demo.db").out
    second = run("demo")
    assert second.code == 0
    assert second.out.count("nothing new") == len(SAMPLES)
    assert run("verify", "--store", "demo.db").out == head
    rest = "2. Where do recommendations stand?"
    assert first.out[first.out.index(rest) :] == second.out[second.out.index(rest) :]


def test_it_leaves_its_store_and_nothing_else(run: Run) -> None:
    run("demo")
    assert {path.name.removesuffix("-wal").removesuffix("-shm") for path in Path().iterdir()} == {"demo.db"}


@pytest.mark.parametrize("command", [command for command, _ in NEXT if "FILE" not in command])
def test_the_commands_it_names_work(run: Run, command: str) -> None:
    import shlex

    run("demo")
    ran = run(*shlex.split(command.format(store="demo.db")))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out


def test_the_samples_hold_no_words_of_the_documents_they_are_after() -> None:
    seeds = sorted((Path(__file__).resolve().parents[3] / "shared" / "seeds").glob("*.txt"))
    if not seeds:
        pytest.skip("the seed documents are not beside this checkout")
    long = 12  # words in a row; shorter runs are the names and phrases of the form itself
    runs = set()
    for seed in seeds:
        words = seed.read_text(encoding="utf-8").split()
        runs |= {tuple(words[n : n + long]) for n in range(len(words) - long + 1)}
    titles = ("Immigration", "Alternatives", "Summary", "Agency", "United States")
    for name, _ in SAMPLES:
        text = files("oversight_adapters").joinpath("samples", name).read_text(encoding="utf-8")
        for line in text.splitlines():
            if not line.startswith(titles):
                words = line.split()
                assert not {tuple(words[n : n + long]) for n in range(len(words) - long + 1)} & runs, line


def test_it_prints_the_same_as_json(run: Run) -> None:
    kinds = [line["type"] for line in run("demo", "--json").lines]
    assert list(dict.fromkeys(kinds)) == ["import", "problem", "tally", "item", "discrepancy", "verdict"]
