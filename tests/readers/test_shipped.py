"""A format that is a mapping file and a row: known by its header alone, in whatever kind of file the table stands."""

from __future__ import annotations

import json

import pytest
from tests.readers.mapped_tables import csv_bytes

from oversight_adapters.readers.mapped_table import mapping_of
from oversight_adapters.readers.mappings import SHIPPED
from oversight_adapters.readers.shipped import ShippedReader, holds, needed, reader_of
from oversight_adapters.texts.tables import table_text
from oversight_core.provenance import Source

TOML = """
name = "tracker"
issuer = "city"
table.header.holds = ["What"]
fields.report = "Audit"
fields.number = { column = "No", or = ["Number"] }
fields.text = "What"
fields.addressee = { column = "Agency", optional = true }
"""
READER = ShippedReader(mapping_of(TOML))
ROWS = [["Audit", "No", "What"], ["A-1", "1.10", "Count the beds"], ["A-1", "1.2", "Keep the log"]]


@pytest.mark.parametrize(
    "content",
    [
        csv_bytes(ROWS),
        csv_bytes(ROWS, delimiter="\t", line_end="\r"),
        csv_bytes([["Export of 2 May"], [], *ROWS]),
        csv_bytes([["audit ", "NUMBER", "what"], *ROWS[1:]]),
        json.dumps([dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]]).encode(),
    ],
)
def test_a_file_is_known_by_its_header_wherever_that_stands(content: bytes) -> None:
    source = Source.of(content)
    assert READER.recognise(source) == 3
    reading = READER.read(table_text(source))
    assert [str(one.item) for one in reading.candidates] == [
        "recommendation:city/a-1/1.10",
        "recommendation:city/a-1/1.2",
    ]
    assert reading.format == "tracker"


@pytest.mark.parametrize("content", [b"", b"Audit,What\nA-1,Count\n", b"%PDF-1.7", b"<html><table>", b"No Audit What"])
def test_another_file_is_not(content: bytes) -> None:
    assert READER.recognise(Source.of(content)) == 0


def test_a_long_file_is_known_by_its_start_alone() -> None:
    body = csv_bytes([*ROWS, *([["A-1", str(n), 'He said "no'] for n in range(20_000)])])
    assert READER.recognise(Source.of(body)) == 3
    assert not holds(Source.of(b"x,y\n" * 40_000 + b"Audit,No,What\n"), needed(mapping_of(TOML)))


def test_every_format_has_a_sound_file() -> None:
    for shipped in SHIPPED:
        assert reader_of(shipped).name == shipped.name
        assert needed(mapping_of(shipped.toml)), f"{shipped.name} has no column by which it is known"
