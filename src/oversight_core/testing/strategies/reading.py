"""What a reader gives: texts, candidates whose excerpts stand in them, problems, and what was not understood."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st

from oversight_core.entities import KINDS
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Candidate, Label, Problem, Reading, Text, Unaccounted
from oversight_core.testing.strategies.entities import entities
from oversight_core.testing.strategies.moments import moments
from oversight_core.testing.strategies.names import actors, items
from oversight_core.testing.strategies.provenance import excerpts_from, locators, read_excerpts, spans_of_text
from oversight_core.testing.strategies.text import digests, slugs, words

_MAYBE = st.none() | moments()


def texts() -> st.SearchStrategy[Text]:
    """A decoded document with the source it was decoded from."""
    return words(min_size=1).map(lambda content: Text(Source.of(content.encode()), content))


def labels(*, text: Text | None = None) -> st.SearchStrategy[Label]:
    """A body's own word for a state, with the words it stands in."""
    return st.builds(
        Label,
        vocabulary=st.sampled_from(("gao/status", "gao/position", "crcl/action", "crcl/release")) | words(),
        words=st.sampled_from(("Open", "Closed – Implemented", "concurred", "agreed", "promised")) | words(min_size=1),
        occurred_on=_MAYBE,
        stated_on=_MAYBE,
        actor=st.none() | actors(),
        item=st.none() | items(),
        excerpts=st.lists(_quotes(text), min_size=1, max_size=2).map(tuple),
    )


@st.composite
def candidates(draw: st.DrawFn, *, text: Text | None = None) -> Candidate:
    """An item, described as far as its excerpts go; they stand in the text, where there is one."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    whole, blank = draw(entities(KINDS[kind])), KINDS[kind]()
    named = draw(st.lists(st.sampled_from([field.name for field in attrs.fields(type(whole))]), min_size=1, max_size=4))
    return Candidate(
        draw(items(kind=kind)),
        attrs.evolve(blank, **{name: getattr(whole, name) for name in named}),
        labels=tuple(draw(st.lists(labels(text=text), max_size=2))),
        occurred_on=draw(_MAYBE),
        excerpts=tuple(attrs.evolve(draw(_quotes(text)), field=name) for name in named),
    )


def _quotes(text: Text | None) -> st.SearchStrategy[Excerpt]:
    return read_excerpts() if text is None else excerpts_from(text.content, source=text.source.digest)


def problems() -> st.SearchStrategy[Problem]:
    """Something that does not hold together."""
    return st.builds(Problem, slugs(), words(min_size=1), st.none() | locators(), digests())


def unaccounted() -> st.SearchStrategy[Unaccounted]:
    """A sentence nobody understood."""
    return st.builds(Unaccounted, words(min_size=1), spans_of_text(), digests())


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """All that was found in one text: what is quoted stands there, and no more is unaccounted than was telling."""
    text = draw(texts())
    missed = [
        Unaccounted(str(excerpt.words), excerpt.locator, text.source.digest)
        for excerpt in draw(st.lists(excerpts_from(text.content), max_size=3))
    ]
    return Reading(
        tuple(draw(st.lists(candidates(text=text), max_size=3))),
        tuple(draw(st.lists(problems(), max_size=2))),
        tuple(missed),
        text.source,
        draw(slugs()),
        len(missed) + draw(st.integers(0, 5)),
    )


STRATEGIES: dict[type, Any] = {
    Candidate: candidates,
    Label: labels,
    Problem: problems,
    Reading: readings,
    Text: texts,
    Unaccounted: unaccounted,
}
