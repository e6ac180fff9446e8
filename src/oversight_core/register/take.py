"""From a reading to a plan: what is new in it, in the words of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime

import attrs

from oversight_core.ledger import Disposed, Entry, Recorded, Registered, Reported, fold
from oversight_core.ledger.described import overlay
from oversight_core.ledger.key import entry_key
from oversight_core.ledger.known import known, retractions
from oversight_core.moments import NOW, AsOf, Moment
from oversight_core.names import Item
from oversight_core.ports import Progress
from oversight_core.reading import Candidate, Label, Reading
from oversight_core.register.counted import counted
from oversight_core.register.plan import Plan
from oversight_core.register.publications import Publication, Publications, Scan, is_listing
from oversight_core.register.tables import Tables

History = Callable[[Item], Sequence[Recorded]]
_PENDING = datetime.max.replace(tzinfo=UTC)  # an entry of the plan is later than all that is recorded


def take(reading: Reading, tables: Tables, history: History, scan: Scan, *, progress: Progress | None = None) -> Plan:
    """The plan of an import: every description and report of the reading that the record does not hold yet.

    A listing comes first, and is told again with whatever is new in it: that is how its publication is known.

    Raises `UnknownRulebook` where a candidate names one that is not installed.
    """
    stated_on = reading.source.dated_on if reading.source else None
    listings = frozenset(candidate.item for candidate in reading.candidates if is_listing(candidate.item))
    publications = Publications(scan, listings)
    drafts = {item: _Draft.of(history(item), publications) for item in listings}
    listed: list[Entry] = []
    known_already = 0
    for candidate in counted(reading.candidates, progress, total=len(reading.candidates)):
        for entry in _entries(candidate, tables, stated_on):
            if entry.item in listings:
                listed.append(entry)
                continue
            if entry.item not in drafts:
                drafts[entry.item] = _Draft.of(history(entry.item), publications)
            known_already += not drafts[entry.item].add(entry)
    news = any(draft.entries for draft in drafts.values())
    known_already += sum(not drafts[entry.item].add(entry, again=news) for entry in listed)
    return Plan(
        tuple((item, len(draft.before), tuple(draft.entries)) for item, draft in drafts.items() if draft.entries),
        known_already,
        reading.source.digest if reading.source else "",
        reading.format,
        reading.problems,
    )


def _until(stated_on: Moment | None) -> Moment | None:
    """A thing shown without its own date was so by the time it was stated."""
    return Moment.between(None, stated_on) if stated_on and stated_on.latest else None


def _entries(candidate: Candidate, tables: Tables, stated_on: Moment | None) -> Iterator[Entry]:
    fields = tuple(dict.fromkeys(excerpt.field for excerpt in candidate.excerpts))
    rulebook = tables.governing(candidate.item, candidate.rulebook)
    yield Registered(
        candidate.item,
        candidate.entity,
        fields,
        rulebook,
        occurred_on=candidate.occurred_on or _until(stated_on),
        stated_on=stated_on,
        excerpts=candidate.excerpts,
    )
    for label in candidate.labels:
        own = label.item is None or label.item == candidate.item
        yield from _reports(label.item or candidate.item, label, tables, stated_on, candidate.rulebook if own else "")


def _reports(
    item: Item, label: Label, tables: Tables, stated_on: Moment | None, rulebook: str = ""
) -> Iterator[Reported]:
    vocabulary = tables.vocabulary(label.vocabulary)
    mapping = vocabulary.lookup(label.words) if vocabulary else None
    stated = label.stated_on or stated_on
    unmapped = Reported(
        item,
        "",
        "",
        (),
        label.words,
        label.vocabulary,
        label.occurred_on or _until(stated),
        stated,
        label.actor,
        label.excerpts,
    )
    if mapping is None:
        yield unmapped
        return
    governing = tables.governing(item, rulebook)
    for axis, status in mapping.targets:
        states = tables.members(item, axis, status=status, rulebook=governing)
        yield attrs.evolve(unmapped, axis=axis, status=status, states=states)


def _forgotten(history: Sequence[Recorded]) -> frozenset[tuple[Item, int]]:
    """What was disposed of stays known, retracted or not: it must not come back."""
    disposed = (r.entry for r in history if isinstance(r.entry, Disposed))
    return frozenset((entry.item, revision) for entry in disposed for revision in entry.revisions)


@attrs.define
class _Draft:
    """What one item will get, beside what it has; mutable only while the plan is made."""

    before: Sequence[Recorded]
    keys: set[str]
    publications: Publications
    entries: list[Entry] = attrs.Factory(list)

    @classmethod
    def of(cls, history: Sequence[Recorded], publications: Publications) -> _Draft:
        gone = retractions(history) - _forgotten(history)
        keys = {r.key for r in history if r.key and (r.item, r.revision) not in gone}
        return cls(history, keys, publications)

    def add(self, entry: Entry, *, again: bool = False) -> bool:
        """Whether the entry is new, or from a new source and to be told `again`; then it is part of the draft."""
        key = entry_key(entry)
        if (key and key in self.keys) or (not again and self._says_nothing_new(entry)):
            return False
        self.keys.add(key)
        self.entries.append(entry)
        return True

    def _says_nothing_new(self, entry: Entry) -> bool:
        if isinstance(entry, Reported):
            return bool(entry.status) and self._reported_already(entry)
        if isinstance(entry, Registered):
            return self._described_already(entry)
        return False

    def _all(self) -> Iterable[Recorded]:
        last = self.before[-1].position if self.before else 0
        yield from self.before
        for n, entry in enumerate(self.entries, 1):
            yield Recorded(entry, last + n, len(self.before) + n, _PENDING, "", last + 1)

    def _reported_already(self, entry: Reported) -> bool:
        """Equal to the reported status as of its own dates.  One without dates is compared with the latest."""
        on = entry.occurred_on.latest if entry.occurred_on else None
        stated_by = entry.stated_on.latest if entry.stated_on else None
        reported = fold(self._all(), AsOf(on=on, stated_by=stated_by)).status(entry.axis).reported
        return reported is not None and reported.value == entry.status

    def _described_already(self, entry: Registered) -> bool:
        """The same publication has described every named field equally; entries by hand are somebody else's words.

        What another publication says, say a report beside the page that lists it, is a source of its own.  That the
        item is governed is new where nobody has said so yet.
        """
        described = known(self._all(), NOW).described
        if entry.rulebook and not any(isinstance(r.entry, Registered) and r.entry.rulebook for r in described):
            return False
        imported = [r for r in described if r.entry.excerpts]
        whole = overlay(imported)
        if type(whole) is not type(entry.entity) or any(
            getattr(whole, name) != getattr(entry.entity, name) for name in entry.fields
        ):
            return False
        own = self.publications.own(entry)
        alike = [r.entry for r in imported if self._published(r) == own]
        return set(entry.fields) <= {f for one in alike if isinstance(one, Registered) for f in one.fields}

    def _published(self, recorded: Recorded) -> Publication:
        if recorded.recorded_at is _PENDING:
            return self.publications.own(recorded.entry)
        return self.publications.of(recorded)
