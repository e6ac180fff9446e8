"""The codec: an entry as canonical bytes with its words apart, and back."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from hashlib import sha256

import attrs

from oversight_adapters.codec import plain
from oversight_adapters.codec.errors import DecodeError, EncodeError, Unfit
from oversight_adapters.codec.plain import SIGN
from oversight_adapters.codec.reading import Reader
from oversight_adapters.codec.tags import ENTRIES, spell
from oversight_adapters.codec.upcasts import UPCASTS, Upcasts, versions
from oversight_adapters.codec.writing import Lift, Plans, quote
from oversight_core.entities import KINDS
from oversight_core.ledger.entry import Entry


def digest(salt: bytes, content: bytes) -> str:
    """What stands in a payload for its content: the SHA-256 of salt and content, in base64 for URLs, unpadded.

    >>> digest(b"", b"")
    '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'
    """
    return urlsafe_b64encode(sha256(salt + content).digest())[:-1].decode()


@attrs.frozen
class Encoded:
    """An entry as bytes: canonical JSON, and its words apart (None where it has none)."""

    payload: bytes
    content: bytes | None

    def seal(self, salt: bytes) -> bytes:
        """The payload as it is stored: with the digest of salt and content under ``@``, where there is content."""
        if self.content is None:
            return self.payload
        return b'{"%b":"%b",%b' % (SIGN.encode(), digest(salt, self.content).encode(), self.payload[1:])


class Codec:
    """Writes and reads entries.  `kinds` maps the tag of an entity to its class; plug-ins add theirs.

    Raises `ValueError` where the upcasts of a tag have a gap.
    """

    def __init__(self, kinds: Mapping[str, type] = KINDS, upcasts: Upcasts = UPCASTS) -> None:
        present = versions(upcasts)
        plans = Plans(kinds, present)
        self._plans = {kind: (spell(tag, present.get(tag, 1)), plans.of(kind)) for tag, kind in ENTRIES.items()}
        self._reader = Reader(kinds, upcasts)

    def encode(self, entry: Entry) -> Encoded:
        """The canonical bytes of an entry, not yet sealed; raises `EncodeError` for what would not read back equal."""
        if type(entry) not in self._plans:
            raise EncodeError("$", f"an entry ({', '.join(ENTRIES)})", type(entry).__name__)
        tag, write = self._plans[type(entry)]
        lift: Lift = []
        try:
            payload = f'{{"{tag}":{write(entry, lift)}}}'.encode()
            content = f"[{','.join(map(quote, lift))}]".encode() if lift else None
        except Unfit as unfit:
            raise EncodeError(f"$.{tag}{unfit.path[1:]}", unfit.expected, unfit.found) from None
        except UnicodeEncodeError as error:
            raise EncodeError("$", "text that UTF-8 can hold", repr(error.object[error.start : error.end])) from None
        except RecursionError:
            raise EncodeError("$", "data of a sensible depth", "deeper") from None
        return Encoded(payload, content)

    def decode(self, payload: bytes, content: bytes | None = None, *, authority: str = "") -> Entry:
        """The entry, sealed or not, that these bytes hold; raises `DecodeError`.

        Words of a disposed content (None) read back as `Withheld` under `authority`.
        """
        return self.unseal(payload, content, authority=authority)[0]

    def unseal(self, payload: bytes, content: bytes | None = None, *, authority: str = "") -> tuple[Entry, str]:
        """The entry and the seal of its payload, "" where it has none; raises `DecodeError`."""
        try:
            data = plain.load(payload, content, authority)
        except Unfit as unfit:
            raise DecodeError(unfit.path, unfit.expected, unfit.found) from None
        seal = data.pop(SIGN, "") if type(data) is dict else ""
        return self._reader.entry(data), seal


CODEC = Codec()
"""The codec of the entities that the core knows."""

encode = CODEC.encode
decode = CODEC.decode
