"""`oversight retract`: one entry taken back."""

from __future__ import annotations

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import open_register
from oversight_adapters.cli.naming import find
from oversight_adapters.cli.options import DEFAULT_STORE, ItemName, Json, Recorder, Store
from oversight_adapters.cli.seen import Seen


def retract(
    item: ItemName,
    revision: int,
    /,
    *,
    why: str,
    store: Store = DEFAULT_STORE,
    recorder: Recorder = None,
    json: Json = False,
) -> None:
    """Take one entry back: it stays in the record and counts no more.

    Parameters
    ----------
    revision:
        The number of the entry in `oversight timeline ITEM`.
    why:
        The reason, which the record keeps.
    """
    with open_register(store, recorder=recorder) as register:
        found = find(Seen.of(register), item)
        receipt = register.retract(found, revision, why=why)
    if json:
        out.json_line({"type": "retraction", "item": str(found), "revision": revision, "position": receipt.position})
    else:
        out.line(f"revision {revision} of {found} counts no more; the record keeps it, and why")
