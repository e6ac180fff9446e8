"""The reader: each record is one document, and no recommendation, since the scrapers collect none."""

from __future__ import annotations

import re
from typing import Any

from oversight_adapters.readers.accounting import tells
from oversight_adapters.readers.ig_scraper.keys import KEYS, KNOWN, REQUIRED, SLOTS, bare_title, own_number
from oversight_adapters.readers.ig_scraper.records import Records
from oversight_adapters.readers.inspectors_general.bodies import issuer
from oversight_adapters.readers.inspectors_general.describing import Description, Record, excerpts_of, value_of
from oversight_adapters.readers.inspectors_general.facilities import tell_facilities
from oversight_adapters.readers.inspectors_general.pieces import Piece
from oversight_adapters.readers.inspectors_general.reports import document_item
from oversight_adapters.texts.folded import fold
from oversight_core.names import Item, slug
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Reading, Text, Unaccounted

_HEAD = 65_536  # bytes
_OPENS = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}(?:\[\s{0,99})?\{")
_KEYS = tuple(re.compile(rb'"' + key.encode() + rb'"\s*:') for key in KNOWN)
_DEPARTMENT = "dhs-oig"


class IgScraperReader:
    """Reports of inspectors general as unitedstates/inspectors-general describes them."""

    name = "ig-scraper"

    def recognise(self, source: Source) -> int:
        """3 where JSON opens and the keys that every report has stand in its first kilobytes."""
        head = source.content[:_HEAD]
        return 3 if _OPENS.match(head) and all(key.search(head) for key in _KEYS) else 0

    def read(self, text: Text) -> Reading:
        """A document for each record, with the pointers of its values."""
        record = Record(self.name, SLOTS, text.source.digest)
        places = text.places
        values: list[Piece] = []
        if isinstance(places, Records):
            for line, why in places.bad_lines:
                record.problem("bad-line", f"record {line + 1} is no sound JSON and was left out: {why}")
            seen: dict[str, str] = {}
            for pointer in places.pointers:
                pieces = places.record(pointer)
                values += pieces.values()
                _Report(record, pieces, pointer, seen).tell()
        if not record.by_item:
            record.problem("nothing-recognised", "no report was recognised in this file")
        candidates = record.candidates()
        touched = {excerpt.locator for excerpt in excerpts_of(candidates)}
        telling = [piece for piece in values if tells(fold(piece.words), 0, len(piece.words))]
        left = tuple(
            Unaccounted(piece.words, piece.locator, record.source) for piece in telling if piece.locator not in touched
        )
        return Reading(candidates, tuple(record.problems), left, text.source, self.name, len(telling))

    def value(self, excerpt: Excerpt) -> Any:
        """What the slot that an excerpt names makes of its words alone."""
        return value_of(SLOTS, excerpt)


class _Report:
    """One record under reading."""

    def __init__(self, record: Record, pieces: dict[str, Piece], pointer: str, seen: dict[str, str]) -> None:
        self.record, self.pieces, self.pointer, self.seen = record, pieces, pointer, seen

    def tell(self) -> None:
        """All that its keys say, if it can be named."""
        self._check()
        name, title = self.pieces.get("report_id"), self.pieces.get("title")
        end, behind = bare_title(title.words) if title else (0, {})
        if not (name and name.words.strip()) and not (title and title.words[:end].strip()):
            self.record.problem("title-missing", f"{self._called()} has neither an id nor a title, and is left out")
            return
        issued_by = self._issuer()
        item = document_item(name.words if name else "", title.words if title else "", issued_by=issued_by)
        if item in self.record.by_item:
            again = f"{self._called()} has the id of {self.seen[str(item)]}, {str(item)!r}; it is left out"
            self.record.problem("identity-collision", again, name)
            return
        self.seen[str(item)] = self._called()
        out = self.record.of(item)
        if name:
            own = name.cut(*own_number(name.words, reused=issued_by == _DEPARTMENT))
            out.tell("number", self.record.read("words", own, field="number"))
        if title:
            out.tell("title", self.record.read("words", title.cut(0, end), field="title"))
            tell_facilities(self.record, item, title.cut(0, end))
        for key in KEYS:
            out.tell(key.field, self.record.read(key.slot, self.pieces.get(key.key), field=key.field))
        self._agencies(out)
        self._date(out)
        if title:
            self._behind(item, title, behind)

    def _behind(self, item: Item, title: Piece, behind: dict[str, tuple[int, int]]) -> None:
        """What a list puts behind a title: the form of the release, and how many pages the report has."""
        if "form" in behind:
            release = self.record.of(item.within("release", "1"))
            release.tell("form", self.record.read("form", title.cut(*behind["form"]), field="form"))
            release.derive("document", item)
        if "page_count" in behind and "page_count" not in self.record.of(item).told:
            pages = self.record.read("count", title.cut(*behind["page_count"]), field="page_count")
            self.record.of(item).tell("page_count", pages)

    def _issuer(self) -> str:
        inspector = self.pieces.get("inspector")
        called = " ".join(inspector.words.split()) if inspector else ""
        known = issuer(called)
        return slug(known) if known != called else f"{slug(called or 'unknown')}-oig"

    def _called(self) -> str:
        return f"the record at {self.pointer!r}" if self.pointer else "the record"

    def _check(self) -> None:
        missing = [key for key in REQUIRED if not (key in self.pieces and self.pieces[key].words.strip())]
        unreleased = "unreleased" in self.pieces and self.pieces["unreleased"].words == "true"
        needed = "landing_url" if unreleased else "url"
        missing += [] if needed in self.pieces else [needed]
        for key in missing:
            self.record.problem("field-missing", f"{self._called()} has no {key}, which every report has")

    def _agencies(self, out: Description) -> None:
        """The agencies: one, or as many names as the codes that `agency` joins with commas."""
        codes, names = self.pieces.get("agency"), self.pieces.get("agency_name")
        if names is None:
            return
        several = codes.words.count(",") if codes else 0
        if several and names.words.count(",") != several:
            said = f"{self._called()} names {several + 1} agencies by code, and other names beside them"
            self.record.problem("value-differs", said, names)
            return
        start = 0
        for part in names.words.split(",") if several else (names.words,):
            piece = names.cut(start, start + len(part))
            out.tell("agencies", self.record.read("words", piece, field="agencies"))
            start += len(part) + 1

    def _date(self, out: Description) -> None:
        """The day of publication, unless it is the scraper's own estimate."""
        published, estimated = self.pieces.get("published_on"), self.pieces.get("estimated_date")
        if published is None:
            return
        if estimated is not None and estimated.words == "true":
            said = f"{self._called()} gives an estimate for the day of publication, which is left out"
            self.record.problem("date-estimated", said, published)
        else:
            out.tell("issued_on", self.record.read("day", published, field="issued_on"))
