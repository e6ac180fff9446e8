"""Entities and entries to canonical bytes and back: stable tags, strict reading, words apart from the rest.

`shapes` says what an annotation allows, `plain` what JSON holds of it, `tags` and `upcasts` under which names and
versions.  All else is made from these, and `codec` puts it together:

- Writing: `plans` finds a writer for each shape, `straight` writes one out for a class, `writing` knows single values,
  `opaque` what is of a kind that nobody here knows.
- Reading at a glance, which only ever says yes: `wire` parses, `glancing`, `glance` and `sure` are as the three above.
- Reading strictly, wherever a glance was in doubt: `parsing`, then `reading` through cattrs, which `converting` and
  `hooks` set up; `spelling` says what a text must look like, `explaining` and `errors` where the fault is.
- `values` does all this for any class, with the help of msgspec (`native`) where that is installed.
- `kinds` says what a class of a plug-in must be to be stored.
- `schema` and `spelt` say the same as JSON Schema.
"""

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
