"""What documents and responses state about how many, apart from what the record holds one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from oversight_core.entities import Document, Response
from oversight_core.ledger import Case
from oversight_core.names import Item


@attrs.frozen
class Stated:
    """Counts as stated for one document; None says that nobody stated it, never zero."""

    recommendations: int | None = None
    concurred: int | None = None
    partially_concurred: int | None = None
    non_concurred: int | None = None

    @property
    def answered(self) -> int | None:
        """The sum of the positions stated; None where none is."""
        parts = [n for n in (self.concurred, self.partially_concurred, self.non_concurred) if n is not None]
        return sum(parts) if parts else None

    def __bool__(self) -> bool:
        return self != Stated()

    @property
    def mismatch(self) -> bool:
        """Whether more positions are stated than recommendations, or, with every part stated, not as many.

        An absent part may be what is missing, and recommendations may be unanswered: fewer is then no contradiction.

        >>> Stated(26, 4, 5, 17).mismatch, Stated(26, 4, 5, 16).mismatch, Stated(14, 1, None, 11).mismatch
        (False, True, False)
        """
        if self.recommendations is None or self.answered is None:
            return False
        whole = None not in (self.concurred, self.partially_concurred, self.non_concurred)
        return self.answered > self.recommendations or (whole and self.answered != self.recommendations)


def together(parts: Iterable[Stated]) -> Stated:
    """Stated counts of several documents added up, each kind over those that state it.

    >>> together([Stated(26, 4, 5, 17), Stated(14, 1, None, 13)]).partially_concurred
    5
    """
    whole: dict[str, int] = {}
    for part in parts:
        for field in attrs.fields(Stated):
            value = getattr(part, field.name)
            if value is not None:
                whole[field.name] = whole.get(field.name, 0) + value
    return Stated(**whole)


def stated_counts(cases: Mapping[Item, Case]) -> dict[Item, Stated]:
    """For each document, what it and the responses to it state."""
    out: dict[Item, Stated] = {}
    for item, case in cases.items():
        described = case.described
        if isinstance(described, Document) and described.recommendation_count is not None:
            out[item] = attrs.evolve(out.get(item, Stated()), recommendations=described.recommendation_count)
        elif isinstance(described, Response) and described.answers is not None:
            counts = Stated(None, described.concurred, described.partially_concurred, described.non_concurred)
            before = out.get(described.answers, Stated())
            if counts:
                out[described.answers] = attrs.evolve(counts, recommendations=before.recommendations)
    return {item: stated for item, stated in out.items() if stated}
