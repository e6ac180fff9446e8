"""Whatever bytes a file holds, reading it is an answer: lines of JSON and a code, never a traceback."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.cli.test_read import SAMPLE_PATHS

from oversight_adapters.cli import main

PAGES = [path.read_bytes() for path in SAMPLE_PATHS]


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """A sample with a piece of it replaced by anything."""
    page = draw(st.sampled_from(PAGES))
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(page))] * 2)))
    return page[:start] + draw(st.binary(max_size=40)) + page[end:]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "any.txt"


@given(content=st.binary(max_size=200) | spoilt())
@example(content=b"\xff\xfe")
@example(content=b"\xef\xbb\xbf")
def test_any_bytes_are_read_or_told(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["read", str(file), "--json"])
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert err.getvalue() == ""
    assert lines[-1]["type"] == ("problem" if code else "reading")
    assert code in (0, 2, 3)
    assert not any(line.get("code") == "reader-failed" for line in lines)
