"""Restoring: a backup is proved, and takes the place of a store whole or not at all."""

from __future__ import annotations

from contextlib import closing
from os import PathLike, path
from pathlib import Path

import attrs

from oversight_adapters.codec import CODEC, Codec
from oversight_adapters.stores.rows import spell_instant
from oversight_adapters.stores.sqlite import backing, opening
from oversight_adapters.stores.sqlite.placing import making
from oversight_adapters.stores.sqlite.store import SqliteStore
from oversight_adapters.stores.sqlite.told import telling
from oversight_core.errors import StoreFailed
from oversight_core.ledger.entry import Disposed, Receipt
from oversight_core.ports import Backup, Progress


@attrs.frozen
class Restored:
    """What a restored record holds, and what of the one in its place it does not.

    `lost` counts the entries that only the replaced record had: None where that could not be read.  `remembered` are
    the disposals among them: the words they forgot are back.
    """

    head: Receipt
    lost: int | None = 0
    remembered: tuple[Disposed, ...] = ()


def restore(
    backup: str | PathLike[str],
    to: str | PathLike[str],
    *,
    against: Receipt | None = None,
    replace: bool = False,
    codec: Codec = CODEC,
    timeout: float = 5.0,
    progress: Progress = lambda done, total: None,
) -> Restored:
    """Put a copy of a backup in the place of a store, once it is verified, and against a receipt where one is given.

    Raises a `StoreFailed`: for a backup that is none or does not hold, where there is a file and it is not to be
    replaced, and `StoreLocked` where a program has that open.  Then nothing was changed.
    """
    source, target = backing.named(backup), backing.named(to)
    with telling(str(source)):
        if not source.exists():
            raise StoreFailed(str(source), "there is no such file")
        opening.check_header(source)
    backing.check_names(source, target, replace=replace)
    with telling(str(target)), making(target) as made:
        backing.copy(source, made, timeout=timeout, progress=progress)
        with SqliteStore(made, codec=codec) as store:  # an older layout is upgraded here, not in the backup
            verdict = store.verify(against)
            if not verdict.holds:
                at = f" at entry {verdict.fault}" if verdict.fault else ""
                raise StoreFailed(str(source), f"it does not hold{at}: {verdict.why}; nothing was restored")
            restored, others = _compare(store, verdict.head, target)
        _note(made, others, timeout)
        backing.place_backup(made, target, replace=replace, timeout=timeout)
    return restored


def _compare(store: SqliteStore, head: Receipt, target: Path) -> tuple[Restored, list[Backup]]:
    """What the record to be replaced has beyond a store, and the backups that only that one knows of."""
    if not path.lexists(target):
        return Restored(head), []
    try:
        with SqliteStore(target, read_only=True) as old:
            shared = _shared(store, old, head.position)
            lost = sum(1 for _ in old.scan(shared.position))
            disposals = tuple(
                entry
                for one in old.scan(shared.position)
                if one.mark.kind == "disposed" and isinstance(entry := one.entry, Disposed)
            )
            known = {one.location for one in store.backups()}
            others = [one for one in old.backups() if one.location not in known]
    except StoreFailed:
        return Restored(head, None), []
    earlier = [one if one.head.position <= shared.position else attrs.evolve(one, head=shared) for one in others]
    return Restored(head, lost, disposals), earlier


def _shared(one: SqliteStore, other: SqliteStore, last: int) -> Receipt:
    """The last head that two records share: whatever links to the same link is the same."""
    low, link = 0, bytes(32)
    high = last
    while low < high:
        middle = (low + high + 1) // 2
        links = [next((recorded.hash for recorded in store.scan(middle - 1)), b"") for store in (one, other)]
        if links[0] == links[1]:
            low, link = middle, links[0]
        else:
            high = middle - 1
    return Receipt(low, link)


def _note(made: Path, backups: list[Backup], timeout: float) -> None:
    """Note in a store the backups of the one it replaces, for they hold what both share."""
    with closing(opening.connect(made, read_only=False, timeout=timeout)) as db:
        for one in backups:
            backing.note(db, made_at=spell_instant(one.made_at), location=one.location, head=one.head)
