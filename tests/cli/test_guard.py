"""Nothing gets past the guard: no traceback, no broken pipe, no half sentence."""

from __future__ import annotations

import contextlib
import json
import os
import shlex
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
        (OSError(5, "Input/output error"), 3, "Input/output error"),
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
    for arguments in (["rules", "show", "oversight_status"], ["--help"]):
        command = [sys.executable, "-m", "oversight_adapters.cli", *arguments]
        done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
    os.close(writing)


def shell(command: str) -> subprocess.CompletedProcess[bytes]:
    """Run it in a shell, which can close a stream."""
    program = f"{shlex.quote(sys.executable)} -m oversight_adapters.cli"
    return subprocess.run(["sh", "-c", command.format(program)], capture_output=True, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
@pytest.mark.parametrize("command", ["--help", "rules list", "rules show position --json"])
def test_a_full_device_is_a_sentence(command: str) -> None:
    done = shell(f"{{}} {command} > /dev/full")
    assert done.returncode == 3
    assert done.stderr.startswith(b"oversight: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell")
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("{} rules list >&-", 0),
        ("{} --help >&-", 0),
        ("{} shw 2>&-", 2),
        ("{} shw <&- >&- 2>&-", 2),
    ],
)
def test_a_closed_stream_is_no_error(command: str, code: int) -> None:
    done = shell(command)
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")


def test_an_interrupt_while_modules_are_loaded_is_quiet() -> None:
    program = (
        "import sys, builtins\n"
        "from oversight_adapters.cli import main\n"
        "load = builtins.__import__\n"
        "def interrupted(name, *rest):\n"
        "    if name == 'oversight_core.errors': raise KeyboardInterrupt\n"
        "    return load(name, *rest)\n"
        "builtins.__import__ = interrupted\n"
        "sys.exit(main(['rules', 'list']))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


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
