"""What a page lists, beside what the page before it listed, as the record holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import attrs

from oversight_core.entities import Listing
from oversight_core.names import Item
from oversight_core.questions import Snapshot, diff
from oversight_core.questions.snapshots import What
from oversight_core.reading import Reading
from oversight_core.register import Register

SAID: tuple[What, ...] = ("new", "moved", "reworded", "status-changed", "no-longer-listed")
"""What is said of an import; that another field is described otherwise is too much for a line."""


def since_last(register: Register, reading: Reading) -> dict[str, int] | None:
    """How many items are new, moved, reworded, of another status and no longer listed since the listing before.

    None where the document is no listing, or the first of its kind.  What this one does not state is not taken for a
    change: the record may know it from elsewhere.
    """
    before: dict[Item, Any] = {}
    listed: set[Item] = set()
    for candidate in reading.candidates:
        if isinstance(candidate.entity, Listing):
            listed.update(candidate.entity.items)
            held = register.case(candidate.item).described
            before |= {
                item: register.case(item).described for item in (held.items if isinstance(held, Listing) else ())
            }
    if not before:
        return None
    said = {one.item: one.entity for one in reversed(reading.candidates)}  # the first description of an item counts
    after = Snapshot({item: said.get(item, before.get(item)) for item in listed})  # of whatever kind it lists
    changes = diff(Snapshot({item: _alike(held, after.listed.get(item)) for item, held in before.items()}), after)
    counted = Counter(what for change in changes for what in change.what)
    return {what.replace("-", "_"): counted[what] for what in SAID}


def is_part(reading: Reading) -> bool:
    """Whether what a document leaves out may be on another page: it lists less than it states that there is, or states
    no total at all.
    """
    listings = (one.entity for one in reading.candidates if isinstance(one.entity, Listing))
    return any(one.stated_total is None or one.stated_total > (one.parsed_total or 0) for one in listings)


def warning(changes: Mapping[str, int], reading: Reading, *, emptied: bool) -> str:
    """The code of what is odd about the changes that a page makes: none at all, or what may be listed all the same.

    "" where nothing is.
    """
    if emptied:
        return "listing-emptied"
    if not any(changes.values()):
        return "nothing-changed"
    return "listing-incomplete" if changes["no_longer_listed"] and is_part(reading) else ""


def lists_nothing(reading: Reading) -> bool:
    """Whether no listing of a document lists anything."""
    return not any(one.entity.items for one in reading.candidates if isinstance(one.entity, Listing))


def told(changes: dict[str, int], warning: str = "") -> str:
    """The changes as a sentence; of a page that may be a part of its list, that what is absent may be on another.

    >>> told({"new": 2, "moved": 0, "no_longer_listed": 1})
    'since the page before: 2 new, 1 no longer listed'
    >>> told({"no_longer_listed": 2}, "listing-emptied")
    'since the page before: 2 no longer listed; it lists nothing any more: has its layout changed?'
    """
    words = {what: what.replace("_", " ") for what in changes}
    if warning == "listing-incomplete":
        words["no_longer_listed"] = "not on this page, which may be a part of its list"
    said = ", ".join(f"{number} {words[what]}" for what, number in changes.items() if number) or "nothing has changed"
    emptied = "; it lists nothing any more: has its layout changed?" if warning == "listing-emptied" else ""
    return f"since the page before: {said}{emptied}"


def _alike(held: Any, now: Any) -> Any:
    """What is held of an item, without what the new page says nothing of."""
    if now is None or type(held) is not type(now):
        return held
    blank = type(now)()
    names = (field.name for field in attrs.fields(type(now)))
    unsaid = {name: getattr(blank, name) for name in names if getattr(now, name) == getattr(blank, name)}
    return attrs.evolve(held, **unsaid)
