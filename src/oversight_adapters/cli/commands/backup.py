"""`oversight backup`: a copy of the record, proved before it gets its name."""

from __future__ import annotations

from pathlib import Path

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import open_register
from oversight_adapters.cli.exits import WrongUse
from oversight_adapters.cli.options import DEFAULT_STORE, Json, Store
from oversight_adapters.cli.progress import counting
from oversight_adapters.cli.targets import LOGS, not_the_record


def backup(file: str, /, *, replace: bool = False, store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """Copy the record into a file, while others may write; the copy is verified before it gets its name.

    Parameters
    ----------
    file:
        Where the copy goes.
    replace:
        Put it in the place of a file that is there.
    """
    not_the_record(file, store, ends=LOGS)  # the store itself knows that it is not its own backup
    if Path(file).exists() and not replace:
        raise WrongUse(f"there is a file {file} already; choose another name, or say --replace")
    with open_register(store) as register:
        make = getattr(register.store, "backup", None)
        if make is None:
            raise WrongUse(f"what {store} names cannot be backed up; a store in a file can")
        with counting("copying") as progress:
            head = make(file, replace=replace, progress=progress)
    if json:
        out.json_line({"type": "backup", "location": file, "position": head.position, "hash": head.hash.hex()})
        return
    out.line(f"{file} holds the record up to entry {head.position} and is proved; keep its head elsewhere:")
    out.line(head, indent=2)
