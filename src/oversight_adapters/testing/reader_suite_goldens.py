"""Golden files: what a reader makes of each of its documents, kept beside them and read by eye when it changes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from difflib import unified_diff
from itertools import islice
from pathlib import Path
from typing import Any

from oversight_adapters.readers.facts import facts, plain, said
from oversight_adapters.testing.reader_suite_documents import Document
from oversight_core.ports import Reader
from oversight_core.provenance import Source
from oversight_core.reading import Reading

_SHOWN = 40  # lines of a difference


def told(reader: Reader, source: Source, reading: Reading) -> str:
    """Everything that a reader says of a document, as JSON: facts by item, labels, problems, what it left out."""
    items: dict[str, list[dict[str, Any]]] = {}
    for fact in facts(reading, reader):
        row = {"field": fact.field, "value": plain(fact.value)}
        row |= {"derived": True} if fact.derived else {"quote": fact.quote}
        items.setdefault(str(fact.item), []).append(row)
    whole = {
        "recognised": reader.recognise(source),
        "facts": items,
        "labels": list(said(reading)),
        "problems": [problem.code for problem in reading.problems],
        "unaccounted": [sentence.text for sentence in reading.unaccounted],
        "telling": reading.telling,
    }
    return json.dumps(whole, indent=1, ensure_ascii=False, default=str) + "\n"


def golden_files(folder: Path, documents: Sequence[Document]) -> list[Path]:
    """Where what is said of each document is kept: under its name; one that is no file goes by its place."""
    names = (one.name if isinstance(one, Path) else f"document-{n}" for n, one in enumerate(documents, 1))
    return [folder / f"{name}.expected.json" for name in names]


def difference(golden: Path, found: str) -> str:
    """How a golden file differs from what was found; "" where it does not."""
    if not golden.exists():
        return f"there is no {golden}; write it with --update-goldens, and read it before you keep it"
    expected = golden.read_text(encoding="utf-8")
    if expected == found:
        return ""
    lines = unified_diff(expected.splitlines(), found.splitlines(), golden.name, "found", n=2, lineterm="")
    return f"{golden} differs; where it should, write it anew with --update-goldens\n" + "\n".join(
        islice(lines, _SHOWN)
    )


def write(golden: Path, found: str) -> None:
    """Write a golden file, whole or not at all."""
    golden.parent.mkdir(parents=True, exist_ok=True)
    part = golden.with_name(f"{golden.name}.part")
    part.write_text(found, encoding="utf-8", newline="\n")
    part.replace(golden)
