"""Items as people name them: in full, by number in the list, by report and number, or by part of a title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches

import attrs

from oversight_adapters.cli.exits import WrongUse
from oversight_adapters.cli.seen import Seen
from oversight_adapters.writers.safe import shortened
from oversight_adapters.writers.wording import says
from oversight_core.entities import Document, Recommendation, Review
from oversight_core.errors import UnknownItem, UnparsableItem
from oversight_core.ledger import Case
from oversight_core.names import Item, normalise, slug

PREFERRED = ("recommendation", "document", "review", "response")
"""Which kind is meant where a name fits one item of several kinds."""

MOST = 8  # how many items a question back may list


def find(seen: Seen, text: str) -> Item:
    """The one item that a text names.

    Raises `UnknownItem` with near hits where it names none, and `WrongUse` with the choices where it names several.
    """
    if not text.strip():
        raise WrongUse("an item needs a name")
    order = seen.order
    if text.isdecimal() and len(text) < 10:
        for item, number in order.items():
            if number == int(text):
                return item
    if (named := _parsed(text)) is not None and named in order:
        return named
    known = [_Known.of(item, case) for item, case in seen.cases().items()]
    fitting = _fitting(known, text)
    if not fitting:
        raise UnknownItem(text, _near(known, text))
    if len(fitting) > 1:
        choices = "; ".join(f"{order[one.item]} is {one.item} ({shortened(one.says, 50)})" for one in fitting[:MOST])
        more = f" and {len(fitting) - MOST} more" if len(fitting) > MOST else ""
        raise WrongUse(f"{text!r} names {len(fitting)} items, say which by its number: {choices}{more}")
    return fitting[0].item


def _parsed(text: str) -> Item | None:
    try:
        return Item.parse(text.strip())
    except UnparsableItem:
        return None


@attrs.frozen
class _Known:
    """What an item can be called by."""

    item: Item
    segments: frozenset[str]
    text: str
    says: str

    @classmethod
    def of(cls, item: Item, case: Case) -> _Known:
        segments = {item.kind, item.issuer, item.report, item.number, item.addressee, *item.part.split("/")} - {""}
        text = " ".join([str(item), *_texts(case)])
        return cls(item, frozenset(segments), normalise(text), says(case.described))

    def speaks_of(self, word: str) -> bool:
        """Whether a word, or a part of one, stands in the text; a number must be the whole of one."""
        if any(mark.isdigit() for mark in word):
            return word in self.segments or word in re.split(r"[\s,.;:()]+", self.text)
        return word in self.text


def _texts(case: Case) -> Iterator[str]:
    described = case.described
    yield says(described)
    match described:
        case Recommendation():
            yield described.report_title
            yield described.report
        case Document():
            yield described.part
            yield from described.printed_type
        case Review():
            yield from map(str, (*described.facility, *described.topic))


def _fitting(known: list[_Known], text: str) -> list[_Known]:
    """The items that a text fits, by the strictest way in which any does, of the preferred kind."""
    names = [slug(word) for word in text.split()]
    words = normalise(text).split()
    phrase = re.compile(rf"(?<!\w){re.escape(' '.join(words))}(?!\w)")
    ways: tuple[Callable[[_Known], object], ...] = (
        lambda one: all(name in one.segments for name in names),
        lambda one: phrase.search(one.text),
        lambda one: all(one.speaks_of(word) for word in words),
    )
    for fits in ways:
        if found := [one for one in known if fits(one)]:
            return _preferred(found)
    return []


def _preferred(found: list[_Known]) -> list[_Known]:
    for kind in PREFERRED:
        if of_kind := [one for one in found if one.item.kind == kind]:
            return of_kind
    return found


def _near(known: list[_Known], text: str) -> tuple[str, ...]:
    """Names that look like the text: of items, reports and titles."""
    names = {name for one in known for name in (str(one.item), one.item.report, normalise(one.says)[:60]) if name}
    return tuple(get_close_matches(normalise(text), sorted(names), n=3, cutoff=0.5))
