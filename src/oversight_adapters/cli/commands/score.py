"""`oversight score`: how well documents are read, held against labels that somebody wrote by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import adapters
from oversight_adapters.cli.exits import DONE, PROBLEMS, FileFailed, WrongUse
from oversight_adapters.cli.options import Json, Strict
from oversight_adapters.cli.progress import progress
from oversight_adapters.cli.sources import labels_in, source
from oversight_adapters.readers.facts import facts
from oversight_adapters.scoring import ENDING, Finding, Labels, Tally, judged, load_labels, tallied
from oversight_core.errors import OversightError
from oversight_core.reading import Reading

Judged = tuple[str, str, Finding]
"""The label file, the format, and one verdict."""


def score(first: str, /, *more: str, json: Json = False, strict: Strict = False, fields: bool = False) -> int:
    """Read labelled documents and count what is right, wrong and missing.

    A label file stands beside its document and is named after it, ``page.txt.labels.json``.  The answer is no, exit
    code 1, where anything is wrong; with --strict also where anything is missing.

    Parameters
    ----------
    first:
        A label file, or a folder with label files.
    more:
        More of the same.
    fields:
        Count each field on its own.
    """
    files = _label_files((first, *more))
    found: list[Judged] = []
    unaccounted: dict[str, int] = {}
    for verdicts, format, sentences in progress(map(_scored, files), "scoring", total=len(files)):
        found += verdicts
        unaccounted[format] = unaccounted.get(format, 0) + sentences
    tallies = tallied((format, finding) for _, format, finding in found)
    _tell(found, [one for one in tallies if fields or not one.kind], unaccounted, json=json)
    wrong = any(finding.verdict == "wrong" for *_, finding in found)
    missing = any(finding.verdict == "missing" for *_, finding in found)
    return PROBLEMS if wrong or (strict and missing) else DONE


def _label_files(named: Sequence[str]) -> list[Path]:
    if not (found := labels_in(named)):
        raise WrongUse(f"there is no label file (*{ENDING}) in {', '.join(named)}")
    return found


def _scored(path: Path) -> tuple[list[Judged], str, int]:
    """The verdicts on one document; one that cannot be read has all of its facts missing."""
    labels = load_labels(_words(path), name=str(path))
    document = path.with_name(path.name.removesuffix(ENDING))
    try:
        reading = adapters().read(source(document))
    except FileFailed:
        raise
    except OversightError as error:
        return [(str(path), labels.format, one) for one in _unread(labels, str(error))], labels.format, 0
    verdicts = [(str(path), labels.format, one) for one in _verdicts(labels, reading)]
    return verdicts, labels.format, len(reading.unaccounted)


def _words(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FileFailed(str(path), "unreadable", f"it cannot be read ({error})") from None


def _verdicts(labels: Labels, reading: Reading) -> Iterator[Finding]:
    if reading.format != labels.format:
        yield Finding("wrong", "document", "format", reading.format, f"the labels are of {labels.format}")
    yield from judged(labels, facts(reading, adapters().reader(reading.format)), reading.problems)


def _unread(labels: Labels, why: str) -> Iterator[Finding]:
    for expected in labels.facts:
        yield Finding("missing", expected.item, expected.field, expected.value, why)


def _tell(found: list[Judged], tallies: list[Tally], unaccounted: dict[str, int], *, json: bool) -> None:
    faults = [(file, finding) for file, _, finding in found if finding.verdict != "right"]
    if json:
        for file, one in faults:
            out.json_line({"type": one.verdict, "labels": file, "item": one.item, "field": one.field} | _said(one))
        for tally in tallies:
            out.json_line(_line(tally, unaccounted))
        return
    if faults:
        rows = [(one.verdict, file, one.item, one.field, _shown(one.value), one.why) for file, one in faults]
        out.table(("", "labels", "item", "field", "value", "why"), rows)
        out.line()
    out.table(
        ("format", "kind", "field", "precision", "recall", "right", "wrong", "missing", "unaccounted"),
        [_row(tally, unaccounted) for tally in tallies],
    )


def _said(finding: Finding) -> dict[str, object]:
    return {"value": finding.value, "why": finding.why}


def _shown(value: object) -> str:
    return value if isinstance(value, str) else repr(value)


def _line(tally: Tally, unaccounted: dict[str, int]) -> dict[str, object]:
    return {
        "type": "score",
        "format": tally.format,
        "kind": tally.kind,
        "field": tally.field,
        "precision": tally.precision,
        "recall": tally.recall,
        "right": tally.right,
        "wrong": tally.wrong,
        "missing": tally.missing,
        "unaccounted": None if tally.kind else unaccounted.get(tally.format, 0),
    }


def _row(tally: Tally, unaccounted: dict[str, int]) -> tuple[object, ...]:
    counts = (tally.right, tally.wrong, tally.missing, "" if tally.kind else unaccounted.get(tally.format, 0))
    return tally.format, tally.kind, tally.field, _share(tally.precision), _share(tally.recall), *counts


def _share(share: float | None) -> str:
    """A share in per cent, never rounded up to a hundred."""
    return "" if share is None else f"{int(share * 1000) / 10:.1f} %"
