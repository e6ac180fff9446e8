"""The reader contract as tests: R1 to R11, over documents of the reader's own and over anything at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oversight_adapters.readers.accounting import TRIGGER
from oversight_adapters.testing import reader_suite_checks as checks
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.plain import decode
from oversight_adapters.texts.sentences import sentences
from oversight_core.errors import OversightError
from oversight_core.ports import Reader
from oversight_core.provenance import Source, TextSpan
from oversight_core.reading import Reading, Text

Document = bytes | str | Path

HOSTILE: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("digits", lambda n: "1" * n),
    ("the same word", lambda n: "On " * (n // 3)),
    ("open brackets", lambda n: "(" * n),
    ("blanks", lambda n: "A" + " " * n + "b"),
    ("line ends", lambda n: "\n" * n),
    ("words without a stop", lambda n: "Aaa " * (n // 4)),
    ("very short sentences", lambda n: "A. " * (n // 3)),
)
"""Texts that make careless patterns explode."""

_BLOTS = 60  # places of a document that are blotted out, one at a time
_LARGE, _ROUNDS, _STEEPEST = 24_000, 8, 2.5


class ReaderSuite:
    """The whole contract of a reader.  Subclass it in a test file and bring two fixtures::

        class TestMyReader(ReaderSuite):
            @pytest.fixture
            def reader(self):
                return MyReader()

            @pytest.fixture
            def documents(self):
                return [PAGE, *Path("pages").glob("*.txt")]

    `documents` gives documents of the reader's own format, as bytes, text or paths: the more, the more is proved.  A
    reader of something other than plain text brings `text` as well, and one that does not read in sentences brings
    its own `sentences`.
    """

    # -- hooks ---------------------------------------------------------------------------------------------------

    @pytest.fixture
    def reader(self) -> Reader:
        """The reader on trial."""
        raise NotImplementedError("bring a fixture `reader`")

    @pytest.fixture
    def documents(self) -> Sequence[Document]:
        """Documents of its format."""
        raise NotImplementedError("bring a fixture `documents`")

    def text(self, source: Source) -> Text:
        """The text of a source; raises an `OversightError` where it has none."""
        return decode(source)

    def sentences(self, content: str) -> Iterable[tuple[int, int]]:
        """Spans of the sentences of a text."""
        return sentences(fold(content))

    # -- clauses -------------------------------------------------------------------------------------------------

    def test_R1_the_words_stand_where_the_excerpt_says(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R1 the words of an excerpt are exactly what stands at its place in its source"""
        for reading, text in self._read(reader, documents):
            _none("R1", checks.not_standing(reading, text.content))

    def test_R2_the_phrase_gives_the_value(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R2 the phrase of an excerpt, applied to its words alone, gives the value that the entity holds"""
        for reading, _ in self._read(reader, documents):
            _none("R2", checks.not_given(reading, reader))

    def test_R3_equal_bytes_give_equal_candidates(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R3 equal bytes give equal candidates, problems and unaccounted sentences, in equal order"""
        for document in documents:
            first, second = (self._reading(reader, _source(document)) for _ in range(2))
            assert first.candidates == second.candidates, "R3: two readings of the same bytes differ"
            assert (first.problems, first.unaccounted) == (second.problems, second.unaccounted), (
                "R3: their problems differ"
            )

    def test_R4_no_value_is_invented(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R4 every value has an excerpt, or one that marks it as computed; every excerpt names a field"""
        for reading, _ in self._read(reader, documents):
            _none("R4", checks.invented(reading))

    def test_R5_an_excerpt_ends_within_its_sentence(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R5 an excerpt ends within the sentence in which it begins"""
        for reading, text in self._read(reader, documents):
            _none("R5", checks.running_on(reading, fold(text.content), self.sentences(text.content)))

    def test_R6_without_its_words_a_value_is_gone(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R6 where the words of an excerpt are blotted out, the same field is not told the same there"""
        for reading, text in self._read(reader, documents):
            places = {excerpt.locator for _, excerpt in checks.excerpts(reading)}
            for place in sorted(place for place in places if isinstance(place, TextSpan))[:_BLOTS]:
                blotted = text.content[: place.start] + "·" * (place.end - place.start) + text.content[place.end :]
                after = reader.read(Text(Source.of(blotted.encode()), blotted))
                _none("R6", checks.still_told(reader, reading, after, place))

    def test_R7_it_recognises_its_own(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R7 `recognise` gives 0 to 3: something for its own documents, nothing for an empty or a meaningless one"""
        for document in documents:
            sure = reader.recognise(_source(document))
            assert sure in (1, 2, 3), f"R7: its own document is recognised as {sure!r}"
        for foreign in (b"", b"\0\1\2" * 50, b"lorem ipsum dolor sit amet " * 20):
            sure = reader.recognise(Source.of(foreign))
            assert sure == 0, f"R7: {foreign[:12]!r} is recognised as {sure!r}"

    def test_R8_every_telling_sentence_is_accounted_for(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R8 a sentence with a date, number, status or position is touched by an excerpt or listed, and never both"""
        for reading, text in self._read(reader, documents):
            folded = fold(text.content)
            telling = [span for span in self.sentences(text.content) if TRIGGER.search(folded, *span)]
            _none("R8", checks.untold(reading, text.content, telling))

    def test_R9_items_and_problems_are_well_formed(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R9 a problem has a slug, a sentence and a place in the document; an item parses back and fits its entity"""
        for reading, text in self._read(reader, documents):
            _none("R9", checks.malformed(reading, text.content))

    def test_R10_nothing_but_typed_errors(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R10 any bytes give a reading that keeps R1, R2 and R4, or a typed error; never another exception"""
        seeds = [_source(document).content for document in documents]

        @settings(
            max_examples=40, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
        )
        @given(_spoilt(seeds))
        def anything(content: bytes) -> None:
            source = Source.of(content)
            assert reader.recognise(source) in (0, 1, 2, 3), "R10: recognise gives 0 to 3 for any bytes"
            try:
                text = self.text(source)
            except OversightError:
                return
            reading = reader.read(text)
            _none("R10", checks.not_standing(reading, text.content))
            _none("R10", checks.not_given(reading, reader))
            _none("R10", checks.invented(reading))

        anything()

    def test_R11_twice_the_text_costs_twice_the_time(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R11 a document twice as long costs about twice as much, however hostile it is"""
        plain = self.text(_source(documents[0])).content
        for name, make in (
            *HOSTILE,
            ("its own document over and over", lambda n: plain * (n // max(1, len(plain)) + 1)),
        ):
            ratio = _steepness(reader, make)
            assert ratio <= _STEEPEST, f"R11: {name}: twice the text costs {ratio:.1f} times the time"

    # -- helpers -------------------------------------------------------------------------------------------------

    def _reading(self, reader: Reader, source: Source) -> Reading:
        return reader.read(self.text(source))

    def _read(self, reader: Reader, documents: Sequence[Document]) -> Iterator[tuple[Reading, Text]]:
        assert documents, "the fixture `documents` gives none"
        for document in documents:
            text = self.text(_source(document))
            yield reader.read(text), text


def _source(document: Document) -> Source:
    if isinstance(document, Path):
        return Source.of(document.read_bytes(), name=document.name)
    return Source.of(document.encode() if isinstance(document, str) else document)


def _none(clause: str, faults: Iterable[str]) -> None:
    """Fail with the clause and the first faults."""
    found = list(faults)
    assert not found, f"{clause}: " + "; ".join(found[:5]) + (f"; and {len(found) - 5} more" if found[5:] else "")


def _spoilt(seeds: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Any bytes, any text, and the reader's own documents cut, joined and disturbed."""

    def disturbed(seed: bytes, at: int, length: int, what: bytes) -> bytes:
        start = at % (len(seed) + 1)
        return seed[:start] + what + seed[start + length :]

    own = st.builds(
        disturbed, st.sampled_from(seeds), st.integers(0, 1 << 16), st.integers(0, 200), st.binary(max_size=20)
    )
    return st.one_of(own, own, st.binary(max_size=400), st.text(max_size=400).map(str.encode))


def _steepness(reader: Reader, make: Callable[[int], str]) -> float:
    """How many times longer twice the text takes: the least of several rounds, by the processor's own clock."""
    once, twice = (Text(Source.of(b""), make(n)) for n in (_LARGE, 2 * _LARGE))
    least = [_best(reader, once), _best(reader, twice)]
    for _ in range(_ROUNDS):
        if least[1] <= max(2.2 * least[0], 0.02):
            break
        least = [min(least[0], _best(reader, once)), min(least[1], _best(reader, twice))]
    return least[1] / least[0] if least[1] > 0.02 and least[0] > 0 else 0.0


def _best(reader: Reader, text: Text) -> float:
    start = process_time()
    reader.read(text)
    return process_time() - start
