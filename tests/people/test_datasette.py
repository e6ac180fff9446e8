"""Datasette opens a record: every view and every question, as JSON, CSV and a page, without an error."""

from __future__ import annotations

import csv
import json
import runpy
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "docs/examples"
MADE = runpy.run_path(str(EXAMPLES / "datasette_metadata.py"))
METADATA = json.loads(MADE["metadata"]())["databases"]["record"]
VIEWS = tuple(MADE["FACETS"])

real = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("datasette") is None, reason="Datasette is not installed (dependency group `people`)"),
]


def test_the_file_beside_it_is_fresh():
    stands = (EXAMPLES / "datasette.json").read_text(encoding="utf-8")
    assert stands == MADE["metadata"](), "stale: run `python docs/examples/datasette_metadata.py`"


def test_it_explains_every_column_and_asks_every_question(record):
    with closing(sqlite3.connect(record)) as db:
        for view in VIEWS:
            columns = [row[1] for row in db.execute(f"PRAGMA table_info({view})")]
            assert [*METADATA["tables"][view]["columns"]] == columns
        tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert {name for name, about in METADATA["tables"].items() if about.get("hidden")} == tables
    assert len(METADATA["queries"]) == 12


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Path:
    path: Path = tmp_path_factory.mktemp("record") / "record.db"
    runpy.run_path(str(EXAMPLES / "sample_record.py"))["build"](str(path)).store.close()
    return path


def got(record: Path, address: str) -> str:
    command = [sys.executable, "-m", "datasette", str(record), "--metadata", str(EXAMPLES / "datasette.json")]
    done = subprocess.run([*command, "--get", address], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, f"{address}: {done.stdout[:500]}{done.stderr[-500:]}"
    return done.stdout


def rows_of(record: Path, question: str) -> list[dict[str, object]]:
    with closing(sqlite3.connect(record)) as db:
        db.row_factory = sqlite3.Row
        return [dict(row) for row in db.execute(question)]


@pytest.mark.parametrize("view", VIEWS)
class TestView:
    pytestmark = real

    def test_json_holds_the_rows(self, record, view):
        shown = json.loads(got(record, f"/record/{view}.json?_shape=array&_size=max"))
        assert shown == rows_of(record, f"SELECT * FROM {view}")

    def test_csv_holds_the_rows(self, record, view):
        shown = list(csv.DictReader(StringIO(got(record, f"/record/{view}.csv?_size=max"))))
        rows = rows_of(record, f"SELECT * FROM {view}")
        assert shown == [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows]

    def test_its_page_explains_the_columns_and_has_the_facets(self, record, view):
        page = got(record, f"/record/{view}")
        assert "its natural key" in page or view != "recommendations"
        assert all(f'data-column="{facet}"' in page for facet in MADE["FACETS"][view])
        assert "&lt;Binary" not in page and ".blob?" not in page


@pytest.mark.parametrize("name", METADATA["queries"])
class TestQuestion:
    pytestmark = real

    def test_it_is_answered(self, record, name):
        shown = json.loads(got(record, f"/record/{name}.json?_shape=array"))
        assert shown == rows_of(record, METADATA["queries"][name]["sql"])
