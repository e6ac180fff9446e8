"""The table of monetary benefits in an appendix: a row for each kind of money, its first figure the amount."""

from __future__ import annotations

import re

from oversight_adapters.readers.oig_report.page import Page
from oversight_adapters.texts.spans import lines
from oversight_core.names import Item

_HEAD = re.compile(
    r"(?:Monetary\s+(?:Benefits|Impact)|Dollar-Related\s+Findings)[^\n.]{0,60}$", re.IGNORECASE | re.MULTILINE
)
_LEAD = re.compile(r"[ ]*(?:(?:Table|Appendix|Schedule|Exhibit)\b[^\n]{0,40})?(?:Potential\s+)?", re.IGNORECASE)
_KINDS = (  # the field, and how its row begins; a kind of questioned costs that has no field is none of them
    ("unsupported", r"(?:Questioned\s+Costs?\s*[-:,(]\s*)?Unsupported(?:\s+Costs?)?\)?"),
    ("better_use", r"Funds?\s+(?:That\s+Could\s+Be\s+|to\s+be\s+|to\s+|be\s+)?(?:Put\s+to|for)\s+Better\s+Use"),
    ("questioned", r"(?:Total\s+|Net\s+)?Questioned\s+Costs?"),
)
_FIGURE = r"[\s.:|]{1,160}(?P<figure>\$?\s?\d{1,3}(?:,\d{3}){0,4}(?:\.\d\d)?)(?![\d,%]|\.\d)"
_ROWS = tuple((field, re.compile(rf"[\s|*]*{kind}{_FIGURE}", re.IGNORECASE)) for field, kind in _KINDS)
_DOLLARS = re.compile(r"\$\s?\d")
_THOUSANDS = re.compile(r"\bin\s+(?:thousands|millions)\b", re.IGNORECASE)
_LONGEST = 3_000


def tell_benefits(page: Page, document: Item) -> None:
    """What the tables of a report say of its money; a table without a dollar sign says nothing."""
    for head in _HEAD.finditer(page.text):
        end = min(len(page.text), head.end() + _LONGEST)
        lead = page.text[page.text.rfind("\n", 0, head.start()) + 1 : head.start()]
        if (
            not _LEAD.fullmatch(lead)
            or not _DOLLARS.search(page.text, head.end(), end)
            or _THOUSANDS.search(page.text, head.start(), end)
        ):
            continue
        out = page.record.of(document.within("money", "usd"))
        for start, stop in lines(page.text, head.end(), end):
            for field, row in _ROWS:
                if match := row.match(page.text, start, stop):
                    out.tell(field, page.read("cell-amount", *match.span("figure"), field))
                    if "$" in match["figure"]:
                        out.tell("currency", page.read("currency", *match.span("figure"), "currency"))
                    out.derive("currency", "USD", field)  # of a row without a sign of its own
                    break
