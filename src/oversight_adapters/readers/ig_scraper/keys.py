"""The keys of a report, as the scrapers' own checks know them: which field each gives, and how its words are read."""

from __future__ import annotations

import re

import attrs

from oversight_adapters.readers.inspectors_general.bodies import issuer
from oversight_adapters.readers.inspectors_general.facilities import SLOTS as FACILITY_SLOTS
from oversight_adapters.readers.phrasebook import Slot
from oversight_adapters.readers.words import dates, numbers

REQUIRED = ("inspector", "inspector_url", "agency", "agency_name", "report_id", "title", "published_on")
"""Keys that every report has; beside them `url`, or `unreleased` with a `landing_url`."""

KNOWN = ("inspector", "report_id", "published_on")
"""Keys by which a report is recognised."""


@attrs.frozen
class Key:
    """A key whose value is a field of the document."""

    key: str
    field: str
    slot: str


KEYS = (
    Key("inspector", "issuer", "inspector"),
    Key("type", "printed_type", "words"),
    Key("topic", "topics", "words"),
    Key("summary", "summary", "words"),
    Key("url", "url", "words"),
    Key("landing_url", "landing_url", "words"),
    Key("unreleased", "unreleased", "truth"),
    Key("pdf/page_count", "page_count", "count"),
)

_SUFFIX = re.compile(
    r"\s*(?:\(\s*(?:(?:PDF\b,?\s*)?(?P<page_count>\d{1,4})\s*pages?\b[^()]{0,60}|PDF\b[^()]{0,60}|"
    r"(?P<form>Redacted|Public Version)|SSI)\s*\)|\[\s*PDF\s*\])\s*$",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_REUSED = re.compile(r"(?P<number>.{1,60})_(?:19|20)\d\d")


def bare_title(words: str) -> tuple[int, dict[str, tuple[int, int]]]:
    """Where a title ends before what lists put behind it, and where its form and the number of its pages stand there.

    >>> title = "Beds in Use (Redacted) (PDF, 31 pages - 2.4 MB)"
    >>> end, told = bare_title(title)
    >>> title[:end], title[slice(*told["form"])], title[slice(*told["page_count"])]
    ('Beds in Use', 'Redacted', '31')
    """
    end, told = len(words.rstrip()), dict[str, tuple[int, int]]()
    while match := _SUFFIX.search(words, max(0, end - 100), end):
        told |= {name: match.span(name) for name, found in match.groupdict().items() if found}
        end = match.start()
    return end, told


def own_number(words: str, *, reused: bool) -> tuple[int, int]:
    """Where the number stands in an id that the scrapers made: where numbers are used again, a year is added.

    >>> own_number("OIG-14-116_2014", reused=True), own_number("A-09-12_2012", reused=False)
    ((0, 10), (0, 12))
    """
    match = _REUSED.fullmatch(words) if reused else None
    return match.span("number") if match else (0, len(words))


def day(words: str) -> object:
    """A day as the scrapers write it; raises ValueError for other words."""
    if not _DAY.fullmatch(words):
        raise ValueError(f"{words!r} is no day")
    return dates.moment(words)


def truth(words: str) -> bool:
    """True or false; raises ValueError for other words."""
    return {"true": True, "false": False}[words.lower()] if words.lower() in ("true", "false") else _no_truth(words)


def _no_truth(words: str) -> bool:
    raise ValueError(f"{words!r} is neither true nor false")


def form(words: str) -> str:
    """The form of a release that a title names."""
    return {"redacted": "redacted"}.get(words.lower(), "public version")


def _words(words: str) -> str:
    return " ".join(words.split())


SLOTS = FACILITY_SLOTS | {
    slot.name: slot
    for slot in (
        Slot("words", r"\S", _words, printed=True),
        Slot("inspector", r"\S", issuer, printed=True),
        Slot("day", _DAY.pattern, day),
        Slot("count", r"\d", numbers.count),
        Slot("truth", "true|false", truth),
        Slot("form", "Redacted", form),
    )
}
"""How words are read."""
