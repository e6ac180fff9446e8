"""What says the same in other print reads the same: line ends, wraps, quotes, hyphens, marks, other agencies."""

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from oversight_adapters.readers.crcl_summary import CrclSummaryReader
from oversight_adapters.readers.facts import facts, plain
from oversight_core.provenance import Source
from oversight_core.reading import Text

HERE = Path(__file__).parent / "crcl"
PAGES = ("two-memos", "agreed-at-once", "markdown-bullets", "twelve-of-the-24", "dilley-months-only")
READER = CrclSummaryReader()
Change = Callable[[str], str]


def wrapped(width: int) -> Change:
    def wrap(content: str) -> str:
        blocks = content.split("\n\n")
        return "\n\n".join(textwrap.fill(b, width) if len(b) > 150 and b[0] not in "#-" else b for b in blocks)

    return wrap


CHANGES: dict[str, Change] = {
    "typographic quotes": lambda c: c.replace("'", "’"),
    "a hyphen that does not break": lambda c: c.replace("non-", "non‑"),
    "a dash": lambda c: c.replace("non-", "non–"),
    "no hyphen": lambda c: c.replace("non-concurred", "nonconcurred"),
    "did not concur": lambda c: c.replace("non-concurred with", "did not concur with"),
    "disagreed": lambda c: c.replace("non-concurred with", "disagreed with"),
    "CRLF": lambda c: c.replace("\n", "\r\n"),
    "CR": lambda c: c.replace("\n", "\r"),
    "wrapped at 72": wrapped(72),
    "wrapped at 40": wrapped(40),
    "wrapped at 30": wrapped(30),
    "blanks at line ends": lambda c: c.replace("\n", "  \n"),
    "no marks": lambda c: re.sub(r"[*#]", "", c),
    "other marks": lambda c: c.replace("*", "_"),
    "no-break blanks": lambda c: re.sub(r" (\d|recommendation)", "\u00a0\\1", c),
    "memos in quotes": lambda c: re.sub(r"\*?((?:Key Civil|Expert)[\w ]+?Memorandum)\*?", r'"\1"', c),
    "memos as links": lambda c: re.sub(r"\*?((?:Key Civil|Expert)[\w ]+?Memorandum)\*?", r"[\1](https://x.gov/y)", c),
    "day first": lambda c: re.sub(r"([A-Z][a-z]+) (\d{1,2}), (20\d\d)", r"\2 \1 \3", c),
    "a blank lost": lambda c: re.sub(r"(\d{1,2}), (20\d\d)", r"\1,\2", c),
    "misspelt": lambda c: c.replace("Enforcement", "Enforement"),
}


def told(content: str) -> set[tuple[str, str, str]]:
    """Kind, field and value of everything stated, quotes made plain."""
    reading = READER.read(Text(Source.of(content.encode()), content))
    return {
        (fact.item.kind, fact.field, str(plain(fact.value)).replace("’", "'"))
        for fact in facts(reading, READER)
        if not fact.derived
    }


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("page", PAGES)
def test_it_reads_the_same(page: str, change: str) -> None:
    content = (HERE / f"{page}.txt").read_text(encoding="utf-8")
    assert told(CHANGES[change](content)) == told(content)


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("U.S. Citizenship and Immigration Services", "USCIS"),
        ("Federal Protective Service", "FPS"),
        ("U.S. Coast Guard", "USCG"),
        ("Transportation Security Administration", "TSA"),
    ],
)
def test_another_agency_is_read_as_well(long: str, short: str) -> None:
    content = (HERE / "agreed-at-once.txt").read_text(encoding="utf-8")
    other = content.replace("U.S. Immigration and Customs Enforcement", long).replace("ICE", short)
    assert told(other) == {(kind, field, value.replace("ICE", short)) for kind, field, value in told(content)}
