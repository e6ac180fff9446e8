"""The labelled corpus: documents in our own words and real layouts, read without a wrong or a missing fact."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from oversight_adapters.plugins import Adapters
from oversight_adapters.readers.facts import facts
from oversight_adapters.scoring import ENDING, judged, load_labels
from oversight_core.provenance import Source

ROOM = Path(__file__).parent
LABELS = sorted(ROOM.rglob(f"*{ENDING}"))


@cache
def adapters() -> Adapters:
    return Adapters()


@pytest.mark.parametrize("file", LABELS, ids=lambda file: str(file.relative_to(ROOM)).removesuffix(ENDING))
def test_it_reads_as_labelled(file: Path) -> None:
    labels = load_labels(file.read_text(encoding="utf-8"), name=file.name)
    document = file.with_name(file.name.removesuffix(ENDING))
    reading = adapters().read(Source.of(document.read_bytes(), name=document.name))
    assert reading.format == labels.format
    found = judged(labels, facts(reading, adapters().reader(reading.format)), reading.problems)
    assert [one for one in found if one.verdict != "right"] == []


def test_every_document_is_labelled() -> None:
    documents = [path for path in ROOM.glob("*/**/*") if path.is_file() and not path.name.endswith(ENDING)]
    assert [path.name for path in documents if not path.with_name(path.name + ENDING).exists()] == []
