"""Words of a source, what stands where they were disposed of, and fields that hold them."""

from __future__ import annotations

from collections.abc import Iterable

import attrs


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


CONTENT = {"content": True}
"""Metadata of fields that hold words or personal data: stored apart from the payload, so that they can be forgotten."""
