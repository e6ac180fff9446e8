"""What a list is made of: the lines over it, and the block of each recommendation with its cells."""

from __future__ import annotations

from enum import Enum

import attrs

from oversight_adapters.texts.spans import Span

Lead = tuple[str, Span]
"""A sentence over several recommendations: the row that reads it, and where it stands."""


class Place(Enum):
    """Which part of a block a line belongs to."""

    TEXT = 1
    SOURCE = 2
    TOPICS = 3
    GOALS = 4
    GROUPS = 5
    AFTER = 6


@attrs.define
class Block:
    """One paragraph and its cells, each a span; `lead` is the sentence over it.

    An `item` has the number that counts it under the paragraph over it: 69.1 for the first one under 69.  `states` are
    those who recommend, where they have a cell of their own.
    """

    paragraph: Span
    lead: Lead | None = None
    source: Span | None = None
    position: Span | None = None
    topics: list[Span] = attrs.Factory(list)
    goals: list[Span] = attrs.Factory(list)
    groups: list[Span] = attrs.Factory(list)
    comment: Span | None = None
    item: str = ""
    states: Span | None = None


@attrs.define
class Page:
    """What a text holds: the lines over the list, its blocks, whether comments have a column, and what is nothing.

    `answers` are the sentences below a list that tell what becomes of it, by the number of its paragraph.
    """

    head: list[Span] = attrs.Factory(list)
    blocks: list[Block] = attrs.Factory(list)
    strays: list[Span] = attrs.Factory(list)
    commented: bool = False
    leads: list[Span] = attrs.Factory(list)
    answers: dict[int, Lead] = attrs.Factory(dict)
