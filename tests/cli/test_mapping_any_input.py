"""Whatever a table or a mapping file holds, the answer is lines of JSON and a code, never a traceback."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.mapped_tables import CITY, CITY_COLUMNS, city_rows, csv_bytes

from oversight_adapters.cli import main

TABLE = csv_bytes([CITY_COLUMNS, *city_rows()[:5]])
LINES = json.dumps([dict(zip(CITY_COLUMNS, row, strict=True)) for row in city_rows()[:5]]).encode()


@st.composite
def spoilt(draw: st.DrawFn, *whole: bytes) -> bytes:
    """One of these with a piece of it replaced by anything."""
    page = draw(st.sampled_from(whole))
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(page))] * 2)))
    if draw(st.booleans()):
        end = min(end, start + 9)
    return page[:start] + draw(st.binary(max_size=20)) + page[end:]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


def run(*arguments: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(list(arguments))
    return code, out.getvalue(), err.getvalue()


def is_answered(folder: Path, table: bytes, mapping: bytes, suffix: str) -> None:
    file, toml = folder / f"any.{suffix}", folder / "any.toml"
    file.write_bytes(table)
    toml.write_bytes(mapping)
    for command in (["mapping", "check", str(file), str(toml)], ["read", str(file), "--mapping", str(toml)]):
        code, out, err = run(*command, "--json")
        assert code in (0, 1, 2, 3)
        assert "should not have happened" not in err
        lines = [json.loads(line) for line in out.splitlines()]
        assert not any(line.get("code") == "reader-failed" for line in lines)
        assert (code in (2, 3)) or lines[-1]["type"] in ("check", "reading")


@given(table=st.binary(max_size=200) | spoilt(TABLE, LINES), suffix=st.sampled_from(["csv", "json", "jsonl", "tsv"]))
def test_any_table_is_read_or_told(folder: Path, table: bytes, suffix: str) -> None:
    is_answered(folder, table, CITY.encode(), suffix)


@given(mapping=st.binary(max_size=100) | spoilt(CITY.encode()))
def test_any_mapping_is_used_or_told(folder: Path, mapping: bytes) -> None:
    is_answered(folder, TABLE, mapping, "csv")


@given(table=st.binary(max_size=200) | spoilt(TABLE, LINES))
def test_anything_is_guessed_at_or_told(folder: Path, table: bytes) -> None:
    file = folder / "any"
    file.write_bytes(table)
    code, out, err = run("mapping", "guess", str(file))
    assert code in (0, 2, 3)
    assert "should not have happened" not in err
    assert bool(out) is (code == 0)
