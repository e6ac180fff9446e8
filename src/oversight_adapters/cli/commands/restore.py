"""`oversight restore`: a backup put in the place of the record, and what is lost by that."""

from __future__ import annotations

from pathlib import Path

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import adapters, file_of
from oversight_adapters.cli.exits import WrongUse
from oversight_adapters.cli.options import DEFAULT_STORE, Json, Store
from oversight_adapters.cli.progress import counting
from oversight_adapters.cli.receipts import receipt
from oversight_adapters.stores.sqlite import Restored
from oversight_adapters.stores.sqlite import restore as put_back


def restore(
    backup: str,
    /,
    *,
    against: str | None = None,
    replace: bool = False,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Put a copy of a backup in the place of the record, once it is verified.

    Parameters
    ----------
    backup:
        The backup, which stays as it is.
    against:
        The head that was printed when it was made, POSITION:HASH, or a file that holds it: also proves that it is that
        backup.
    replace:
        Put it in the place of a record that is there.
    """
    seen, target = receipt(against) if against else None, file_of(store)
    if Path(target).exists() and not replace:
        raise WrongUse(f"there is a store {target} already; say --replace to put the backup in its place")
    with counting("restoring") as progress:
        restored = put_back(backup, target, against=seen, replace=replace, codec=adapters().codec, progress=progress)
    if json:
        out.json_line(_line(backup, target, restored))
    else:
        _tell(backup, target, restored)


def _tell(backup: str, target: str, restored: Restored) -> None:
    out.line(f"{target} holds the record of {backup}: {restored.head.position} entries, head {restored.head}")
    if restored.lost is None:
        out.line("what it replaced could not be read, so nobody can tell which entries are lost")
    elif restored.lost:
        one = restored.lost == 1
        number, were, are = ("1 entry", "was", "is") if one else (f"{restored.lost} entries", "were", "are")
        out.line(
            f"{number} of the record that it replaced came after the backup, or {were} never in it, and {are} lost"
        )
    for gone in restored.remembered:
        revisions = ", ".join(map(str, gone.revisions))
        out.line(
            f"the words of {gone.item}, revision {revisions}, are back, which were disposed of under {gone.authority}; "
            "dispose of them again",
            indent=2,
        )


def _line(backup: str, target: str, restored: Restored) -> dict[str, object]:
    return {
        "type": "restoration",
        "location": target,
        "backup": backup,
        "position": restored.head.position,
        "hash": restored.head.hash.hex(),
        "lost": restored.lost,
        "remembered": [[str(one.item), list(one.revisions), one.authority] for one in restored.remembered],
    }
