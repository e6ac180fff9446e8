"""What the reader suite reads: documents that a subclass brings, the same blotted out, spoilt, or ever longer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import attrs
from hypothesis import strategies as st

from oversight_adapters.testing.reader_suite_time import STEPS
from oversight_core.provenance import Excerpt, Locator, Source, TextSpan
from oversight_core.reading import Text

Document = bytes | str | Path

MEANINGLESS = (b"", b"\0\1\2" * 50, b"lorem ipsum dolor sit amet " * 20)
"""Documents of no format."""

HOSTILE: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("digits", lambda n: "1" * n),
    ("the same word", lambda n: "On " * (n // 3)),
    ("open brackets", lambda n: "(" * n),
    ("blanks", lambda n: "A" + " " * n + "b"),
    ("line ends", lambda n: "\n" * n),
    ("words without a stop", lambda n: "Aaa " * (n // 4)),
    ("very short sentences", lambda n: "A. " * (n // 3)),
    ("commas and quotes", lambda n: '",' * (n // 2)),
)
"""Texts that make careless patterns and parsers explode."""

ODD = tuple(
    map(str.encode, ("\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\u202e", "\ufeff", "\xa0", "İ", "ﬁ", "\0"))
)
"""Characters at which lines end for some, that cannot be seen, or that change their length in another case."""

_DOT = "·"


def source_of(document: Document) -> Source:
    """A document as a source."""
    if isinstance(document, Path):
        return Source.of(document.read_bytes(), name=document.name)
    return Source.of(document.encode() if isinstance(document, str) else document)


def blotted(text: Text, place: Locator, words: str, read: Callable[[Source], Text]) -> Text | None:
    """The text with dots where words stood; None where a document of its kind cannot be blotted out.

    Words of a cell, a page or structured data are blotted out wherever they stand in the bytes.
    """
    if isinstance(place, TextSpan):
        spoilt = text.content[: place.start] + _DOT * (place.end - place.start) + text.content[place.end :]
        return attrs.evolve(text, source=Source.of(spoilt.encode()), content=spoilt)
    stood = words.encode(text.encoding, errors="ignore")
    if not stood or stood not in text.source.content:
        return None
    dots = (_DOT if "utf" in text.encoding.lower() else "-") * len(words)
    content = text.source.content.replace(stood, dots.encode(text.encoding))
    return read(Source.of(content, name=text.source.name, media_type=text.source.media_type))


def runs_of(words: str) -> tuple[str, ...]:
    """Long runs that a pattern for these words may well take: the words again and again, a letter, words, digits."""
    last = max(STEPS)
    return tuple(dict.fromkeys(((f"{words} " * last)[:last], words[:1] + words[-1:] * last, "a " * last, "1" * last)))


def stretched(text: Text, excerpt: Excerpt, run: str) -> Source | Text:
    """The text with a run and a character that breaks off in the place of words; of running text nothing follows."""
    place, words = excerpt.locator, str(excerpt.words)
    if isinstance(place, TextSpan):
        content = f"{text.content[: place.start]}{run}!"
        return attrs.evolve(text, source=Source.of(content.encode()), content=content)
    content = text.content.replace(words, f"{run}!", 1)
    return Source.of(content.encode(), name=text.source.name, media_type=text.source.media_type)


def spoilt(seeds: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Any bytes, any text, and the reader's own documents cut, joined and disturbed."""

    def disturbed(seed: bytes, at: int, length: int, what: bytes) -> bytes:
        start = at % (len(seed) + 1)
        return seed[:start] + what + seed[start + length :]

    own = st.builds(
        disturbed, st.sampled_from(seeds), st.integers(0, 1 << 16), st.integers(0, 200), st.binary(max_size=20)
    )
    odd = st.builds(disturbed, st.sampled_from(seeds), st.integers(0, 1 << 16), st.just(0), st.sampled_from(ODD))
    return st.one_of(own, odd, own, st.binary(max_size=400), st.text(max_size=400).map(str.encode))


def ever_longer(first: bytes, longer: Callable[[bytes, int], bytes]) -> Iterator[tuple[str, Callable[[int], bytes]]]:
    """What to call a document, and how to make it of about so many bytes."""
    for name, make in HOSTILE:
        yield name, lambda n, make=make: make(n).encode()  # type: ignore[misc]  # a default cannot be annotated
    yield "its own document over and over", lambda n: longer(first, n // max(1, len(first)) + 1)
