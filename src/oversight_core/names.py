"""Names: items that parse and print, and who acts.

An `Item` is the natural key of a thing oversight speaks of.  It prints as ``kind:issuer/report/number@addressee``;
what belongs to another item carries that item's body plus a discriminator, its `part`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

import attrs

from oversight_core.errors import UnparsableItem
from oversight_core.quick import quick

SEGMENT = re.compile(r"[a-z0-9~][a-z0-9._~-]*")
_KIND = re.compile(r"[a-z][a-z0-9-]*")
_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"'}
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("*_#`\u00ad\u200b\ufeff", None)
)
_NOTE = re.compile(r"\[[^\[\]]{0,200}\]")
# What a page puts before the subject of any document; a body's own title forms are rows of its reader.
_LEAD_IN = re.compile(r"^(?:close )?summary(?: of| regarding|:) ")


@attrs.frozen
class Withheld:
    """What stands where words stood until they were disposed of, and under which authority."""

    authority: str

    def __str__(self) -> str:
        return f"[withheld: {self.authority}]"

    def __bool__(self) -> bool:
        return False


Words = str | Withheld
"""Free text of a source, or the sign that it was disposed of."""


def several(value: str | Iterable[str]) -> tuple[str, ...]:
    """One text or several, as a tuple: the converter of fields that hold texts.

    >>> several("Krome"), several(["Krome", "Baker"])
    (('Krome',), ('Krome', 'Baker'))
    """
    return (value,) if isinstance(value, str) else tuple(value)


def passages(value: Words | Iterable[Words]) -> tuple[Words, ...]:
    """One passage of words or several, as a tuple: the converter of fields that hold them."""
    return (value,) if isinstance(value, str | Withheld) else tuple(value)


def items(value: Iterable[Item]) -> tuple[Item, ...]:
    """Items as a tuple: the converter of fields that hold them."""
    return tuple(value)


CONTENT = {"content": True}
"""Metadata of fields that hold words or personal data: stored apart from the payload, so that they can be forgotten."""


def normalise(text: str) -> str:
    """Fold a title or text to what identifies it: NFKC, casefold, ASCII quotes and dashes, single blanks, no
    bracketed notes, no lead-ins.

    >>> normalise("Summary of  ICE’s Program [Reissued on Sep. 4]")
    "ice's program"
    """
    folded = unicodedata.normalize("NFKC", text).translate(_PLAIN).casefold()
    while True:  # until nothing changes, for notes may nest and lead-ins repeat
        bare = " ".join(_NOTE.sub(" ", folded).split())
        bare = _LEAD_IN.sub("", bare).strip(" :|-") or bare
        if bare == folded:
            return bare
        folded = bare


def fingerprint(text: str) -> str:
    """``~`` and ten hexadecimal digits of the SHA-256 of the normalised text: the identity of what has no printed id.

    >>> fingerprint("Segregation Oversight") == fingerprint("  segregation   oversight ")
    True
    """
    return "~" + hashlib.sha256(normalise(text).encode()).hexdigest()[:10]


def slug(text: str) -> str:
    """A lower-case segment of an item; a fingerprint where nothing of the text can be spelt in ASCII.

    >>> slug("GAO-24-106233"), slug("Matter for Consideration 4")
    ('gao-24-106233', 'matter-for-consideration-4')
    """
    ascii_ = unicodedata.normalize("NFKD", text.translate(_PLAIN)).encode("ascii", "ignore").decode().lower()
    bare = re.sub(r"[^a-z0-9._~]+", "-", ascii_).strip("-.")
    return bare or fingerprint(text)


@attrs.frozen(order=True, cache_hash=True)
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
        if not _KIND.fullmatch(self.kind):
            raise UnparsableItem(str(self), "the kind is not a lower-case word")
        fullmatch = SEGMENT.fullmatch
        if not (fullmatch(self.issuer) and fullmatch(self.report)):
            raise UnparsableItem(str(self), "issuer and report must be lower-case slugs")
        if (self.number and not fullmatch(self.number)) or (self.addressee and not fullmatch(self.addressee)):
            raise UnparsableItem(str(self), "number and addressee must be lower-case slugs")
        if self.part:
            if not (self.number or self.addressee):
                raise UnparsableItem(str(self), "a part needs a number or an addressee before it")
            if not all(fullmatch(segment) for segment in self.part.split("/")):
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
        if self.part:
            return attrs.evolve(self, kind=kind, part=f"{self.part}/{discriminator}")
        if self.number or self.addressee:
            return attrs.evolve(self, kind=kind, part=discriminator)
        return attrs.evolve(self, kind=kind, number=discriminator)


@quick
@attrs.frozen(weakref_slot=False)
class Actor:
    """Who acts or speaks: a name, the role in which it does, and whom it speaks for if not itself.

    A department that answers for its component is ``Actor("DHS", "addressee", on_behalf_of="ICE")``.
    """

    name: Words = attrs.field(metadata=CONTENT)
    role: str = ""
    on_behalf_of: Words | None = attrs.field(default=None, metadata=CONTENT)

    def __str__(self) -> str:
        return f"{self.name} for {self.on_behalf_of}" if self.on_behalf_of else str(self.name)
