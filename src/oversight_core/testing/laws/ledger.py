"""Laws of the fold: what holds for every history, whichever it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

import attrs

from oversight_core.ledger import Applied, Case, Disposed, Recorded, Reported, Retracted, Status
from oversight_core.ledger import fold as our_fold
from oversight_core.moments import NOW, AsOf
from oversight_core.testing.laws.broken import Breach, LawBroken
from oversight_core.testing.oracle_fold import NaiveCase, NaiveStatus, naive_fold


class Fold(Protocol):
    """The fold under test."""

    def __call__(self, history: Iterable[Recorded], as_of: AsOf = NOW) -> Case:
        """What is known of an item as of some dates."""
        ...


def check_fold(history: Sequence[Recorded], as_of: AsOf = NOW, *, fold: Fold = our_fold) -> None:
    """Hold the fold of one history to every law, and to the oracle.  Raises `LawBroken`."""
    found = [Breach(law.name, where, "mend the fold") for law in FOLD_LAWS for where in law.find(history, as_of, fold)]
    if found:
        raise LawBroken(f"the fold of {len(history)} entries as of {as_of}", tuple(found))


def retraction_restores(history: Sequence[Recorded], *, fold: Fold = our_fold) -> None:
    """Retracting an entry leaves what would be known had it never been recorded.  Raises `LawBroken`."""
    if found := [Breach("retraction-restores", where, "mend the fold") for where in _not_restored(history, NOW, fold)]:
        raise LawBroken(f"the fold of {len(history)} entries", tuple(found))


def naive(case: Case) -> NaiveCase:
    """A case in the words of the oracle."""
    statuses, periods = {}, dict[tuple[str, str], list[tuple[str, object, object]]]()
    for axis, status in case.statuses.items():
        for way, alone in (("value", status), ("applied", status.applied), ("reported", status.reported)):
            if alone is not None:
                statuses[axis, way] = _naive_status(alone)
    for one in case.periods:
        periods.setdefault((one.axis, one.basis), []).append((one.status, one.valid_from, one.valid_to))
    unmapped, undated = ([recorded.position for recorded in some] for some in (case.unmapped, case.undated))
    return NaiveCase(case.described, statuses, periods, tuple(unmapped), tuple(undated), case.rulebook)  # type: ignore[arg-type]  # periods hold days


def _naive_status(status: Status) -> NaiveStatus:
    return NaiveStatus(
        status.value,
        status.since,
        status.basis,
        status.entry.position if status.entry else 0,
        status.order,
        status.dated,
        tuple(rival.position for rival in status.rivals),
    )


def _not_the_oracles(history: Sequence[Recorded], as_of: AsOf, fold: Fold) -> Iterator[str]:
    told, expected = naive(fold(history, as_of)), naive_fold(history, as_of)
    for field in attrs.fields(NaiveCase):
        got, wanted = getattr(told, field.name), getattr(expected, field.name)
        if got != wanted:
            yield f"{field.name} should be {wanted}, and is {got}"


def _not_restored(history: Sequence[Recorded], as_of: AsOf, fold: Fold) -> Iterator[str]:
    gone = {(recorded.item, recorded.entry.revision) for recorded in history if isinstance(recorded.entry, Retracted)}
    for recorded in history:
        if (recorded.item, recorded.revision) in gone or isinstance(recorded.entry, Retracted | Disposed):
            continue
        undone = [*history, _retraction(history, recorded)]
        without = [other for other in history if other is not recorded]
        if fold(undone) != fold(without):
            which = f"revision {recorded.revision} of {recorded.item}"
            yield f"retracting {which} does not restore what was known without it"


def _retraction(history: Sequence[Recorded], of: Recorded) -> Recorded:
    last = history[-1]
    revision = max(recorded.revision for recorded in history if recorded.item == of.item) + 1
    entry = Retracted(of.item, of.revision, "misread")
    return Recorded(entry, last.position + 1, revision, last.recorded_at, "somebody", last.position + 1)


def _not_apart(history: Sequence[Recorded], as_of: AsOf, fold: Fold) -> Iterator[str]:
    whole = fold(history, as_of)
    for axis, status in whole.statuses.items():
        alone = [r for r in history if not isinstance(r.entry, Applied | Reported) or r.entry.axis == axis]
        if fold(alone, as_of).statuses.get(axis) != status:
            yield f"what happened on other axes moves {axis!r}"


def _not_in_any_order(history: Sequence[Recorded], as_of: AsOf, fold: Fold) -> Iterator[str]:
    if fold(history[::-1], as_of) != fold(history, as_of):
        yield "read backwards, the same history says something else"


def _not_a_prefix(history: Sequence[Recorded], as_of: AsOf, fold: Fold) -> Iterator[str]:
    for n, recorded in enumerate(history, 1):
        if fold(history, attrs.evolve(as_of, recorded_by=recorded.position)) != fold(
            history[:n], attrs.evolve(as_of, recorded_by=None)
        ):
            yield f"as recorded by position {recorded.position} is not what the first {n} entries say"


@attrs.frozen
class FoldLaw:
    """Something that holds for the fold of every history; `find` says where it does not for one."""

    name: str
    says: str
    find: Callable[[Sequence[Recorded], AsOf, Fold], Iterator[str]]


FOLD_LAWS = (
    FoldLaw("as-the-oracle", "the fold says what the oracle says, as of any date", _not_the_oracles),
    FoldLaw("retraction-restores", "retracting an entry is as if it had never been recorded", _not_restored),
    FoldLaw("axes-stand-apart", "what happens on one axis moves no other", _not_apart),
    FoldLaw("any-order", "the order in which a history is read does not matter", _not_in_any_order),
    FoldLaw("recorded-by-is-a-prefix", "as recorded by a position is what the entries up to it say", _not_a_prefix),
)
"""What holds for the fold of every history."""
