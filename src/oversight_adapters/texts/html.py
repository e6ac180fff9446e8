"""A web page to running text that reads as a browser's copy of it, in which every run of words knows its element."""

from __future__ import annotations

import codecs
import re

from selectolax.lexbor import LexborHTMLParser

from oversight_adapters.texts.flat import MOST_NESTED, TooDeep, flattened
from oversight_adapters.texts.markup import Markup
from oversight_adapters.texts.nesting import excess
from oversight_adapters.texts.plain import decode
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Source
from oversight_core.reading import Text

LARGEST = 32 * 1024 * 1024  # bytes; the largest pages of agencies have two or three million

_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([\w:.-]{1,40})", re.I)
_HEAD = 4_096  # bytes in which a page declares its encoding
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What the names of the web stand for; a page that can be read as ASCII cannot be UTF-16, whatever it declares.
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8"}


def html_text(source: Source) -> Text:
    """The running text of a web page, whose `places` are a `Markup`.

    Raises `UnreadableSource` for too many bytes, tags, attributes or elements in each other, and for bytes that are
    not what the page declares.

    >>> text = html_text(Source.of(b"<p>Four of <b>five</b></p><table><tr><td>ICE<td>Open</table>"))
    >>> text.content
    'Four of five\\n\\nICE\\tOpen'
    >>> text.places.locator(8, 12)
    Element(path='/html/body/p/b', start=0, end=4)
    """
    name = source.name or "the source"
    if len(source.content) > LARGEST:
        why = f"{len(source.content):,} bytes are more than the {LARGEST:,} that a page may have"
        raise UnreadableSource(name, why)
    page, encoding = _decoded(source, name)
    page = page.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")
    try:
        if much := excess(page, MOST_NESTED):
            raise UnreadableSource(name, much)
        tree = LexborHTMLParser(page)
        flat = flattened(tree)
    except TooDeep:
        raise UnreadableSource(name, f"more than {MOST_NESTED:,} of its elements stand in each other") from None
    return Text(source, flat.content, encoding, Markup(flat, tree))


def _decoded(source: Source, name: str) -> tuple[str, str]:
    """The characters of a page: by its byte-order mark, what it declares, else as plain text is."""
    declared = _DECLARED.search(source.content, 0, _HEAD)
    if declared and not source.content.startswith(_MARKS):
        try:
            encoding = codecs.lookup(declared[1].decode()).name
            encoding = _READ_AS.get(encoding, encoding)
            return source.content.decode(encoding), encoding
        except LookupError:
            pass  # a name that nobody knows says nothing
        except UnicodeDecodeError as error:
            why = f"it claims to be {declared[1].decode()}, but byte {error.start} is not"
            raise UnreadableSource(name, why) from None
    text = decode(source)
    return text.content, text.encoding
