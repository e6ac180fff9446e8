"""What the writer suite has written: a record with something of everything in it, and records that misbehave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from oversight_adapters.codec.plain import Opaque, freeze
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing.store_suite_samples import Salts, Ticking
from oversight_core.entities import KINDS
from oversight_core.errors import StoreFailed
from oversight_core.ledger import Applied, Entry, Receipt, Recorded, Registered, Reported, Retracted
from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Actor, Item, Withheld
from oversight_core.ports import Batch, Capabilities, Verdict
from oversight_core.provenance import Cell, Element, Excerpt, Page, Pointer, TextSpan
from oversight_core.register import Register
from oversight_core.rules import Attempt, Exhibit, Step

PLAIN = "Collect data on parents who are removed"
"""Words that no format could misunderstand."""

ITEM = Item("recommendation", "kit", "24-1", "4", "ice")
TWIN = Item("recommendation", "kit", "24-1", "4", "dhs")
UNKNOWN = Item("permit", "kit", "24-1", "7")
DAY = Moment.parse("2024-02-05")


def record(words: str = PLAIN, *, disposes: bool = True) -> Register:
    """A record of everything that can be recorded, in which every free text is these words.

    The same words give the same record, to the bit.  Two items are joined; an entry is retracted; where it `disposes`,
    another is disposed of.
    """
    register = Register(MemoryStore(clock=Ticking(), salt=Salts()), recorder="kit")
    for item, entries in said(words):
        register.store.append([(item, 0, tuple(entries))], recorder="kit")
    if disposes:
        register.dispose(TWIN, [1], "GRS 2.8")
    return register


def said(words: str) -> Iterator[tuple[Item, Iterable[Entry]]]:
    """What is recorded of each item: every kind of entity, and one that no class here is for."""
    for kind, cls in KINDS.items():
        item = attrs.evolve(ITEM, kind=kind)
        yield (
            item,
            [Registered(item, filled(cls, words), occurred_on=DAY, excerpts=excerpts(words)), *_moves(item, words)],
        )
    yield TWIN, [Registered(TWIN, KINDS["recommendation"](text=words)), Registered(TWIN, None, same_as=ITEM)]
    fields = freeze({"text": words, "count": 3, "held": [True, None, {"by": words}]})
    yield UNKNOWN, [Registered(UNKNOWN, Opaque("permit", fields))]
    blank = attrs.evolve(ITEM, number="5")
    yield blank, [Registered(blank, KINDS["recommendation"](text=Withheld("GRS 2.8")), ("text",))]
    raw = attrs.evolve(ITEM, number="6")  # known by a label alone, and that label says nothing to us
    yield raw, [Reported(raw, "", "", (), words, "kit/status", Moment.vague(words))]


def later(*, label: str, day: str, stated: str) -> Register:
    """A record of one item that was open in January 2024, and has this label since a day on which it was stated."""
    register = Register(MemoryStore(clock=Ticking(), salt=Salts()), recorder="kit")
    first, second, on = Moment.parse("2024-01-10"), Moment.parse(day), Moment.parse(stated)
    entries = (
        Registered(ITEM, KINDS["recommendation"](text=PLAIN), occurred_on=first, stated_on=first),
        Reported(ITEM, "oversight_status", "open", (), "Open", "kit/status", first, first),
        Reported(ITEM, "oversight_status", "closed_implemented", (), label, "kit/status", second, on),
    )
    register.store.append([(ITEM, 0, entries)], recorder="kit")
    return register


def many(n: int) -> Register:
    """A record of so many recommendations, all alike."""
    register = Register(MemoryStore(clock=Ticking(), salt=Salts()), recorder="kit")
    items = [attrs.evolve(ITEM, number=f"{number}") for number in range(1, n + 1)]
    register.enter(Registered(item, KINDS["recommendation"](text=PLAIN), occurred_on=DAY) for item in items)
    return register


def personal(words: str) -> Register:
    """A record in which these words stand wherever a disposal reaches, and nowhere else."""
    register = Register(MemoryStore(clock=Ticking(), salt=Salts()), recorder="kit")
    step = Step("recommendation-position", "1", "position", "awaiting", "concur", "concurred")
    for kind, cls in KINDS.items():
        item = attrs.evolve(ITEM, kind=kind)
        entity = cls(**{field.name: words for field in attrs.fields(cls) if field.metadata == CONTENT})
        attempt = Attempt(
            item, "concur", Actor(words, "addressee", words), DAY, None, (Exhibit("memo", words, None, words),)
        )
        excerpt = Excerpt("text", words, TextSpan(0, len(words)), "sha256:6d76504f")
        described = Registered(item, entity, occurred_on=DAY, excerpts=(excerpt,))
        told = Reported(item, "oversight_status", "open", (), "Open", "kit/status", Moment.vague(words))
        entries = (described, told, Applied(step, attempt), Retracted(item, 2, words))
        register.store.append([(item, 0, entries)], recorder="kit")
    return register


def _moves(item: Item, words: str) -> list[Entry]:
    """A report, one on an axis of its own, one without a mapping, a step, and a report that is taken back."""
    step = Step("recommendation-position", "1", "position", "awaiting", "concur", "concurred")
    evidence = (Exhibit("memorandum", words, "sha256:6d76504f", words),)
    attempt = Attempt(item, "concur", Actor(words, "addressee", on_behalf_of=words), DAY, None, evidence)
    where = excerpts(words)
    group = ("open_awaiting", "open_partial")
    return [
        Reported(item, "oversight_status", "open", group, words, "kit/status", DAY, None, None, where),
        Reported(item, "weather", "open", (), words, "kit/weather", Moment.vague(words)),
        Reported(item, "", "", (), words, "kit/status", Moment.parse("2024-Q2")),
        Applied(step, attempt),
        Reported(item, "oversight_status", "closed_implemented", (), words, "kit/status", DAY),
        Retracted(item, 6, words),
    ]


def excerpts(words: str) -> tuple[Excerpt, ...]:
    """The words at a place of every kind, and a value that was computed."""
    source = "sha256:6d76504f"
    places = (
        TextSpan(0, max(1, len(words))),
        Cell(words, 2, 3),
        Pointer(f"/{words}"),
        Page(4, 0, 9),
        Element("/html/body/p[2]", 0, 9),
    )
    return (
        *(Excerpt("text", words, place, source, "text") for place in places),
        Excerpt("count", computed_from=("text",)),
    )


def filled(cls: type, words: str) -> Any:
    """An entity in which every field says something, and every text is these words."""
    hints = get_type_hints(cls)
    return cls(**{field.name: _value(hints[field.name], words) for field in attrs.fields(cls)})


def _value(hint: Any, words: str) -> Any:
    if get_origin(hint) is tuple:
        return (_value(get_args(hint)[0], words),)
    kinds = {hint, *get_args(hint)}
    values = {str: words, Moment: Moment.vague(words), Item: ITEM, bool: True, int: 3, Decimal: Decimal("2.50")}
    return next(value for kind, value in values.items() if kind in kinds)


class Fixed:
    """A store that holds some entries and takes no others; where `breaks_after` is given, reading further fails."""

    capabilities = Capabilities()

    def __init__(self, entries: Iterable[Recorded], *, breaks_after: int | None = None) -> None:
        self.entries = tuple(entries)
        self.breaks_after = breaks_after

    def append(self, batch: Batch, *, recorder: str) -> Receipt:
        """Refused: nothing that is written may write the record."""
        raise StoreFailed("kit", "this record is only to be read")

    def history(self, item: Item) -> Sequence[Recorded]:
        """The entries of an item."""
        return tuple(recorded for recorded in self.scan() if recorded.item == item)

    def scan(self, after: int = 0) -> Iterator[Recorded]:
        """The entries after a position."""
        for n, recorded in enumerate(self.entries):
            if n == self.breaks_after:
                raise StoreFailed("kit", "the disk is gone")
            if recorded.position > after:
                yield recorded

    def verify(self, against: Receipt | None = None) -> Verdict:
        """Nothing is proved of it."""
        return Verdict(Receipt(len(self.entries), b""))

    def dispose(self, item: Item, revisions: Sequence[int], authority: str, *, expected: int, recorder: str) -> Receipt:
        """Refused, as `append`."""
        raise StoreFailed("kit", "this record is only to be read")


class Noted(Fixed):
    """The same, which notes how it is read, and fails at one of these readings."""

    def __init__(self, entries: Iterable[Recorded], *, fails_at: int | None = None) -> None:
        super().__init__(entries)
        self.fails_at, self.asked = fails_at, list[str]()

    def _ask(self, how: str) -> None:
        self.asked.append(how)
        if len(self.asked) - 1 == self.fails_at:
            raise StoreFailed("kit", "the disk is gone")

    def history(self, item: Item) -> Sequence[Recorded]:
        """The entries of an item."""
        self._ask("history(item)")
        return tuple(recorded for recorded in self.entries if recorded.item == item)

    def scan(self, after: int = 0) -> Iterator[Recorded]:
        """The entries after a position."""
        self._ask("scan()")
        yield from super().scan(after)

    def verify(self, against: Receipt | None = None) -> Verdict:
        """Nothing is proved of it."""
        self._ask("verify()")
        return super().verify(against)
