"""The chain: every entry is linked to the one before, so that no edit of the past goes unseen."""

from __future__ import annotations

from hashlib import sha256

ZERO = bytes(32)
"""The link before the first entry."""


def _part(data: bytes) -> bytes:
    return len(data).to_bytes(8) + data


def _number(number: int) -> bytes:
    return _part(b"%d" % number)


def stamp(recorded_at: str, recorder: str, batch: int) -> bytes:
    """The parts of a link that the entries of one batch share."""
    return _part(recorded_at.encode()) + _part(recorder.encode()) + _number(batch)


def link(previous: bytes, position: int, item: bytes, revision: int, stamped: bytes, digest: bytes) -> bytes:
    """SHA-256 of previous link, position, item, revision, recorded_at, recorder, batch, and SHA-256 of the payload.

    Each part stands behind its length in eight bytes, most significant first; numbers are decimal, texts UTF-8.
    """
    parts = (_part(previous), _number(position), _part(item), _number(revision), stamped, _part(digest))
    return sha256(b"".join(parts)).digest()
