"""The fold and its oracle say the same of every history, as of every date; and retracting the last undoes it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from oversight_core.ledger import Recorded, Status, fold
from oversight_core.moments import AsOf
from oversight_core.testing.oracle_fold import NaiveStatus, naive_fold
from oversight_core.testing.strategies.histories import histories, near_as_ofs


def _plain(status: Status) -> NaiveStatus:
    assert status.entry is not None
    rivals = tuple(rival.position for rival in status.rivals)
    return NaiveStatus(
        status.value, status.since, status.basis, status.entry.position, status.order, status.dated, rivals
    )


@settings(max_examples=300)
@given(histories(), near_as_ofs())
def test_the_fold_says_what_the_oracle_says(history: list[Recorded], as_of: AsOf) -> None:
    case, naive = fold(history, as_of), naive_fold(history, as_of)
    statuses = {}
    for axis, status in case.statuses.items():
        for way, alone in (("value", status), ("applied", status.applied), ("reported", status.reported)):
            if alone is not None:
                statuses[axis, way] = _plain(alone)
    assert statuses == naive.statuses
    assert case.described == naive.described
    assert tuple(recorded.position for recorded in case.unmapped) == naive.unmapped
    assert tuple(recorded.position for recorded in case.undated) == naive.undated
    assert case.rulebook == naive.rulebook


@settings(max_examples=200)
@given(histories(), near_as_ofs())
def test_periods_are_the_longest_runs_of_days_with_one_status(history: list[Recorded], as_of: AsOf) -> None:
    naive = naive_fold(history, as_of)
    periods: dict[tuple[str, str], list[object]] = {key: [] for key in naive.periods}
    for period in fold(history, as_of).periods:
        periods[period.axis, period.basis].append((period.status, period.valid_from, period.valid_to))
    assert periods == naive.periods


@settings(max_examples=200)
@given(histories(max_size=7), st.randoms(use_true_random=False))
def test_the_order_in_which_a_history_is_read_does_not_matter(history: list[Recorded], random: object) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fold(shuffled) == fold(history)
