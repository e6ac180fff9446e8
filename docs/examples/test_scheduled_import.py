"""The job with real files: what is new comes in once, however often it runs and wherever it is killed."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest

from oversight_adapters.stores.sqlite import SqliteStore

JOB = Path(__file__).with_name("scheduled_import.py")
SAMPLES = ("crcl-krome.txt", "gao-ice-2024-03.txt", "gao-ice-later.txt")
KILLED = 9

MORTAL = r"""
import os, re, sys

path, words, times, *arguments = sys.argv[1:]
left = int(times)

def die():
    global left
    left -= 1
    if not left:
        os._exit(9)

with open(path, encoding="utf-8") as file:
    source = re.sub(rf"^( *)(?=\S)(?=.*{re.escape(words)})", r"\1die()\n\1", file.read(), flags=re.MULTILINE)
job = {"__name__": "job", "die": die}
exec(compile(source, path, "exec"), job)
sys.exit(job["main"](arguments))
"""

MOMENTS = (
    ("job.executescript", 1),  # the record is there, and nothing in it
    ("register.take", 2),
    ("register.apply", 3),
    ("with job:", 2),  # a file is recorded, and not yet noted as done
    ("yield name", 4),
    ("(after,) =", 1),  # all is recorded, and nothing told
    ("INSERT INTO alert", 1),
    ("return lines", 1),  # it is told in the job's own database, but not printed
)
"""The job is killed before it runs a line with these words for the so-manieth time."""


def inbox(folder: Path) -> Path:
    """Three documents, one that nobody reads, and one that is hidden."""
    folder.mkdir()
    for name in SAMPLES:
        (folder / name).write_bytes(files("oversight_adapters").joinpath("samples", name).read_bytes())
    (folder / "a-letter.txt").write_text("Dear all, no format of ours.")
    (folder / ".hidden").write_text("not ours")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return inbox(tmp_path / "inbox")


def job(folder: Path | str, record: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(JOB), str(folder), str(record)], capture_output=True, text=True)


def mortal(folder: Path, record: Path, words: str, times: int) -> int:
    """The job, killed before it runs a line."""
    command = [sys.executable, "-c", MORTAL, str(JOB), words, str(times), str(folder), str(record)]
    return subprocess.run(command, capture_output=True).returncode


def state(record: Path) -> tuple[list[object], list[tuple[str]], list[tuple[str]]]:
    """What was recorded, which files are done, and what was told."""
    with SqliteStore(record, read_only=True) as store, closing(sqlite3.connect(f"{record}.job")) as job:
        assert store.verify().holds
        entries: list[object] = [recorded.entry for recorded in store.scan()]
        done = job.execute("SELECT name FROM done ORDER BY name").fetchall()
        return entries, done, job.execute("SELECT said FROM alert").fetchall()


def test_what_is_new_comes_in_and_one_bad_file_does_not_stop_it(folder: Path, tmp_path: Path) -> None:
    ran = job(folder, tmp_path / "record.db")
    assert ran.returncode == 1 and not ran.stderr
    assert "a-letter.txt: no reader recognises a-letter.txt" in ran.stdout
    assert ran.stdout.endswith("4 new files, 1 of them failed\n") and "hidden" not in ran.stdout
    assert "gao-21-186/3@ice: oversight_status not_stated -> open\n" in ran.stdout
    assert state(tmp_path / "record.db")[1] == [(name,) for name in SAMPLES]


def test_a_second_run_does_nothing_until_something_is_new(folder: Path, tmp_path: Path) -> None:
    record, bad = tmp_path / "record.db", folder / "a-letter.txt"
    job(folder, record)
    before = state(record)
    bad.unlink()
    (folder / SAMPLES[0]).rename(folder / "the-same-under-another-name.txt")
    again = job(folder, record)
    assert (again.returncode, again.stdout) == (0, "0 new files, 0 of them failed\n")
    assert state(record) == before


def test_only_what_changed_is_told(folder: Path, tmp_path: Path) -> None:
    record, later = tmp_path / "record.db", folder / SAMPLES[2]
    page = later.read_bytes()
    later.unlink()
    job(folder, record)
    later.write_bytes(page)
    told = [line for line in job(folder, record).stdout.splitlines() if line.startswith("changed")]
    assert told and not any("not_stated" in line and "gao-21-186/3" in line for line in told)
    assert job(folder, record).stdout.count("changed") == 0


@pytest.mark.skipif(os.name == "nt", reason="there, a name holds no control characters")
def test_a_name_forges_no_line_and_does_nothing_to_a_terminal(folder: Path, tmp_path: Path) -> None:
    (folder / "a\x1b[2J\nchanged: all is well").write_text("nothing")
    told = job(folder, tmp_path / "record.db")
    assert told.returncode == 1 and "\x1b" not in told.stdout and "\nchanged: all is well" not in told.stdout


@pytest.mark.skipif(os.name == "nt", reason="there, a name is always text")
def test_a_name_that_is_no_text_is_no_harm(folder: Path, tmp_path: Path) -> None:
    with open(os.fsencode(folder) + b"/\xff.txt", "wb") as odd:
        odd.write((folder / SAMPLES[0]).read_bytes() + b"\n")
    assert "\\udcff.txt: 0 new entries" in job(folder, tmp_path / "record.db").stdout


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> object:
    """What a run leaves that nobody kills."""
    home = tmp_path_factory.mktemp("whole")
    assert job(inbox(home / "inbox"), home / "record.db").returncode == 1
    return state(home / "record.db")


@pytest.mark.parametrize(("words", "times"), MOMENTS)
def test_killed_half_way_and_run_again_it_loses_and_doubles_nothing(
    folder: Path, tmp_path: Path, whole: object, words: str, times: int
) -> None:
    record = tmp_path / "record.db"
    assert mortal(folder, record, words, times) == KILLED
    assert job(folder, record).returncode == 1
    assert state(record) == whole


def test_two_runs_at_once_are_one(folder: Path, tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    with closing(sqlite3.connect(f"{record}.lock", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        ran = job(folder, record)
    assert ran.returncode == 3 and "another run is on" in ran.stderr and not record.exists()
    assert job(folder, record).returncode == 1


@pytest.mark.parametrize("given", ["nowhere", ""])
def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path, given: str) -> None:
    ran = job(str(tmp_path / given) if given else str(JOB), tmp_path / "record.db")
    assert ran.returncode == 2 and ran.stderr.startswith("usage")


def test_a_record_that_is_none_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "record.db").write_text("a shopping list, and long enough to be looked at as a database" * 20)
    ran = job(folder, tmp_path / "record.db")
    assert ran.returncode == 1 and "Traceback" not in ran.stderr and ran.stderr.count("\n") == 1
