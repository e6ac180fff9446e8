"""The sieve never loses what a row reads: what a row finds, tried at every word, is found through the sieve."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.readers.crcl_summary.phrases import BOOK
from oversight_adapters.readers.phrasebook.beginnings import beginning
from oversight_adapters.readers.phrasebook.needs import needs
from oversight_adapters.readers.phrasebook.patterns import parts
from oversight_adapters.readers.phrasebook.sieve import Sieve
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.sentences import sentences

PATTERNS = {name: BOOK.pattern(name) for name in BOOK.phrases}
SIEVE = Sieve(BOOK.written)
PAGES = sorted((Path(__file__).parent / "crcl").glob("*.txt"))
WORD_START = re.compile(r"(?<!\w)\w|[^\w\s]")


@pytest.mark.parametrize("row", BOOK.phrases)
def test_no_example_is_sieved_out(row: str) -> None:
    example = BOOK.phrases[row].example
    sifted = SIEVE.sift(example, 0, len(example))
    hit = PATTERNS[row].search(example)
    assert hit is not None and row in sifted.rows
    if row in SIEVE.begins and WORD_START.match(example, hit.start()):
        assert hit.start() in sifted.places(SIEVE.begins[row])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_sentence_of_a_page_loses_a_hit(page: Path) -> None:
    folded = fold(page.read_text(encoding="utf-8"))
    for start, end in sentences(folded):
        sifted = SIEVE.sift(folded, start, end)
        for row, pattern in PATTERNS.items():
            if row in sifted.rows and row not in SIEVE.begins:
                continue
            tried = sifted.places(SIEVE.begins[row]) if row in sifted.rows else []
            places = [place.start() for place in WORD_START.finditer(folded, start, end)]
            assert [place for place in places if place not in tried and pattern.match(folded, place, end)] == [], row


WORDS = st.sampled_from(["on", "In", "sent", "issued", "the", "CRCL", "ICE,", "(ICE)", "14", "May", "memo.", "\n", "x"])


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_what_two_patterns_read_is_never_sieved_out(text: str) -> None:
    rows = {"a": r"(?:on|in)\s+may", "b": r"(?:sent|issued)\s+(?-i:CRCL|ICE)"}
    sieve = Sieve(rows)
    sifted = sieve.sift(text, 0, len(text))
    for name, pattern in rows.items():
        for hit in re.compile(pattern, re.IGNORECASE).finditer(text):
            assert name in sifted.rows and hit.start() in sifted.places(sieve.begins[name])


@pytest.mark.parametrize(
    ("pattern", "needed", "begun"),
    [
        (r"(?:a|an) (?:memo)?", [], "a(?=\\s)|a(?=n\\s)"),
        (r"(?:ICE|CBP)(?-i:CRCL)", [["cbp", "ice"], ["CRCL"]], "c(?=bpc)|i(?=cec)"),
        (r"(?!no)memo(?:randum)+x?", [["memo"], ["randum"]], "m(?=emor)"),
        (r"[,;] sent", [["sent"]], r",(?=\s)|;(?=\s)"),
        (r"[A-Z]\w+ sent{2}", [["sent"]], None),
        (r"(?:\s*,)? it", [], None),
    ],
)
def test_what_is_found_in_a_pattern(pattern: str, needed: list[list[str]], begun: str | None) -> None:
    assert [sorted(need) for need in needs(parts(pattern))] == needed
    assert beginning(parts(pattern)) == begun


def test_a_long_stay_remembers_only_so_much() -> None:
    sieve = Sieve({"a": "sent"})
    for n in range(60_000):
        sieve.sift(f"word{n}", 0, 9)
    assert len(sieve._known) < 55_000
