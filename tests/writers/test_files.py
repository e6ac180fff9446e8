"""A document is written whole into its file, or the file stays as it was."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from oversight_adapters.writers.csv import CsvWriter
from oversight_adapters.writers.files import UnwritableFile, write_file
from oversight_core.errors import StoreFailed
from oversight_core.register import Register

Record = Callable[[str], Register]


class Says:
    """A writer that writes some text, and then fails as it is told."""

    name, suffix, lossless = "says", ".txt", False

    def __init__(self, text: str, error: BaseException | None = None) -> None:
        self.text, self.error = text, error

    def write(self, record: Any, out: IO[str]) -> None:
        out.write(self.text)
        if self.error:
            raise self.error


def test_a_document_replaces_what_stood_there(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "record.csv"
    path.write_text("before")
    path.chmod(0o600)
    write_file(CsvWriter(), record("words"), path)
    assert path.read_bytes().startswith(b'"item",') and path.read_bytes().endswith(b"\r\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["record.csv"]


@pytest.mark.parametrize("error", [OSError(28, "no room"), StoreFailed("here", "it broke"), KeyboardInterrupt()])
def test_after_a_failure_the_file_is_as_it_was(record: Record, tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "record.txt"
    path.write_text("before")
    with pytest.raises(UnwritableFile if isinstance(error, OSError) else type(error)):
        write_file(Says("half", error), record("words"), path)
    assert path.read_text() == "before"
    assert os.listdir(tmp_path) == ["record.txt"]


def test_an_error_says_which_file_and_why(record: Record, tmp_path: Path) -> None:
    with pytest.raises(
        UnwritableFile, match=r"missing.txt cannot be written \(No such file or directory\); what stood"
    ):
        write_file(Says("x"), record("words"), tmp_path / "nowhere" / "missing.txt")
    with pytest.raises(UnwritableFile, match=r"UTF-8 cannot say, '\\udc80'"):
        write_file(Says("\udc80"), record("words"), tmp_path / "half.txt")
    with pytest.raises(UnwritableFile, match="Is a directory"):
        write_file(Says("x"), record("words"), tmp_path)
    (tmp_path / "round").symlink_to(tmp_path / "round")
    with pytest.raises(UnwritableFile, match="round"):
        write_file(Says("x"), record("words"), tmp_path / "round")
    assert os.listdir(tmp_path) == ["round"]


def test_behind_a_link_stands_what_is_replaced(record: Record, tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("before")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write_file(Says("after"), record("words"), tmp_path / "link.txt")
    assert (tmp_path / "link.txt").is_symlink() and (tmp_path / "real.txt").read_text() == "after"


def test_what_is_no_regular_file_is_written_directly(record: Record) -> None:
    write_file(Says("gone"), record("words"), os.devnull)
    assert not Path(os.devnull).is_file()
