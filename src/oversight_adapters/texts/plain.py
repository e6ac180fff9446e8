"""Plain text: bytes to code points, with every line end as it stood.

UTF-8 (with or without a byte-order mark), UTF-16 with one, else Windows-1252.  A mark is not part of the text.
"""

from __future__ import annotations

import codecs

from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Source
from oversight_core.reading import Text

LARGEST = 64 * 1024 * 1024  # bytes; a page is a few hundred kilobytes, and a larger file is somebody's mistake

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(source: Source) -> Text:
    """The text of a source.  Raises `UnreadableSource` for binary data, too many bytes, or no known encoding.

    >>> decode(Source.of(b"\\xef\\xbb\\xbfICE\\x92s")).content
    Traceback (most recent call last):
    ...
    oversight_core.errors.UnreadableSource: the source cannot be read: it claims to be utf-8, but byte 3 is not
    >>> decode(Source.of(b"ICE\\x92s response")).content
    'ICE’s response'
    """
    content, name = source.content, source.name or "the source"
    if len(content) > LARGEST:
        raise UnreadableSource(name, f"{len(content):,} bytes are more than the {LARGEST:,} that a text may have")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return Text(source, content[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise UnreadableSource(name, f"it claims to be {encoding}, but byte {error.start} is not") from None
    if b"\0" in content:
        raise UnreadableSource(name, "it is binary data, not text; make a text of it first")
    for encoding in ("utf-8", "cp1252"):
        try:
            return Text(source, content.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableSource(name, "it is neither UTF-8 nor Windows-1252 text; convert it to UTF-8")
