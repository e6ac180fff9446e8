"""Who is directed to do what: "requires local law enforcement to provide a copy"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from oversight_adapters.readers.plan_document.actors import actors
from oversight_adapters.readers.plan_document.masks import masked
from oversight_adapters.readers.plan_document.sheet import Page, Sheet
from oversight_adapters.readers.plan_document.somebody import with_bracket
from oversight_adapters.texts.spans import Span
from oversight_core.names import Item, fingerprint

_DIRECTS = re.compile(
    r"(?<![\w-])(?:directs?|directed|instructs?|instructed|requires?|required|orders|ordered|tasks|"
    r"tasked)\s+(?P<that>that\s+)?"
)
_DENIED = re.compile(
    r"(?:\b(?:not|never|to|will|shall|must|may|can|could|would|should|is|are|was|were|be|been|being|as|if|when|"
    r"where|has|have|had|and|or)|,)\s*$"
)
_ALSO = re.compile(r"\b(?:also|further|specifically)\s*$")
_WORD = re.compile(r"\s*[\w'&./()-]{1,40}")
_THEN = {"to": re.compile(r"\s+to\s+(?=[a-z])"), "that": re.compile(r"\s+(?:to\s+)?\"?(?=[a-z]{2,})")}
_END = re.compile(r"[\s.;:\"']*$")
_OPENER = re.compile(r"(?:[A-Z][^,]{1,60},\s+)?")
_MOST = 8  # of a sentence


def mandates(page: Page, document: Item, start: int, end: int) -> Iterator[Sheet]:
    """What a sentence says that somebody was directed to do; who directed it, where the words name nobody else."""
    plain = masked(page.folded[start:end], quotes=False)
    for match in islice(_DIRECTS.finditer(plain), _MOST):
        before = plain[max(0, match.start() - 300) : match.start()]
        stop = match.start() - len(before) + len(_ALSO.sub("", before))
        if _DENIED.search(plain, max(0, stop - 30), stop):
            continue
        told = _told(plain, match)
        if told is None:
            continue
        who, what = told
        sheet = Sheet(page, document.within("mandate", fingerprint(page.folded[start:end])))
        if giver := _giver(plain, start_of(plain, stop), stop):
            sheet.tell("given_by", "directs/given_by", start + giver[0], start + giver[1])
        named = with_bracket(page.folded[start:end], who)
        sheet.tell("given_to", "directed/given_to", start + named[0], start + named[1])
        sheet.tell("text", "sentence/text", start + what[0], start + what[1])
        sheet.derive("document", document)
        yield sheet
        return


def start_of(plain: str, at: int) -> int:
    """Where the clause of a verb begins, as far as commas tell."""
    opener = _OPENER.match(plain, 0, at)
    return opener.end() if opener else 0


def _told(plain: str, match: re.Match[str]) -> tuple[Span, Span] | None:
    """Who is directed, and to do what: the name up to the first "to", else the longest that the words allow."""
    then = _THEN["that" if match["that"] else "to"]
    ends = [word.end() for word in islice(_WORD.finditer(plain, match.end()), 14)]
    for stop in reversed(ends) if match["that"] else ends:
        follows = then.match(plain, stop)
        if follows and actors(plain[match.end() : stop]):
            last = _END.search(plain, follows.end())
            what = follows.end(), last.start() if last else len(plain)
            return ((match.end(), stop), what) if what[1] - what[0] > 3 else None
    return None


def _giver(plain: str, start: int, end: int) -> Span | None:
    said = plain[start:end].rstrip()
    if not actors(said):
        return None
    cut = re.match(r"\s*(?:(?:the|an?)\s+)?", said, re.IGNORECASE)
    return start + (cut.end() if cut else 0), start + len(said)
