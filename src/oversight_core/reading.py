"""What a reader gives: candidates with their excerpts, problems, and what it did not understand."""

from __future__ import annotations

from typing import Any, Protocol

import attrs

from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.provenance import Excerpt, Locator, Source, TextSpan
from oversight_core.quick import quick


class Places(Protocol):
    """What a document has beside running text: cells, pages, places in structured data."""

    def at(self, locator: Locator) -> str | None:
        """The words that stand at a place; None where there is no such place."""
        ...


@attrs.frozen
class Text:
    """A decoded document that remembers its source; a `TextSpan` counts its code points.

    What is no running text, such as a table, has `places` as well, which know where words of any other locator stand.

    >>> Text(Source.of(b"with four of"), "with four of").at(TextSpan(5, 9))
    'four'
    """

    source: Source
    content: str = attrs.field(repr=False)
    encoding: str = "utf-8"
    places: Places | None = attrs.field(default=None, repr=False)

    def at(self, locator: Locator) -> str | None:
        """The words that stand at a place of any kind; None where there is no such place."""
        if isinstance(locator, TextSpan):
            inside = 0 <= locator.start < locator.end <= len(self.content)
            return self.content[locator.start : locator.end] if inside else None
        return self.places.at(locator) if self.places else None


@quick
@attrs.frozen(weakref_slot=False)
class Label:
    """A body's own word for a state, as it stands in the document; the register maps it through a vocabulary.

    `item` is whose state it is, when it is not the candidate's own.
    """

    vocabulary: str
    words: str
    occurred_on: Moment | None = None
    stated_on: Moment | None = None
    actor: Actor | None = None
    item: Item | None = None
    excerpts: tuple[Excerpt, ...] = ()


@quick
@attrs.frozen(weakref_slot=False)
class Candidate:
    """Something a document describes: an item, the entity as far as it is described, and the words for each field.

    `entity` holds values only in the fields that `excerpts` name.  Several excerpts may name one field.  `rulebook` is
    the one that governs the item; where it is empty, that of the item's issuer, if there is one.
    """

    item: Item
    entity: Any
    labels: tuple[Label, ...] = ()
    occurred_on: Moment | None = None
    excerpts: tuple[Excerpt, ...] = ()
    rulebook: str = ""


@attrs.frozen
class Problem:
    """Something in a document that does not hold together; never a repair.  `code` is a stable slug."""

    code: str
    message: str
    locator: Locator | None = None
    source: str = ""


@quick
@attrs.frozen(weakref_slot=False)
class Unaccounted:
    """A sentence that says something (a date, a number, a status or a position) which no excerpt touches."""

    text: str
    locator: Locator | None
    source: str = ""


@attrs.frozen
class Reading:
    """All that one reader found in one document.

    `telling` counts the sentences with a date, number, status or position word; those that no excerpt touches are
    listed in `unaccounted`.
    """

    candidates: tuple[Candidate, ...] = ()
    problems: tuple[Problem, ...] = ()
    unaccounted: tuple[Unaccounted, ...] = ()
    source: Source | None = None
    format: str = ""
    telling: int = 0

    @property
    def coverage(self) -> float:
        """The share of telling sentences that an excerpt touches; 1 where there are none.

        >>> Reading(telling=4, unaccounted=(Unaccounted("In May…", None),)).coverage
        0.75
        """
        return 1.0 - len(self.unaccounted) / self.telling if self.telling else 1.0
