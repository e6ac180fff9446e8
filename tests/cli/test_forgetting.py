"""Disposal, backup and restoring, as a records officer meets them."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.test_read import SAMPLE_PATHS

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.writers.jsonlines import JsonLinesWriter
from oversight_core.entities import Recommendation
from oversight_core.ledger import Registered
from oversight_core.names import Item
from oversight_core.register import Register

AUTHORITY = "GRS 2.8, item 10"
NAMED = "GAO-22-104529 7"
STORE = Path("oversight.db")


def held() -> bytes:
    return b"".join(path.read_bytes() for path in Path().glob("oversight.db*"))


@pytest.fixture
def words(demo: Run) -> str:
    """The words of a recommendation that stand nowhere else in the record."""
    (text,) = [value["value"] for value in demo("show", NAMED, "--json").lines[0]["values"] if value["field"] == "text"]
    assert text.encode() in held()
    return str(text)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_will_be_forgotten_is_said_and_nobody_is_overrun(demo: Run, words: str) -> None:
    before = demo("verify").out
    ran = demo("dispose", NAMED, "--authority", AUTHORITY)
    assert ran.code == 2
    assert "--yes" in ran.sentence
    assert re.search(r"revision 1: a description, recorded \d{4}-\d\d-\d\d, \d+ texts\n", ran.out)
    assert words not in ran.out
    assert demo("dispose", NAMED, "--authority", AUTHORITY, "--json").out == ""
    assert demo("verify").out == before


@pytest.mark.parametrize(("answer", "code"), [("yes\n", 0), ("YES\n", 0), ("y\n", 1), ("\n", 1), ("", 1), ("no\n", 1)])
def test_on_a_terminal_it_asks(demo: Run, monkeypatch: pytest.MonkeyPatch, words: str, answer: str, code: int) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    ran = demo("dispose", NAMED, "--authority", AUTHORITY)
    assert ran.code == code
    assert ran.err == "type yes to forget them: "
    assert ("nothing was disposed of" in ran.out) == bool(code)
    assert (words.encode() in held()) == bool(code)


def test_the_words_are_gone_and_everything_goes_on(demo: Run, words: str) -> None:
    ran = demo("dispose", NAMED, "--authority", AUTHORITY, "--yes")
    assert ran.code == 0
    assert "no backup that the record knows of holds these words" in ran.out
    assert words.encode() not in held()
    shown = demo("show", NAMED)
    assert f"[withheld: {AUTHORITY}]" in shown.out
    assert demo("show", NAMED, "--json").lines[0]["statuses"]["oversight_status"]["value"] == "implemented"
    verified = demo("verify")
    assert verified.code == 0
    assert f"were disposed of under {AUTHORITY}" in verified.out
    for command in (("timeline", NAMED), ("list",), ("tally",), ("check",), ("export", "csv"), ("export", "markdown")):
        ran = demo(*command)
        assert ran.code == 0, ran.err
        assert words not in ran.out
    for command in (("show", NAMED), ("timeline", NAMED), ("list",), ("tally",), ("check",)):
        assert words not in demo(*command, "--json").out
    for command in ("csv", "markdown"):
        assert "withheld" in demo("export", command).out
    assert words.encode() not in held()


def test_an_export_of_every_entry_keeps_the_gap(demo: Run, words: str) -> None:
    demo("dispose", NAMED, "--authority", AUTHORITY, "--yes")
    written = demo("export", "jsonlines").out
    assert words not in written
    entries = list(JsonLinesWriter().read(written.splitlines()))
    assert entries[-1].mark.kind == "disposed"


def test_importing_the_same_document_does_not_bring_the_words_back(demo: Run, words: str) -> None:
    demo("dispose", NAMED, "--authority", AUTHORITY, "--yes")
    for path in SAMPLE_PATHS:
        assert demo("import", path, "--json").lines[0]["entries"] == 0
    assert words.encode() not in held()


@pytest.mark.parametrize("path", SAMPLE_PATHS, ids=lambda path: path.stem)
@pytest.mark.parametrize("undone_first", [True, False])
def test_importing_again_after_undoing_does_not_bring_the_words_back(run: Run, path: Path, undone_first: bool) -> None:
    imported = run("import", path, "--json").lines[0]
    items = [line["item"] for line in run("list", "--kind", "all", "--json").lines]
    if undone_first:
        run("undo", imported["import"])
    for item in items:
        assert run("dispose", item, "--authority", AUTHORITY, "--yes").code == 0
    if not undone_first:
        run("undo", imported["import"])
    assert run("import", path, "--json").lines[0]["entries"] == 0
    sentences = re.findall(r"[A-Z][^.\n]{50,}\.", path.read_text(encoding="utf-8"))
    assert sentences
    raw = held()
    assert not [sentence for sentence in sentences if sentence.encode() in raw]


def test_what_is_recorded_as_the_same_keeps_its_words_and_is_named(demo: Run) -> None:
    one, other = (Item.parse(f"recommendation:gao/gao-22-104529/{number}@ice") for number in (7, 8))
    with SqliteStore(STORE) as store:
        Register(store).enter(
            [Registered(one, Recommendation(text="What one says.")), Registered(one, None, same_as=other)]
        )
        Register(store).enter([Registered(other, Recommendation(text="What the other says."))])
    told = f"recorded as the same is {other}, which has words of its own that stay"
    assert told in demo("dispose", one, "--authority", AUTHORITY).out
    ran = demo("dispose", one, "--authority", AUTHORITY, "--yes")
    assert told in ran.out
    assert (b"What one says." in held(), b"What the other says." in held()) == (False, True)
    (line,) = demo("dispose", other, "--authority", AUTHORITY, "--yes", "--json").lines
    assert line["same"] == []
    assert b"What the other says." not in held()


def test_some_revisions_can_be_named(demo: Run) -> None:
    ran = demo("dispose", NAMED, "--revisions", " 1 ", "--authority", AUTHORITY, "--yes", "--json")
    (line,) = ran.lines
    assert (line["type"], line["revisions"], line["authority"], line["backups"]) == ("disposal", [1], AUTHORITY, [])
    assert line["texts"] > 0
    again = demo("dispose", NAMED, "--revisions", "1", "--authority", "another", "--yes")
    assert again.code == 2
    assert f"any more, they were disposed of under {AUTHORITY}" in again.sentence


@pytest.mark.parametrize("revisions", ["0", "99", "1-2", "one", "1,,2", "-1", "٣"])
def test_revisions_that_are_none(demo: Run, revisions: str) -> None:
    before = demo("verify").out
    ran = demo("dispose", NAMED, f"--revisions={revisions}", "--authority", AUTHORITY, "--yes")
    assert ran.code == 2
    assert "revision" in ran.sentence
    assert demo("verify").out == before


def test_an_item_whose_words_are_gone_is_told(demo: Run) -> None:
    demo("dispose", NAMED, "--authority", AUTHORITY, "--yes")
    ran = demo("dispose", NAMED, "--authority", AUTHORITY, "--yes")
    assert ran.code == 2
    assert f"holds no words any more, they were disposed of under {AUTHORITY}" in ran.sentence


@pytest.mark.parametrize("authority", [(), ("--authority",), ("--authority", " "), ("--authority", "")])
def test_a_disposal_names_its_authority(demo: Run, authority: tuple[str, ...]) -> None:
    ran = demo("dispose", NAMED, "--yes", *authority)
    assert ran.code == 2
    assert "--authority" in ran.sentence


def test_backups_that_hold_the_words_are_listed(demo: Run, words: str) -> None:
    assert demo("backup", "one.db").code == 0
    assert demo("backup", "two.db").code == 0
    Path("two.db").unlink()
    ran = demo("dispose", NAMED, "--authority", AUTHORITY, "--yes")
    assert "these backups still hold the words, and are out of reach" in ran.out
    assert re.search(r"one\.db, made \d{4}-\d\d-\d\d \d\d:\d\d UTC\n", ran.out)
    assert re.search(r"two\.db, made .* UTC; it is not there now, moved or replaced\n", ran.out)
    assert words.encode() in Path("one.db").read_bytes()
    demo("backup", "late.db")
    assert words.encode() not in Path("late.db").read_bytes()
    (line,) = demo("dispose", 1, "--authority", AUTHORITY, "--yes", "--json").lines
    assert [(Path(one["location"]).name, one["exists"]) for one in line["backups"]] == [
        ("one.db", True),
        ("two.db", False),
        ("late.db", True),
    ]
    demo("backup", "one.db", "--replace")
    demo("dispose", 2, "--authority", AUTHORITY, "--yes", "--json")
    (line,) = demo("dispose", 3, "--authority", AUTHORITY, "--yes", "--json").lines
    assert [(Path(one["location"]).name, one["exists"]) for one in line["backups"]] == [
        ("one.db", False),
        ("two.db", False),
        ("late.db", True),
        ("one.db", True),
    ]


# -- backup and restore --------------------------------------------------------------------------------------------


def test_a_backup_is_restored(demo: Run) -> None:
    made = demo("backup", "b.db", "--json").lines[0]
    assert made["type"] == "backup"
    head = f"{made['position']}:{made['hash']}"
    assert head in demo("verify").out
    demo("retract", NAMED, "1", "--why", "a slip")
    kept = STORE.read_bytes()
    ran = demo("restore", "b.db", "--against", head)
    assert ran.code == 2
    assert "--replace" in ran.sentence
    assert STORE.read_bytes() == kept
    Path("kept.txt").write_text(f"the head of June is {head}\n")
    assert demo("restore", "b.db", "--against", "kept.txt", "--store", "as-kept.db").code == 0
    ran = demo("restore", "b.db", "--against", head, "--replace")
    assert ran.code == 0
    assert "1 entry of the record that it replaced came after the backup, or was never in it, and is lost" in ran.out
    assert head in demo("verify").out
    assert demo("restore", "b.db", "--store", "new.db", "--json").lines[0]["lost"] == 0
    assert head in demo("verify", "--store", "new.db").out


def test_words_that_come_back_are_named(demo: Run) -> None:
    demo("backup", "b.db")
    demo("dispose", NAMED, "--authority", AUTHORITY, "--yes")
    ran = demo("restore", "b.db", "--replace")
    assert f"are back, which were disposed of under {AUTHORITY}; dispose of them again" in ran.out
    demo("dispose", NAMED, "--authority", AUTHORITY, "--yes")
    (line,) = demo("restore", "b.db", "--replace", "--json").lines
    assert [authority for _, _, authority in line["remembered"]] == [AUTHORITY]


def test_no_file_is_replaced_unasked(demo: Run) -> None:
    Path("b.db").write_text("a letter", encoding="utf-8")
    ran = demo("backup", "b.db")
    assert ran.code == 2
    assert "--replace" in ran.sentence
    assert Path("b.db").read_text(encoding="utf-8") == "a letter"
    assert demo("backup", "b.db", "--replace").code == 0
    assert demo("verify", "--store", "b.db").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("restore", "nowhere.db", "--replace"), 3, "there is no such file"),
        (("restore", str(SAMPLE_PATHS[0]), "--replace"), 3, "is not an oversight store"),
        (("restore", "oversight.db", "--replace"), 3, "this is one"),
        (("restore", "b.db", "--against", "nonsense"), 2, "is not a head"),
        (("restore", "b.db", "--store", "new.db", "--against", "9:" + "0" * 64), 3, "nothing was restored"),
        (("restore", "b.db", "--store", "memory:"), 2, "is no store in a file"),
        (("backup", "c.db", "--store", "memory:"), 3, "there is no such store"),
        (("backup", "c.db", "--store", "nowhere.db"), 3, "there is no such store"),
        (("backup", "oversight.db", "--replace"), 3, "this is one"),
        (("backup", ".", "--replace"), 3, "it is a folder"),
    ],
)
def test_what_cannot_be_is_one_sentence(demo: Run, arguments: tuple[str, ...], code: int, says: str) -> None:
    demo("backup", "b.db")
    before = STORE.read_bytes()
    ran = demo(*arguments)
    assert ran.code == code
    assert says in ran.sentence
    assert STORE.read_bytes() == before


def test_copies_that_a_killed_program_left_are_named(demo: Run, words: str) -> None:
    left = Path(f".{STORE.name}-{'0a' * 16}")
    left.write_bytes(STORE.read_bytes())
    Path(".oversight.db-notes").write_text("mine")
    ran = demo("dispose", NAMED, "--authority", AUTHORITY, "--yes")
    assert f"{left.name}, which may hold the words as well: remove it" in ran.out and "notes" not in ran.out
