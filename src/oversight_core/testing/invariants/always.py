"""What no record can break: it holds by the way the register works, and is looked for all the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, timedelta
from typing import Any

import attrs

from oversight_core.entities import ABOUT_PEOPLE, Recommendation
from oversight_core.ledger import Disposed, Recorded, Registered, Reported, fold
from oversight_core.names import Item, Withheld
from oversight_core.rules.vocabulary import Vocabulary
from oversight_core.testing.invariants.invariant import Found, Seen


def position_moves_no_oversight_status(seen: Seen) -> Found:
    """Without all that was said of positions, the oversight status is what it is."""
    for item, history in seen.histories.items():
        others = [recorded for recorded in history if recorded.mark.axis != "position"]
        if len(others) < len(history):
            without, status = fold(others, seen.as_of).statuses, seen.cases[item].statuses
            if without.get("oversight_status") != status.get("oversight_status"):
                yield item, "without its positions it has another oversight status"


def status_makes_no_identity(seen: Seen) -> Found:
    """Every entry stands under the identity that it names, or under one that it is joined to, and under no other."""
    stands: dict[Item, Item] = {}
    for item, history in seen.histories.items():
        kin = {item} | {one for recorded in history for one in _joined(recorded)}
        for recorded in history:
            if recorded.item not in kin:
                yield item, f"an entry about {recorded.item} stands in its history"
            elif stands.setdefault(recorded.item, item) != item:
                yield recorded.item, f"its entries stand under {item} and under {stands[recorded.item]}"


def _joined(recorded: Recorded) -> Iterator[Item]:
    if isinstance(recorded.entry, Registered) and recorded.entry.same_as is not None:
        yield from (recorded.item, recorded.entry.same_as)


def unknown_label_is_kept_and_moves_nothing(seen: Seen) -> Found:
    """A label that its vocabulary does not map has no status; a label that was read has no other than it maps."""
    for item, history in seen.histories.items():
        mapped = [recorded for recorded in history if not _is_unmapped(recorded)]
        if len(mapped) < len(history) and fold(mapped, seen.as_of).statuses != seen.cases[item].statuses:
            yield item, "a label that nobody maps moves a status"
        for recorded in history:
            entry = recorded.entry
            if isinstance(entry, Reported) and entry.status and recorded.key:
                vocabulary = seen.tables.vocabulary(entry.vocabulary)
                if vocabulary is not None and (entry.axis, entry.status) not in _targets(vocabulary, entry.label):
                    yield item, f"{entry.label!r} of {entry.vocabulary} was read as {entry.axis} {entry.status}"


def _is_unmapped(recorded: Recorded) -> bool:
    return recorded.mark.kind == "reported" and not recorded.mark.status


def _targets(vocabulary: Vocabulary, label: str) -> tuple[tuple[str, str], ...]:
    mapping = vocabulary.lookup(label)
    return mapping.targets if mapping else ()


def estimate_is_a_dated_claim(seen: Seen) -> Found:
    """An estimated date is not known before somebody stated it, and moves no axis."""
    for item, history in seen.histories.items():
        claims = [recorded for recorded in history if _estimates(recorded)]
        if not claims:
            continue
        others = [recorded for recorded in history if recorded not in claims]
        if fold(others, seen.as_of).statuses != seen.cases[item].statuses:
            yield item, "an estimated date moves a status"
        eve = min(map(_stated, claims)) - timedelta(days=1)
        before = fold(history, attrs.evolve(seen.as_of, stated_by=eve)).described
        if isinstance(before, Recommendation) and before.estimated_completion is not None:
            yield item, f"an estimate of {before.estimated_completion} is known before anybody stated it"


def _estimates(recorded: Recorded) -> bool:
    if recorded.mark.kind != "registered":
        return False
    entity = recorded.entry.entity if isinstance(recorded.entry, Registered) else None
    return isinstance(entity, Recommendation) and entity.estimated_completion is not None


def _stated(recorded: Recorded) -> date:
    stated = recorded.entry.stated_on
    return stated.latest if stated and stated.latest else recorded.recorded_at.astimezone(UTC).date()


def what_is_sensitive_is_not_given_out(seen: Seen) -> Found:
    """No identity is made of words about people, and what was disposed of is not shown any more."""
    for item, history in seen.histories.items():
        gone = {n for r in history if isinstance(r.entry, Disposed) for n in r.entry.revisions}
        for recorded in history:
            entity = getattr(recorded.entry, "entity", None)
            for name, words in _content(entity):
                if item.kind in ABOUT_PEOPLE and _slug(words) and _slug(words) in item.body.split("/"):
                    yield item, f"its identity is made of {name!r}"
                if recorded.item == item and recorded.revision in gone:
                    yield item, f"{name!r} of revision {recorded.revision} was disposed of and is shown"


def _content(entity: Any) -> Iterator[tuple[str, str]]:
    """The fields that hold words of a source or about people, with what they hold."""
    for field in attrs.fields(type(entity)) if attrs.has(type(entity)) else ():
        held = getattr(entity, field.name)
        if field.metadata.get("content"):
            some = held if isinstance(held, tuple) else (held,)
            yield from ((field.name, str(words)) for words in some if words and not isinstance(words, Withheld))


def _slug(words: str) -> str:
    return "-".join(words.lower().split())
