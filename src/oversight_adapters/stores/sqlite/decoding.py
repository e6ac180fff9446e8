"""Decoding: the entry that a packed payload holds, when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable

from oversight_adapters.codec import Codec, DecodeError
from oversight_adapters.stores.sqlite.packing import unpack
from oversight_core.errors import CorruptStore
from oversight_core.ledger.entry import Entry
from oversight_core.names import Item

Decode = Callable[[Item, int, str | None, str, bytes | None, str | None], Entry]
"""The entry of an item, a position, the step of its gist, a packed payload, and a content or the authority under which
it was disposed of."""


def decoder(location: str, codec: Codec) -> Decode:
    """Reads the entries of a file; raises `CorruptStore` for one that cannot be read."""

    def decode(
        item: Item, position: int, step: str | None, packed: str, content: bytes | None, authority: str | None
    ) -> Entry:
        try:
            payload = unpack(packed, str(item), step).encode()
            return codec.decode(payload, content, authority=authority or "")
        except (DecodeError, TypeError, ValueError) as error:
            raise CorruptStore(location, f"entry {position}: {error}") from error

    return decode
