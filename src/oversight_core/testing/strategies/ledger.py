"""What happened: entries, and whole histories as a store would hold them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import attrs
from hypothesis import strategies as st

from oversight_core.entities import KINDS
from oversight_core.ledger import Disposed, Entry, Receipt, Recorded, Registered, Reported, Retracted
from oversight_core.names import Item
from oversight_core.testing.strategies.entities import entities
from oversight_core.testing.strategies.moments import instants_utc, moments
from oversight_core.testing.strategies.names import actors, items
from oversight_core.testing.strategies.provenance import excerpts
from oversight_core.testing.strategies.rules import applied, tuples
from oversight_core.testing.strategies.text import slugs, words

_MAYBE = st.none() | moments()
_EXCERPTS = tuples(excerpts(), max_size=2)
_SOMEBODY = st.none() | actors()


def _said(**fields: Any) -> dict[str, Any]:
    """The fields that every entry carries."""
    return {**fields, "occurred_on": _MAYBE, "stated_on": _MAYBE, "actor": _SOMEBODY, "excerpts": _EXCERPTS}


@st.composite
def registered(draw: st.DrawFn, *, item: Item | None = None) -> Registered:
    """A description of an item; it names some of the fields of its entity, or none."""
    known = sorted(KINDS) if item is None or item.kind not in KINDS else [item.kind]
    cls = KINDS[draw(st.sampled_from(known))]
    item = draw(items()) if item is None else item
    names = [field.name for field in attrs.fields(cls)]
    fields = draw(st.lists(st.sampled_from(names), unique=True, max_size=3).map(tuple))
    same = draw(st.none() | items(kind=item.kind).filter(lambda other: other != item))
    rest = draw(st.fixed_dictionaries(_said()))
    return Registered(item, draw(entities(cls)), fields, draw(st.just("") | slugs()), same, **rest)


def reported(*, item: Item | None = None) -> st.SearchStrategy[Reported]:
    """A source says that an item is in a state or a group, or uses a label that maps to none."""
    own = items() if item is None else st.just(item)
    mapped = st.builds(Reported, own, slugs(), slugs(), tuples(slugs()), words(), slugs())
    unmapped = st.builds(Reported, own, slugs(), st.just(""), st.just(()), words(min_size=1), slugs())
    return st.builds(attrs.evolve, mapped | unmapped, **_said())


def retracted(*, item: Item | None = None, revision: int | None = None) -> st.SearchStrategy[Retracted]:
    """An entry that says an earlier one was wrong."""
    own = items() if item is None else st.just(item)
    number = st.integers(1, 20) if revision is None else st.just(revision)
    return st.builds(Retracted, own, number, words(), **_said())


def disposed(*, item: Item | None = None) -> st.SearchStrategy[Disposed]:
    """An entry that says what was forgotten.  Only a store's `dispose` writes one."""
    own = items() if item is None else st.just(item)
    revisions = st.lists(st.integers(1, 20), min_size=1, max_size=3, unique=True).map(lambda them: tuple(sorted(them)))
    return st.builds(Disposed, own, revisions, words(min_size=1), **_said())


def entries(*, item: Item | None = None) -> st.SearchStrategy[Entry]:
    """An entry that a caller may append: every kind but `Disposed`."""
    own = None if item is None else st.just(item)
    return st.one_of(registered(item=item), applied(item=own), reported(item=item), retracted(item=item))


def any_recorded() -> st.SearchStrategy[Recorded]:
    """An entry as a store holds it."""
    link = st.binary(min_size=32, max_size=32)
    position = st.integers(1, 10**6)
    return st.builds(
        lambda entry, position, back, revision, at, recorder, link: Recorded(
            entry, position, revision, at, recorder, max(1, position - back), link
        ),
        entries() | disposed(),
        position,
        st.integers(0, 3),
        st.integers(1, 100),
        instants_utc(),
        words(),
        link,
    )


def receipts() -> st.SearchStrategy[Receipt]:
    """Proof of a write."""
    return st.builds(Receipt, st.integers(0, 10**6), st.binary(min_size=32, max_size=32), st.integers(0, 10**6))


@st.composite
def recorded(draw: st.DrawFn, given: list[Entry], *, start: datetime | None = None) -> list[Recorded]:
    """Entries as one store would have recorded them in this order.

    Positions rise, sometimes with those of other items between; revisions count from 1 for each item; the clock never
    goes back, and may stand still.
    """
    at = draw(instants_utc()) if start is None else start
    position, batch, revisions, history = 0, 0, dict[Item, int](), list[Recorded]()
    for entry in given:
        position += draw(st.integers(1, 3))
        if not batch or draw(st.booleans()):
            at += timedelta(days=draw(st.sampled_from((0, 0, 1, 30, 400))), microseconds=draw(st.integers(0, 2)))
            batch = position
        revisions[entry.item] = revisions.get(entry.item, 0) + 1
        history.append(Recorded(entry, position, revisions[entry.item], at, "somebody", batch))
    return history


STRATEGIES: dict[type, Any] = {
    Disposed: disposed,
    Receipt: receipts,
    Recorded: any_recorded,
    Registered: registered,
    Reported: reported,
    Retracted: retracted,
}
