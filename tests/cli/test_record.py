"""What goes into the record, comes out of it, and is taken back."""

from __future__ import annotations

import csv
import io
import os
import sys
import threading
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.test_read import SAMPLE_PATHS

from oversight_adapters.writers.jsonlines import JsonLinesWriter
from oversight_core.questions.tally import BY

SEGREGATION, KROME, GAO, LATER = SAMPLE_PATHS


def test_importing_twice_writes_once(run: Run) -> None:
    first, second = run("import", KROME, "--json").lines[0], run("import", KROME, "--json").lines[0]
    assert (first["import"], first["known"]) == (1, 0)
    assert first["entries"] > 5
    assert (second["import"], second["entries"], second["known"]) == (None, 0, first["entries"])


def test_a_dry_run_shows_and_writes_nothing(run: Run) -> None:
    ran = run("import", KROME, "--dry-run")
    assert "would write" in ran.out
    assert "response:crcl/" in ran.out
    planned = [line for line in run("import", KROME, "--dry-run", "--json").lines if line["type"] == "planned"]
    assert {"described", "reported"} == {line["what"] for line in planned}
    assert list(Path().iterdir()) == []
    run("import", KROME)
    before = run("verify").out
    assert "nothing new" in run("import", KROME, "--dry-run").out
    assert "would write" in run("import", GAO, "--dry-run").out
    assert run("verify").out == before


def test_an_import_can_be_taken_back_and_done_again(run: Run) -> None:
    run("import", KROME)
    assert "14 recommendations" in run("list").out
    undone = run("undo", "1", "--json").lines[0]
    assert undone["retracted"] > 5
    assert run("list").out == "nothing to list\n"
    assert run("undo", "1").code == 2
    assert run("import", KROME, "--json").lines[0]["entries"] == undone["retracted"]
    assert "14 recommendations" in run("list").out


def test_an_import_without_a_day_says_how_to_give_one(run: Run) -> None:
    assert "--stated-on" in run("import", GAO, "--dry-run").out
    assert "--stated-on" not in run("import", GAO, "--dry-run", "--stated-on", "2024-03-31").out
    run("import", GAO, "--stated-on", "2024-03-31")
    assert "Open, by 2024-03-31" in run("list").out


def test_an_import_without_a_day_can_be_given_one(run: Run) -> None:
    assert "`oversight undo 1`, then import again with --stated-on" in run("import", GAO).out
    assert "nothing new" in run("import", GAO, "--stated-on", "2024-03-31").out
    run("undo", "1")
    assert "no day" not in run("import", GAO, "--stated-on", "March 31, 2024").out
    assert "Open, by 2024-03-31" in run("list").out


def test_a_kind_of_which_nothing_is_recorded_is_no_wrong_use(demo: Run) -> None:
    for command in (("--kind", "allegation"), ("--addressee", "ice", "--as-of", "2001-01-01")):
        assert demo("list", *command).out == "nothing to list\n"


def test_strict_imports_tell_problems_by_their_code(run: Run) -> None:
    ran = run("import", KROME, "--strict")
    assert ran.code == 1
    assert "type-differs" in ran.out
    assert run("import", SEGREGATION, "--strict").code == 0


def test_one_entry_can_be_taken_back(demo: Run) -> None:
    (report,) = [
        line for line in demo("timeline", "GAO-22-104529 7", "--json").lines if line["status"] == "implemented"
    ]
    assert demo("show", "GAO-22-104529 7", "--json").lines[0]["statuses"]["oversight_status"]["value"] == "implemented"
    assert demo("retract", "GAO-22-104529 7", report["revision"], "--why", "misread").code == 0
    assert demo("show", "GAO-22-104529 7", "--json").lines[0]["statuses"]["oversight_status"]["value"] == "open"
    assert "counts no more" in demo("timeline", "GAO-22-104529 7").out
    again = demo("retract", "GAO-22-104529 7", report["revision"], "--why", "misread")
    assert again.code == 2
    assert "cannot be retracted" in again.sentence


def test_the_record_is_proved_whole_and_against_a_head(demo: Run) -> None:
    head = demo("verify", "--json").lines[0]
    assert head["holds"]
    assert demo("verify", "--against", f"{head['position']}:{head['hash']}").code == 0
    other = demo("verify", "--against", f"{head['position']}:{'0' * 64}")
    assert other.code == 3
    assert "does not hold" in other.sentence


@pytest.mark.parametrize("option", ["--as-of", "--stated-by"])
def test_a_status_stands_as_of_a_date(demo: Run, option: str) -> None:
    for date, label in (("2024-03-31", "Open"), ("2024-12", "Open"), ("2025-03-31", "Closed – Implemented")):
        for command in (("show", "GAO-22-104529 7"), ("list", "--addressee", "ICE")):
            lines = demo(*command, option, date, "--json").lines
            (line,) = [line for line in lines if line["item"].endswith("104529/7@ice")]
            assert line["statuses"]["oversight_status"]["label"] == label
    assert "nothing was known" in demo("show", "GAO-22-104529 7", option, "2020-01-01").out
    assert demo("list", option, "2020-01-01", "--issuer", "gao").out == "nothing to list\n"


def test_recorded_by_is_a_day_an_instant_or_a_position(demo: Run) -> None:
    assert demo("list", "--recorded-by", "2001-01-01").out == "nothing to list\n"
    assert "GAO-22-104529" not in demo("list", "--recorded-by", "15").out
    assert "GAO-22-104529" in demo("list", "--recorded-by", "2100-01-01T00:00:00Z").out
    for command in ("tally", "check", "list"):
        assert demo(command, "--recorded-by", "15").code == 0
    assert len(demo("timeline", "GAO-22-104529 7", "--recorded-by", "1", "--json").out) == 0


def test_a_tally_never_adds_items_and_stated_counts(demo: Run) -> None:
    whole = demo("tally", "--json").lines[-1]
    assert (whole["key"], whole["items"], whole["documents"]) == ("all", 6, 2)
    assert whole["positions"] == {"concurred": 5, "non_concurred": 1}
    assert whole["stated"]["recommendations"] == 40
    assert whole["stated"]["non_concurred"] == 30
    for by in BY:
        assert demo("tally", "--by", by).code == 0


def test_check_names_what_nobody_has_shown(demo: Run) -> None:
    ran = demo("check", "--strict")
    assert ran.code == 1
    assert "oversight status is reported as implemented, and nothing is shown; missing: verify" in ran.out
    kinds = {line["kind"] for line in demo("check", "--json").lines}
    assert {"status", "total"} <= kinds


@pytest.mark.parametrize("format", ["jsonlines", "markdown", "csv", "summary"])
def test_an_export_is_the_same_on_standard_output_and_in_a_file(demo: Run, format: str) -> None:
    assert demo("export", format, "--output", "out.file").code == 0
    written = Path("out.file").read_bytes().decode()
    printed = demo("export", format).out
    assert written.replace("\r\n", "\n") == printed.replace("\r\n", "\n")
    assert ("\r\n" in written) == (format == "csv")
    assert sorted(path.name for path in Path().iterdir() if path.suffix == ".file") == ["out.file"]


def test_an_export_reads_back(demo: Run) -> None:
    entries = list(JsonLinesWriter().read(demo("export", "jsonlines").out.splitlines()))
    assert [entry.position for entry in entries] == list(range(1, len(entries) + 1))
    rows = list(csv.DictReader(io.StringIO(demo("export", "csv").out)))
    assert len(rows) == len({entry.item for entry in entries})


def test_an_export_as_of_a_date_differs(demo: Run) -> None:
    assert "Closed – Implemented" not in demo("export", "markdown", "--stated-by", "2024-12-31").out
    assert "Closed – Implemented" in demo("export", "markdown").out
    assert "\nrecommendation" not in demo("export", "csv", "--as-of", "2001-01-01").out


def test_a_failed_export_leaves_what_was_there(demo: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from oversight_adapters.writers.csv import CsvWriter

    Path("out.csv").write_text("before", encoding="utf-8")

    def fails(self: object, record: object, out: io.StringIO) -> None:
        out.write("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(CsvWriter, "write", fails)
    ran = demo("export", "csv", "--output", "out.csv")
    assert ran.code == 3
    assert "No space left on device" in ran.sentence
    assert Path("out.csv").read_text(encoding="utf-8") == "before"
    assert not list(Path().glob(".out.csv*"))


def test_an_export_into_nowhere_is_told(demo: Run) -> None:
    ran = demo("export", "csv", "--output", "no-such-folder/out.csv")
    assert ran.code == 3
    assert "no-such-folder" in ran.sentence


def test_an_export_goes_through_a_link_and_says_where_it_is(demo: Run) -> None:
    Path("link.csv").symlink_to("there.csv")
    (line,) = demo("export", "csv", "--output", "link.csv", "--json").lines
    assert line == {"type": "export", "format": "csv", "output": "link.csv"}
    assert Path("link.csv").is_symlink()
    assert Path("there.csv").read_bytes().startswith(b'"item"')
    Path("loop").symlink_to("loop")
    ran = demo("export", "csv", "--output", "loop")
    assert (ran.code, ran.sentence.startswith("loop: it cannot be written")) == (3, True)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_an_export_never_replaces_a_pipe(demo: Run) -> None:
    os.mkfifo("pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(Path("pipe").read_bytes()), daemon=True)
    reader.start()
    assert demo("export", "csv", "--output", "pipe").code == 0
    reader.join(10)
    assert read[0].startswith(b'"item"')
    assert Path("pipe").is_fifo()
