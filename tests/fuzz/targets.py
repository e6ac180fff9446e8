"""What is tried with bytes from nowhere: every kind of text, every reader, and the choice among them.

Whatever bytes come: a text or a reading whose words stand where it says, or a typed error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "corpus"
TEXTS = ("plain", "html", "pdf", "docx")
TABLES = ("csv", "tsv", "json", "jsonl", "xlsx", "xls")
ANY = "any"
_LOOKS = 200  # places of one text that are looked up

Target = Callable[[bytes], None]


def names() -> tuple[str, ...]:
    """All targets: kinds of text, readers, and whichever reader takes it."""
    from oversight_adapters.plugins import Adapters

    return (*TEXTS, *TABLES, *Adapters().readers, ANY)


def seeds(name: str) -> list[Path]:
    """The small documents to start from: those of the kind, else those of the labelled corpus in the format."""
    if name == ANY:
        return [found[0] for folder in (HERE / "seeds", CORPUS) for one in folder.iterdir() if (found := _in(one))]
    return _in(HERE / "seeds" / name) or _in(CORPUS / name)


def _in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if not path.name.endswith(".labels.json"))


def target(name: str) -> Target:
    """What is tried with each input; it raises where something is wrong."""
    if name in TEXTS:
        return partial(_running, name)
    if name in TABLES:
        return partial(_table, name)
    return partial(_reader, name)


def _running(kind: str, content: bytes) -> None:
    from oversight_adapters.texts.documents import document_text
    from oversight_adapters.texts.docx import docx_text
    from oversight_adapters.texts.html import html_text
    from oversight_adapters.texts.layers import Layer
    from oversight_adapters.texts.pdf import pdf_text

    make = {"plain": document_text, "html": html_text, "pdf": pdf_text, "docx": docx_text}[kind]
    text = _text(make, content)
    if text is None:
        return
    text.content.encode()  # nothing that is no character
    if isinstance(text.places, Layer):
        step = max(1, len(text.content) // _LOOKS)
        for start in range(0, len(text.content), step):
            end = min(len(text.content), start + step)
            locator, words = text.places.printed(start, end, text.content[start:end])
            if words.strip():  # a blank may stand between two places
                assert text.at(locator) == words, (start, end)


def _table(format: str, content: bytes) -> None:
    from oversight_adapters.texts.grid import Grid
    from oversight_adapters.texts.tables import table_text

    text = _text(partial(table_text, format=format), content)
    if text is None:
        return
    assert isinstance(text.places, Grid)
    for sheet in text.places.sheets:
        for row in islice(sheet.rows, _LOOKS):
            for column, words in islice(enumerate(row.words, 1), _LOOKS):
                words.encode()
                if words and len({other.name.strip() for other in text.places.sheets}) == len(text.places.sheets):
                    assert text.at(sheet.locator(row.number, column)) == words, (row.number, column)


def _reader(name: str, content: bytes) -> None:
    from oversight_adapters.plugins import Adapters
    from oversight_core.errors import OversightError
    from oversight_core.provenance import Source

    adapters = _adapters(Adapters)
    source = Source.of(content)
    try:
        reader = adapters.recognise(source) if name == ANY else adapters.reader(name)
    except OversightError:
        return
    assert reader.recognise(source) in (0, 1, 2, 3)
    text = _text(adapters.readers[reader.name].text, content)
    if text is None:
        return
    reading = reader.read(text)  # which raises nothing, whatever the text says
    for candidate in reading.candidates:
        _excerpts(candidate.excerpts, text, reader)
        for label in candidate.labels:
            _excerpts(label.excerpts, text, reader)
    for one in reading.unaccounted:
        if one.locator is not None and one.text:
            there = text.at(one.locator)
            assert there is not None and one.text in there, one


_made: dict[str, Any] = {}


def _adapters(make: Callable[[], Any]) -> Any:
    if "adapters" not in _made:
        _made["adapters"] = make()
    return _made["adapters"]


def _excerpts(excerpts: Iterable[Any], text: Any, reader: Any) -> None:
    """Each says where its words stand, and its phrase makes a value of them."""
    for excerpt in excerpts:
        if excerpt.locator is not None:
            there = text.at(excerpt.locator)
            assert there is not None and str(excerpt.words) in there, excerpt
            reader.value(excerpt)


def _text(make: Callable[[Any], Any], content: bytes) -> Any:
    """The text of these bytes; None where a typed error says why there is none, in one line."""
    from oversight_core.errors import OversightError
    from oversight_core.provenance import Source

    try:
        return make(Source.of(content))
    except OversightError as error:
        assert "\n" not in str(error), error
        return None
