"""Documents in several processes: in order, all of them, and none costs another."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.fleet_work import double, late, lost, moody

from oversight_adapters.cli.fleet import spread

SAMPLES = sorted((Path(__file__).parents[2] / "src/oversight_adapters/samples").glob("*.txt"))


def test_what_is_made_of_each_comes_in_order() -> None:
    paths = [Path(str(n)) for n in range(40)]
    assert list(spread(paths, double, lost, processes=2)) == [2 * n for n in range(40)]


def test_what_crashes_or_hangs_costs_itself_only() -> None:
    found = list(spread([Path(str(n)) for n in range(20)], moody, lost, processes=2))
    assert found == [-1 if n % 7 == 3 or n == 5 else n for n in range(20)]


def test_what_crashes_on_an_errand_with_others_costs_itself_only() -> None:
    found = list(spread([Path(str(n)) for n in range(70)], late, lost, processes=2))
    assert found == [-1 if n == 45 else n for n in range(70)]


def test_no_more_are_taken_than_are_asked_for() -> None:
    taken = []

    def paths() -> object:
        for n in range(10_000):
            taken.append(n)
            yield Path(str(n))

    assert list(islice(spread(paths(), double, lost, processes=2), 3)) == [0, 2, 4]  # type: ignore[arg-type]
    assert len(taken) < 20


@pytest.mark.parametrize("form", ["--json", "--full"])
def test_many_are_read_as_each_is_alone(run: Run, tmp_path: Path, form: str) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for n, sample in enumerate(SAMPLES * 3):
        (folder / f"{n:02}.txt").write_bytes(sample.read_bytes())
    (folder / "12.txt").write_bytes(b"")
    together = run("read", folder, form, "--processes", 2)
    alone = [run("read", path, form) for path in sorted(folder.iterdir())]
    assert together.out == "".join(one.out for one in alone)
    assert together.err == "".join(one.err for one in alone)
    assert together.code == max(one.code for one in alone) == 3


def test_no_process_is_wrong_use(run: Run) -> None:
    assert "at least 1" in run("read", SAMPLES[0], "--processes", 0).sentence


def test_a_reader_that_takes_its_process_with_it_is_told(run: Run) -> None:
    from oversight_adapters.cli.commands.read import _lost, _Way

    shown = _lost(_Way(None, None, (), True, 100), Path("odd.pdf"))
    (line,) = map(json.loads, shown.printed.splitlines())
    assert (line["code"], shown.exit, shown.problems) == ("reader-crashed", 3, 1)
