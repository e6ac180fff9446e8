"""`oversight undo`: a whole import taken back; what was written stays in the record and counts no more."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import open_register
from oversight_adapters.cli.options import DEFAULT_STORE, Json, Recorder, Store


def undo(
    batch: Annotated[int, Parameter(name="IMPORT")],
    /,
    *,
    store: Store = DEFAULT_STORE,
    why: str = "import undone",
    recorder: Recorder = None,
    json: Json = False,
) -> None:
    """Take a whole import back: its entries stay in the record and count no more.

    Parameters
    ----------
    batch:
        The number that `oversight import` printed.
    why:
        The reason, which the record keeps.
    """
    with open_register(store, recorder=recorder) as register:
        before = sum(1 for _ in register.store.scan())
        receipt = register.undo(batch, why=why)
    retracted = receipt.position - before
    if json:
        out.json_line({"type": "undo", "import": batch, "retracted": retracted, "position": receipt.position})
    else:
        number = "1 entry counts" if retracted == 1 else f"{retracted} entries count"
        out.line(f"import {batch} is taken back: {number} no more; to undo that, import again")
