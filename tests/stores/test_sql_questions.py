"""The questions of the page on SQL give the answers that stand there, and the library gives the same."""

from __future__ import annotations

import re
import runpy
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from oversight_core import AsOf, Item, Register
from oversight_core.ledger import Disposed, Registered, Retracted

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/how-to/ask-in-sql.md"
SAMPLE = runpy.run_path(str(ROOT / "docs/examples/sample_record.py"))
QUESTION = re.compile(r"^### (.+)\n(?:(?!###).*\n)*?```sql\n((?:(?!```).*\n)*)```\n\n((?:\|.*\n)+)", flags=re.M)

Rows = list[tuple[str, ...]]


def printed(table: str) -> Rows:
    lines = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in table.splitlines()]
    return [lines[0], *lines[2:]]


QUESTIONS = {title: (sql, printed(table)) for title, sql, table in QUESTION.findall(PAGE.read_text(encoding="utf-8"))}


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Iterator[Register]:
    register: Register = SAMPLE["build"](str(tmp_path_factory.mktemp("record") / "record.db"))
    yield register
    register.store.close()


def asked(record: Register, question: str) -> Rows:
    with closing(sqlite3.connect(f"file:{record.store.location}?mode=ro", uri=True)) as db:
        rows = db.execute(question)
        names = tuple(column[0] for column in rows.description)
        return [names, *(tuple("" if value is None else str(value) for value in row) for row in rows)]


def answer(title: str) -> Rows:
    """The rows of the answer that stands on the page."""
    return QUESTIONS[title][1][1:]


def test_no_question_is_overlooked():
    assert len(QUESTIONS) == PAGE.read_text(encoding="utf-8").count("```sql") == 12


@pytest.mark.parametrize("title", QUESTIONS)
def test_a_question_gives_the_answer_on_the_page(record, title):
    sql, expected = QUESTIONS[title]
    assert asked(record, sql) == expected
    record.store.catch_up()
    assert asked(record, sql) == expected


# -- the same from the library -------------------------------------------------------------------------------------


def standing(record: Register, as_of: AsOf) -> dict[tuple[str, str], str]:
    return {
        (str(item), axis): status.value
        for item, case in record.cases(as_of).items()
        for axis, status in case.statuses.items()
    }


def test_what_stands_where(record):
    counts = record.tally().whole.oversight
    assert {status: str(n) for status, n in counts.items()} == dict(answer("What stands where now?"))


def test_how_everything_stood(record):
    then = standing(record, AsOf("2024-12-31"))
    found = {(item, axis): status for item, axis, status, _ in answer("How did everything stand at the end of 2024?")}
    assert found == {
        key: status for key, status in then.items() if key[0].startswith("rec") and key[1] == "oversight_status"
    }


def test_what_changed(record):
    changes = {(item, axis): became for item, axis, _, became, _ in answer("What changed in 2025?")}
    before, after = (standing(record, AsOf(day)) for day in ("2024-12-31", "2025-12-31"))
    assert changes == {key: status for key, status in after.items() if before.get(key) != status}


def test_the_oldest_open_ones(record):
    found = answer("Which ten open recommendations are the oldest?")
    open_ones = Counter(
        case.statuses["oversight_status"].value
        for case in record.cases(kind="recommendation").values()
        if case.statuses["oversight_status"].value.startswith("open")
    )
    assert Counter(status for *_, status in found) == open_ones
    assert [date.fromisoformat(day) for _, _, day, _ in found] == [date(2024, 3, 31)] * 5


def test_what_is_reported_and_not_shown(record):
    found = {
        (str(item), axis, status.reported.value, status.applied.value if status.applied else "")
        for item, case in record.cases().items()
        for axis, status in case.statuses.items()
        if status.reported and status.reported.value in ("reported_complete", "implemented")
        if not status.applied or status.applied.value != status.reported.value
    }
    assert found == set(answer("What is reported as done, though nobody has shown it?"))


def test_who_concurs(record):
    found = {row.key: {position: str(n) for position, n in row.positions.items()} for row in record.tally().rows}
    told: dict[str, dict[str, str]] = {}
    for addressee, position, n in answer("Who concurs?"):
        told.setdefault(addressee.lower(), {})[position] = n
    assert {key.lower(): positions for key, positions in found.items()} == told


def test_what_was_learnt_late(record):
    late = [
        (str(r.item), r.mark.axis, r.mark.status, str(r.mark.occurred_on), str(r.recorded_at.date()))
        for r in record.store.scan()
        if r.recorded_at.date() >= date(2025, 5, 1) and r.mark.latest and r.mark.latest < date(2025, 4, 1)
    ]
    assert late == answer("What did we learn late?")


def test_what_it_said_then(record):
    item = Item.parse("recommendation:gao/gao-20-36/1@ice")
    then = record.case(item, AsOf(recorded_by="2025-06-16")).status("oversight_status")
    assert then.value == answer("What did the record say on 16 June 2025?")[-1][0] == "implemented"
    assert record.case(item).status("oversight_status").value == "open"


def test_what_was_forgotten_and_taken_back(record):
    entries = [recorded.entry for recorded in record.store.scan()]
    forgotten = [(str(e.item), str(n), e.authority) for e in entries if isinstance(e, Disposed) for n in e.revisions]
    told = answer("What was forgotten, and under which authority?")
    assert [(item, revision, authority) for item, revision, _, _, authority in told] == forgotten
    whys = [(str(e.item), f'["{e.why}"]') for e in entries if isinstance(e, Retracted)]
    assert [(row[0], row[-1]) for row in answer("What was taken back, and why?")] == whys


def test_what_came_from_one_document(record):
    sql = QUESTIONS["What do we have from one document?"][0]
    digest = re.search(r"sha256:[0-9a-f]{64}", sql)[0]
    found = Counter(
        type(r.entry).__name__.lower()
        for r in record.store.scan()
        if any(excerpt.source == digest for excerpt in getattr(r.entry, "excerpts", ()))
    )
    assert found == {kind: int(n) for kind, _, n, _ in answer("What do we have from one document?")}


def test_what_is_the_same(record):
    joins = [
        (str(r.item), str(r.entry.same_as))
        for r in record.store.scan()
        if isinstance(r.entry, Registered) and r.entry.same_as
    ]
    told = answer("Which items are the same thing under two numbers?")
    assert [row[:2] for row in told] == joins
    assert record.case(Item.parse(joins[0][0])).status("implementation").value == told[0][2]
