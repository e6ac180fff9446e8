"""Where the record contradicts itself: what was shown against what was reported, and what sources say differently."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from oversight_core.ledger import Recorded, Status, fold
from oversight_core.ledger.known import fold_order, known
from oversight_core.ledger.mark import NOT_STATED
from oversight_core.moments import NOW, AsOf, Moment
from oversight_core.names import Item
from oversight_core.questions.descriptions import described_differently, printed_differently
from oversight_core.questions.discrepancy import Discrepancy
from oversight_core.questions.totals import contradicted_totals
from oversight_core.rules.attempt import Applied
from oversight_core.rules.lifecycle import Lifecycle, Rule
from oversight_core.rules.paths import missing_steps

Lifecycles = Callable[[Item, str, str], Lifecycle | None]
"""From an item, an axis and the name of the item's rulebook, the table that governs; None where none is installed."""


def discrepancies(
    histories: Mapping[Item, Sequence[Recorded]], lifecycles: Lifecycles, *, as_of: AsOf = NOW
) -> tuple[Discrepancy, ...]:
    """Every contradiction in these histories as of the dates asked for: item by item, within a document, in totals."""
    cases = {item: fold(history, as_of) for item, history in histories.items()}
    out: list[Discrepancy] = []
    for item, history in histories.items():
        counts = known(history, as_of)
        out += described_differently(item, counts.described)
        for axis, status in cases[item].statuses.items():
            table = lifecycles(item, axis, cases[item].rulebook)
            moved = [recorded for recorded in counts.moved if recorded.mark.axis == axis]
            out += _not_shown(item, axis, status, table)
            out += _gaps(item, axis, moved)
            out += _unclear(item, axis, status)
    return (*out, *printed_differently(cases), *contradicted_totals(cases))


def _not_shown(item: Item, axis: str, status: Status, table: Lifecycle | None) -> Iterator[Discrepancy]:
    """A source reports a state that the applied steps do not reach."""
    reported, applied = status.reported, status.applied
    if reported is None or not _still_said(reported, applied):
        return
    reached = applied.value if applied else NOT_STATED
    agreed = reached in reported.states or (applied and set(applied.states) <= set(reported.states))
    if agreed or (applied is None and not _closes(reported, table)):
        return
    missing = _steps(table, reached, reported)
    entries = tuple(one.entry for one in (applied, reported) if one and one.entry)
    yield Discrepancy("status", item, axis, reported.value, reached, missing, entries)


def _still_said(reported: Status, applied: Status | None) -> bool:
    """A step taken after a report is no contradiction of it."""
    if applied is None or applied.entry is None or reported.entry is None:
        return True
    return fold_order(reported.entry) > fold_order(applied.entry)


def _closes(reported: Status, table: Lifecycle | None) -> bool:
    """Whether a report says that the matter is over: only then is it worth asking what has been shown."""
    closed = table.members.get("closed", ()) if table else ()
    return bool(reported.states) and set(reported.states) <= set(closed)


def _steps(table: Lifecycle | None, reached: str, reported: Status) -> tuple[Rule, ...]:
    """The fewest steps from what was shown to what the report says."""
    return (missing_steps(table, reached, reported.value) or ()) if table else ()


def _gaps(item: Item, axis: str, moved: Iterable[Recorded]) -> Iterator[Discrepancy]:
    """An applied step whose start is not the status before it, as a retraction may leave."""
    before: list[Recorded] = []
    for recorded in moved:
        entry = recorded.entry
        if isinstance(entry, Applied):
            stood = fold(before).status(axis)
            if entry.step.source not in {stood.value, *stood.states} and not _held(stood, before, entry.step.source):
                said = f"{entry.step.event} from {entry.step.source}"
                yield Discrepancy("gap", item, axis, said, stood.value, (), (recorded,))
        before.append(recorded)


def _held(stood: Status, before: Iterable[Recorded], source: str) -> bool:
    """Whether a group that was the start still holds the status."""
    groups = (recorded.mark for recorded in before if recorded.mark.kind == "reported")
    return any(group.status == source and stood.value in group.states for group in groups)


def _unclear(item: Item, axis: str, status: Status) -> Iterator[Discrepancy]:
    """An order nobody can tell; two pages that each show a status as of their own day are in order."""
    rivals = [recorded.mark for recorded in status.rivals]
    if len(rivals) == 2 and not all(_shown_as_of(rival.occurred_on) for rival in rivals):
        beaten, winner = rivals
        yield Discrepancy("order", item, axis, winner.status, beaten.status, (), status.rivals)


def _shown_as_of(moment: Moment | None) -> bool:
    return moment is not None and moment.earliest is None and moment.latest is not None
