"""The writers that ship keep the writer contract, and what the kit calls active is active."""

from __future__ import annotations

import html
import os
import subprocess
import sys
from collections import Counter

import pytest

from oversight_adapters.testing import WriterSuite
from oversight_adapters.testing.writer_suite_active import formulas, in_html, in_markdown
from oversight_adapters.testing.writer_suite_hostile import FORMULAS, MARKUP
from oversight_adapters.writers.csv import CsvWriter, inactive
from oversight_adapters.writers.jsonlines import JsonLinesWriter
from oversight_adapters.writers.markdown import MarkdownWriter, escaped


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


@pytest.mark.parametrize("words", MARKUP)
def test_what_is_hostile_is_seen_where_it_acts_and_not_where_it_is_escaped(words):
    def seen(said):
        yield from (*in_markdown(f"{said}\n"), *in_markdown(f"| {said} |\n"))
        yield from (*in_html(f'<p title="{said}">'), *in_html(f"<p title='{said}'>{said}</p>"))
        yield from in_html(f'<a href="{said}">')

    assert Counter(seen(words)) - Counter(seen("word"))
    assert list(in_markdown(f"said: {escaped(words)}")) == []
    assert list(in_html(f"<p title='{html.escape(words)}'>{html.escape(words)}</p>")) == list(
        in_html("<p title=''></p>")
    )


@pytest.mark.parametrize("words", FORMULAS)
def test_a_formula_is_seen_raw_and_not_where_it_is_disarmed(words):
    assert list(formulas([[words.lstrip("\x00\u200b ")]]))
    assert not list(formulas([[inactive(words)]]))


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
