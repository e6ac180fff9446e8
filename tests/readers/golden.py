"""Golden files: what a reader makes of a fixture, kept beside it and checked by eye when it changes.

`python tests/readers/golden.py` writes them anew.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from oversight_adapters.readers.facts import facts, plain
from oversight_adapters.texts.plain import decode
from oversight_core.ports import Reader
from oversight_core.provenance import Source

HERE = Path(__file__).parent


def told(reader: Reader, path: Path) -> dict[str, Any]:
    """Everything a reader says of a file, as plain data: facts by item, problems, sentences it did not account for."""
    source = Source.of(path.read_bytes(), name=path.name)
    reading = reader.read(decode(source))
    items: dict[str, list[dict[str, Any]]] = {}
    for fact in facts(reading, reader):
        row = {"field": fact.field, "value": plain(fact.value)}
        row |= {"derived": True} if fact.derived else {"quote": fact.quote}
        items.setdefault(str(fact.item), []).append(row)
    return {
        "recognised": reader.recognise(source),
        "facts": items,
        "problems": [problem.code for problem in reading.problems],
        "unaccounted": [sentence.text for sentence in reading.unaccounted],
        "telling": reading.telling,
    }


def expected(path: Path) -> Path:
    return path.with_name(path.stem + ".expected.json")


def write(reader: Reader, paths: Iterable[Path]) -> None:
    for path in paths:
        out = json.dumps(told(reader, path), indent=1, ensure_ascii=False) + "\n"
        expected(path).write_text(out, encoding="utf-8")


if __name__ == "__main__":
    from oversight_adapters.readers.crcl_summary import CrclSummaryReader
    from oversight_adapters.readers.gao_agency_page import GaoAgencyPageReader

    write(CrclSummaryReader(), sorted((HERE / "crcl").glob("*.txt")))
    write(GaoAgencyPageReader(), sorted((HERE / "gao").glob("*.txt")))
    sys.exit(0)
