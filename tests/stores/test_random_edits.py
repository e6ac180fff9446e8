"""Ten thousand random edits of a real file: each one is found, and the first position that is not as it was is named.

What was edited is known from the public view `entries` before and after, read with nothing but SQL.
"""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing, contextmanager

import pytest
from tests.effort import effort
from tests.stores import edits
from tests.stores.edits import NotMade

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core.errors import StoreFailed

SHARDS = 20
TRIES = effort(ci=10_000, nightly=50_000)

VIEWS = ("recommendations", "statuses", "periods")

KINDS = (
    # what is done to the file, and how often
    (edits.change_a_value, 40),
    (edits.damage_a_text, 4),
    (edits.delete_a_row, 8),
    (edits.double_a_row, 6),
    (edits.swap_values, 10),
    (edits.move_entries, 8),
    (edits.remove_and_renumber, 5),
    (edits.forge, 5),
    (edits.cut_the_tail, 4),
)
BYTES = 10  # how often bytes of a page are changed instead


@pytest.fixture(scope="module", params=[False, True], ids=["caught up", "late"])
def record(request, tmp_path_factory):
    return Record(tmp_path_factory.mktemp("edits") / "a.db", late=request.param)


class Record:
    """A file, what it shows, and a place to edit copies of it."""

    def __init__(self, path, *, late):
        self.path = path
        self.receipt, self.whole, self.schema = edits.build(path, late=late)
        self.loose = edits.loosen(path, self.schema)
        self.write(self.whole)
        self.entries, self.rows = shown(path)
        self.views = views(path)
        self.answers = answers(path)
        with SqliteStore(path, read_only=True) as store:
            assert store.verify(self.receipt).holds, store.verify(self.receipt)
        assert len(self.entries) >= 40

    def write(self, content):
        self.path.write_bytes(content)


def shown(path):
    """The entries by position and every row of every table, as SQL gives them."""
    with reading(path) as db:
        found = db.execute("SELECT * FROM entries ORDER BY position")
        derived = [column[0] for column in found.description].index("retracted")  # told by a later entry
        entries = {row[0]: row[:derived] + row[derived + 1 :] for row in found}
        rows = {name: db.execute(f"SELECT *, {own[0]} FROM {name}").fetchall() for name, own, _ in edits.tables(db)}
        return entries, rows


def views(path):
    """What the other views show."""
    with reading(path) as db:
        return [sorted(db.execute(f"SELECT * FROM {view}").fetchall(), key=repr) for view in VIEWS]


@contextmanager
def reading(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.text_factory = lambda raw: raw.decode(errors="surrogateescape")
        yield db


def answers(path):
    """Whatever the store says through its methods."""
    with SqliteStore(path, read_only=True) as store:
        scanned = tuple(store.scan())
        items = dict.fromkeys(recorded.item for recorded in scanned)
        return (
            [(recorded, recorded.entry, recorded.hash) for recorded in scanned],
            [(item, store.history(item), store.periods(item)) for item in items],
            tuple(store.joins()),
            # counted from the projection alone; None where it is behind, and then the fold is asked
            store.standings("oversight_status", "recommendation"),
        )


def edit(record, dice):
    """Make one edit; returns what was done."""
    if dice.random() * (sum(often for _, often in KINDS) + BYTES) < BYTES:
        return edit_bytes(record, dice)
    kind = dice.choices(*zip(*KINDS, strict=True))[0]
    record.write(record.loose)
    try:
        with closing(sqlite3.connect(record.path, isolation_level=None)) as db:
            db.execute("PRAGMA synchronous = OFF")
            db.execute("BEGIN")
            done = f"{kind.__name__}: {kind(db, dice)}"
            db.execute("COMMIT")
    except (sqlite3.IntegrityError, OverflowError):
        raise NotMade from None
    edits.write_schema(record.path, record.schema)
    return done


def edit_bytes(record, dice):
    damaged = bytearray(record.whole)
    places = [
        dice.randrange(100 if dice.random() < 0.98 else 0, len(damaged)) for _ in range(dice.choice([1, 1, 4, 64]))
    ]
    for place in places:
        damaged[place] ^= 1 << dice.randrange(8)
    record.write(damaged)
    return f"bytes: {places}"


def verdict_of(record, against):
    try:
        with SqliteStore(record.path, read_only=True) as store:
            return store.verify(against)
    except StoreFailed:
        return None  # found, though no position can be named


def check(record, dice):
    """One edit; says what was done, or raises NotMade, or an AssertionError."""
    done = edit(record, dice)
    verdict = verdict_of(record, record.receipt if done.startswith(("forge", "cut")) else None)
    if verdict is None:
        return done
    if done.startswith("bytes"):
        assert not verdict.holds or _shows_the_same(record), f"{done} was not found"
        return done
    if not verdict.holds and verdict.why.startswith("the file is damaged"):
        return done
    entries, rows = shown(record.path)
    if rows == record.rows:
        raise NotMade
    unlike = [place for place in record.entries | entries if record.entries.get(place) != entries.get(place)]
    if verdict.holds:
        assert not unlike and _harmless(record, rows) and _shows_the_same(record), f"{done} was not found"
        assert _is_renewed(record), f"{done} was not found, and is not made good"
    elif done.startswith("forge"):
        assert verdict.fault is not None, f"{done}: {verdict}"
    elif unlike:
        end = {None} if min(unlike) > len(entries) else set()  # nothing says where the record ended
        assert verdict.fault in end | {min(unlike)}, f"{done}: {verdict}"
    return done


def _shows_the_same(record):
    try:
        same = shown(record.path)[0] == record.entries and views(record.path) == record.views
        *found, counted = answers(record.path)
        return same and found == [*record.answers[:-1]] and counted in (None, record.answers[-1])
    except (StoreFailed, sqlite3.Error):
        return False


def _is_renewed(record):
    """Whether the record goes on as if nothing had been, once the projection has caught up."""
    with SqliteStore(record.path) as store:
        store.append([(edits.A, 10, [edits.reported(edits.A, "open", "2026", axis="new")])], recorder="kit")
        store.catch_up()
        return store.verify(record.receipt).holds


def _harmless(record, rows):
    """Whether only such values were changed as nothing in the record vouches for, and as no answer is made of.

    That is where and when a backup was made, a status that no period has, that the projection is further behind than
    it is, and, where it is behind, what it says of items that are late: it is made again before it is asked.
    """
    before = record.rows
    unlike = {name for name in before if before[name] != rows[name]}
    if unlike == {"backup"}:
        return {row[2:4] for row in rows["backup"]} <= {row[2:4] for row in before["backup"]}
    return unlike <= {"period", "description", "kin", "state", "caught_up"}


@pytest.mark.slow
@pytest.mark.parametrize("shard", range(SHARDS // 2))
def test_every_edit_is_found(record, shard):
    tried = 0
    while tried < TRIES // SHARDS:
        seed = f"{shard}.{tried}"
        dice = random.Random(seed)
        while True:
            try:
                check(record, dice)
                break
            except NotMade:
                continue
            except Exception as error:
                raise AssertionError(f"seed {seed}: {error!r}") from error
        tried += 1
