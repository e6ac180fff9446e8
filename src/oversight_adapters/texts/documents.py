"""Any document to a text that remembers its places: which kind it is, by its first bytes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from oversight_adapters.texts.archive import open_archive
from oversight_adapters.texts.blanks import second, without
from oversight_adapters.texts.layers import unbroken
from oversight_adapters.texts.plain import decode, is_markup
from oversight_core.errors import OversightError, UnreadableSource
from oversight_core.provenance import Source
from oversight_core.reading import Text

if TYPE_CHECKING:
    from oversight_adapters.texts.markup import Markup

_HEAD = 16_384  # code points
# What is no document that can be read: how it begins, what it is, and what to do.
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "it is an old Office file, or one with a password; save it as .docx or .xlsx, without one"),
    (b"{\\rtf", "it is a rich text document; save it as .docx"),
)


@lru_cache(maxsize=1)  # who recognises a document and who reads it ask one after the other
def document_text(source: Source) -> Text:
    """The running text of plain text, a web page, a PDF or a DOCX.

    `places` of what was no plain text is a `Layer`.  Raises `UnreadableSource` with the reason, also where the library
    that a kind needs is not installed.
    """
    make = _maker(source)
    return make(source)


def _maker(source: Source) -> Callable[[Source], Text]:
    content, name = source.content, source.name or "the source"
    start = content[:1024].lstrip()
    if start.startswith(b"%PDF"):
        return _made_by("pdf", "pypdfium2", source)
    if start.startswith(b"PK\x03\x04"):
        if b"word/" in content:
            return _made_by("docx", "docx", source)
        open_archive(content, name).close()
        raise UnreadableSource(name, "it is a packed file without a Word document in it; read what is in it by itself")
    if is_markup(content):
        return _made_by("html", "selectolax", source)
    if reason := next((reason for mark, reason in _OTHERS if start.startswith(mark)), ""):
        raise UnreadableSource(name, reason)
    return decode


def _made_by(kind: str, library: str, source: Source) -> Callable[[Source], Text]:
    """The function that makes text of a kind; its library comes with the extra of the same name."""
    if find_spec(library) is None:
        why = f"to read it, install the extra {kind} (oversight-core[{kind}]), or save it as plain text"
        raise UnreadableSource(source.name or "the source", why)
    made: Callable[[Source], Text] = getattr(import_module(f"oversight_adapters.texts.{kind}"), f"{kind}_text")
    return made


@lru_cache(maxsize=4)
def glance(source: Source) -> str:
    """The first characters of a document, for who has to say whether it is of a format; "" where no text can be made.

    Soft breaks, and blanks after blanks, are left out.

    >>> glance(Source.of(b"Office for Civil Rights"))
    'Office for Civil Rights'
    """
    try:
        return without(unbroken(document_text(source).content[:_HEAD]), second)
    except OversightError:
        return ""


def markup_of(text: Text) -> Markup | None:
    """The elements of what was a web page; None for any other text, of which the library of web pages is not needed."""
    if not hasattr(text.places, "css"):
        return None
    from oversight_adapters.texts.markup import Markup

    return text.places if isinstance(text.places, Markup) else None
