"""The record read once: every question of one command is asked of the same histories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from oversight_adapters.writers.wording import known_cases, titles
from oversight_core.ledger import Case, Recorded, fold
from oversight_core.moments import NOW, AsOf
from oversight_core.names import Item
from oversight_core.ports import Progress
from oversight_core.questions import Stated, stated_counts
from oversight_core.register import Register


@attrs.frozen
class Seen:
    """The histories of a record, those of one thing joined; `order` numbers items as they first came in.

    An item's number needs no memory of the last list and never changes, since nothing recorded later comes before.
    """

    histories: Mapping[Item, Sequence[Recorded]]
    order: Mapping[Item, int]

    @classmethod
    def of(cls, register: Register, as_of: AsOf = NOW, *, progress: Progress | None = None) -> Seen:
        """Read a record; `as_of` decides which histories are joined by then, and `progress` counts entries."""
        histories = register.histories(as_of, progress=progress)
        entries = sorted((r for history in histories.values() for r in history), key=lambda r: r.position)
        items = dict.fromkeys(recorded.item for recorded in entries)
        return cls(histories, {item: number for number, item in enumerate(items, 1)})

    def history(self, item: Item) -> Sequence[Recorded]:
        """The history of an item together with those it is joined to."""
        if item in self.histories:
            return self.histories[item]
        return next((one for one in self.histories.values() if any(r.item == item for r in one)), ())

    def case(self, item: Item, as_of: AsOf = NOW) -> Case:
        """What an item is and where it stands."""
        return fold(self.history(item), as_of)

    def cases(self, as_of: AsOf = NOW) -> dict[Item, Case]:
        """Every item of which anything was known by these dates."""
        return known_cases(self.histories, as_of)


@attrs.frozen
class View:
    """What a record says as of some dates: cases, the counts that documents state, titles, and numbers."""

    cases: Mapping[Item, Case]
    stated: Mapping[Item, Stated]
    titles: Mapping[Item, str]
    order: Mapping[Item, int]

    @classmethod
    def of(cls, seen: Seen, as_of: AsOf = NOW) -> View:
        """The record as of these dates."""
        cases = seen.cases(as_of)
        return cls(cases, stated_counts(cases), titles(cases), seen.order)
