"""How we know: sources, places in them, and excerpts."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from oversight_core.provenance import Cell, Element, Excerpt, Locator, Page, Pointer, Source, TextSpan
from oversight_core.testing.strategies.moments import instants_utc, moments
from oversight_core.testing.strategies.text import digests, slugs, words

_COUNT = st.integers(1, 1000)
_PLACE = st.integers(0, 10**6)
_LENGTH = st.integers(1, 500)


def spans_of_text() -> st.SearchStrategy[TextSpan]:
    """A place in a decoded text; never an empty one."""
    return st.builds(lambda start, length: TextSpan(start, start + length), _PLACE, _LENGTH)


def cells() -> st.SearchStrategy[Cell]:
    """A cell of a sheet."""
    return st.builds(Cell, words(), _COUNT, _COUNT)


def pointers() -> st.SearchStrategy[Pointer]:
    """A place in structured data."""
    steps = st.lists(words().map(lambda step: step.replace("~", "~0").replace("/", "~1")), max_size=3)
    return steps.map(lambda path: Pointer("".join(f"/{step}" for step in path)))


def pages() -> st.SearchStrategy[Page]:
    """A place on a page."""
    return st.builds(lambda number, span: Page(number, span.start, span.end), _COUNT, spans_of_text())


def elements() -> st.SearchStrategy[Element]:
    """A place in an element of a web page."""
    steps = st.lists(st.sampled_from(("table", "tr[2]", "td[3]", "p", "h2")), max_size=3)
    paths = steps.map(lambda path: "/".join(("/html/body", *path)))
    return st.builds(lambda path, span: Element(path, span.start, span.end), paths, spans_of_text())


@cache
def locators() -> st.SearchStrategy[Locator]:
    """A place in a document of any kind."""
    return st.one_of(spans_of_text(), cells(), pointers(), pages(), elements())


def read_excerpts() -> st.SearchStrategy[Excerpt]:
    """Words, where they stand, and the phrase that reads them."""
    return st.builds(Excerpt, slugs(), words(min_size=1), locators(), digests(), slugs())


def derived_excerpts() -> st.SearchStrategy[Excerpt]:
    """A computed value: no words, no place, and the fields it was computed from."""
    sources = st.lists(slugs(), max_size=3).map(tuple)
    return st.builds(Excerpt, slugs(), source=digests(), computed_from=sources)


@cache
def excerpts() -> st.SearchStrategy[Excerpt]:
    """A value that was read or one that was computed."""
    return read_excerpts() | derived_excerpts()


@st.composite
def excerpts_from(draw: st.DrawFn, content: str, *, source: str = "") -> Excerpt:
    """An excerpt that stands in a text, which may not be empty."""
    start = draw(st.integers(0, len(content) - 1))
    end = draw(st.integers(start + 1, len(content)))
    return Excerpt(draw(slugs()), content[start:end], TextSpan(start, end), source, draw(slugs()))


def sources(content: st.SearchStrategy[bytes] | None = None) -> st.SearchStrategy[Source]:
    """A document with the digest of its own bytes."""
    return st.builds(
        Source.of,
        st.binary(max_size=60) if content is None else content,
        name=words(),
        media_type=st.sampled_from(("", "text/plain", "text/html", "application/pdf")),
        dated_on=st.none() | moments(),
        retrieved_at=st.none() | instants_utc(),
        retrieved_from=words(),
    )


STRATEGIES: dict[type, Any] = {
    Cell: cells,
    Element: elements,
    Excerpt: excerpts,
    Page: pages,
    Pointer: pointers,
    Source: sources,
    TextSpan: spans_of_text,
}
