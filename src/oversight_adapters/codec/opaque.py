"""Writing what nobody here knows: any part of an entity of unknown kind, exactly as it was read."""

from __future__ import annotations

from typing import Any

from oversight_adapters.codec.errors import Unfit
from oversight_adapters.codec.plain import SIGN, Fields, Lifted
from oversight_adapters.codec.writing import Lift, flag, quote, text, whole, words


def opaque(value: Any, lift: Lift) -> str:
    """Any part of an entity of unknown kind."""
    if value is None:
        return "null"
    if type(value) is Lifted:
        return words(value.words, lift)
    if type(value) is tuple:
        return "[" + ",".join(opaque(part, lift) for part in value) + "]"
    if type(value) is Fields:
        names = [name for name, _ in value.pairs]
        if names != sorted(set(names)) or SIGN in names:
            raise Unfit(f"different names in order, none of them {SIGN}", names)
        return "{" + ",".join(f"{quote(name)}:{opaque(part, lift)}" for name, part in value.pairs) + "}"
    return {bool: flag, int: whole}.get(type(value), text)(value, lift)
