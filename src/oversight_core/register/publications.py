"""What was published apart: a listing, a report that stands in it, a PDF of that report.

Next month's page of a listing is the same publication.  What says the same as its predecessor is not written again;
what says the same in another publication is a source of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import takewhile

from oversight_core.ledger import Entry, Recorded, Registered
from oversight_core.names import Item

Scan = Callable[[int], Iterator[Recorded]]
Publication = tuple[frozenset[Item], type | None]
"""The listings that a document holds, none for a single report; and what its places are: of a page, a PDF, a sheet."""


class Publications:
    """The publications that imports came from; `scan` reads the record from a position on, and `listings` are those of
    the import at hand.

    The listings of an import stand at the beginning of its batch.
    """

    def __init__(self, scan: Scan, listings: frozenset[Item]) -> None:
        self._scan = scan
        self._own = listings
        self._listings: dict[int, frozenset[Item]] = {}

    def own(self, entry: Entry) -> Publication:
        """Where an entry of the import at hand was published."""
        return self._own, place_of(entry)

    def of(self, recorded: Recorded) -> Publication:
        """Where an imported entry of the record was published."""
        batch = recorded.batch
        if batch not in self._listings:
            beginning = takewhile(lambda one: one.batch == batch and is_listing(one.item), self._scan(batch - 1))
            self._listings[batch] = frozenset(one.item for one in beginning)
        return self._listings[batch], place_of(recorded.entry)


def is_listing(item: Item) -> bool:
    """Whether an item is a listing."""
    return item.kind == "listing"


def place_of(entry: Entry) -> type | None:
    """What the places of an entry's words are; None where it has none."""
    excerpts = entry.excerpts if isinstance(entry, Registered) else ()
    return next((type(one.locator) for one in excerpts if one.locator is not None), None)
