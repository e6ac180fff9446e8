"""A memo with all that belongs to it, as one page tells it: what is known, by kind and field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import attrs

from oversight_adapters.writers.safe import one_line
from oversight_adapters.writers.summary.fields import (
    SAYS,
    cased,
    counts_of,
    fields_of,
    memo_of,
    other_memo,
    title_of,
)
from oversight_adapters.writers.summary.forms import review_words
from oversight_adapters.writers.summary.sentences import Values
from oversight_core.entities import (
    Action,
    Commitment,
    Complaint,
    Document,
    Facility,
    Finding,
    Release,
    Response,
    Review,
)
from oversight_core.names import Item, slug

OFFICE = "crcl"
_SUMMARIES = ("summary", "close-summary")  # the documents that tell of a memo and its answer
_PARTS = {"finding": Finding, "action": Action, "commitment": Commitment, "release": Release}

Known = Mapping[Item, Any]
"""What is known of each item, as an entity."""


@attrs.frozen
class Part:
    """Something that sentences are about: its kind, the items that it tells of, and its fields."""

    kind: str
    items: tuple[Item, ...]
    values: Values


@attrs.frozen
class Matter:
    """One page: the items that its title and lead name, what its document says of itself, and its parts in order."""

    title: str
    named: tuple[Item, ...]
    summary: Document
    parts: tuple[Part, ...]


_Told = tuple[str, tuple[Item, ...], Values]


class Matters:
    """The memos of the office that somebody answered, or that a summary tells of, each with all that belongs to it."""

    def __init__(self, known: Known) -> None:
        self.known = {item: known[item] for item in sorted(known) if item.issuer == OFFICE}
        self._answers: dict[Item, list[Item]] = defaultdict(list)
        self._within: dict[Item, list[Item]] = defaultdict(list)
        self._papers: dict[tuple[str, str], list[Item]] = defaultdict(list)
        self._complaints: dict[str, list[Item]] = defaultdict(list)
        for item, entity in self.known.items():
            if isinstance(entity, Response) and entity.answers:
                self._answers[entity.answers].append(item)
            if item.part and isinstance(entity, _PARTS.get(item.kind, ())):
                self._within[attrs.evolve(item, kind="document", part="")].append(item)
            if isinstance(entity, Complaint):
                self._complaints[item.report].append(item)
            if isinstance(entity, Document) and item.kind == "document":
                self._papers[item.report, item.addressee].append(item)

    def __iter__(self) -> Iterator[Matter]:
        """One page a title: of two memos under one title, that which was answered."""
        titles = set()
        for memo in sorted(self._memos(), key=lambda memo: (memo not in self._answers, memo)):
            matter = self._matter(memo)
            if matter.title not in titles:
                titles.add(matter.title)
                yield matter

    def _memos(self) -> Iterator[Item]:
        for item in chain.from_iterable(self._papers.values()):
            if item.number not in _SUMMARIES and (item in self._answers or self._summary(item)):
                yield item

    def _summary(self, memo: Item) -> Item | None:
        """The document that tells of a memo: the same subject, the same addressee."""
        return next((item for item in self._beside(memo) if item.number in _SUMMARIES), None)

    def _others(self, memo: Item) -> Iterator[Item]:
        """The other memos of which the same document tells."""
        return (item for item in self._beside(memo) if item != memo and item.number not in _SUMMARIES)

    def _beside(self, memo: Item) -> Sequence[Item]:
        return self._papers.get((memo.report, memo.addressee), ())

    def _matter(self, memo: Item) -> Matter:
        document: Document = self.known[memo]
        own = self._summary(memo)
        summary: Document = self.known[own] if own else Document(issuer="CRCL")
        review = self._review(document)
        title = one_line(summary.title) or title_of(document, review)
        places = self._facilities((*summary.facility, *review.facility))
        fields = memo_of(document) | fields_of("review", review) | cased("review.experts", review.experts)
        if document.review:
            fields |= {"review.kind": review_words(review.type)}
        if review.facility:
            fields |= {"review.place": " and the ".join(map(self._place, review.facility))}
        parts = (Part(kind, items, {**fields, **values}) for kind, items, values in self._parts(memo, document, review))
        named = tuple(item for item in (memo, own, document.review, *places) if item in self.known)
        return Matter(title, named, summary, tuple(parts))

    def _review(self, document: Document) -> Review:
        review = self.known.get(document.review) if document.review else None
        return review if isinstance(review, Review) else Review()

    def _facilities(self, names: Iterable[str]) -> Iterator[Item]:
        return (Item("facility", OFFICE, name) for name in filter(None, map(slug, names)))

    def _place(self, name: str) -> str:
        """A facility with its short name and its town, as far as they are known."""
        facility = next((self.known.get(item) for item in self._facilities((name,))), None)
        if not isinstance(facility, Facility):
            return name
        called = f" ({facility.aliases[0]})" if facility.aliases else ""
        town = f" in {facility.city}, {facility.state}" if facility.city and facility.state else ""
        return f"{name}{called}{town}"

    def _parts(self, memo: Item, document: Document, review: Review) -> Iterator[_Told]:
        answers = [(item, self.known[item]) for item in self._answers.get(memo, ())]
        together: dict[Any, list[tuple[Item, Response]]] = defaultdict(list)
        for item, answer in answers:
            together[answer.responded_on, answer.on_behalf_of].append((item, answer))
        for group in together.values():
            responders = " and ".join(answer.responder for _, answer in group if answer.responder)
            lead = fields_of("response", group[0][1]) | ({"response.responder": responders} if responders else {})
            yield "response", tuple(item for item, _ in group), lead
        yield from (("counts", (item,), counts_of(answer)) for item, answer in answers)
        if not any(answer.responder for _, answer in answers):
            yield "unanswered", (memo,), {}
        if document.review:
            about = (document.review,)
            for item in self._complaints.get(document.review.report, ()):
                yield "complaint", (item,), fields_of("complaint", self.known[item])
            yield "review", about, {}
            yield from (("topic", about, {"review.topic": one}) for one in review.topic if one)
            yield from (("criterion", about, {"review.criteria": one}) for one in review.criteria)
        yield from (("other", (other,), other_memo(self.known[other])) for other in self._others(memo))
        yield "memo", (memo,), {}
        for item in self._within[memo]:
            yield item.kind, (item,), SAYS[item.kind](self.known[item], document)
