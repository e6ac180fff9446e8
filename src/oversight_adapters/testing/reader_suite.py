"""The reader contract as tests: R0 to R12, over documents of the reader's own and over anything at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, note, settings

from oversight_adapters.readers.accounting import TRIGGER
from oversight_adapters.testing import reader_suite_checks as checks
from oversight_adapters.testing import reader_suite_goldens as golden
from oversight_adapters.testing import reader_suite_labels as labels
from oversight_adapters.testing.clauses import by_clause, expect, expect_none
from oversight_adapters.testing.goldens import updating
from oversight_adapters.testing.reader_suite_documents import (
    MEANINGLESS,
    Document,
    blotted,
    ever_longer,
    runs_of,
    source_of,
    spoilt,
)
from oversight_adapters.testing.reader_suite_hooks import ReaderHooks, called
from oversight_adapters.testing.reader_suite_shape import is_level, not_a_reading
from oversight_adapters.testing.reader_suite_time import LONGEST, STEEPEST, exploding, too_slow
from oversight_adapters.texts.folded import fold
from oversight_core.errors import OversightError
from oversight_core.ports import Reader
from oversight_core.provenance import Source

_BLOTS = 60  # places of a document that are blotted out, one at a time
_ANYTHING = settings(
    max_examples=40,
    deadline=None,
    database=None,
    derandomize=True,
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


@by_clause
class ReaderSuite(ReaderHooks):
    """The whole contract of a reader.  Subclass it in a test file and bring two fixtures::

        class TestMyReader(ReaderSuite):
            @pytest.fixture
            def reader(self):
                return MyReader()

            @pytest.fixture
            def documents(self):
                return [PAGE, *Path("pages").glob("*.txt")]

    `documents` gives documents of the reader's own format, as bytes, text or paths: the more, the more is proved.  A
    reader of something other than plain text brings `text` as well, one that does not read in sentences its own
    `sentences` or `passages`, and whoever keeps golden files a fixture `goldens`.  A failure says which clause, what it
    expects, and where to read about it.
    """

    def test_R0_it_has_what_the_port_has(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R0 it is a reader: it has a name and the methods of the port, callable as the port calls them"""
        self._whole(reader, documents)

    def test_R0_it_gives_readings(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R0 it is a reader: each of its documents gives a `Reading`, and together they give something"""
        found = [candidate for reading, _, _ in self._read(reader, documents) for candidate in reading.candidates]
        expect("R0", bool(found), "a candidate in at least one of its documents")

    def test_R1_the_words_stand_where_the_excerpt_says(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R1 the words of an excerpt stand at its place, and it names the source they came from"""
        for reading, text, name in self._read(reader, documents):
            expect_none("R1", checks.not_standing(reading, text), f"every excerpt of {name} to stand at its place")

    def test_R2_the_phrase_gives_the_value(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R2 the phrase of an excerpt, applied to its words alone, gives the value that the entity holds"""
        for reading, _, name in self._read(reader, documents):
            expect_none("R2", checks.not_given(reading, reader), f"every value of {name} from its words alone")
            expect_none("R2", labels.misworded(reading, reader), f"every label of {name} from its words alone")

    def test_R3_equal_bytes_give_equal_candidates(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R3 equal bytes give equal candidates, problems and unaccounted sentences, in equal order"""
        for (first, _, name), (second, _, _) in zip(*(self._read(reader, documents) for _ in "12"), strict=True):
            for part in ("candidates", "problems", "unaccounted", "telling"):
                faults = checks.differing(getattr(first, part), getattr(second, part))
                expect_none("R3", faults, f"equal {part} of {name}, read twice")

    def test_R4_no_value_is_invented(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R4 every value and label has an excerpt, or one that marks it as computed; every excerpt names a field"""
        for reading, _, name in self._read(reader, documents):
            expect_none("R4", checks.invented(reading), f"an excerpt for all that is told of {name}")
            expect_none("R4", labels.unfounded(reading, reader), f"labels of {name} that say what it states")

    def test_R5_an_excerpt_ends_within_its_sentence(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R5 an excerpt ends within the sentence or the cell in which it begins"""
        for reading, text, name in self._read(reader, documents):
            faults = checks.running_on(reading, text, fold(text.content), self.sentences(text.content))
            expect_none("R5", faults, f"excerpts of {name} within one sentence or cell")

    def test_R6_without_its_words_a_value_is_gone(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R6 where the words of an excerpt are blotted out, the same field is not told the same there"""
        for reading, text, name in self._read(reader, documents):
            stated = ((one.locator, str(one.words)) for _, one in checks.excerpts(reading) if one.locator)
            for place, words in islice(dict.fromkeys(stated), _BLOTS):
                try:
                    without = blotted(text, place, words, self.text)
                    after = reader.read(without) if without else None
                except OversightError:  # without its words the document cannot be read at all
                    continue
                faults = checks.still_told(reader, reading, after, place, words) if after else ()
                expect_none("R6", faults, f"nothing told by {words!r} at {place} of {name} without them")

    def test_R7_it_recognises_its_own(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R7 `recognise` gives 0 to 3: something for its own documents, nothing for an empty or a meaningless one"""
        self._whole(reader, documents)
        for n, document in enumerate(documents, 1):
            sure = reader.recognise(source_of(document))
            expect("R7", is_level(sure, 1, 2, 3), f"1 to 3 for its own {called(document, n)}", repr(sure))
            unusual = attrs.evolve(source_of(document), name="№ 3 – “Prüfung”.txt")
            named = reader.recognise(unusual)
            expect("R7", named == sure, f"the same for {called(document, n)} named {unusual.name}", repr(named))
        for foreign in MEANINGLESS:
            sure = reader.recognise(Source.of(foreign))
            expect("R7", is_level(sure, 0), f"0 for {foreign[:12]!r}", repr(sure))

    def test_R8_every_telling_sentence_is_accounted_for(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R8 a sentence with a date, number, status or position is touched by an excerpt or listed, and never both"""
        for reading, text, name in self._read(reader, documents):
            telling = [place for place in self.passages(text) if TRIGGER.search(fold(text.at(place) or ""))]
            expect_none("R8", checks.untold(reading, text, telling), f"all that {name} tells to be accounted for")

    def test_R9_items_and_problems_are_well_formed(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R9 a problem has a slug, a sentence and a place in the document; an item parses back and fits its entity"""
        for reading, text, name in self._read(reader, documents):
            expect_none("R9", checks.malformed(reading, text), f"problems and items of {name} that are well-formed")

    def test_R10_nothing_but_typed_errors(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R10 any bytes give a reading that keeps R0, R1, R2, R4, R7 and R9, or a typed error; never another one"""
        self._whole(reader, documents)

        @_ANYTHING
        @given(spoilt([source_of(document).content for document in documents]))
        def anything(content: bytes) -> None:
            note(f"The bytes are {content!r}")
            source = Source.of(content)
            sure = reader.recognise(source)
            expect("R7", is_level(sure, 0, 1, 2, 3), "0 to 3 from `recognise` for any bytes", repr(sure))
            try:
                text = self.text(source)
                reading = reader.read(text)
            except OversightError:
                return
            expect_none("R0", not_a_reading(reading, text), "a Reading of any bytes")
            expect_none("R1", checks.not_standing(reading, text), "every excerpt of any bytes to stand at its place")
            expect_none("R2", checks.not_given(reading, reader), "every value of any bytes from its words alone")
            expect_none("R2", labels.misworded(reading, reader), "every label of any bytes from its words alone")
            expect_none("R4", checks.invented(reading), "an excerpt for all that is told of any bytes")
            expect_none("R9", checks.malformed(reading, text), "problems and items of any bytes that are well-formed")
            expect_none("R4", labels.unfounded(reading, reader), "labels of any bytes that say what these state")

        anything()

    def test_R11_twice_the_text_costs_twice_the_time(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R11 a document twice as long costs about twice as much, however hostile it is"""
        self._whole(reader, documents)
        for name, make in ever_longer(source_of(documents[0]).content, self.longer):
            slow = too_slow(self._lengthening(reader, make))
            wanted = f"at most {STEEPEST} times the time for twice {name}, and never {LONGEST:.0f} seconds"
            expect("R11", not slow, wanted, slow)

    def test_R11_no_words_make_it_explode(self, reader: Reader, documents: Sequence[Document]) -> None:
        """R11 a document twice as long costs about twice as much, whatever stands in the place of its words"""
        for text, excerpt in checks.one_a_phrase(self._read(reader, documents)):
            for run in runs_of(str(excerpt.words)):
                slow = exploding(self._stretching(reader, text, excerpt, run))
                instead = f"in the place of {str(excerpt.words)!r:.60} ({excerpt.phrase})"
                expect("R11", not slow, f"a run of {run[:12]!r} {instead} to cost little more than other words", slow)

    def test_R12_it_reads_as_written_down(
        self,
        reader: Reader,
        documents: Sequence[Document],
        goldens: Path | None,
        pytestconfig: pytest.Config,
    ) -> None:
        """R12 what a document says is what its golden file says"""
        if goldens is None:
            pytest.skip("R12: bring a fixture `goldens`, a folder where what your documents say is written down")
        self._whole(reader, documents)
        files = golden.golden_files(Path(goldens), documents)
        expect("R12", len(set(files)) == len(files), "documents of different names, one golden file each")
        written, faults = [], []
        for file, document, (reading, _, _) in zip(files, documents, self._read(reader, documents), strict=True):
            found = golden.told(reader, source_of(document), reading)
            fault = golden.difference(file, found)
            if fault and updating(pytestconfig):
                golden.write(file, found)
                written.append(file.name)
            elif fault:
                faults.append(fault)
        expect_none("R12", faults, "what is written down")
        if written:
            pytest.skip(f"R12: written anew, to be read before they are kept: {', '.join(written)}")
