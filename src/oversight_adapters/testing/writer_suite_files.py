"""W7 and W8: what becomes of the stream, the file and everything else when a document is written."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from oversight_adapters.testing.clauses import by_clause, expect, refused
from oversight_adapters.testing.writer_suite_hooks import MakeWriter, WriterHooks, difference, fresh
from oversight_adapters.testing.writer_suite_samples import Fixed, Noted, record
from oversight_adapters.testing.writer_suite_streams import FullPaper, Paper, WithLittleRoom
from oversight_adapters.writers.files import UnwritableFile, write_file
from oversight_core.errors import StoreFailed
from oversight_core.register import Register


@by_clause
class FileClauses(WriterHooks):
    """The clauses about streams and files."""

    def test_W7_a_failure_is_not_swallowed(self, make_writer: MakeWriter) -> None:
        """W7 a stream that fails, and a record that fails half-way, fail the writing: no half passes for the whole"""
        whole = record()
        size, entries_ = len(self._text(make_writer, whole)), tuple(whole.store.scan())
        for room in (0, size // 2, size - 1):
            with refused("W7", OSError, f"the stream has room for {room} of {size} characters"):
                fresh(make_writer).write(whole, FullPaper(room))
        for n in (0, len(entries_) // 2, len(entries_) - 1):
            with refused("W7", StoreFailed, f"the record fails after {n} of {len(entries_)} entries"):
                fresh(make_writer).write(Register(Fixed(entries_, breaks_after=n)), Paper())

    def test_W7_a_failure_later_is_not_swallowed(self, make_writer: MakeWriter) -> None:
        """W7 a record that fails fails the writing, whichever reading fails: of all, of one item, the last"""
        noted = Noted(record().store.scan())
        fresh(make_writer).write(Register(noted), Paper())
        for kind in dict.fromkeys(noted.asked):
            times = [n for n, asked in enumerate(noted.asked) if asked == kind]
            for n in dict.fromkeys((times[0], times[len(times) // 2], times[-1])):
                where = f"the record fails at reading {n + 1} of {len(noted.asked)}, {kind}"
                with refused("W7", StoreFailed, where):
                    fresh(make_writer).write(Register(Noted(noted.entries, fails_at=n)), Paper())

    def test_W7_a_failure_leaves_no_half_file(self, make_writer: MakeWriter, tmp_path: Path) -> None:
        """W7 a failed write leaves no half file: what stood there stands there still"""
        path = tmp_path / f"record{fresh(make_writer).suffix}"
        path.write_text("what stood there before", encoding="utf-8")
        whole = record()
        half = len(self._text(make_writer, whole)) // 2
        with refused("W7", UnwritableFile, "the disk is full half-way"):
            write_file(WithLittleRoom(fresh(make_writer), half), whole, path)
        with refused("W7", StoreFailed, "the record fails half-way"):
            write_file(fresh(make_writer), Register(Fixed(whole.store.scan(), breaks_after=9)), path)
        found = {name: (tmp_path / name).read_text(encoding="utf-8") for name in os.listdir(tmp_path)}
        expect("W7", found == {path.name: "what stood there before"}, "the old file as it was and no other", [*found])
        write_file(fresh(make_writer), whole, path)
        found_text = path.read_bytes().decode()
        expect("W7", found_text == self._text(make_writer, whole), "the whole file after a write that succeeds")

    def test_W8_it_writes_to_its_stream_alone(
        self, make_writer: MakeWriter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """W8 it writes to its stream alone: leaves it open, prints nothing, makes no file, changes no record"""
        monkeypatch.chdir(tmp_path)
        whole, out, printed = record(), Paper(), io.StringIO()
        head, before = whole.verify().head, tuple(whole.store.scan())
        out.write("before")
        with redirect_stdout(printed), redirect_stderr(printed):
            fresh(make_writer).write(whole, out)
        expect("W8", not out.closed, "the stream to be left open, for it is somebody else's")
        text = self._text(make_writer, whole)
        expect(
            "W8", out.text == f"before{text}", "the same text wherever the stream stands", difference(out.text, text)
        )
        expect("W8", not printed.getvalue(), "nothing printed", repr(printed.getvalue()[:80]))
        expect("W8", not os.listdir(tmp_path), "no file in the present folder", os.listdir(tmp_path))
        expect("W8", Path.cwd() == tmp_path, "the present folder as it was", Path.cwd())
        unchanged = (whole.verify().head, tuple(whole.store.scan())) == (head, before)
        expect("W8", unchanged, "the record as it was", whole.verify().head)
