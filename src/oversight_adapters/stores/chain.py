"""The chain: every entry is linked to the one before, so that no edit of the past goes unseen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from oversight_adapters.codec.errors import shown
from oversight_adapters.codec.plain import LARGEST
from oversight_core.ledger.entry import Receipt

ZERO = bytes(32)
"""The link before the first entry."""


_LENGTHS = [length.to_bytes(8) for length in range(256)]


def _part(data: bytes) -> bytes:
    """A part behind its length."""
    length = len(data)
    return (_LENGTHS[length] if length < 256 else length.to_bytes(8)) + data


_SMALL = [_part(b"%d" % number) for number in range(256)]
_LINK = _LENGTHS[32]


def _number(number: int) -> bytes:
    return _SMALL[number] if 0 <= number < 256 else _part(b"%d" % number)


def stamp(recorded_at: str, recorder: str, batch: int) -> bytes:
    """The parts of a link that the entries of one batch share."""
    return _part(recorded_at.encode()) + _part(recorder.encode()) + _number(batch)


def links(
    previous: bytes, position: int, item: bytes, revision: int, stamped: bytes, digests: Iterable[bytes]
) -> Iterator[bytes]:
    """The links of entries of one item that follow each other, the first of them at a position and a revision.

    A link is the SHA-256 of previous link, position, item, revision, recorded_at, recorder, batch, and SHA-256 of the
    payload.  Each part stands behind its length in eight bytes, most significant first; numbers are decimal, texts
    UTF-8.
    """
    named = _part(item)
    for place, digest in enumerate(digests, position):
        counted = b"%d" % place
        parts = (_LINK, previous, _LENGTHS[len(counted)], counted, named, _number(revision), stamped, _LINK, digest)
        previous = sha256(b"".join(parts)).digest()
        revision += 1
        yield previous


def link(previous: bytes, position: int, item: bytes, revision: int, stamped: bytes, digest: bytes) -> bytes:
    """The link of one entry."""
    return next(links(previous, position, item, revision, stamped, (digest,)))


def impossible(receipt: Receipt | None) -> str:
    """Why no store can have given a receipt; "" where one can."""
    if receipt is None:
        return ""
    if not isinstance(receipt, Receipt):
        return f"the receipt is none: {shown(receipt)}"
    if type(receipt.position) is not int or not 0 <= receipt.position <= LARGEST:
        return f"the receipt is of no record: {shown(receipt.position)} is not a position"
    if type(receipt.hash) is not bytes or len(receipt.hash) != len(ZERO):
        return f"the receipt is of no record: its link is not {len(ZERO)} bytes long"
    if receipt.position == 0 and receipt.hash != ZERO:
        return "the receipt is of no record: the link before the first entry is all zeros"
    if type(receipt.batch) is not int or not 0 <= receipt.batch <= receipt.position:
        return f"the receipt is of no record: {shown(receipt.batch)} is not the batch of its position"
    return ""
