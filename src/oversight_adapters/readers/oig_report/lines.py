"""Lines of a report that are no part of its prose: running heads and feet, page marks, stamps, and garbled type."""

from __future__ import annotations

import re

from oversight_adapters.readers.inspectors_general.reports import NUMBER, OFFICE_NUMBER
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.spans import lines

_FURNITURE = (  # pattern, example
    (
        rf"(?:www\.oig\.dhs\.gov)?\s*(?:Page\s+)?\d{{0,4}}\s*{NUMBER}(?:\s*\(Revised\))?(?:\s+(?:Page\s+)?\d{{1,4}})?",
        "www.oig.dhs.gov 7 OIG-18-67",
    ),
    (rf"\d{{1,4}}\s+www\.oig\.dhs\.gov(?:\s+{NUMBER})?", "7 www.oig.dhs.gov OIG-18-67"),
    (r"www\.oig\.dhs\.gov(?:/\S{0,80})?(?:\s+\d{1,4})?", "www.oig.dhs.gov"),
    (r"OFFICE OF (?:THE )?INSPECTOR GENERAL", "OFFICE OF INSPECTOR GENERAL"),
    (r"(?:U\.S\. )?Department of Homeland Security(?: \(DHS\))?", "Department of Homeland Security"),
    (
        r"(?:U\.S\. )?Department of Homeland Security,?(?: [-|])? Office of (?:the )?Inspector General",
        "Department of Homeland Security, Office of Inspector General",
    ),
    (
        r"Office of (?:the )?Inspector General,?(?: [-|])? (?:U\.S\. )?Department of Homeland Security",
        "Office of Inspector General | U.S. Department of Homeland Security",
    ),
    (r"Washington,? D\.?C\.? 20528(?:\s*[/|]\s*www\.oig\.dhs\.gov)?", "Washington, DC 20528 / www.oig.dhs.gov"),
    (r"(?:Page\s*\d{1,4}(?:\s*of\s*\d{1,4})?|-\s*\d{1,4}\s*-)", "Page 3 of 20"),
    (r"(?:Está en la )?p[áa]gina \d{1,4}\s*de\s*\d{1,4}", "Está en la página 1de 34"),
    (
        r"Case \d{1,2}:\d{2}-\S{1,40}.{0,120}Page ?ID.{0,30}",
        "Case 5:17-cv-00123 Document 44 Filed 03/01/19 Page ID #:12",
    ),
    (
        r"For Official Use Only|UNCLASSIFIED|Law Enforcement Sensitive|Sensitive Security Information",
        "For Official Use Only",
    ),
)
_FURNITURE_LINE = re.compile(rf"[ \t]*(?:{'|'.join(pattern for pattern, _ in _FURNITURE)})[ \t]*", re.IGNORECASE)
_ENTRY = re.compile(r"(?<![. ])[ ]{0,3}\.[ ]?\.[. ]{3,}+(?:\d{1,3}|[ivx]{1,5})$")  # of a table of contents
EXAMPLES = (*(example for _, example in _FURNITURE), "Results of Inspection ............ 4")
"""A line of each kind."""

_LONGEST = 300
_NO_WORD = re.compile(r"[^\n]")
_GAP = r"\s{1,40}"
_OFFICE = rf"OFFICE{_GAP}OF{_GAP}INSPECTOR{_GAP}GENERAL"
_DEPARTMENT = rf"Department{_GAP}of{_GAP}Homeland{_GAP}Security"
_RUN_IN = re.compile(  # the foot of one page and the head of the next, where an extractor left no lines
    rf"(?:www\.oig\.dhs\.gov(?:{_GAP}\d{{1,3}})?{_GAP}{OFFICE_NUMBER}(?![\w-])(?:{_GAP}{_OFFICE})?|"
    rf"{_OFFICE}(?={_GAP}{_DEPARTMENT}))(?:{_GAP}{_DEPARTMENT})?"
    rf"(?:{_GAP}Washington,{_GAP}DC{_GAP}20528(?:{_GAP}/{_GAP}www\.oig\.dhs\.gov)?)?"
)
_HYPHEN = re.compile(
    r"(?<=\w[-‐‑])[ \t]{0,20}(?:\r\n?|\n)[ \t]{0,120}(?=\w)"
)  # a compound that is wrapped at its hyphen

# What the office's name and usual words become where a font's letters stand 29 places too low.
_SHIFTED = re.compile(
    r"(?:,QVSHFWRU|\*HQHUDO|'HSDUWPHQW|\+RPHODQG|6HFXULW\\|5HFRPPHQGDWLRQ|,PPLJUDWLRQ|&XVWRPV|2IÀFH|2IILFH)"
)
_NOISE = re.compile(r"~{2,}\w*|\w~[A-Z]{1,3}~")
_DEBRIS = frozenset("^|")  # what is left of rules and stamps, between the words of a line


def is_furniture(line: str) -> bool:
    """Whether a line only says whose page it is, or which.

    >>> is_furniture("www.oig.dhs.gov 7 OIG-18-67"), is_furniture("OIG-18-67 found that")
    (True, False)
    """
    bare = " ".join(line.split())
    if not 0 < len(bare) <= _LONGEST:
        return False
    return _FURNITURE_LINE.fullmatch(bare) is not None or _ENTRY.search(bare) is not None


def bare(folded: str) -> str:
    """A folded text in which the feet and heads of pages are blank; every place stays where it is.

    >>> bare("One ends. www.oig.dhs.gov 7 OIG-18-67 Two begins.").split()
    ['One', 'ends.', 'Two', 'begins.']
    """
    if "OFFICE" in folded or "oig.dhs.gov" in folded:
        folded = _RUN_IN.sub(lambda match: _NO_WORD.sub(" ", match[0]), folded)
    parts = []
    for start, end in lines(folded):
        line = folded[start:end]
        parts.append(" " * len(line) if line.strip() and is_furniture(line) else line)
    kept = "\n".join(parts)
    return kept + "\n" * (len(folded) - len(kept))


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
    words = _HYPHEN.sub("", words)
    folded = fold(words)
    kept = bare(folded)
    if kept != folded:
        words = "".join(same if one == other else " " for same, one, other in zip(words, folded, kept, strict=True))
    return " ".join(word for word in words.split() if word not in _DEBRIS)
