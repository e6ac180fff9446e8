"""The blocks of a list as a reading: recommendations, the list that they stand in, its total held against them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.accounting import account
from oversight_adapters.readers.ohchr_list.head import Head, head_of
from oversight_adapters.readers.ohchr_list.page import Block, Lead, Page
from oversight_adapters.readers.ohchr_list.phrases import BOOK
from oversight_adapters.readers.ohchr_list.sheet import Sheet
from oversight_adapters.readers.united_nations.paragraphs import Part, item, paragraph, states_in
from oversight_adapters.readers.united_nations.states import state
from oversight_adapters.texts.spans import Span
from oversight_core.entities import Document, Listing, Recommendation, Update
from oversight_core.names import Actor, Item, slug
from oversight_core.provenance import Excerpt, TextSpan
from oversight_core.reading import Candidate, Label, Problem, Reading, Text

POSITION = "upr/position"
_REGARDING = re.compile(
    r"(?:(?:with|in)\s(?:regards?|respect|relation)\sto|regarding|concerning|as\s(?:to|for))\s(?:the\s)?recommendations?\b|"
    r"(?:the\s)?recommendations?\s(?:under|in|included\sin)\sparagraphs?\s\d",
    re.IGNORECASE,
)
"""How a State begins what it says on a recommendation."""


class Assembly:
    """Puts one list together; used once."""

    def __init__(self, text: Text, folded: str, bare: str) -> None:
        self.text, self.source = text, text.source.digest
        self.whole, self.folded = folded, bare  # with the notes at the foot of a page, and without
        self._answers: dict[int, Lead] = {}
        self.problems: list[Problem] = []
        self.candidates: list[Candidate] = []
        self._first: dict[Item, Candidate] = {}
        self._paragraphs: set[tuple[str, str]] = set()  # a list may name one under several themes

    def reading(self, page: Page, format: str) -> Reading:
        """The reading of a page."""
        self._answers = page.answers
        head = head_of(page, self.folded, self.text.content, self.source, self.problems)
        for block in page.blocks:
            self._block(block, head)
        listing = self._listing(page, head)
        found = (*listing, *self.candidates)
        spans = sorted({*page.head, *page.strays, *page.leads, *(block.paragraph for block in page.blocks)})
        quoted = [one for candidate in found for one in (*candidate.excerpts, *_of_labels(candidate))]
        told = account(self.text.content, self.whole, quoted, source=self.source, spans=spans)
        return Reading(found, tuple(self.problems), told.unaccounted, self.text.source, format, told.telling)

    def _listing(self, page: Page, head: Head) -> tuple[Candidate, ...]:
        if not self.candidates:
            self._problem("nothing-recognised", "no numbered recommendations were recognised in this text", None)
            return ()
        items = tuple(dict.fromkeys(one.item for one in self.candidates if one.item.kind == "recommendation"))
        stated, parsed = head.values.get("stated_total"), len(self._paragraphs)
        if stated is not None and stated != parsed:
            code = "listing-incomplete" if stated > parsed else "total-mismatch"
            message = f"the list states {stated} recommendations and holds {parsed}"
            self._problem(code, message, head.place("stated_total"))
        held = {field: value for field, value in head.values.items() if field in _LISTING}
        entity = Listing(**held, parsed_total=parsed, items=items)
        computed = (
            Excerpt("parsed_total", computed_from=("items",)),
            Excerpt("items", computed_from=("recommendation",)),
        )
        stated_by = tuple(one for one in head.excerpts if one.field in _LISTING)
        item = Item("listing", "upr", self._report(page.blocks[0], head), "recommendations", head.state)
        return (*_document(item, head), Candidate(item, entity, (), None, (*stated_by, *computed)))

    # -- recommendations -------------------------------------------------------------------------------------------

    def _block(self, block: Block, head: Head) -> None:
        found = item(self.folded, *block.paragraph) if block.item else paragraph(self.folded, *block.paragraph)
        parts = tuple(part for part in found.parts if part.words[0] < part.words[1]) if found else ()
        if any(part.states for part in parts):  # what stands behind the last State is a note, or another paragraph's
            parts = tuple(part for part in parts if part.states or self.folded.endswith(")", *part.words))
        if block.states and not any(part.states for part in parts):
            by = states_in(self.folded, *block.states)
            parts = tuple(attrs.evolve(part, states=by) for part in parts)
        if self._is_comment(block, parts):
            return
        if found is None or not parts:
            self._problem("unreadable-recommendation", "a recommendation has neither text nor number", block.paragraph)
            return
        self._paragraphs.add((self._report(block, head), block.item or self.folded[slice(*found.number)]))
        made: Counter[str] = Counter()
        for part in parts:
            self._part(block, found.number, part, head, made=None if len(parts) == 1 else made)

    def _is_comment(self, block: Block, parts: tuple[Part, ...]) -> bool:
        """Whether a number counts what a State says on recommendations, or whatever else, and no recommendation."""
        if any(_REGARDING.match(self.folded, *part.words) for part in parts[:1]):
            return True
        if any(part.states for part in parts):
            return False
        if block.lead is None:
            return block.position is None and block.source is None
        return "comments" in self.folded[slice(*block.lead[1])]

    def _part(self, block: Block, number: Span, part: Part, head: Head, *, made: Counter[str] | None) -> None:
        sheet = Sheet(self._excerpt)
        if block.item:
            sheet.compute("number", block.item)
        else:
            sheet.take("number", "number", number)
        sheet.take("text", "text", part.words)
        for span in part.states:
            sheet.several("recommended_by", "recommended-by", span)
        if not part.states:
            self._problem("recommender-missing", f"nobody is named who recommends {sheet.values['number']}", part.words)
        lead = self._lead(block, sheet.values["number"])
        addressee = lead.pop("addressee", None) or head.named
        if addressee:
            sheet.add(attrs.evolve(addressee, field="addressee"))
        if done := lead.get("status_printed"):
            sheet.add(done)
        if block.source:
            sheet.take("position_source", "source", block.source)
        for field, row, spans in (
            ("topics", "topic", block.topics),
            ("goals", "goal", block.goals),
            ("groups", "group", block.groups),
        ):
            for span in spans:
                sheet.several(field, row, span)
        named = sheet.values.get("addressee", "")
        whose = slug(state(named) or named) if named else ""
        discriminator = "" if made is None else _who(sheet.values.get("recommended_by", ()), made)
        item = Item(
            "recommendation", "upr", self._report(block, head), slug(sheet.values["number"]), whose, discriminator
        )
        labels = tuple(self._labels(block, lead, named))
        self._add(Candidate(item, Recommendation(**sheet.values), labels, None, tuple(sheet.excerpts)), part.words)
        if block.comment:
            words = self._excerpt("text", "comment/text", block.comment)
            told = Update(recommendation=item, text=BOOK.value(words))
            update = item.within("update", "comment")
            self.candidates.append(Candidate(update, told, (), None, (words, Excerpt("recommendation"))))

    def _labels(self, block: Block, lead: dict[str, Excerpt], named: str) -> Iterator[Label]:
        excerpt = self._excerpt("position", "position/position", block.position) if block.position else None
        excerpt = excerpt or lead.get("position")
        if excerpt is not None:
            actor = Actor(named, "addressee") if named else None
            yield Label(POSITION, BOOK.value(excerpt), None, None, actor, None, (excerpt,))

    def _lead(self, block: Block, number: str) -> dict[str, Excerpt]:
        """What the sentences below and over a list say of a recommendation in it, by field; the latter goes first."""
        found: dict[str, Excerpt] = {}
        for row, span in filter(None, (self._answers.get(int(number.partition(".")[0])), block.lead)):
            for name in (row, "done"):
                hit = BOOK.search(name, self.folded, *span)
                for field, start, end in hit.spans() if hit else ():
                    excerpt = self._excerpt(field, f"{name}/{field}", (start, end))
                    try:
                        BOOK.value(excerpt)
                    except ValueError:  # no State
                        continue
                    found[field] = excerpt
        return found

    def _report(self, block: Block, head: Head) -> str:
        """The report of a Working Group, without its addenda; else the session or the cycle."""
        if block.source:
            symbol = self.folded[slice(*block.source)].partition(" ")[0]
            return slug("/".join(symbol.split("/")[:4]))
        return head.report

    def _add(self, candidate: Candidate, place: Span) -> None:
        first = self._first.setdefault(candidate.item, candidate)
        if first is not candidate:
            if (first.entity.text, first.entity.recommended_by) == (
                candidate.entity.text,
                candidate.entity.recommended_by,
            ):
                return  # the same once more, under another theme
            self._problem("identity-collision", f"two recommendations that differ are both {candidate.item}", place)
        self.candidates.append(candidate)

    def _excerpt(self, field: str, place: str, span: Span) -> Excerpt:
        return BOOK.excerpt(field, (place, *span), self.text.content, self.source)

    def _problem(self, code: str, message: str, span: Span | None) -> None:
        self.problems.append(Problem(code, message, TextSpan(*span) if span else None, self.source))


def _who(states: tuple[str, ...], made: Counter[str]) -> str:
    """Who makes one of several recommendations of a paragraph; the second of the same States has a 2 behind them."""
    who = slug("-".join(states or ("unnamed",)))
    made[who] += 1
    return who if made[who] == 1 else f"{who}-{made[who]}"


def _document(listing: Item, head: Head) -> Iterator[Candidate]:
    """The paper that the list is, where it says what it is."""
    if "printed_type" not in head.values:
        return
    held = {field: value for field, value in head.values.items() if field in _DOCUMENT}
    item = Item("document", "upr", listing.report, slug(held["printed_type"]), listing.addressee)
    excerpts = tuple(one for one in head.excerpts if one.field in _DOCUMENT)
    kept = tuple(one for one in excerpts if one.field != "printed_type") + _first(excerpts)
    yield Candidate(item, Document(**held), (), None, kept)


def _first(excerpts: tuple[Excerpt, ...]) -> tuple[Excerpt, ...]:
    return tuple(one for one in excerpts if one.field == "printed_type")[:1]


def _of_labels(candidate: Candidate) -> Iterator[Excerpt]:
    return (excerpt for label in candidate.labels for excerpt in label.excerpts)


_LISTING = frozenset(("agency", "stated_total", "session", "cycle"))
_DOCUMENT = frozenset(("number", "printed_type", "dated_on"))
