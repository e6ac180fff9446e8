"""What the suites of the readers of inspectors general share: their corpus, and the passages that they read as one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from oversight_adapters.readers.inspectors_general.describing import excerpts_of
from oversight_adapters.readers.oig_report.layout import passages, smooth
from oversight_adapters.texts.folded import fold
from oversight_core.ports import Reader
from oversight_core.provenance import Source, TextSpan
from oversight_core.reading import Text

CORPUS = Path(__file__).parent.parent / "corpus"
_WHOLE = ("text", "title", "summary", "period", "agencies", "printed_type", "issuer")


def documents_of(name: str) -> list[Path]:
    """The documents of a format in the labelled corpus."""
    return sorted(file for file in (CORPUS / name).iterdir() if not file.name.endswith(".labels.json"))


def passages_read(reader: Reader, content: str) -> Iterator[tuple[int, int]]:
    """Spans that a reader reads as one: texts and titles as a whole, and sentences between them."""
    reading = reader.read(Text(Source.of(content.encode("utf-8", "surrogatepass")), content))
    spans = {
        (excerpt.locator.start, excerpt.locator.end)
        for excerpt in excerpts_of(reading.candidates)
        if excerpt.field in _WHOLE and isinstance(excerpt.locator, TextSpan)
    }
    folded = fold(content)
    return passages(smooth(folded) if reader.name == "oig-report" else folded, sorted(spans))
