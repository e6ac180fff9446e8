"""`oversight diff`: what changed between two saved pages of one list."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import adapters
from oversight_adapters.cli.exits import DONE, PROBLEMS
from oversight_adapters.cli.mappings import reader_for
from oversight_adapters.cli.options import Books, Json, Strict
from oversight_adapters.cli.progress import working
from oversight_adapters.cli.relisting import warning
from oversight_adapters.cli.sources import source
from oversight_adapters.cli.tables import books_in
from oversight_adapters.readers.facts import plain
from oversight_adapters.writers.wording import words
from oversight_core.questions import Change, Snapshot
from oversight_core.questions import diff as changes_between
from oversight_core.questions.snapshots import What
from oversight_core.reading import Reading

_WHAT: tuple[What, ...] = ("new", "moved", "reworded", "status-changed", "redescribed", "no-longer-listed")


def diff(
    old: str,
    new: str,
    /,
    *,
    format: str | None = None,
    mapping: str | None = None,
    rulebook: Books = (),
    kind: str = "recommendation",
    json: Json = False,
    strict: Strict = False,
) -> int:
    """Show what changed between two saved pages of one list: new, reworded, moved, of another status, no longer listed.

    A page that has not changed, or suddenly lists nothing, is told: perhaps it was not saved anew, or looks different
    now.  Nothing is kept, and nothing is closed because it is no longer listed.

    Parameters
    ----------
    old:
        The page as it was.
    new:
        The page as it is.
    format:
        Which reader reads; without it, the one that recognises each document.
    mapping:
        A mapping file by which tables are read.
    kind:
        The kind of items that are compared.
    """
    mapped = reader_for(mapping, format, books_in(rulebook))

    def read(path: str) -> Reading:
        document = source(Path(path))
        return mapped.take(document) if mapped else adapters().read(document, format=format or "")

    with working("reading"):
        before, after = read(old), read(new)
    seen, now = Snapshot.of(before, kind=kind), Snapshot.of(after, kind=kind)
    changes = changes_between(seen, now)
    warnings = [*_warnings(before, after, seen, now, changes)]
    if json:
        for change in changes:
            out.json_line(_line(change))
        out.json_line({"type": "changes", **_counts(changes), "listed": len(now.listed), "warnings": warnings})
    else:
        _tell(changes, now)
    for code in () if json else warnings:
        out.tell(_SENTENCES[code].format(new))
    return PROBLEMS if strict and warnings else DONE


_SENTENCES = {
    "source-unchanged": "{} is the same, byte by byte; was it saved anew?",
    "nothing-changed": "{} has other bytes, and nothing that is read of it has changed",
    "listing-emptied": "{} lists nothing any more; has its layout changed?",
    "listing-incomplete": "{} is a part of its list: what it leaves out may be on another page",
    "nothing-listed": "neither page lists anything, {} included; is it a page of this kind?",
}


def _warnings(before: Reading, after: Reading, seen: Snapshot, now: Snapshot, changes: tuple[Change, ...]) -> list[str]:
    if not (now.listed or seen.listed):
        return ["nothing-listed"]
    if now.listed and before.source and after.source and before.source.digest == after.source.digest:
        return ["source-unchanged"]
    odd = warning(_counts(changes), after, emptied=not now.listed)
    return [odd] if odd else []


def _counts(changes: tuple[Change, ...]) -> dict[str, int]:
    counted = Counter(what for change in changes for what in change.what)
    return {what.replace("-", "_"): counted[what] for what in _WHAT}


def _line(change: Change) -> dict[str, Any]:
    return {
        "type": "change",
        "item": str(change.item),
        "what": list(change.what),
        "was": str(change.was) if change.was else None,
        "fields": {
            field: {"before": plain(getattr(change.before, field)), "after": plain(getattr(change.after, field))}
            for field in change.fields
        },
    }


def _tell(changes: tuple[Change, ...], now: Snapshot) -> None:
    for what in _WHAT:
        told = [change for change in changes if change.what[0] == what]
        if told:
            out.heading(f"{what.replace('-', ' ').capitalize()}: {len(told)}")
        for change in told:
            also = f" ({', '.join(one.replace('-', ' ') for one in change.what[1:])})" if change.what[1:] else ""
            was = f", before {change.was}" if change.was else ""
            out.line(f"{change.item}{was}{also}", indent=2, hang=2)
            for field in change.fields:
                before, after = plain(getattr(change.before, field)), plain(getattr(change.after, field))
                out.line(f"{words(field)}: {_value(before)} → {_value(after)}", indent=4, hang=2)
    alike = len(now.listed) - sum(change.after is not None for change in changes)
    out.line()
    out.line(f"{len(now.listed)} listed, {alike} of them as before")


def _value(value: object) -> str:
    return "nothing" if value in (None, "", []) else str(value)
