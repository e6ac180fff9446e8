"""The views that people read are right, documented column by column, and their questions run."""

import re
import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.stores.sqlite.schema import APPLICATION_ID, VERSION
from oversight_adapters.testing.store_suite_samples import ITEMS, A, B, C, described, every_kind, reported, retracted
from oversight_core.entities import Recommendation
from oversight_core.ledger import fold
from oversight_core.ledger.entry import Registered, Reported
from oversight_core.moments import Moment
from oversight_core.names import Item

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "sqlite.md"
VIEWS = ("entries", "periods", "recommendations", "statuses")


@pytest.fixture
def store(tmp_path):
    store = SqliteStore(tmp_path / "a.db")
    for item in ITEMS:
        store.append([(item, 0, every_kind(item))], recorder="desk")
    return store


def ask(store, question):
    with sqlite3.connect(f"file:{store.location}?mode=ro", uri=True) as db:
        db.row_factory = sqlite3.Row
        rows = [dict(row) for row in db.execute(question)]
    db.close()
    return rows


def documented():
    """View to its columns, as the page lists them: the name, and when it is empty."""
    sections = re.split(r"^### `(\w+)`$", PAGE.read_text(), flags=re.M)[1:]
    return {
        name: re.findall(r"^\| `(\w+)` \| .* \| (.*) \| `.*` \|$", section.split("\n## ")[0], flags=re.M)
        for name, section in zip(sections[::2], sections[1::2], strict=True)
    }


def test_every_column_is_documented_in_its_place(store):
    found = {view: [row["name"] for row in ask(store, f"PRAGMA table_info({view})")] for view in VIEWS}
    assert {view: [name for name, _ in columns] for view, columns in documented().items()} == found


@pytest.mark.parametrize("view", VIEWS)
def test_values_are_texts_and_numbers_and_empty_where_the_page_says_so(store, view):
    said_nothing = Reported(C, "", "", (), "Done, more or less", "crcl/action")
    store.append([(C, 5, [said_nothing])], recorder="desk")
    for row in ask(store, f"SELECT * FROM {view}"):
        assert {type(value) for value in row.values()} <= {str, int, type(None)} and "" not in row.values()
        assert [name for name, empty in documented()[view] if empty == "never" and row[name] is None] == []


def test_every_table_is_named(store):
    found = {row["name"] for row in ask(store, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    assert found <= set(re.findall(r"`(\w+)`", PAGE.read_text()))


def test_the_page_names_the_numbers_of_the_file(store):
    assert f"`0x{APPLICATION_ID:08x}`" in PAGE.read_text() and f"`user_version` is {VERSION}" in PAGE.read_text()


def test_entries_are_what_scan_gives(store):
    rows = ask(store, "SELECT * FROM entries ORDER BY position")
    for row, recorded in zip(rows, store.scan(), strict=True):
        assert (row["item"], row["revision"]) == (str(recorded.item), recorded.revision)
        assert (row["recorder"], row["batch"]) == (recorded.recorder, recorded.batch)
        assert row["hash"] == recorded.hash.hex() and (row["key"] or "") == recorded.key
        assert row["kind"] == type(recorded.entry).__name__.lower()
        assert row["retracted"] == (recorded.revision == 2)


def test_periods_are_those_of_the_fold(store):
    store.catch_up()
    for item in ITEMS:
        rows = [tuple(row.values())[1:] for row in ask(store, f"SELECT * FROM periods WHERE item = '{item}'")]
        folded = [
            (p.axis, p.basis, p.status, str(p.opened), str(p.valid_from), p.valid_to and str(p.valid_to))
            for p in fold(store.history(item)).periods
        ]
        assert sorted(rows, key=repr) == sorted(folded, key=repr)


def test_statuses_are_those_of_the_fold(store):
    store.append([(A, 5, [reported(A, "implemented", "2024-06", axis="implementation")])], recorder="desk")
    store.catch_up()
    for item in ITEMS:
        found = {row["axis"]: row for row in ask(store, f"SELECT * FROM statuses WHERE item = '{item}'")}
        statuses = fold(store.history(item)).statuses
        assert {axis: row["status"] for axis, row in found.items()} == {a: s.value for a, s in statuses.items()}
        for axis, status in statuses.items():
            assert found[axis]["applied"] == (status.applied and status.applied.value)
            assert found[axis]["reported"] == (status.reported and status.reported.value)


def test_a_recommendation_is_shown_as_it_is_described_and_stands(store):
    later = Recommendation(report_title="Data on Parents", number="1", addressee="ICE", status_printed="Open")
    named = ("report_title", "number", "addressee", "status_printed")
    store.append([(A, 5, [Registered(A, later, named), reported(A)])], recorder="desk")
    store.catch_up()
    rows = {row["item"]: row for row in ask(store, "SELECT * FROM recommendations")}
    assert set(rows) == {str(A), str(B)}
    row = rows[str(A)]
    assert row["text"] == "Collect data on parents.\n“As stated.”" and row["priority"] == "yes"
    assert (row["report_title"], row["number"], row["addressee"]) == ("Data on Parents", "1", "ICE")
    assert (row["position"], row["implementation"], row["oversight_status"]) == ("concurred", "planned", "open")
    assert row["resolution"] is None and row["entries"] == 7


@pytest.mark.parametrize("view", VIEWS)
def test_views_do_not_wait_for_the_projection_and_closing_catches_up(store, view):
    before = ask(store, f"SELECT * FROM {view}")
    assert ask(store, "SELECT * FROM caught_up") == [] != before
    store.close()
    assert ask(store, "SELECT * FROM caught_up") == [{"position": 15}] and ask(store, "SELECT * FROM late_item") == []
    assert sorted(ask(store, f"SELECT * FROM {view}"), key=repr) == sorted(before, key=repr)


def test_only_what_changed_is_folded_again(store, monkeypatch):
    store.catch_up()
    folded = []
    monkeypatch.setattr(
        "oversight_adapters.stores.sqlite.projection.fold", lambda history: folded.append(1) or fold(history)
    )
    store.append([(C, 5, [reported(C)])], recorder="desk")
    store.catch_up()
    store.catch_up()
    assert len(folded) == 1


@pytest.mark.parametrize("table", ["period", "description", "caught_up"])
def test_the_projection_can_be_dropped_at_any_time(store, table):
    store.catch_up()
    before = ask(store, "SELECT * FROM periods ORDER BY item, axis, basis, valid_from")
    with sqlite3.connect(store.location) as db:
        db.execute(f"DROP TABLE {table}")
    db.close()
    assert store.verify().holds
    store.append([(A, 5, [retracted(A, 1)])], recorder="desk")
    assert store.periods(A) == fold(store.history(A)).periods
    store.append([(A, 6, [described(A)])], recorder="desk")
    store.catch_up()
    assert ask(store, "SELECT * FROM periods ORDER BY item, axis, basis, valid_from") == before
    assert store.verify().holds


def test_a_retraction_takes_its_periods_back(store):
    store.append([(A, 5, [reported(A, "closed", "2024-07")])], recorder="desk")
    assert [p.status for p in store.periods(A) if p.basis == "value" and p.axis == "oversight_status"] == ["closed"]
    store.append([(A, 6, [retracted(A, 6)])], recorder="desk")
    assert [p for p in store.periods(A) if p.axis == "oversight_status"] == []


@pytest.mark.parametrize("view", VIEWS)
def test_views_may_be_read_where_the_schema_is_not_trusted(store, view):
    """As `sqlite3 -safe` and careful programs do: https://sqlite.org/pragma.html#pragma_trusted_schema."""
    with closing(sqlite3.connect(f"file:{store.location}?mode=ro", uri=True)) as db:
        db.execute("PRAGMA trusted_schema = OFF")
        assert db.execute(f"SELECT * FROM {view}").fetchall()


DAYS = {
    "2024-02-05": ("2024-02-05", "2024-02-05"),
    "0987-02-05": ("0987-02-05", "0987-02-05"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2024-Q3": ("2024-07-01", "2024-09-30"),
    "2024": ("2024-01-01", "2024-12-31"),
    "FY2026": ("2025-10-01", "2026-09-30"),
    "FY2025-Q4": ("2025-07-01", "2025-09-30"),
    "2023-07-24/2023-07-27": ("2023-07-24", "2023-07-27"),
    "2023-07/2023-Q4": ("2023-07-01", "2023-12-31"),
    "2024-03/..": ("2024-03-01", None),
    "2024-Q3/..": ("2024-07-01", None),
    "2024-03-05/..": ("2024-03-05", None),
    "../2020-10-25": (None, "2020-10-25"),
    "../2024-03": (None, "2024-03-31"),
    "2024-05-29T23:30:00Z": ("2024-05-29", "2024-05-29"),
    "2024-05-29T23:30:00-05:00": ("2024-05-30", "2024-05-30"),
}
"""A moment as it prints, and its first and last day."""


@pytest.mark.parametrize("printed", DAYS)
def test_a_moment_stands_there_with_its_days(store, printed):
    moment = Moment.parse(printed)
    store.append([(C, 5, [Reported(C, "stage", "opened", (), "", "", moment, moment)])], recorder="desk")
    row = ask(store, "SELECT * FROM entries ORDER BY position DESC LIMIT 1")[0]
    assert (row["occurred_on"], row["stated_on"]) == (printed, printed)
    assert (row["occurred_from"], row["occurred_by"]) == DAYS[printed]
    assert row["stated_by"] == DAYS[printed][1]


def steps(location, question):
    """How many steps SQLite takes to answer."""
    taken = []
    with closing(sqlite3.connect(f"file:{location}?mode=ro", uri=True)) as db:
        db.set_progress_handler(lambda: taken.append(1), 1)
        assert db.execute(question).fetchall()
    return len(taken)


@pytest.mark.parametrize("view", VIEWS)
def test_an_item_is_found_as_fast_in_a_large_record(store, view):
    question = f"SELECT * FROM {view} WHERE item = '{A}'"
    store.catch_up()
    before = steps(store.location, question)
    others = [Item("recommendation", "gao", "gao-24-2", str(n), "ice") for n in range(600)]
    store.append([(item, 0, [described(item), reported(item)]) for item in others], recorder="desk")
    joins = [(one, 2, [Registered(one, None, same_as=two)]) for one, two in pairwise(others[:60])]
    store.append(joins, recorder="desk")
    store.catch_up()
    assert steps(store.location, question) < before * 1.2 + 50


def test_vague_words_are_in_no_column(store):
    store.append([(C, 5, [Registered(C, None, occurred_on=Moment.vague("late 2023"))])], recorder="desk")
    row = ask(store, "SELECT * FROM entries WHERE item LIKE 'complaint%' ORDER BY position DESC LIMIT 1")[0]
    assert {row[f"occurred_{end}"] for end in ("on", "from", "by")} == {None}
    assert row["words"] == '["late 2023"]' and "late" not in row["payload"]


def test_periods_are_right_where_nothing_may_be_written(store):
    with SqliteStore(store.location, read_only=True) as reader:
        assert reader.periods(A) == fold(store.history(A)).periods != ()
    assert ask(store, "SELECT * FROM caught_up") == [] != ask(store, "SELECT * FROM periods")


def test_a_damaged_projection_is_folded_again(store):
    store.catch_up()
    with sqlite3.connect(store.location) as db:
        db.execute("UPDATE state SET status = 'closed'")
    db.close()
    assert "projection" in store.verify().why
    with sqlite3.connect(store.location) as db:
        db.execute("DROP TABLE period")
    db.close()
    assert store.periods(A) == fold(store.history(A)).periods and store.verify().holds
