"""The tables: how entries are read from them, and what stands where."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from oversight_adapters.stores.admit import Head, Line
from oversight_adapters.stores.marks import make_recorded
from oversight_adapters.stores.sqlite import statements
from oversight_adapters.stores.sqlite.decoding import Decode
from oversight_adapters.stores.sqlite.dictionary import Dictionary
from oversight_core.ledger.recorded import Recorded
from oversight_core.names import Item

PAGE = 1_000
"""How many rows are read at a time."""

ITEMS = 50
"""How many histories are read at a time; more would live so long that the garbage collector walks the whole heap."""


# -- entries, to be used -------------------------------------------------------------------------------------------


def _recorded(db: sqlite3.Connection, found: Sequence[Any], words: Dictionary, decode: Decode) -> list[Recorded]:
    """Rows as entries, none of them read yet; raises `KeyError` for a number that the file does not explain."""
    try:
        return _made(found, words, decode)
    except KeyError:  # a number that was not met before
        items, gists, batches = ([row[n] for row in found] for n in (5, 6, 2))
        words.meet(db, items=items, gists=gists, batches=batches)
        return _made(found, words, decode)


def _made(found: Sequence[Any], words: Dictionary, decode: Decode) -> list[Recorded]:
    items, gists, batches, marks, made = words.items, words.gists, words.batches, words.marks, []
    for (
        position,
        revision,
        batch,
        link,
        key,
        item,
        gist,
        occurred,
        stated,
        retracts,
        payload,
        content,
        authority,
    ) in found:
        step, mark, (at, recorder) = gists[gist][6], marks[gist, occurred, stated, retracts], batches[batch]
        unread = (decode, items[item], mark, position, step, payload, content, authority)
        name = key.hex() if key else ""
        made.append(make_recorded(unread, position, revision, at, recorder, batch, link, name))
    return made


def history(db: sqlite3.Connection, item: Item, words: Dictionary, decode: Decode) -> list[Recorded]:
    """The entries of an item, in order."""
    found = db.execute(statements.HISTORY, (str(item),)).fetchall()
    if found:
        words.keep(found[0][5], item)
    return _recorded(db, found, words, decode)


def page(db: sqlite3.Connection, after: int, last: int, words: Dictionary, decode: Decode) -> list[Recorded]:
    """The next entries after a position, none after `last`."""
    return _recorded(db, db.execute(statements.PAGE, (after, last, PAGE)).fetchall(), words, decode)


def changed(
    db: sqlite3.Connection, after: int, last: int, words: Dictionary, decode: Decode
) -> Iterator[tuple[int, list[Recorded]]]:
    """The whole history of every item that has an entry between two positions, by number."""
    return _by_item(db, db.execute(statements.CHANGED, (after, last)), words, decode)


def items_after(
    db: sqlite3.Connection, after: int, last: int, words: Dictionary, decode: Decode
) -> list[tuple[int, list[Recorded]]]:
    """The histories of the next items after a number, by number, as far as they go up to a position."""
    return list(_by_item(db, db.execute(statements.ITEMS, (after, after + ITEMS, last)), words, decode))


def _by_item(
    db: sqlite3.Connection, rows: Iterable[Any], words: Dictionary, decode: Decode
) -> Iterator[tuple[int, list[Recorded]]]:
    found = groupby(rows, key=itemgetter(5))
    for histories in _pages((number, list(rows)) for number, rows in found):
        made = iter(_recorded(db, [row for _, rows in histories for row in rows], words, decode))
        for number, rows in histories:
            yield number, list(islice(made, len(rows)))


def _pages(histories: Iterable[tuple[int, list[Any]]]) -> Iterator[list[tuple[int, list[Any]]]]:
    """Several histories at a time, so that their items and batches are asked for together."""
    together, count = [], 0
    for number, rows in histories:
        together.append((number, rows))
        count += len(rows)
        if count >= PAGE:
            yield together
            together, count = [], 0
    yield together


# -- what stands where ---------------------------------------------------------------------------------------------


def number(db: sqlite3.Connection, item: Item) -> int:
    """The number of an item in the file; 0 for an unknown one."""
    found = db.execute(statements.NUMBER, (str(item),)).fetchone()
    return found[0] if found else 0


def last_item(db: sqlite3.Connection) -> int:
    """The number of the item that was recorded last; 0 where there is none."""
    number: int = db.execute(statements.LAST_ITEM).fetchone()[0]
    return number


Known = dict[str, tuple[int, int]]
"""The name of a recorded item to its number and its last revision."""


def known(db: sqlite3.Connection, items: Iterable[Item]) -> Known:
    """How far items are recorded; unknown ones are left out."""
    names, found = list(map(str, items)), Known()
    if len(names) == 1:  # as a desk writes, and one name needs no list
        one = db.execute(statements.KNOWN_ONE, names).fetchone()
        return {names[0]: one} if one else found
    for start in range(0, len(names), PAGE):
        asked = json.dumps(names[start : start + PAGE])
        found |= {name: (own, last or 0) for name, own, last in db.execute(statements.KNOWN, (asked,))}
    return found


def lines(db: sqlite3.Connection, item: Item) -> Iterator[Line]:
    """What a retraction needs to know of the entries of an item."""
    return (Line(*found) for found in db.execute(statements.LINES, (number(db, item),)))


def head(db: sqlite3.Connection) -> Head:
    """The last entry."""
    found = db.execute(statements.HEAD).fetchone()
    return Head(*found) if found else Head()


def joined(db: sqlite3.Connection) -> list[int]:
    """The numbers of the items that some entry says are the same as another."""
    return [number for (number,) in db.execute(statements.JOINED)]
