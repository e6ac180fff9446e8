"""Changes of packed documents: a part of one is changed, since most changes of the whole only damage the package."""

from __future__ import annotations

import io
from collections.abc import Callable
from random import Random
from zipfile import ZipFile

from tests.growing import repacked

Mutate = Callable[[bytes, int], bytes]
_LONGEST_PART = 65_536


def changed(content: bytes, longest: int, seed: int, mutate: Mutate) -> bytes:
    """Other bytes, no more than `longest`."""
    chance = Random(seed)
    if content.startswith(b"PK\x03\x04") and chance.random() < 0.9:
        try:
            with ZipFile(io.BytesIO(content)) as archive:
                name = chance.choice([member for member in archive.namelist() if member.endswith((".xml", ".rels"))])
                part = bytes(mutate(archive.read(name), _LONGEST_PART))
            made = repacked(content, {name: part})
        except Exception:  # it is no sound package any more, in one way of many
            return mutate(content, longest)
        if len(made) <= longest:
            return made
    return mutate(content, longest)
