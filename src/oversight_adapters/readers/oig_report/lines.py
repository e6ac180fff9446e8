"""Lines of a report that are no part of its prose: running heads and feet, page marks, stamps, and garbled type."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oversight_adapters.readers.inspectors_general.reports import NUMBER
from oversight_adapters.texts.folded import fold

Span = tuple[int, int]

_FURNITURE = (  # pattern, example
    (
        rf"(?:www\.oig\.dhs\.gov)?\s*(?:Page\s+)?\d{{0,4}}\s*{NUMBER}(?:\s*\(Revised\))?(?:\s+(?:Page\s+)?\d{{1,4}})?",
        "www.oig.dhs.gov 7 OIG-18-67",
    ),
    (r"www\.oig\.dhs\.gov(?:/\S{0,80})?(?:\s+\d{1,4})?", "www.oig.dhs.gov"),
    (r"OFFICE OF (?:THE )?INSPECTOR GENERAL", "OFFICE OF INSPECTOR GENERAL"),
    (r"(?:U\.S\. )?Department of Homeland Security(?: \(DHS\))?", "Department of Homeland Security"),
    (r"Washington,? D\.?C\.? 20528(?:\s*[/|]\s*www\.oig\.dhs\.gov)?", "Washington, DC 20528 / www.oig.dhs.gov"),
    (r"(?:Page\s*\d{1,4}(?:\s*of\s*\d{1,4})?|-\s*\d{1,4}\s*-)", "Page 3 of 20"),
    (r"(?:Está en la )?p[áa]gina \d{1,4}\s*de\s*\d{1,4}", "Está en la página 1de 34"),
    (
        r"Case \d{1,2}:\d{2}-\S{1,40}.{0,120}Page ?ID.{0,30}",
        "Case 5:17-cv-00123 Document 44 Filed 03/01/19 Page ID #:12",
    ),
    (r"For Official Use Only|UNCLASSIFIED", "For Official Use Only"),
)
_FURNITURE_LINE = re.compile(rf"[ \t]*(?:{'|'.join(pattern for pattern, _ in _FURNITURE)})[ \t]*", re.IGNORECASE)
EXAMPLES = tuple(example for _, example in _FURNITURE)
"""A line of each kind."""

_LONGEST = 160
_HYPHEN = re.compile(
    r"(?<=\w[-‐‑])[ \t]{0,20}(?:\r\n?|\n)[ \t]{0,120}(?=\w)"
)  # a compound that is wrapped at its hyphen

# What the office's name and usual words become where a font's letters stand 29 places too low.
_SHIFTED = re.compile(
    r"(?:,QVSHFWRU|\*HQHUDO|'HSDUWPHQW|\+RPHODQG|6HFXULW\\|5HFRPPHQGDWLRQ|,PPLJUDWLRQ|&XVWRPV|2IÀFH|2IILFH)"
)
_NOISE = re.compile(r"~{2,}\w*|\w~[A-Z]{1,3}~")


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of the lines of a folded text, without their ends."""
    end = len(text) if end is None else end
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield at, stop
        at = stop + 1


def is_furniture(line: str) -> bool:
    """Whether a line only says whose page it is, or which.

    >>> is_furniture("www.oig.dhs.gov 7 OIG-18-67"), is_furniture("OIG-18-67 found that")
    (True, False)
    """
    bare = " ".join(line.split())
    return 0 < len(bare) <= _LONGEST and _FURNITURE_LINE.fullmatch(bare) is not None


def garbled(line: str) -> str:
    """What is wrong with a line that no one can read; "" where nothing is known to be.

    >>> garbled("2IÀFH RI ,QVSHFWRU *HQHUDO"), garbled("Office of Inspector General")
    ('the letters of its font are shifted', '')
    """
    if _SHIFTED.search(line):
        return "the letters of its font are shifted"
    return "it is the noise of a seal or stamp" if _NOISE.search(line) else ""


def printed(words: str) -> str:
    """Words as printed, with single blanks, without the feet and heads of pages between them, and without bullets.

    >>> printed("We recommend that ICE\\n\\nwww.oig.dhs.gov 7 OIG-18-67\\n\\ninspect  more.")
    'We recommend that ICE inspect more.'
    """
    if "\n" not in words and "\f" not in words and "\r" not in words:
        return " ".join(words.split())
    words = _HYPHEN.sub("", words)
    kept = [line for line in words.replace("\f", "\n").splitlines() if not is_furniture(fold(line))]
    return " ".join(" ".join(kept).split())
