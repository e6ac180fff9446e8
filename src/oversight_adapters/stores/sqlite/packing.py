"""Packing: in the file, what many payloads say alike stands once.

The name of the entry's own item, and the step of an applied entry, each stand for themselves as one character that no
canonical JSON holds.  The view `entries` puts them back, and so does whoever reads an entry.
"""

from __future__ import annotations

ITEM = "\x01"
STEP = "\x02"

UNPACKED = f"replace(replace(e.payload, char({ord(STEP)}), coalesce(g.step, '')), char({ord(ITEM)}), i.name)"
"""The same in SQL, for an entry e with its gist g and its item i."""


def pack(payload: str, item: str, step: str | None) -> str:
    """A payload as the file holds it.

    >>> pack('{"item":"review:crcl/1","step":{}}', "review:crcl/1", "{}")
    '{"item":"\\x01","step":\\x02}'
    """
    packed = payload.replace(item, ITEM, 1)  # the rest is rarely there, and searching it takes time
    return packed.replace(step, STEP, 1) if step else packed


def unpack(packed: str, item: str, step: str | None) -> str:
    """The payload again; raises no error whatever it is given.

    >>> unpack(pack('{"a":"b"}', "b", "a"), "b", "a")
    '{"a":"b"}'
    """
    return packed.replace(STEP, step or "").replace(ITEM, item)
