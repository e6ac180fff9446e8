"""Entities and entries to canonical bytes and back: stable tags, strict reading, words apart from the rest."""

from oversight_adapters.codec.codec import CODEC, Codec, Encoded, decode, encode
from oversight_adapters.codec.errors import DecodeError, EncodeError
from oversight_adapters.codec.plain import Fields, Lifted, Opaque
from oversight_adapters.codec.values import Values

__all__ = [
    "CODEC",
    "Codec",
    "DecodeError",
    "EncodeError",
    "Encoded",
    "Fields",
    "Lifted",
    "Opaque",
    "Values",
    "decode",
    "encode",
]
