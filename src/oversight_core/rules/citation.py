"""Where a rule comes from, what force it has, whom it binds, and how it was read."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import attrs


class Force(StrEnum):
    """What makes a rule bind, strongest first; a convention binds nobody."""

    STATUTE = "statute"
    REGULATION = "regulation"
    POLICY = "government-wide policy"
    DIRECTIVE = "agency directive"
    PRACTICE = "published practice"
    COMMITMENT = "commitment"
    CONVENTION = "convention"


class Read(StrEnum):
    """How the provision was read."""

    ORIGINAL = "original"
    COPY = "copy"
    EXCERPT = "excerpt"
    SECOND_HAND = "second hand"
    RECOLLECTION = "recollection"


@attrs.frozen
class Citation:
    """The official provision, its force, who must obey it, how it was read, and the copy that was read.

    `force` and `read` may be given by their words.  Raises `ValueError` for a word that is none of them.

    >>> print(Citation("49 U.S.C. 1135(a)", Force.STATUTE, "Transportation answering NTSB", Read.SECOND_HAND))
    49 U.S.C. 1135(a) (statute, binds Transportation answering NTSB, read second hand)
    >>> print(Citation("handbook", "convention", "", "original"))
    handbook (convention, read original)
    """

    provision: str
    force: Force = attrs.field(converter=Force)
    binds: str
    read: Read = attrs.field(converter=Read)
    copy: str = ""

    def __str__(self) -> str:
        binds = f", binds {self.binds}" if self.binds else ""
        return f"{self.provision} ({self.force.value}{binds}, read {self.read.value})"


def citations(value: Citation | Iterable[Citation]) -> tuple[Citation, ...]:
    """One citation or several, as a tuple: the converter of every field that cites."""
    return (value,) if isinstance(value, Citation) else tuple(value)
