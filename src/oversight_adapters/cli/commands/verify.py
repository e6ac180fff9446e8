"""`oversight verify`: is the record whole?"""

from __future__ import annotations

from contextlib import suppress

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import open_register
from oversight_adapters.cli.exits import DONE, FAILED
from oversight_adapters.cli.lines import Line
from oversight_adapters.cli.options import DEFAULT_STORE, Json, Store
from oversight_adapters.cli.progress import working
from oversight_adapters.cli.receipts import receipt
from oversight_core.errors import OversightError
from oversight_core.names import Item
from oversight_core.ports import Verdict
from oversight_core.register import Register


def verify(*, store: Store = DEFAULT_STORE, against: str | None = None, json: Json = False) -> int:
    """Recompute the chain of the record; exit with 3 where it does not hold.

    Parameters
    ----------
    against:
        A head printed earlier, POSITION:HASH, or a file that holds it: also proves that nothing was cut off since.
    """
    seen = receipt(against) if against else None
    with working("recomputing the chain"), open_register(store) as register:
        verdict = register.verify(seen)
        item = _item_at(register, verdict.fault)
    if json:
        out.json_line(line(verdict, item))
    else:
        tell(verdict, item)
        if seen and verdict.holds:
            out.line(f"the receipt {seen} stands in it", indent=2)
    return DONE if verdict.holds else FAILED


def tell(verdict: Verdict, item: Item | None = None) -> None:
    """A verdict for people: the head of a record that is whole, or on standard error where it does not hold."""
    if not verdict.holds:
        _tell_fault(verdict, item)
        return
    out.line(f"the record is whole: {verdict.head.position} entries, head {verdict.head}")
    if verdict.disposed:
        count, under = len(verdict.disposed), len({authority for _, _, authority in verdict.disposed})
        said = f"{_many(count, 'entry')} were disposed of under {_many(under, 'authority')}"
        out.line(f"the words of {said}", indent=2)
    for name, revision, authority in verdict.disposed:
        out.line(f"the words of revision {revision} of {name} were disposed of under {authority}", indent=2)
    for note in verdict.notes:
        out.line(f"note: {note}", indent=2)


def _tell_fault(verdict: Verdict, item: Item | None) -> None:
    at = f" at position {verdict.fault}" if verdict.fault is not None else ""
    of = f", of {item}" if item else ""
    whole = "every entry holds" if verdict.fault is None else "what comes before holds"
    out.tell(f"the record does not hold{at}{of}: {verdict.why}; {whole}, up to {verdict.head}")
    for note in verdict.notes:
        out.aside(f"note: {note}")


def _many(count: int, one: str) -> str:
    return f"one {one}" if count == 1 else f"{count} {one[:-1]}ies"


def _item_at(register: Register, position: int | None) -> Item | None:
    """The item of the entry at a position, where it can still be read."""
    if position is not None:
        with suppress(OversightError, ValueError, LookupError):
            for recorded in register.store.scan(position - 1):
                return recorded.item if recorded.position == position else None
    return None


def line(verdict: Verdict, item: Item | None = None) -> Line:
    """A verdict as a line of JSON."""
    return {
        "type": "verdict",
        "holds": verdict.holds,
        "position": verdict.head.position,
        "hash": verdict.head.hash.hex(),
        "fault": verdict.fault,
        "item": None if item is None else str(item),
        "why": verdict.why,
        "disposed": [[str(name), revision, authority] for name, revision, authority in verdict.disposed],
        "notes": list(verdict.notes),
    }
