"""The head of a memo: whom it is for, from whom, about what, and of which day.

Of the lines under FOR and FROM only offices and components are told, and never the name of a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.crcl_summary.page import Page, Said, Sentence, Told

_HEAD = 8_000  # code points in which a head may stand
_LABEL = re.compile(
    r"(?:^|(?<=\s))(?P<label>MEMORANDUM\s+(?:FOR|TO)|FROM|THROUGH|THRU|VIA|SUBJECT|RE|DATE|CC)\s*:|"
    r"^[ ]*(?P<bare>MEMORANDUM\s+FOR)(?=\s)",
    re.MULTILINE,
)
_FOR = ("MEMORANDUM FOR", "MEMORANDUM TO")
_NUMBERS = re.compile(
    r"(?:^|[ ,;:-])[ ]*\(?(?:Complaints?|Contacts?|Case|Matter|Reference)\s+(?:Nos?\b|Numbers?\b|#)", re.MULTILINE
)
_SECTION = re.compile(r"^[ ]*(?:purpose|background|introduction|summary)[ ]*:?[ ]*$", re.MULTILINE | re.IGNORECASE)
_BLOCK_END = re.compile(r"\n[ ]*\n")


@attrs.frozen
class Header:
    """What the head of a memo says, and where it stands.  Whom it is for may be several."""

    start: int
    end: int
    addressees: tuple[Told, ...]
    issuer: Told
    subject: tuple[int, int] | None
    dates: tuple[Told, ...]

    @property
    def addressee(self) -> Told | None:
        """The one that it is for; of several, none."""
        return self.addressees[0] if len({told.value for told in self.addressees}) == 1 else None


def header_in(page: Page, start: int, end: int) -> Header | None:
    """The head of a memo of the office near the beginning of a span; None where there is none, or it is another's."""
    if page.folded.find("MEMORANDUM", start, min(end, start + _HEAD)) < 0:  # nearly always, and soon known
        return None
    labels = _labels(page.folded, start, min(end, start + _HEAD))
    if not labels or labels[0][0] not in _FOR:
        return None
    blocks = {
        name: (after, labels[n + 1][1] if n + 1 < len(labels) else _block_end(page.folded, after, end))
        for n, (name, _, after) in reversed(list(enumerate(labels)))
    }
    sender = page.find("from-office", _line(blocks.get("FROM")))
    if sender is None:
        return None
    issuer = sender.first("issuer", "issuer_2")
    if issuer is None:
        return None
    subject = blocks.get("SUBJECT") or blocks.get("RE")
    dated = [page.find("dated", _line(blocks.get("DATE"))), *_bare_dates(page, start, labels[0][1])]
    dates = tuple(hit["dated_on"] for hit in dated if hit and "dated_on" in hit)
    return Header(
        labels[0][1],
        max(stop for _, stop in blocks.values()),
        _addressees(page, _line(blocks.get(labels[0][0]))),
        issuer,
        _subject(page.folded, *subject) if subject else None,
        dates,
    )


def _line(block: tuple[int, int] | None) -> Sentence:
    return Sentence(*(block or (0, 0)), -1)


def _labels(folded: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Each label once: its name, where it begins, and where its words do."""
    found: dict[str, tuple[str, int, int]] = {}
    for match in _LABEL.finditer(folded, start, end):
        name = " ".join((match["label"] or match["bare"]).split())
        if not found and name not in _FOR:
            return []
        if name in found:
            break
        found[name] = (name, match.start(), match.end())
    return list(found.values())


def _block_end(folded: str, start: int, end: int) -> int:
    while start < end and folded[start].isspace():
        start += 1
    stop = _BLOCK_END.search(folded, start, end)
    return stop.start() if stop else end


def _subject(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """The words of a subject, up to a blank line or the numbers of complaints."""
    while start < end and folded[start].isspace():
        start += 1
    stops = [row.search(folded, start, end) for row in (_BLOCK_END, _NUMBERS, _SECTION)]
    stop = min([end, *(match.start() for match in stops if match)])
    while stop > start and folded[stop - 1].isspace():
        stop -= 1
    return (start, stop) if stop - start > 2 else None


def _addressees(page: Page, block: Sentence) -> tuple[Told, ...]:
    """Every component that is named, the first time; the department only where it stands alone."""
    named: dict[str, Told] = {}
    for told in page.every("component", block, "agency"):
        named.setdefault(str(told.value), told)
    if len(named) > 1:
        named.pop("DHS", None)
    return tuple(named.values())


def _bare_dates(page: Page, start: int, end: int) -> Iterator[Said]:
    """A date on a line of its own above the head is the memo's."""
    at = start
    for line in page.folded[start:end].split("\n"):
        first, last = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        hit = page.at("dated", Sentence(first, last, -1), first) if last > first else None
        if hit and hit.end == last:
            yield hit
        at += len(line) + 1
