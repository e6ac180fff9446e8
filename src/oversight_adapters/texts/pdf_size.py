"""How much the streams of a PDF unpack to, told before PDFium unpacks them whole.

Pictures are left out: they are large in every scan, and nobody unpacks them to read its words.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from typing import Final

LARGEST_UNPACKED: Final = 256 * 1024 * 1024  # bytes; those of a report of a thousand pages have fifty million
MOST_LETTERS: Final = 2_000_000  # that one stream shows; a page of small print has ten thousand
_TAKEN: Final = 65_536  # bytes that are looked at at once
_CHUNK: Final = 4 * 1024 * 1024  # bytes that they are unpacked to at once
_NARROW: Final = 1024 * 1024  # bytes, in which no more letters than may be matter
_HEAD: Final = 2_000  # bytes before a stream in which its dictionary stands

_STREAM = re.compile(rb"stream\r?\n")
_PACKED = re.compile(rb"/Fl(?:ateDecode)?\b")
_SHOWN = re.compile(rb"\(([^()\\]*+(?:\\.[^()\\]*+)*+)\)|<([0-9A-Fa-f\s]++)>", re.DOTALL)


def bomb(content: bytes) -> str:
    """What of a PDF unpacks to more than may be; "" where nothing does."""
    left = LARGEST_UNPACKED
    for begin, times in _streams(content):
        size = letters = 0
        for part in _unpacked(content, begin, times):
            size += len(part)
            if size > _NARROW:
                letters += sum(len(words) + len(code) // 2 for words, code in _SHOWN.findall(part))
            if size > left:
                return f"it unpacks to more than the {LARGEST_UNPACKED:,} bytes that may be, as a bomb does"
            if letters > MOST_LETTERS:
                return f"one of its pages shows more than the {MOST_LETTERS:,} letters that may be"
        left -= size
    return ""


def _streams(content: bytes) -> Iterator[tuple[int, int]]:
    """Where each packed stream begins that is no picture, and how often it is packed."""
    for match in _STREAM.finditer(content):
        start = max(0, match.start() - _HEAD)
        head = content[max(start, content.rfind(b"obj", start, match.start())) : match.start()]
        if (times := len(_PACKED.findall(head))) and b"/Image" not in head:
            yield match.end(), times


def _unpacked(content: bytes, begin: int, times: int) -> Iterator[bytes]:
    """What a stream unpacks to, a part at a time, as far as it is sound."""
    parts: Iterator[bytes] = (content[at : at + _TAKEN] for at in range(begin, len(content), _TAKEN))
    for _ in range(times):
        parts = _inflated(parts)
    try:
        yield from parts
    except zlib.error:  # damaged, or encrypted
        return


def _inflated(parts: Iterable[bytes]) -> Iterator[bytes]:
    inflating = zlib.decompressobj()
    for taken in parts:
        while taken and not inflating.eof:
            yield inflating.decompress(taken, _CHUNK)
            taken = inflating.unconsumed_tail
        if inflating.eof:
            return
