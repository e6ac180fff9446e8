"""Whatever comes in, a user gets one clear sentence, a shell the right code, and nothing is half written."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

import pytest
from tests.cli.conftest import Run

SAMPLE = files("oversight_adapters").joinpath("samples", "crcl-krome.txt").read_bytes()

BAD = {
    "empty": (b"", 3, "it is empty"),
    "blank": (b" \n\t\r\n", 3, "it is empty"),
    "binary": (bytes(range(256)) * 40, 3, "binary data"),
    "nulls": (b"\0" * 1000, 3, "binary data"),
    "bad-utf-8": (b"\xef\xbb\xbfOffice \xff\xfe", 3, "claims to be utf-8"),
    "bad-utf-16": (b"\xff\xfeO\0f\0\x00", 3, "claims to be utf-16"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n" + b"\0\1", 3, "it is no PDF, or a damaged one"),
    "pdf-of-text": (b"%PDF-1.7\n1 0 obj\nendobj\n", 3, "it is no PDF, or a damaged one"),
    "docx": (b"PK\x03\x04\x14\0\0\0", 3, "or a damaged one"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1", 3, "save it as .docx"),
    "rtf": (b"{\\rtf1 Dear Sir}", 3, "save it as .docx"),
    "web-page": (b"<!DOCTYPE html><html><body>x</body></html>", 2, "name the --format"),
    "letter": (b"Dear Sir,\n\nThank you for your letter.\n", 2, "name the --format"),
}


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("command", ["read", "import"])
def test_one_sentence_and_a_code(run: Run, command: str, kind: str) -> None:
    content, code, says = BAD[kind]
    Path("bad.txt").write_bytes(content)
    ran = run(command, "bad.txt")
    assert ran.code == code
    assert says in ran.sentence
    assert "bad.txt" in ran.sentence
    assert ran.out == ""
    assert not Path("oversight.db").exists()


@pytest.mark.parametrize("kind", BAD)
def test_json_has_a_typed_problem_and_nothing_else(run: Run, kind: str) -> None:
    Path("bad.txt").write_bytes(BAD[kind][0])
    ran = run("read", "bad.txt", "--json")
    (line,) = ran.lines
    assert (line["type"], line["locator"]) == ("problem", None)
    assert line["code"] in {"empty", "unreadable", "unknown-format"}
    assert set(line) == {"type", "code", "message", "locator", "source"}
    assert BAD[kind][2] in line["message"]
    assert ran.code == BAD[kind][1]
    assert ran.err == ""


def test_an_unknown_format_says_what_can_be_read(run: Run) -> None:
    Path("letter.txt").write_bytes(BAD["letter"][0])
    said = run("read", "letter.txt").sentence
    assert "crcl-summary" in said
    assert "gao-agency-page" in said


def test_a_missing_file(run: Run) -> None:
    ran = run("read", "gone.txt")
    assert (ran.code, ran.sentence) == (3, "gone.txt: there is no such file")
    (line,) = run("read", "gone.txt", "--json").lines
    assert (line["code"], line["source"]) == ("not-found", "gone.txt")


def test_an_empty_folder_is_nothing_to_read(run: Run) -> None:
    Path("folder").mkdir()
    ran = run("read", "folder")
    assert ran.code == 3
    assert "no file" in ran.sentence


def test_an_empty_folder_does_not_stop_the_run(run: Run) -> None:
    Path("folder").mkdir()
    Path("good.txt").write_bytes(SAMPLE)
    ran = run("import", "folder", "good.txt")
    assert (ran.code, ran.sentence) == (3, "folder: there is no file in this folder")
    assert "import 1, " in ran.out


def test_text_that_is_damaged_is_not_told_to_be_copied(run: Run) -> None:
    Path("bad.txt").write_bytes(BAD["bad-utf-8"][0])
    assert "copy" not in run("read", "bad.txt").sentence


def test_a_folder_is_read_in_order_without_hidden_files_and_labels(run: Run) -> None:
    Path("folder/inner").mkdir(parents=True)
    for name in ("b.txt", "a.txt", ".hidden", "inner/c.txt"):
        Path("folder", name).write_bytes(SAMPLE)
    Path("folder/inner/d.txt").write_bytes(b"Dear Sir")
    Path("folder/a.txt.labels.json").write_bytes(b"{}")
    ran = run("import", "folder", "--json")
    assert [line.get("name") for line in ran.lines if line["type"] == "import"] == [
        "folder/a.txt",
        "folder/b.txt",
        "folder/inner/c.txt",
    ]
    assert ran.code == 2


def test_a_pipe_in_a_folder_is_no_document_that_one_waits_for(run: Run) -> None:
    Path("folder").mkdir()
    os.mkfifo("folder/a")
    Path("folder/b").symlink_to("gone")
    Path("folder/c").write_bytes(SAMPLE)
    ran = run("import", "folder", "--json")
    assert [line.get("name") for line in ran.lines if line["type"] == "import"] == ["folder/c"]
    assert [line["message"] for line in ran.lines if line.get("code") == "not-found"] == [
        "folder/b: there is no such file"
    ]


def test_one_bad_document_does_not_stop_the_run(run: Run) -> None:
    Path("bad.txt").write_bytes(b"\0\1")
    Path("good.txt").write_bytes(SAMPLE)
    ran = run("import", "bad.txt", "gone.txt", "good.txt")
    assert ran.code == 3
    assert ran.err.count("\n") == 2
    assert "import 1, " in ran.out


@pytest.mark.slow
def test_fifty_megabytes_of_nothing_in_particular(run: Run) -> None:
    Path("large.txt").write_bytes(b"On May 29, 2024, nobody said anything about 26 things. \n" * 930_000)
    ran = run("read", "large.txt")
    assert ran.code == 2
    assert "large.txt" in ran.sentence


def test_more_than_a_document_may_have(run: Run) -> None:
    with Path("huge.txt").open("wb") as file:
        file.truncate(65 * 1024 * 1024)
        file.seek(0)
        file.write(b"x")
    ran = run("read", "huge.txt")
    assert ran.code == 3
    assert "64 MB" in ran.sentence


@pytest.mark.parametrize("cut", range(0, len(SAMPLE), 97))
def test_a_document_cut_anywhere_is_read_or_told(run: Run, cut: int) -> None:
    Path("cut.txt").write_bytes(SAMPLE[:cut])
    ran = run("read", "cut.txt", "--json")
    assert ran.code in (0, 2, 3)
    assert ran.lines
    assert ran.err == ""


@pytest.mark.parametrize("name", ["sample.txt", "a b.txt", "–.txt", "[x].txt", "=1.txt", "emoji 😀.txt"])
def test_odd_file_names_are_shown_as_they_are(run: Run, name: str) -> None:
    Path(name).write_bytes(SAMPLE)
    assert name in run("read", name).out


def test_a_file_name_cannot_write_on_the_terminal(run: Run) -> None:
    name = "\x1b[31m\x07x.txt"
    Path(name).write_bytes(b"")
    ran = run("read", name)
    assert "\x1b" not in ran.err
    assert "\x07" not in ran.err
