"""`oversight verify`: is the record whole?"""

from __future__ import annotations

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import open_register
from oversight_adapters.cli.exits import DONE, FAILED
from oversight_adapters.cli.heads import head
from oversight_adapters.cli.lines import Line
from oversight_adapters.cli.options import DEFAULT_STORE, Json, Store
from oversight_adapters.cli.progress import working
from oversight_core.ports import Verdict


def verify(*, store: Store = DEFAULT_STORE, against: str | None = None, json: Json = False) -> int:
    """Recompute the chain of the record; exit with 3 where it does not hold.

    Parameters
    ----------
    against:
        A head printed earlier, POSITION:HASH: also proves that nothing was cut off since.
    """
    receipt = head(against) if against else None
    with working("recomputing the chain"), open_register(store) as register:
        verdict = register.verify(receipt)
    if json:
        out.json_line(line(verdict))
    else:
        tell(verdict)
    return DONE if verdict.holds else FAILED


def tell(verdict: Verdict) -> None:
    """A verdict for people: the head of a record that is whole, or on standard error where it does not hold."""
    if not verdict.holds:
        at = f" at position {verdict.fault}" if verdict.fault is not None else ""
        out.tell(f"the record does not hold{at}: {verdict.why}")
        return
    out.line(f"the record is whole: {verdict.head.position} entries, head {verdict.head}")
    for item, revision, authority in verdict.disposed:
        out.line(f"the words of revision {revision} of {item} were disposed of under {authority}", indent=2)


def line(verdict: Verdict) -> Line:
    """A verdict as a line of JSON."""
    return {
        "type": "verdict",
        "holds": verdict.holds,
        "position": verdict.head.position,
        "hash": verdict.head.hash.hex(),
        "fault": verdict.fault,
        "why": verdict.why,
        "disposed": [[str(item), revision, authority] for item, revision, authority in verdict.disposed],
    }
