"""Marks and entries from what is stored of them; the entry itself is read when somebody asks for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Any, cast

from oversight_adapters.codec.sure import ITEMS
from oversight_adapters.stores.rows import Gist, Row
from oversight_core.ledger.entry import Entry
from oversight_core.ledger.mark import Kind, Mark
from oversight_core.ledger.recorded import Recorded
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.quick import maker

Decode = Callable[[Item, int, bytes, bytes | None, str | None], Entry]
"""The entry of an item, a position, a payload, a content, and the authority under which it was disposed of."""

make_recorded = maker(Recorded)
"""Makes a `Recorded` from all its fields; the store has one to make for every row."""

parse_item = ITEMS.__getitem__  # the memory of the codec, which meets the same item again in the payload
parse_moment = lru_cache(8192)(Moment.parse)
parse_instant = lru_cache(1024)(datetime.fromisoformat)


def mark(gist: Gist, occurred_on: str | None, stated_on: str | None, retracts: int | None) -> Mark:
    """What a fold asks of an entry, from its columns; raises `ValueError` for what no store writes there."""
    kind, axis, status, states, source, event, _ = gist
    return Mark(
        cast(Kind, kind),
        axis or "",
        status or "",
        _states(kind, status or "", states),
        source or "",
        event or "",
        parse_moment(occurred_on) if occurred_on else None,
        parse_moment(stated_on) if stated_on else None,
        retracts or 0,
    )


_mark = lru_cache(65536)(mark)


def _states(kind: str, status: str, states: str | None) -> tuple[str, ...]:
    if kind not in ("applied", "reported"):
        return ()
    listed: Any = json.loads(states) if states else [status]
    return tuple(listed)


def recorded(row: Row, decode: Decode) -> Recorded:
    """The entry of a row, not yet read."""
    said = row.columns
    item, moved = parse_item(row.item), _mark(said.gist, said.occurred_on, said.stated_on, said.retracts)
    return make_recorded(
        (decode, item, moved, row.position, row.payload, row.content, row.authority),
        row.position,
        row.revision,
        parse_instant(row.recorded_at),
        row.recorder,
        row.batch,
        row.link,
        said.key.hex() if said.key else "",
    )
