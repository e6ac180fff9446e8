"""The reader keeps the reader contract on web pages and on copied text, and reads each as its golden file says."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from oversight_adapters.readers.gao_product_page import GaoProductPageReader
from oversight_adapters.readers.gao_product_page.copied import copied
from oversight_adapters.testing import ReaderSuite
from oversight_adapters.texts.documents import document_text
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.sentences import sentences
from oversight_core.provenance import Locator, Source, TextSpan
from oversight_core.reading import Text

ROOM = Path(__file__).parent / "gao_product_page"
CORPUS = Path(__file__).parents[1] / "corpus" / "gao-product-page"


def documents_of(kind: str) -> list[Path]:
    """Those documents of the corpus that have a golden file."""
    return [CORPUS / path.name.removesuffix(".expected.json") for path in sorted(ROOM.glob(f"*{kind}.expected.json"))]


class _Pages(ReaderSuite):
    @pytest.fixture
    def reader(self) -> GaoProductPageReader:
        return GaoProductPageReader()

    @pytest.fixture
    def goldens(self) -> Path:
        return ROOM

    def text(self, source: Source) -> Text:
        return document_text(source)


class TestCopiedText(_Pages):
    @pytest.fixture
    def documents(self) -> Sequence[Path]:
        return documents_of(".txt")

    def sentences(self, content: str) -> Iterator[tuple[int, int]]:
        """A page is cells; its comments and what stands beside the tables are sentences."""
        folded = fold(content)
        product = copied(folded)
        cells = (cell for row in product.rows for cell in (row.agency, row.text, row.status))
        yield from (cell for cell in (product.title, *product.details, *product.topics, *cells) if cell)
        comments = [row.comment for row in product.rows if row.comment]
        for start, end in (*comments, *product.strays(folded)):
            yield from sentences(folded, start, end)

    def passages(self, text: Text) -> Iterable[Locator]:
        return (TextSpan(*span) for span in self.sentences(text.content))


class TestWebPage(_Pages):
    @pytest.fixture
    def documents(self) -> Sequence[Path]:
        return documents_of(".html")

    def longer(self, document: bytes, times: int) -> bytes:
        head, body, rest = document.partition(b"<tbody>")
        rows, end, tail = rest.partition(b"</tbody>")
        return head + body + rows * times + end + tail
