"""`oversight dispose`: words forgotten under a named authority, and what is left of them elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import open_register
from oversight_adapters.cli.exits import DONE, PROBLEMS, WrongUse
from oversight_adapters.cli.naming import find
from oversight_adapters.cli.options import DEFAULT_STORE, ItemName, Json, Recorder, Store
from oversight_adapters.cli.progress import working
from oversight_adapters.cli.seen import Seen
from oversight_adapters.cli.words_held import Held, OutOfReach, chosen, kin, left_behind, out_of_reach
from oversight_core.ledger import Receipt
from oversight_core.names import Item


def dispose(
    item: ItemName,
    /,
    *,
    authority: str,
    revisions: str | None = None,
    yes: bool = False,
    store: Store = DEFAULT_STORE,
    recorder: Recorder = None,
    json: Json = False,
) -> int:
    """Forget the words of an item for good; that there were entries stays, and under which authority they were emptied.

    Parameters
    ----------
    authority:
        What demands it, such as "GRS 2.8, item 10"; the record keeps it.
    revisions:
        Which entries, by their numbers in `oversight timeline ITEM`, such as 1,3; all that hold words unless you say.
    yes:
        Do not ask.
    """
    with open_register(store, recorder=recorder) as register:
        seen = Seen.of(register)
        found = find(seen, item)
        same = kin(found, seen.history(found))
        gone = chosen(found, register.history(found), revisions)
        if not yes and not _confirmed(found, gone, same, authority, json):
            out.line("nothing was disposed of")
            return PROBLEMS
        made = register.backups()
        with working("forgetting"):
            receipt = register.dispose(found, [one.revision for one in gone], authority)
    backups, left = out_of_reach(made, gone, receipt), left_behind(store, made)
    if json:
        beside = {"same": list(map(str, same)), "unfinished": list(left)}
        out.json_line(_line(found, gone, authority, receipt, backups) | beside)
    else:
        _tell(found, gone, authority, receipt, backups)
        for copy in left:
            out.line(f"a program that was killed left the copy {copy}, which may hold the words as well: remove it")
        _tell_kin(same)
    return DONE


def _confirmed(item: Item, gone: Sequence[Held], same: Sequence[Item], authority: str, json: bool) -> bool:
    """Say what will be forgotten, and ask; raises `WrongUse` where nobody can answer."""
    if not json:
        out.line(f"the words of {item} will be forgotten for good, under {authority}:")
        for one in gone:
            out.line(one, indent=2)
        _tell_kin(same)
    if json or not sys.stdin.isatty():
        raise WrongUse("nobody was asked, so nothing was disposed of; say --yes to go on without being asked")
    sys.stderr.write("type yes to forget them: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() == "yes"


def _tell(item: Item, gone: Sequence[Held], authority: str, receipt: Receipt, backups: Sequence[OutOfReach]) -> None:
    out.line(f"the words of {item} are forgotten, under {authority}; entry {receipt.position} of the record says so")
    for one in gone:
        out.line(one, indent=2)
    out.line(f"head of the record: {receipt}")
    if not backups:
        out.line("no backup that the record knows of holds these words")
        return
    out.line("these backups still hold the words, and are out of reach:")
    for backup in backups:
        out.line(backup, indent=2)


def _tell_kin(same: Sequence[Item]) -> None:
    for other in same:
        out.line(f"recorded as the same is {other}, which has words of its own that stay")


def _line(
    item: Item, gone: Sequence[Held], authority: str, receipt: Receipt, backups: Sequence[OutOfReach]
) -> dict[str, object]:
    return {
        "type": "disposal",
        "item": str(item),
        "authority": authority,
        "revisions": [one.revision for one in gone],
        "texts": sum(one.texts for one in gone),
        "position": receipt.position,
        "hash": receipt.hash.hex(),
        "backups": [
            {
                "location": one.backup.location,
                "made_at": one.backup.made_at.isoformat(),
                "position": one.backup.head.position,
                "exists": one.there,
            }
            for one in backups
        ],
    }
