"""The command line, run in this process in an empty folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from oversight_adapters.cli import desk, main


@attrs.frozen
class Ran:
    """What one command did."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines; each line must be an object."""
        found = [json.loads(line) for line in self.out.splitlines()]
        assert all(isinstance(line, dict) and "type" in line for line in found)
        return found

    @property
    def sentence(self) -> str:
        """The one sentence on standard error."""
        assert self.err.count("\n") == 1, self.err
        assert self.err.startswith("oversight: ")
        assert "Traceback" not in self.err
        return self.err.removeprefix("oversight: ").rstrip("\n")


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "FORCE_COLOR", "TTY_COMPATIBLE", "OVERSIGHT_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OVERSIGHT_PLUGINS", "")
    monkeypatch.setenv("OVERSIGHT_RECORDER", "tests")
    desk.adapters.cache_clear()

    def command(*arguments: object) -> Ran:
        capfd.readouterr()
        code = main([str(argument) for argument in arguments])
        return Ran(code, *capfd.readouterr())

    return command


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the demo, made once."""
    path = tmp_path_factory.mktemp("made") / "oversight.db"
    assert main(["demo", "--store", str(path)]) == 0
    return path


@pytest.fixture
def demo(run: Run, made: Path) -> Run:
    """The same, with the record of the demo in `oversight.db`."""
    shutil.copy(made, "oversight.db")
    return run
