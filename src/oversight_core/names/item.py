"""Items: the natural keys of the things oversight speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import attrs

from oversight_core.errors import UnparsableItem
from oversight_core.quick import quick

SEGMENT = re.compile(r"[a-z0-9~][a-z0-9._~-]*")
_KIND = re.compile(r"[a-z][a-z0-9-]*")


@lru_cache(maxsize=4096)  # most items share all but one segment with the one before
def _is_segment(text: str) -> bool:
    return SEGMENT.fullmatch(text) is not None


@lru_cache(maxsize=256)
def _is_kind(text: str) -> bool:
    return _KIND.fullmatch(text) is not None


@quick
@attrs.frozen(order=True, cache_hash=True, weakref_slot=False)
class Item:
    """The natural key of something in the record.

    Dates and places in a list are never part of it.  One recommendation to three agencies is three items.

    Raises `UnparsableItem` where a segment is not a lower-case slug.

    >>> str(Item("recommendation", "gao", "gao-24-106233", "4", "ice"))
    'recommendation:gao/gao-24-106233/4@ice'
    >>> Item.parse("listing:gao/ice").report
    'ice'
    """

    kind: str
    issuer: str
    report: str
    number: str = ""
    addressee: str = ""
    part: str = ""  # discriminator inside the item this one belongs to; may hold several segments

    def __attrs_post_init__(self) -> None:
        if not _is_kind(self.kind):
            raise UnparsableItem(str(self), "the kind is not a lower-case word")
        if not (_is_segment(self.issuer) and _is_segment(self.report)):
            raise UnparsableItem(str(self), "issuer and report must be lower-case slugs")
        if (self.number and not _is_segment(self.number)) or (self.addressee and not _is_segment(self.addressee)):
            raise UnparsableItem(str(self), "number and addressee must be lower-case slugs")
        if self.part:
            if not (self.number or self.addressee):
                raise UnparsableItem(str(self), "a part needs a number or an addressee before it")
            if not all(map(_is_segment, self.part.split("/"))):
                raise UnparsableItem(str(self), "a part must be made of lower-case slugs")

    @property
    def body(self) -> str:
        """The item without its kind.

        >>> Item.parse("response:gao/gao-24-1/4@ice/ice").body
        'gao/gao-24-1/4@ice/ice'
        """
        out = f"{self.issuer}/{self.report}"
        if self.number:
            out += f"/{self.number}"
        if self.addressee:
            out += f"@{self.addressee}"
        if self.part:
            out += f"/{self.part}"
        return out

    def __str__(self) -> str:
        return f"{self.kind}:{self.body}"

    @classmethod
    def parse(cls, text: str) -> Item:
        """The item that prints as `text`; raises `UnparsableItem`."""
        kind, colon, body = text.partition(":")
        if not colon:
            raise UnparsableItem(text, "no kind before a colon")
        before, at, after = body.partition("@")
        segments = before.split("/")
        if len(segments) < 2:
            raise UnparsableItem(text, "issuer and report are needed")
        issuer, report, *rest = segments
        number, part = (rest[0] if rest else ""), "/".join(rest[1:])
        addressee = ""
        if body.endswith("/") or "" in rest:
            raise UnparsableItem(text, "a segment is empty")
        if at:
            if part:
                raise UnparsableItem(text, "too many segments before the addressee")
            addressee, _, part = after.partition("/")
            if not addressee:
                raise UnparsableItem(text, "no addressee after @")
        return cls(kind, issuer, report, number, addressee, part)

    def within(self, kind: str, discriminator: str) -> Item:
        """The item of another kind that belongs to this one.

        >>> str(Item.parse("document:crcl/~8f03a1b2c4/report@ice").within("response", "ice"))
        'response:crcl/~8f03a1b2c4/report@ice/ice'
        """
        number, part = self.number, discriminator
        if self.part:
            part = f"{self.part}/{discriminator}"
        elif not (number or self.addressee):
            number, part = discriminator, ""
        return Item(kind, self.issuer, self.report, number, self.addressee, part)


def items(value: Iterable[Item]) -> tuple[Item, ...]:
    """Items as a tuple: the converter of fields that hold them."""
    return tuple(value)
