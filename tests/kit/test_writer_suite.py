"""The writers that ship keep the writer contract, and the page and the suite name the same clauses."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from oversight_adapters.testing import WriterSuite
from oversight_adapters.writers.csv import CsvWriter
from oversight_adapters.writers.jsonlines import JsonLinesWriter
from oversight_adapters.writers.markdown import MarkdownWriter

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "writer-contract.md"
TESTS = [test for name, test in inspect.getmembers(WriterSuite, inspect.isfunction) if name.startswith("test_")]


class TestCsv(WriterSuite):
    @pytest.fixture
    def make_writer(self):
        return CsvWriter


class TestMarkdown(WriterSuite):
    @pytest.fixture
    def make_writer(self):
        return MarkdownWriter


class TestJsonLines(WriterSuite):
    dated = False

    @pytest.fixture
    def make_writer(self):
        return lambda as_of: JsonLinesWriter()


def test_every_clause_of_the_page_has_a_test_and_every_test_a_clause():
    page = re.findall(r"^\| (W\d+) \| \S", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    suite = {inspect.getdoc(test).split()[0] for test in TESTS}
    assert page == [f"W{n}" for n in range(12)] and suite == set(page)


def test_a_test_is_named_for_the_clause_in_its_docstring():
    for test in TESTS:
        assert test.__name__.split("_")[1] == inspect.getdoc(test).split()[0]


WRITES = """
import sys
from oversight_adapters.testing.writer_suite_hooks import written
from oversight_adapters.testing.writer_suite_samples import record
from oversight_adapters.writers import csv, jsonlines, markdown
for writer in (csv.CsvWriter(), jsonlines.JsonLinesWriter(), markdown.MarkdownWriter()):
    sys.stdout.write(written(writer, record()))
"""


def test_the_order_of_hashing_changes_nothing():
    """What is kept in a set comes in another order in another process; nothing of ours depends on it."""
    texts = set()
    for seed in "12":
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run([sys.executable, "-c", WRITES], env=environment, capture_output=True, check=True)
        texts.add(done.stdout)
    assert len(texts) == 1 and b"### " in texts.pop()
