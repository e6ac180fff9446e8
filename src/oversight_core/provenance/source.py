"""A source: the bytes that were read, and what is known about them."""

from __future__ import annotations

import hashlib
from datetime import datetime

import attrs

from oversight_core.moments import Moment


@attrs.frozen
class Source:
    """The bytes of a document, with their SHA-256, media type, own date, and when and from where they were got.

    The record keeps a source's digest, never its bytes.

    >>> Source.of(b"Office for Civil Rights", name="memo.txt").digest[:14]
    'sha256:6d76504'
    """

    digest: str
    content: bytes = attrs.field(repr=False)
    name: str = ""
    media_type: str = ""
    dated_on: Moment | None = None
    retrieved_at: datetime | None = None
    retrieved_from: str = ""

    @classmethod
    def of(
        cls,
        content: bytes,
        *,
        name: str = "",
        media_type: str = "",
        dated_on: Moment | None = None,
        retrieved_at: datetime | None = None,
        retrieved_from: str = "",
    ) -> Source:
        """A source of these bytes; the digest is computed."""
        digest = "sha256:" + hashlib.sha256(content).hexdigest()
        return cls(digest, content, name, media_type, dated_on, retrieved_at, retrieved_from)
