"""Zip archives from strangers: their size, their members and the prologs of their XML are looked at before any use."""

from __future__ import annotations

import io
import zipfile
import zlib
from struct import error
from xml.parsers import expat

from oversight_adapters.texts.faults import brief
from oversight_core.errors import UnreadableSource

MOST_MEMBERS = 5_000
LARGEST_CONTENT = 256 * 1024 * 1024  # bytes, unpacked
LARGEST_RATIO = 250  # of unpacked to packed bytes; a sheet of blank rows shrinks a hundredfold
_SMALL = 1024 * 1024  # bytes, of which any ratio will do
_CHUNK = 64 * 1024
# What the zip module raises for archives that do not hold together, some of it by accident, and expat for an encoding
# that nobody knows.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError, NotImplementedError, RuntimeError, error),
    LookupError,
)


def open_archive(content: bytes, name: str, *, kind: str = "workbook") -> zipfile.ZipFile:
    """The archive of these bytes.  Raises `UnreadableSource`: damaged, encrypted, huge, or with a document type."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        reason = _reason_against(archive, kind)
    except _DAMAGED:
        raise UnreadableSource(name, f"it is no {kind} (a zip archive), or a damaged one") from None
    if reason:
        raise UnreadableSource(name, reason)
    return archive


def _reason_against(archive: zipfile.ZipFile, kind: str) -> str:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        return f"it has {len(members):,} parts, more than the {MOST_MEMBERS:,} that a {kind} may have"
    if any(member.flag_bits & 1 for member in members):
        return "it is protected by a password; save it without one"
    if len({member.filename for member in members}) < len(members):
        return "two of its parts have one name"
    size = sum(member.file_size for member in members)  # a part is never unpacked beyond the size it states
    if size > LARGEST_CONTENT:
        return f"unpacked it has {size:,} bytes, more than the {LARGEST_CONTENT:,} that a {kind} may have"
    for member in members:
        if member.file_size > max(_SMALL, member.compress_size * LARGEST_RATIO):
            part = brief(member.filename)
            return f"its part {part!r} unpacks to more than {LARGEST_RATIO} times its size, as in a zip bomb"
    return next((_entities(member.filename, kind) for member in members if _declares_a_type(archive, member)), "")


def _entities(part: str, kind: str) -> str:
    return f"its part {brief(part)!r} has a document type (DOCTYPE), which a {kind} does not have and attacks do"


def _declares_a_type(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether a part is XML whose prolog declares a document type; it ends where the first element begins."""
    seen: list[bool] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: seen.append(True)
    parser.StartElementHandler = lambda *_: seen.append(False)
    with archive.open(member) as part:
        while not seen and (chunk := part.read(_CHUNK)):
            try:
                parser.Parse(chunk)
            except expat.ExpatError:  # no XML: a picture, or damaged, which its reader will say
                break
    return bool(seen) and seen[0]
