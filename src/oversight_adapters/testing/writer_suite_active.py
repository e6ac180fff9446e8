"""What of a document would act or be taken for markup, by the ending of its file; each is told as what it is.

A document has markup of its own.  The suite holds what a record of hostile words gives against what the same record
gives with plain ones: what is more of anything came out of the words.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html.parser import HTMLParser

Cells = list[list[str]]

_BEGINS_A_FORMULA = tuple("=+-@＝＋－＠")
_SEPARATORS = {".csv": ",", ".tsv": "\t", ".tab": "\t"}
DATA = frozenset({".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".tab", ".toml", ".yaml", ".yml", ".ics", ".txt"})
"""Endings of formats that are data or plain text: nothing in them is markup."""


def cells(text: str, suffix: str) -> Cells | None:
    """The cells of a document, row by row; None for one that has none."""
    separator = _SEPARATORS.get(suffix)
    return None if separator is None else list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def formulas(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The cells that a spreadsheet would calculate; a tab or line end before a formula does not stop it."""
    every = (cell for row in rows for cell in row)
    return (cell for cell in every if len(cell.strip()) > 1 and cell.lstrip("\t\r\n").startswith(_BEGINS_A_FORMULA))


def records(text: str, suffix: str) -> int | None:
    """How many records a document has: rows where it has cells, lines where a line is one; None for any other."""
    rows = cells(text, suffix)
    if rows is not None:
        return len(rows)
    return len(text.splitlines()) if suffix in (".jsonl", ".ndjson", ".md", ".markdown", ".txt") else None


# -- Markdown ------------------------------------------------------------------------------------------------------

_SAID_AS_IT_IS = re.compile(r"\\[!-/:-@\[-`{-~]|&#?\w{1,31};|(?<!`)(`{1,9})(?!`)[^\n]{0,999}?(?<!`)\1(?!`)")
_CELL_END = re.compile(r"\\.|(\|)")
_MARKDOWN: Mapping[str, re.Pattern[str]] = {
    "a heading": re.compile(r"^ {0,3}(?:#{1,6}(?:\s|$)|=+\s*$|-+\s*$)"),
    "a list": re.compile(r"^ {0,3}(?:[-+*]|\d{1,9}[.)])\s"),
    "a quotation": re.compile(r"^ {0,3}>"),
    "a block of code": re.compile(r"^(?: {4}| {0,3}\t| {0,3}(?:```|~~~))"),
    "a tag": re.compile(r"<(?=[A-Za-z/!?])"),
    "a link": re.compile(r"\](?=[(\[:])"),
    "an image": re.compile(r"!\["),
    "a footnote": re.compile(r"\[\^"),
    "emphasis": re.compile(r"(\*{1,3}|~~|(?<!\w)_{1,3})(?=\S)[^*_~\n]{1,200}(?<=\S)\1"),
}


def in_markdown(text: str) -> Iterator[str]:
    """What a renderer of Markdown would not show as it stands."""
    for line in text.splitlines():
        if line.startswith("|"):
            yield from ("a cell of a table" for found in _CELL_END.finditer(line) if found[1])
        plain = _SAID_AS_IT_IS.sub("x", line)
        for kind, pattern in _MARKDOWN.items():
            yield from (kind for _ in pattern.finditer(plain))


# -- HTML ----------------------------------------------------------------------------------------------------------

_RUNS = re.compile(r"[\x00-\x20]*(javascript|vbscript|data)[\x00-\x20]*:", re.IGNORECASE)

_LEADS = frozenset(
    {"action", "background", "data", "formaction", "href", "manifest", "ping", "poster", "src", "xlink:href"}
)
"""Attributes that lead somewhere."""

_RUN = frozenset({"script", "style", "srcdoc"})
"""Elements and attributes that hold code or a page of their own, as attributes do that begin with ``on``."""

_UNSEEN = re.compile(r"[\t\n\r]")  # browsers leave them out of an address


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(f"what is in <{self.inside}> as {data.strip()!r:.80}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(f"the tag <{tag}>")
        self.inside = tag if tag in _RUN else self.inside
        for name, value in attrs:
            self.found.append(f"the attribute {name}")
            if name.startswith("on") or name in _RUN:
                self.found.append(f"the attribute {name} that runs {value!r:.80}")
            if name in _LEADS and _RUNS.match(_UNSEEN.sub("", value or "")):
                self.found.append(f"the attribute {name} that runs {value}")

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"the tag </{tag}>")
        self.inside = "" if tag == self.inside else self.inside

    def handle_comment(self, data: str) -> None:
        self.found.append("a comment")

    def handle_decl(self, decl: str) -> None:
        self.found.append("a declaration")

    def unknown_decl(self, data: str) -> None:
        self.found.append("a declaration")

    def handle_pi(self, data: str) -> None:
        self.found.append("an instruction")


def in_html(text: str) -> Iterator[str]:
    """Every tag, attribute and comment that a browser would find."""
    elements = _Elements()
    elements.feed(text)
    elements.close()
    return iter(elements.found)


ACTIVE: Mapping[str, Callable[[str], Iterator[str]]] = {
    **dict.fromkeys((".md", ".markdown"), in_markdown),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xml", ".svg", ".rss", ".atom"), in_html),
    **dict.fromkeys(DATA, lambda text: iter(())),
}
"""The ending of a file to what finds what is active in it."""
