"""Thresholds of belief: who must hold what about whom, and how firmly, before a notice goes out.

A threshold is a pair: a standard, and the proposition it is held of.  No source ranks the standards, so none is more
than another: a row names every pair that suffices.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NoReturn

import attrs

from oversight_core.errors import StandardsNotOrdered
from oversight_core.rules.attempt import names
from oversight_core.rules.citation import Citation, citations


@attrs.frozen(order=False)
class Belief:
    """A standard, and what it is held of.  Two are equal or differ; to rank them raises `StandardsNotOrdered`.

    >>> try:
    ...     Belief("good-faith basis", "a law is broken") < Belief("substantial basis", "a person was profiled")
    ... except StandardsNotOrdered as error:
    ...     print(error.one, "|", error.other)
    good-faith basis | substantial basis
    """

    standard: str
    proposition: str

    def _unranked(self, other: object) -> NoReturn:
        raise StandardsNotOrdered(self.standard, other.standard if isinstance(other, Belief) else str(other))

    __lt__ = __le__ = __gt__ = __ge__ = _unranked


class Duty(StrEnum):
    """Whether a source says that somebody *will* do a thing, or *may*."""

    WILL = "will"
    MAY = "may"


def _beliefs(value: Belief | Iterable[Belief]) -> tuple[Belief, ...]:
    return (value,) if isinstance(value, Belief) else tuple(value)


@attrs.frozen
class Notice:
    """One route: who tells whom, on which beliefs, any one of which suffices, and who must hold it."""

    name: str
    sender: str
    recipient: str
    duty: Duty = attrs.field(converter=Duty)
    holders: tuple[str, ...] = attrs.field(converter=names)
    suffices: tuple[Belief, ...] = attrs.field(converter=_beliefs)
    cites: tuple[Citation, ...] = attrs.field(converter=citations)
    means: str = ""

    def is_met(self, holder: str, belief: Belief) -> bool:
        """Whether this belief of this holder suffices."""
        return holder in self.holders and belief in self.suffices
