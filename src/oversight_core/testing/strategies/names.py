"""Who and what: items, actors, and the sign that words were disposed of."""

from __future__ import annotations

import string
from functools import cache
from typing import Any

from hypothesis import strategies as st

from oversight_core.entities import KINDS
from oversight_core.names import Actor, Item, Withheld
from oversight_core.testing.strategies.text import slugs, words

_MAYBE_SLUG = st.just("") | slugs()
_PART = st.lists(slugs(), max_size=2).map("/".join)

ROLES = ("oversight_body", "addressee", "follow_up_official", "")


@cache
def kinds() -> st.SearchStrategy[str]:
    """The kind of an item: one of the core's nouns, or a plug-in's own."""
    own = st.text(string.ascii_lowercase, min_size=1, max_size=8)
    return st.sampled_from(sorted(KINDS)) | own


@st.composite
def items(draw: st.DrawFn, *, kind: str | None = None) -> Item:
    """An item of any shape: with and without number, addressee and part."""
    number, addressee = draw(_MAYBE_SLUG), draw(_MAYBE_SLUG)
    part = draw(_PART) if number or addressee else ""
    return Item(draw(kinds()) if kind is None else kind, draw(slugs()), draw(slugs()), number, addressee, part)


@cache
def actors(*, role: str | None = None) -> st.SearchStrategy[Actor]:
    """Somebody in a role, for itself or on behalf of another."""
    roles = st.sampled_from(ROLES) | words() if role is None else st.just(role)
    return st.builds(Actor, words(min_size=1), roles, st.none() | words(min_size=1))


def withheld() -> st.SearchStrategy[Withheld]:
    """What stands where words stood.  No other strategy draws one: only a disposal makes them."""
    return st.builds(Withheld, words(min_size=1))


STRATEGIES: dict[type, Any] = {Actor: actors, Item: items, Withheld: withheld}
