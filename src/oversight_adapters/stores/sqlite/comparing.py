"""Comparing: is what is projected what the entries fold to?

What is late is not compared: every reader tells it from the entries, and catching up writes it anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from oversight_adapters.stores.sqlite import projection, statements, tables
from oversight_adapters.stores.sqlite.catching_up import CatchUp, Families
from oversight_adapters.stores.sqlite.decoding import Decode
from oversight_adapters.stores.sqlite.dictionary import Dictionary
from oversight_core.entities import KINDS
from oversight_core.ledger.fold import fold
from oversight_core.ledger.recorded import Recorded
from oversight_core.names import Item

RENEW = "drop the table period to renew it"


class Comparison:
    """What is projected beside what the entries say, in the transaction of the caller."""

    def __init__(self, db: sqlite3.Connection, decode: Decode) -> None:
        self._db, self._words, self._decode = db, Dictionary(), decode
        self._joins = CatchUp(db, self._words, decode)
        since = projection.caught_up(db)
        self._since = since if type(since) is int else -1
        self._head = tables.head(db).position
        self._unknown = 0  # descriptions of a kind that was not known on both sides

    def differences(self) -> Iterator[str]:
        """What is not as its entries fold; nothing where nothing is projected."""
        if not self._since:
            return
        yield from self._marks()
        known, now = self._joins.known_families(), self._joins.families()
        late = self._late(known, now)
        yield from self._kin(known, now, late)
        for number, history in tables.changed(self._db, 0, self._since, self._words, self._decode):
            if number not in now and number not in late:
                yield self._difference(number, history[0].item, history)
        for root, history in self._joins.together(now).items():
            if root not in late:
                yield self._difference(root, history[0].item, history)

    def notes(self) -> Iterator[str]:
        """What could not be compared."""
        if self._unknown:
            said = f"{self._unknown} descriptions could not be compared: the plug-in that knows their kinds"
            yield f"{said} is not installed, or was not where they were projected, or was another version; {RENEW}"

    def _marks(self) -> Iterator[str]:
        """How far it says to be, and rows that belong to nothing."""
        found = self._db.execute("SELECT count(*), min(position), max(position) FROM caught_up").fetchone()
        if found != (1, self._since, self._since) or not 0 < self._since <= self._head:
            yield f"the projection says to be caught up where it cannot be; {RENEW}"
        self._db.execute("SELECT * FROM state").fetchall()  # raises where a text is none
        stray = self._db.execute(statements.STRAY_PROJECTIONS).fetchone()
        if stray:
            yield f"row {stray[1]!r} of the table {stray[0]} is projected from no entry; {RENEW}"

    def _late(self, known: Families, now: Families) -> set[int]:
        """The items with an entry that is not projected, and those that are, or were, joined to one of them."""
        late = {number for (number,) in self._db.execute(statements.LATE, (self._since,))}
        for families in (known, now):
            roots = {families[number] for number in late if number in families}
            late |= {number for number, root in families.items() if root in roots}
        return late

    def _kin(self, known: Families, now: Families, late: set[int]) -> Iterator[str]:
        """Who is joined with whom, and that nothing is projected of those who are told under another."""
        if known != now and not self._db.execute(statements.MAY_JOIN, (self._since,)).fetchone()[0]:
            yield f"the projection does not know which items are the same; {RENEW}"
        for number in sorted((known.keys() | now.keys()) - late):
            if known.get(number) != now.get(number):
                yield f"the projection does not know which items are the same; {RENEW}"
            told = self._db.execute(statements.IS_PROJECTED, {"item": number}).fetchone()[0]
            if told and now.get(number) not in (None, number):
                yield f"an item is projected beside the one that it is joined to; {RENEW}"

    def _difference(self, number: int, item: Item, history: Sequence[Recorded]) -> str:
        """Why what is projected of an item is not what its entries fold to; "" where it is."""
        case = fold(history)
        kinds, periods = set(), []
        for kind, *period in self._db.execute(statements.FILED_PERIODS, (number,)):
            kinds.add(kind)
            periods.append(tuple(period))
        described = dict(self._db.execute("SELECT field, value FROM description WHERE item = ?", (number,)).fetchall())
        should = projection.described_fields(case)
        own = case.described is not None and type(case.described) not in KINDS.values()
        grown = described.items() <= should.items()  # a later version of its class has further fields
        if own and described != should and (grown or not should):
            self._unknown += 1  # here, or where it was projected
            described = should
        sound = periods == projection.period_rows(case) and kinds <= {item.kind}
        if sound and described == should:
            return ""
        return f"the projection of {item} is not what its entries fold to; {RENEW}"
