"""Plain text: bytes to code points, with every line end as it stood.

UTF-8 (with or without a byte-order mark), UTF-16 with one, else Windows-1252, or Mac Roman where the letters in words
can be nothing else.  A mark is not part of the text.
"""

from __future__ import annotations

import codecs
import re

from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Source
from oversight_core.reading import Text

LARGEST = 64 * 1024 * 1024  # bytes; a page is a few hundred kilobytes, and a larger file is somebody's mistake

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# A page may begin with any of these, behind comments too; no text does.
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s{0,1000}<!--(?:[^-]|-(?!->)){0,4000}-->){0,9}\s{0,1000}"
    rb"<(?:!doctype\s+html|html|\?xml|head|body|main|meta|title|table|div|article|section|h[1-6]|p)\b",
    re.IGNORECASE,
)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDE_HEAD = 4_096  # bytes of UTF-16 that are looked at
# What UTF-8 makes of typographic quotes, dashes and blanks; read as Windows-1252 it would be debris such as "â€™".
_MULTIBYTE = re.compile(rb"\xe2\x80[\x80-\xbf]|\xc2[\xa0-\xbf]|\xc3[\x80-\xbf]")

# Bytes in words that Windows-1252 does not have, or has for a mark or a capital; Mac Roman has é, í, è or ç for them.
_MAC = re.compile(
    rb"[a-z]\xd5[a-z]|[a-z][\x8a\x8c\x8e\x9f]|[a-z-][\x81\x87\x88\x8d\x8f\x90\x9d][a-z-]|[A-Za-z][\x8d\x8f\x90\x9d](?![\x80-\xff])"
)


def is_markup(content: bytes) -> bool:
    """Whether these bytes are a web page or other markup, which no reader of plain text should take for its own.

    >>> is_markup(b"<!DOCTYPE html><p>ICE"), is_markup(b"ICE concurred")
    (True, False)
    """
    head = content[2:_WIDE_HEAD].replace(b"\0", b"") if content.startswith(_WIDE) else content
    return _MARKUP.match(head) is not None


def decode(source: Source) -> Text:
    """The text of a source.  Raises `UnreadableSource` for binary data, too many bytes, or no known encoding.

    >>> decode(Source.of(b"\\xef\\xbb\\xbfICE\\x92s")).content
    Traceback (most recent call last):
    ...
    oversight_core.errors.reading.UnreadableSource: the source cannot be read: it claims to be utf-8, but byte 3 is not
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
    try:
        return Text(source, content.decode(), "utf-8")
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data" and len(content) - error.start > 1
        if cut or _MULTIBYTE.search(content):  # Windows-1252 has no such pairs of letters
            raise UnreadableSource(name, f"it is UTF-8 that is cut or damaged at byte {error.start}") from None
    if _MAC.search(content):
        return Text(source, content.decode("mac_roman"), "mac_roman")
    try:
        return Text(source, content.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:
        raise UnreadableSource(name, "it is neither UTF-8 nor Windows-1252 text; convert it to UTF-8") from None
