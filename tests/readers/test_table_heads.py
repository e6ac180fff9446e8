"""A table is known by its header alone, wherever that stands and in whatever kind of file."""

from __future__ import annotations

import json

import pytest
from tests.readers.mapped_tables import csv_bytes

from oversight_adapters.readers.table_columns.heads import holds
from oversight_core.provenance import Source

NEEDS = [("Audit",), ("No", "Number"), ("What",)]
ROWS = [["Audit", "No", "What"], ["A-1", "1.10", "Count the beds"], ["A-1", "1.2", "Keep the log"]]


@pytest.mark.parametrize(
    "content",
    [
        csv_bytes(ROWS),
        csv_bytes(ROWS, delimiter="\t", line_end="\r"),
        csv_bytes([["Export of 2 May"], [], *ROWS]),
        csv_bytes([["audit ", "NUMBER", "what:"], *ROWS[1:]]),
        json.dumps([dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]]).encode(),
    ],
)
def test_a_file_is_known_by_its_header_wherever_that_stands(content: bytes) -> None:
    assert holds(Source.of(content), NEEDS)


@pytest.mark.parametrize("content", [b"", b"Audit,What\nA-1,Count\n", b"%PDF-1.7", b"<html><table>", b"No Audit What"])
def test_another_file_is_not(content: bytes) -> None:
    assert not holds(Source.of(content), NEEDS)


def test_a_long_file_is_known_by_its_start_alone() -> None:
    body = csv_bytes([*ROWS, *([["A-1", str(n), 'He said "no'] for n in range(20_000)])])
    assert holds(Source.of(body), NEEDS)
    assert not holds(Source.of(b"x,y\n" * 40_000 + b"Audit,No,What\n"), NEEDS)
