"""Which entries of an item hold words that can be forgotten, and which backups hold them too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from os.path import exists
from pathlib import Path

import attrs

from oversight_adapters.cli.desk import adapters, file_of
from oversight_adapters.cli.exits import WrongUse
from oversight_adapters.stores.sqlite.placing import unfinished
from oversight_core.ledger import Disposed, Receipt, Recorded
from oversight_core.names import Item
from oversight_core.ports import Backup

KINDS = {
    "registered": "a description",
    "applied": "a step",
    "reported": "a report",
    "retracted": "a retraction",
    "disposed": "a disposal",
}
"""What people call the kinds of entries."""


@attrs.frozen
class Held:
    """An entry with words: how many texts it holds, and never what they say."""

    recorded: Recorded
    texts: int

    @property
    def revision(self) -> int:
        """The revision of the entry."""
        return self.recorded.revision

    def __str__(self) -> str:
        number = "1 text" if self.texts == 1 else f"{self.texts} texts"
        kind = KINDS[self.recorded.mark.kind]
        return f"revision {self.revision}: {kind}, recorded {self.recorded.recorded_at:%Y-%m-%d}, {number}"


def held(history: Iterable[Recorded]) -> tuple[Held, ...]:
    """The entries of a history that hold words, in order."""
    found = ((recorded, adapters().codec.again(recorded.entry).content) for recorded in history)
    return tuple(Held(recorded, len(json.loads(content))) for recorded, content in found if content is not None)


def chosen(item: Item, history: Sequence[Recorded], revisions: str | None) -> tuple[Held, ...]:
    """The entries that are to be forgotten: those asked for, or all with words.

    Raises `WrongUse` where one of those asked for holds none, or none does.
    """
    there = {one.revision: one for one in held(history)}
    asked = _numbers(revisions) if revisions is not None else tuple(there)
    if not asked:
        raise WrongUse(f"{item} holds no words{_since(history)}; there is nothing to dispose of")
    for revision in asked:
        if not 0 < revision <= len(history):
            raise WrongUse(f"{item} has no revision {revision}; its revisions are 1 to {len(history)}")
        if revision not in there:
            raise WrongUse(f"revision {revision} of {item} holds no words{_since(history, revision)}")
    return tuple(there[revision] for revision in asked)


def kin(item: Item, history: Iterable[Recorded]) -> tuple[Item, ...]:
    """The other items of a joined history that hold words of their own."""
    others = (one.recorded.item for one in held(recorded for recorded in history if recorded.item != item))
    return tuple(dict.fromkeys(others))


def _since(history: Iterable[Recorded], revision: int = 0) -> str:
    """Under which authority the words of a revision, or of any, were disposed of."""
    gone = [r.entry for r in history if r.mark.kind == "disposed" and isinstance(r.entry, Disposed)]
    under = [entry.authority for entry in gone if not revision or revision in entry.revisions]
    return f" any more, they were disposed of under {', '.join(dict.fromkeys(under))}" if under else ""


def _numbers(text: str) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isascii() and part.isdecimal() and len(part) < 10 for part in parts):
        raise WrongUse(f"{text!r} are not revisions; write their numbers, such as 1,3")
    return tuple(sorted(set(map(int, parts))))


@attrs.frozen
class OutOfReach:
    """A backup that was made when the words were in the record; `there` where it is what its name leads to now."""

    backup: Backup
    there: bool

    def __str__(self) -> str:
        made = f"made {self.backup.made_at:%Y-%m-%d %H:%M} UTC"
        return f"{self.backup.location}, {made}{'' if self.there else '; it is not there now, moved or replaced'}"


def out_of_reach(backups: Sequence[Backup], gone: Sequence[Held], disposal: Receipt) -> tuple[OutOfReach, ...]:
    """The backups that were made when words of these entries were in the record."""
    first = min(one.recorded.position for one in gone)
    last = {backup.location: backup for backup in backups}
    return tuple(
        OutOfReach(backup, last[backup.location] is backup and exists(backup.location))
        for backup in backups
        if first <= backup.head.position < disposal.position
    )


def left_behind(store: str, backups: Sequence[Backup]) -> tuple[str, ...]:
    """The copies that killed programs left where the store is, or where its backups were put."""
    places = [backup.location for backup in backups]
    with suppress(WrongUse):  # a store that is no file
        places.append(file_of(store))
    return tuple(str(copy) for place in dict.fromkeys(places) for copy in unfinished(Path(place)))
