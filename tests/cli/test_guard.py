"""Nothing gets past the guard: no traceback, no broken pipe, no half sentence."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.test_read import SAMPLE_PATHS

from oversight_adapters import cli
from oversight_adapters.cli.commands import list_


def oversight(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run it as a program of its own."""
    command = [sys.executable, "-m", "oversight_adapters.cli", *arguments]
    return subprocess.run(command, capture_output=True, env=os.environ | environment, check=False)


def test_what_should_not_happen_is_a_sentence(demo: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*of: object) -> None:
        raise ZeroDivisionError("by\nzero")

    monkeypatch.setattr(list_.Seen, "of", breaks)
    monkeypatch.delenv("OVERSIGHT_DEBUG", raising=False)
    ran = demo("list")
    assert ran.code == 3
    assert "ZeroDivisionError: by zero" in ran.sentence
    assert "please report it" in ran.sentence
    monkeypatch.setenv("OVERSIGHT_DEBUG", "1")
    assert "Traceback" in demo("list").err


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (KeyboardInterrupt(), 130, ""),
        (MemoryError(), 3, "out of memory"),
        (OSError(5, "Input/output error"), 3, "output"),
    ],
    ids=repr,
)
def test_the_world_may_fail(
    demo: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, says: str
) -> None:
    def breaks(*of: object) -> None:
        raise error

    monkeypatch.setattr(list_.Seen, "of", breaks)
    ran = demo("list")
    assert ran.code == code
    assert says in ran.err
    assert "Traceback" not in ran.err


def test_missing_libraries_are_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "find_spec", lambda name: None)
    ran = run("demo")
    assert ran.code == 2
    assert "pip install 'oversight-core[cli]'" in ran.sentence


def test_it_runs_as_a_program_in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = oversight("demo", OVERSIGHT_PLUGINS="", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"texts not published: 4 concurred, 5 partially, 17 not" in done.stdout
    wrong = oversight("shw", OVERSIGHT_PLUGINS="")
    assert (wrong.returncode, wrong.stdout, wrong.stderr.count(b"\n")) == (2, b"", 1)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such pipe")
def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "oversight_adapters.cli", "rules", "show", "oversight_status"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_progress_is_shown_on_a_terminal_only(demo: Run) -> None:
    assert demo("verify").err == ""
    assert demo("check", "--json").err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such terminal")
def test_progress_on_a_terminal_leaves_standard_output_alone() -> None:
    import pty

    terminal, end = pty.openpty()
    shown: list[bytes] = []

    def watch() -> None:
        with contextlib.suppress(OSError):  # how a terminal says that nobody writes to it any more
            while chunk := os.read(terminal, 10_000):
                shown.append(chunk)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    command = [sys.executable, "-m", "oversight_adapters.cli", "read", *map(str, SAMPLE_PATHS), "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=end, env=os.environ | {"TERM": "xterm"}, check=False)
    os.close(end)
    watcher.join(10)
    os.close(terminal)
    assert done.returncode == 0
    assert b"reading" in b"".join(shown)
    assert all(json.loads(line)["type"] for line in done.stdout.splitlines())
    assert b"\x1b" not in done.stdout
