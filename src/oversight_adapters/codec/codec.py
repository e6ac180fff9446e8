"""The codec: an entry as canonical bytes with its words apart, and back."""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from oversight_adapters.codec import parsing, wire
from oversight_adapters.codec.errors import DecodeError, EncodeError, Unfit, shown
from oversight_adapters.codec.glancing import Glances
from oversight_adapters.codec.plain import SIGN, Opaque
from oversight_adapters.codec.plans import Plans
from oversight_adapters.codec.reading import Reader
from oversight_adapters.codec.sure import Doubt, Gone, Texts
from oversight_adapters.codec.tags import ENTRIES, spell
from oversight_adapters.codec.upcasts import UPCASTS, Upcasts, versions
from oversight_adapters.codec.writing import Lift, Write
from oversight_core.entities import KINDS
from oversight_core.ledger.entry import Entry, Registered

_FOR_URLS = bytes.maketrans(b"+/", b"-_")
_OPEN = b'{"%b":"' % SIGN.encode()


def digest(salt: bytes, content: bytes) -> str:
    """What stands in a payload for its content: the SHA-256 of salt and content, in base64 for URLs, unpadded.

    >>> digest(b"", b"")
    '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'
    """
    return _digest(salt + content).decode()


def _digest(salted: bytes) -> bytes:
    return b2a_base64(sha256(salted).digest(), newline=False)[:-1].translate(_FOR_URLS)


class Encoded(NamedTuple):
    """An entry as bytes: canonical JSON, and its words apart (None where it has none)."""

    payload: bytes
    content: bytes | None

    def seal(self, salt: bytes) -> bytes:
        """The payload as it is stored: with the digest of salt and content under ``@``, where there is content."""
        payload, content = self
        if content is None:
            return payload
        return _OPEN + _digest(salt + content) + b'",' + payload[1:]


_made: Any = tuple.__new__  # what the constructor of a NamedTuple calls


class Codec:
    """Writes and reads entries.  `kinds` maps the tag of an entity to its class; plug-ins add theirs.

    Raises `ValueError` where the upcasts of a tag have a gap.
    """

    def __init__(self, kinds: Mapping[str, type] = KINDS, upcasts: Upcasts = UPCASTS) -> None:
        present = versions(upcasts)
        self._plans = Plans(kinds, present)
        self._tags = {kind: spell(tag, present.get(tag, 1)) for tag, kind in ENTRIES.items()}
        self._writes: dict[type, Write] = {}  # made on first use, for few programs write every class
        self._glances = Glances(kinds, present)
        self._reader = Reader(kinds, upcasts)

    def encode(self, entry: Entry) -> Encoded:
        """The canonical bytes of an entry, not yet sealed; raises `EncodeError` for what would not read back equal."""
        lift: Lift = []
        try:
            write = self._writes.get(type(entry)) or self._write(type(entry))
            payload = write(entry, lift).encode()
            made: Encoded = _made(Encoded, (payload, f"[{','.join(lift)}]".encode() if lift else None))
            return made
        except Unfit as unfit:
            tag = self._tags.get(type(entry))
            raise EncodeError(f"$.{tag}{unfit.path[1:]}" if tag else "$", unfit.expected, unfit.found) from None
        except UnicodeEncodeError as error:
            raise EncodeError("$", "text that UTF-8 can hold", repr(error.object[error.start : error.end])) from None
        except RecursionError:
            raise EncodeError("$", "data of a sensible depth", "deeper") from None

    def again(self, entry: Entry) -> Encoded:
        """The bytes of an entry as it was read, also of one whose kind only this codec knows; raises `EncodeError`.

        A store that was opened with another codec gives `Opaque` entities; `encode` refuses those that it knows.
        """
        opaque = isinstance(entry, Registered) and isinstance(entry.entity, Opaque)
        return (STRANGER if opaque else self).encode(entry)

    def _write(self, kind: type) -> Write:
        """The writer of a class of entries, for its first entry; raises `EncodeError`."""
        if kind not in self._tags:
            raise EncodeError("$", f"an entry ({', '.join(ENTRIES)})", kind.__name__)
        self._writes[kind] = self._plans.entry(self._tags[kind], kind)
        return self._writes[kind]

    def decode(self, payload: bytes, content: bytes | None = None, *, authority: str = "") -> Entry:
        """The entry, sealed or not, that these bytes hold; raises `DecodeError`.

        Words of a disposed content (None) read back as `Withheld` under `authority`.
        """
        return self.unseal(payload, content, authority=authority)[0]

    def unseal(self, payload: bytes, content: bytes | None = None, *, authority: str = "") -> tuple[Entry, str]:
        """The entry and the seal of its payload, "" where it has none; raises `DecodeError`."""
        try:
            return self._glance(payload, content, authority)
        except Exception:  # whatever it is, the strict reading decides
            return self._strictly(payload, content, authority)

    def _glance(self, payload: bytes, content: bytes | None, authority: str) -> tuple[Entry, str]:
        """The same for canonical bytes with nothing unusual; raises some exception otherwise."""
        texts: Texts = Gone(authority) if content is None else dict(enumerate(wire.texts(content)))
        data = wire.parse(payload)
        seal = data.pop(SIGN, "")
        entry: Entry = self._glances.entry(data, texts)
        if texts or type(seal) is not str:
            raise Doubt
        return entry, seal

    def _strictly(self, payload: bytes, content: bytes | None, authority: str) -> tuple[Entry, str]:
        try:
            data = parsing.load(payload, content, authority)
        except Unfit as unfit:
            raise DecodeError(unfit.path, unfit.expected, unfit.found) from None
        seal = data.pop(SIGN, "") if type(data) is dict else ""
        if type(seal) is not str:
            raise DecodeError(f"$.{SIGN}", "a text", shown(seal))
        return self._reader.entry(data), seal


STRANGER = Codec({})
"""The codec of one who knows no kinds, to whom every entity is opaque."""

CODEC = Codec()
"""The codec of the entities that the core knows."""

encode = CODEC.encode
decode = CODEC.decode
