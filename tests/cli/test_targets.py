"""No command writes over the record that it reads, nor over what only a slip would replace."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from oversight_adapters.cli.exits import DONE, FAILED, WRONG_USE

WRITING = (
    ("due", "--ics"),
    ("overdue", "--ics"),
    ("export", "csv", "--output"),
    ("export", "jsonlines", "--output"),
    ("backup", "--replace"),
)
"""Every command that writes over a file that is there; the file comes last."""


def _as_it_is(path: Path) -> str:
    return path.name


def _round(path: Path) -> str:
    return f"../{path.parent.name}/./{path.name}"


def _link(path: Path) -> str:
    os.symlink(path.name, "link.ics")
    return "link.ics"


def _other_name(path: Path) -> str:
    os.link(path, "other.ics")
    return "other.ics"


@pytest.mark.parametrize("name", [_as_it_is, _round, _link, _other_name])
@pytest.mark.parametrize("command", WRITING[:-1], ids=" ".join)
def test_the_record_itself_is_never_written_over(
    demo: Run, command: tuple[str, ...], name: Callable[[Path], str]
) -> None:
    record = Path("oversight.db").absolute()
    before, path = record.read_bytes(), name(record)
    told = demo(*command, path)
    assert (told.code, told.out) == (WRONG_USE, "")
    assert told.sentence == (
        f"{path} is a file of the record oversight.db itself, and nothing was written; name another file"
    )
    assert record.read_bytes() == before


@pytest.mark.parametrize("name", [_as_it_is, _round, _link, _other_name])
def test_the_record_is_not_its_own_backup(demo: Run, name: Callable[[Path], str]) -> None:
    record = Path("oversight.db").absolute()
    told = demo("backup", "--replace", name(record))
    assert told.code == FAILED
    assert "a store and its backup are two files, this is one" in told.sentence
    assert demo("verify").code == DONE


@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_neither_is_what_stands_beside_it(demo: Run, command: tuple[str, ...], end: str) -> None:
    told = demo(*command, f"./oversight.db{end}", "--store", "sqlite:oversight.db")
    assert (told.code, told.out) == (WRONG_USE, "")
    assert "is a file of the record sqlite:oversight.db itself" in told.sentence
    assert not Path(f"oversight.db{end}").exists()


def test_nor_is_it_when_the_record_is_named_by_a_link(demo: Run) -> None:
    os.symlink("oversight.db", "link.db")
    for path in ("oversight.db", "link.db", "oversight.db-wal"):
        assert demo("due", "--store", "link.db", "--ics", path).code == WRONG_USE
    assert demo("due").code == DONE


@pytest.mark.parametrize("held", [b"report,number\n", b"", b"SQLite format 3\0", b"\xff\xfe", b"X BEGIN:VCALENDAR"])
@pytest.mark.parametrize("command", ["due", "overdue"])
def test_a_calendar_replaces_nothing_but_a_calendar(demo: Run, command: str, held: bytes) -> None:
    Path("recs.csv").write_bytes(held)
    told = demo(command, "--ics", "recs.csv", "--json")
    assert (told.code, told.out) == (WRONG_USE, "")
    assert told.sentence == (
        "recs.csv is there already, is no calendar, and is not replaced; name another file with --ics"
    )
    assert Path("recs.csv").read_bytes() == held


@pytest.mark.parametrize("held", [b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", b"\xef\xbb\xbf\nbegin:vcalendar\n"])
def test_a_calendar_is_replaced(demo: Run, held: bytes) -> None:
    Path("due.ics").write_bytes(held)
    assert demo("due", "--ics", "due.ics").code == DONE
    assert b"oversight-core" in Path("due.ics").read_bytes()


def test_an_export_replaces_what_an_export_wrote_but_no_database(demo: Run) -> None:
    assert demo("backup", "copy.db").code == DONE
    before = Path("copy.db").read_bytes()
    told = demo("export", "csv", "--output", "copy.db", "--json")
    assert (told.code, told.out) == (WRONG_USE, "")
    assert told.sentence == "copy.db is a database, perhaps a record, and is not replaced; name another file"
    assert Path("copy.db").read_bytes() == before
    for _ in range(2):
        assert demo("export", "csv", "--output", "record.csv").code == DONE


def test_what_is_no_ordinary_file_is_written_to_or_told(demo: Run) -> None:
    assert demo("due", "--ics", os.devnull).code == DONE
    Path("folder").mkdir()
    assert demo("due", "--ics", "folder", "--json").code == FAILED
    assert demo("export", "csv", "--output", "folder").code == FAILED
