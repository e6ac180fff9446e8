"""Three answers to one question: the fold's, the oracle's, and that of SQL over the entries."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import attrs
from tests.time.families import History, families

from oversight_core.ledger import Recorded, fold
from oversight_core.moments import AsOf
from oversight_core.names import Item
from oversight_core.testing.laws.ledger import Fold, naive
from oversight_core.testing.oracle_fold import NaiveCase, naive_fold

QUESTION = Path(__file__).with_name("as_of.sql").read_text()
PERIODS = """
SELECT item, axis, basis, status FROM periods
WHERE coalesce(valid_from <= :on, 1) AND (valid_to IS NULL OR valid_to > :on)
"""

Way = tuple[str, str]
"""An axis, and what is folded: value, applied or reported."""


@attrs.frozen
class Told:
    """What SQL can tell of a status: `since` is a day, `rivals` holds the position of what it may not have beaten."""

    status: str
    since: date | None
    kind: str
    position: int
    dated: str
    rivals: tuple[int, ...]


@attrs.frozen
class Answers:
    """What each of the three says of one item.

    `periods` is what the view of that name says of a day at present, of an item that is the same as no other.
    """

    fold: NaiveCase
    oracle: NaiveCase
    sql: dict[Way, Told]
    periods: dict[Way, str] | None = None

    @property
    def agree(self) -> bool:
        """Whether all say the same."""
        statuses = {way: one.value for way, one in self.oracle.statuses.items()}
        return self.fold == self.oracle and self.sql == told(self.oracle) and self.periods in (None, statuses)


@attrs.frozen
class Witnesses:
    """Who is asked; a test of the test puts a bad one in."""

    fold: Fold = fold
    oracle: Callable[[Iterable[Recorded], AsOf], NaiveCase] = naive_fold
    sql: str = QUESTION

    def answers(
        self, histories: dict[Item, History], location: str, questions: Sequence[AsOf]
    ) -> dict[AsOf, dict[Item, Answers]]:
        """What each says to each question, of each item; the file lies at `location`."""
        with closing(connected(location)) as db:
            return {as_of: self._answers(histories, db, as_of) for as_of in questions}

    def _answers(self, histories: dict[Item, History], db: sqlite3.Connection, as_of: AsOf) -> dict[Item, Answers]:
        by_sql = told_by_sql(db, as_of, self.sql)
        present = periods_on(db, as_of.on) if as_of == AsOf(as_of.on) else None
        alone = {members[0] for members in families(histories).values() if len(members) == 1} if present else ()
        return {
            item: Answers(
                naive(self.fold(history, as_of)),
                self.oracle(history, as_of),
                by_sql.get(item, {}),
                present.get(item, {}) if present is not None and item in alone else None,
            )
            for item, history in histories.items()
        }


def told(case: NaiveCase) -> dict[Way, Told]:
    """A case, as SQL can tell it."""
    return {
        way: Told(one.value, one.since and one.since.latest, one.basis, one.position, one.dated, one.rivals[:1])
        for way, one in case.statuses.items()
    }


def connected(location: str) -> sqlite3.Connection:
    """The file as anybody may read it."""
    return sqlite3.connect(f"file:{location}?mode=ro", uri=True)


def parameters(as_of: AsOf) -> dict[str, str | int | None]:
    """The three dates as SQL compares them."""
    by = as_of.recorded_by
    return {
        "on": as_of.on and as_of.on.isoformat(),
        "stated_by": as_of.stated_by and as_of.stated_by.isoformat(),
        "recorded_by": f"{by.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}" if isinstance(by, datetime) else by,
    }


def told_by_sql(db: sqlite3.Connection, as_of: AsOf, question: str = QUESTION) -> dict[Item, dict[Way, Told]]:
    """What SQL says of every item at once."""
    answer: dict[Item, dict[Way, Told]] = {}
    for item, axis, basis, status, since, kind, position, dated, rival in db.execute(question, parameters(as_of)):
        rivals = () if rival is None else (rival,)
        answer.setdefault(Item.parse(item), {})[axis, basis] = Told(
            status, date.fromisoformat(since), kind, position, dated, rivals
        )
    return answer


def periods_on(db: sqlite3.Connection, on: date | None) -> dict[Item, dict[Way, str]]:
    """What the view `periods` says of a day, or of now."""
    answer: dict[Item, dict[Way, str]] = {}
    for item, axis, basis, status in db.execute(PERIODS, {"on": on and on.isoformat()}):
        answer.setdefault(Item.parse(item), {})[axis, basis] = status
    return answer
