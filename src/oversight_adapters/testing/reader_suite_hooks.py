"""What a subclass of the reader suite brings, and how its documents are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from oversight_adapters.testing.clauses import ClauseBroken, expect, expect_none
from oversight_adapters.testing.reader_suite_documents import Document, source_of, stretched
from oversight_adapters.testing.reader_suite_shape import not_a_reader, not_a_reading
from oversight_adapters.testing.reader_suite_time import Make
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.plain import decode
from oversight_adapters.texts.sentences import sentences
from oversight_core.ports import Reader
from oversight_core.provenance import Excerpt, Locator, Source, TextSpan
from oversight_core.reading import Reading, Text

Read = tuple[Reading, Text, str]
"""What a document says, its text, and what it is called in a failure."""


class ReaderHooks:
    """The hooks; all but the fixtures `reader` and `documents` have a default."""

    @pytest.fixture
    def reader(self) -> Reader:
        """The reader on trial."""
        raise NotImplementedError("bring a fixture `reader`")

    @pytest.fixture
    def documents(self) -> Sequence[Document]:
        """Documents of its format."""
        raise NotImplementedError("bring a fixture `documents`")

    @pytest.fixture
    def goldens(self) -> Path | None:
        """The folder of the golden files; None where nothing is written down."""
        return None

    def text(self, source: Source) -> Text:
        """The text of a source; raises an `OversightError` where it has none."""
        return decode(source)

    def sentences(self, content: str) -> Iterable[tuple[int, int]]:
        """Spans of the sentences of a text."""
        return sentences(fold(content))

    def passages(self, text: Text) -> Iterable[Locator]:
        """What has to be accounted for: the sentences of running text.  A reader of tables brings its cells."""
        return () if text.places else (TextSpan(*span) for span in self.sentences(text.content))

    def longer(self, document: bytes, times: int) -> bytes:
        """A document that is so many times as long: by default itself over and over."""
        return document * times

    # -- how documents are read ------------------------------------------------------------------------------------

    def _whole(self, reader: Reader, documents: Sequence[Document]) -> None:
        """Fail on R0 where there is no reader, or nothing for it to read: no other clause can be put to it."""
        expect_none("R0", not_a_reader(reader), "a reader")
        listed = isinstance(documents, Sequence) and not isinstance(documents, str | bytes) and len(documents) > 0
        expect("R0", listed, "`documents` to give a list of at least one document", f"{documents!r:.80}")

    def _read(self, reader: Reader, documents: Sequence[Document]) -> Iterator[Read]:
        """What the documents say, one by one; fails on R0 where one gives no reading."""
        self._whole(reader, documents)
        for n, document in enumerate(documents, 1):
            name = called(document, n)
            try:
                text = self.text(source_of(document))
                reading = reader.read(text)
            except Exception as error:  # an adapter may raise anything; the clause is told all the same
                raise ClauseBroken("R0", f"a Reading of {name}", f"{type(error).__name__}: {error}") from error
            expect_none("R0", not_a_reading(reading, text), f"a Reading of {name}")
            named = f"the reading of {name} to name its reader, {reader.name!r}"
            expect("R0", reading.format == reader.name, named, f"the format {reading.format!r}")
            yield reading, text, name

    def _lengthening(self, reader: Reader, make: Callable[[int], bytes]) -> Make:
        """The work for a document of about so many bytes."""
        return lambda n: self._work(reader, Source.of(make(n)))

    def _stretching(self, reader: Reader, text: Text, excerpt: Excerpt, run: str) -> Make:
        """The work for a text in which so many characters of a run stand in the place of an excerpt."""
        return lambda n: self._work(reader, stretched(text, excerpt, run[:n]))

    def _work(self, reader: Reader, what: Source | Text) -> Callable[[], None]:
        """All that is done with a document, to be timed."""
        source = what.source if isinstance(what, Text) else what

        def work() -> None:
            with suppress(Exception):  # an error is an answer that takes time too; R10 says which are allowed
                reader.recognise(source)
                reader.read(what if isinstance(what, Text) else self.text(source))

        return work


def called(document: Document, n: int) -> str:
    """What a document is called in a failure."""
    return document.name if isinstance(document, Path) else f"document {n}"
