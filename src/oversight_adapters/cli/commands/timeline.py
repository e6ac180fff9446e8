"""`oversight timeline`: what happened to an item, with the dates on which it happened, was said and was recorded."""

from __future__ import annotations

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import open_register
from oversight_adapters.cli.naming import find
from oversight_adapters.cli.options import DEFAULT_STORE, PRESENT, Dates, ItemName, Json, Store
from oversight_adapters.cli.seen import Seen
from oversight_adapters.readers.facts import plain
from oversight_adapters.writers.safe import shortened
from oversight_adapters.writers.wording import when, words
from oversight_core.ledger import Registered
from oversight_core.ledger.described import named_fields
from oversight_core.questions import Happening
from oversight_core.questions import timeline as happenings

COLUMNS = ("#", "happened", "stated", "recorded", "what")


def timeline(item: ItemName, /, *, store: Store = DEFAULT_STORE, dates: Dates = PRESENT, json: Json = False) -> None:
    """Show what happened to an item, in the order in which it counts, with all three dates.

    The number before each line is what `oversight retract` takes.
    """
    as_of = dates.moments()
    with open_register(store) as register:
        seen = Seen.of(register, as_of)
    found = find(seen, item)
    happened = happenings(seen.history(found), as_of=as_of)
    if json:
        for one in happened:
            out.json_line(_line(one))
        return
    out.line(found, style="bold")
    out.table(COLUMNS, (row(one) for one in happened))


def row(one: Happening) -> tuple[object, ...]:
    """One happening as a row of `COLUMNS`."""
    happened = when(one.occurred_on) if one.dated else "not stated"
    recorded = one.recorded_at.strftime("%Y-%m-%d")
    return one.recorded.revision, happened, when(one.stated_on), recorded, shortened(_what(one), 110)


def _what(one: Happening) -> str:
    entry = one.recorded.entry
    if isinstance(entry, Registered):
        said = f"described: {', '.join(words(field) for field in named_fields(entry))}"
    elif one.what == "applied":
        said = f"{words(one.label)} by {entry.actor}: {words(one.axis)} is {words(one.status)}"
    elif one.what == "reported":
        label = f"“{one.label}”" if one.label else ""
        meaning = f"{words(one.axis)} is {words(one.status)}" if one.status else "a label without a mapping"
        said = f"reported {label}: {meaning}" if label else f"reported: {meaning}"
    else:
        said = f"{one.what} {one.label}"
    return f"{said} (retracted: counts no more)" if one.retracted else said


def _line(one: Happening) -> dict[str, object]:
    entry = one.recorded.entry
    return {
        "type": "happening",
        "item": str(one.recorded.item),
        "revision": one.recorded.revision,
        "what": one.what,
        "axis": one.axis,
        "status": one.status,
        "label": one.label,
        "fields": list(named_fields(entry)) if isinstance(entry, Registered) else [],
        "counts_from": one.counts.isoformat(),
        "occurred_on": plain(one.occurred_on),
        "stated_on": plain(one.stated_on),
        "recorded_at": one.recorded_at.isoformat(),
        "retracted": one.retracted,
    }
