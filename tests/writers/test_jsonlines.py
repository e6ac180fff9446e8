"""What was written reads back equal, entry by entry."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.writers.hostile import HOSTILE

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.writers.jsonlines import JsonLinesWriter, UnreadableLine
from oversight_core.ledger import Recorded
from oversight_core.names import Item
from oversight_core.register import Register

Record = Callable[[str], Register]
WRITER = JsonLinesWriter()
ITEM = Item.parse("recommendation:gao/gao-24-1/4@ice")


def lines(register: Register) -> list[str]:
    out = io.StringIO()
    WRITER.write(register, out)
    return out.getvalue().splitlines()


@pytest.mark.parametrize("words", [*HOSTILE, "plain", "\x85 \u2028 \u2029 \x0b \x0c", "\u202e \u2066"])
def test_a_record_reads_back_equal(record: Record, words: str) -> None:
    register = record(words)
    assert list(WRITER.read(lines(register))) == list(register.store.scan())


def test_retracted_and_disposed_entries_read_back_equal(record: Record) -> None:
    register = record("words of a person")
    register.retract(ITEM, 2, why="wrong page")
    register.dispose(ITEM, [1], "records schedule 7")
    found = lines(register)
    assert list(WRITER.read(found)) == list(register.store.scan())
    assert "records schedule 7" in found[2]


@given(st.from_type(Recorded))
def test_any_entry_reads_back_equal(recorded: Recorded) -> None:
    (back,) = WRITER.read([WRITER.line(recorded)])
    assert back == recorded


def test_every_line_is_one_object_with_its_words_apart(record: Record) -> None:
    for line in lines(record("some words")):
        found = json.loads(line)
        assert set(found) == {
            *("batch", "hash", "key", "position", "recorded_at", "recorder", "revision"),
            *("entry", "words"),
        }
        if found["key"] and found["words"]:
            assert "some words" in found["words"]
            assert '"text": "some words"' not in json.dumps(found["entry"])


def test_an_empty_record_is_an_empty_file() -> None:
    assert lines(Register(MemoryStore())) == []


@pytest.mark.parametrize("bad", ["", "{", "[]", "null", "{}", '{"entry": {}}', "[" * 100_000, "\x00"])
def test_a_line_of_something_else_is_named_by_its_number(record: Record, bad: str) -> None:
    with pytest.raises(UnreadableLine, match=r"^line 6 is not an entry of a record: "):
        list(WRITER.read([*lines(record("x")), bad]))
