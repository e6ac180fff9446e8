"""A document of the corpus says the same as a web page and as a Word document."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.corpus.test_other_dress import DOCUMENTS, ROOM, adapters, single
from tests.texts import documents

from oversight_adapters.readers.facts import facts, plain
from oversight_core.provenance import Source

KINDS = {"html": documents.html, "word": documents.word}
ONLY_AS_TEXT = {
    "crcl-summary/dodge-page-break.txt": "its page ends with a form feed",
    "oversight-gov/copied-tabs.txt": "its cells are told apart by tabs",
    "plan-document/copied-page.txt": "its bullets are under each other by their blanks",
    "plan-document/policy-alert.txt": "its date and its number are told apart by blanks",
    "plan-document/bare-numbers.txt": "its date and its number are told apart by blanks",
    "plan-document/work-plan-with-milestones.txt": "its cells are told apart by blanks",
    "plan-document/wrapped-subject.txt": "its subject goes on below itself",
    "ohchr-list/comments.txt": "its comments are told apart by lines",
}


def told(content: bytes) -> set[tuple[str, str, str]]:
    """The facts, their words with single blanks."""
    reading = adapters().read(Source.of(content))
    found = facts(reading, adapters().reader(reading.format))
    return {(str(fact.item), fact.field, single(str(plain(fact.value)))) for fact in found}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOM)))
def test_it_says_the_same(document: Path) -> None:
    if reason := ONLY_AS_TEXT.get(str(document.relative_to(ROOM)), ""):
        pytest.skip(reason)
    try:
        text = document.read_bytes().decode("utf-8").replace("\r\n", "\n").replace("\f", "\n")
    except UnicodeDecodeError:
        pytest.skip("it is no UTF-8")
    if "\x02" in text:
        pytest.skip("it holds characters that no Word document may")
    usual = told(text.encode())
    for name, made in KINDS.items():
        other = told(made(text))
        assert other == usual, (name, sorted(usual - other)[:4], sorted(other - usual)[:4])
