"""The fold keeps its laws for every history and date, and every way of folding wrongly breaks the law that names it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from oversight_core.ledger import Applied, Case, Recorded, Registered, Reported, Retracted, fold
from oversight_core.moments import NOW, AsOf
from oversight_core.rulebooks.canonical import OVERSIGHT_STATUS, POSITION
from oversight_core.rules import Attempt
from oversight_core.testing import LawBroken, check_fold, replay, retraction_restores, walks
from oversight_core.testing.laws.ledger import FOLD_LAWS
from oversight_core.testing.oracle_fold import naive_fold
from oversight_core.testing.strategies.histories import histories, near_as_ofs
from oversight_core.testing.strategies.ledger import recorded

LOOK = settings(max_examples=3000, database=None, derandomize=True, phases=[Phase.generate])


@settings(max_examples=150)
@given(histories(), near_as_ofs())
def test_the_fold_keeps_every_law(history: list[Recorded], as_of: AsOf) -> None:
    check_fold(history, as_of)


@given(histories())
def test_retracting_an_entry_is_as_if_it_had_never_been_recorded(history: list[Recorded]) -> None:
    retraction_restores(history)


@pytest.mark.parametrize("table", [POSITION, OVERSIGHT_STATUS], ids=lambda table: table.name)
@given(data=st.data())
def test_a_walk_folds_to_where_it_led(table: object, data: st.DataObject) -> None:
    entries = replay(table, data.draw(walks(table)))
    history = data.draw(recorded(list(entries)))
    assert fold(history).status(table.axis).value == (entries[-1].step.target if entries else "not_stated")


@given(walks(POSITION), walks(OVERSIGHT_STATUS), st.data())
def test_a_change_of_position_never_moves_the_oversight_status(
    said: list[Attempt], judged: list[Attempt], data: st.DataObject
) -> None:
    entries = [*replay(OVERSIGHT_STATUS, judged), *replay(POSITION, said)]
    history = data.draw(st.permutations(entries).flatmap(recorded))
    without = [one for one in history if one.entry.axis != "position"]
    assert fold(history).statuses.get("oversight_status") == fold(without).statuses.get("oversight_status")


# -- ways of folding wrongly ---------------------------------------------------------------------------------------

Change = Callable[[Recorded], Recorded | None]


def _with(change: Change, history: Iterable[Recorded]) -> list[Recorded]:
    return [changed for recorded in history if (changed := change(recorded)) is not None]


def _entries(change: Callable[[object], object]) -> Callable[..., Case]:
    """A fold that misunderstands entries."""

    def mutant(history: Iterable[Recorded], as_of: AsOf = NOW) -> Case:
        return fold([attrs.evolve(one, entry=change(one.entry)) for one in history], as_of)

    return mutant


def _dates(**wrong: object) -> Callable[..., Case]:
    """A fold that does not heed one of the dates."""

    def mutant(history: Iterable[Recorded], as_of: AsOf = NOW) -> Case:
        return fold(history, attrs.evolve(as_of, **wrong))

    return mutant


def _forgets_retractions(history: Iterable[Recorded], as_of: AsOf = NOW) -> Case:
    return fold([one for one in history if not isinstance(one.entry, Retracted)], as_of)


def _retracts_when_stated(history: Iterable[Recorded], as_of: AsOf = NOW) -> Case:
    def heard(one: Recorded) -> bool:
        late = as_of.stated_by is not None and as_of.stated_by < date(2030, 1, 1)
        return not (late and isinstance(one.entry, Retracted))

    return fold([one for one in history if heard(one)], as_of)


def _reads_in_order(history: Iterable[Recorded], as_of: AsOf = NOW) -> Case:
    return fold([attrs.evolve(one, position=n) for n, one in enumerate(history, 1)], as_of)


def _mixes_axes(history: Iterable[Recorded], as_of: AsOf = NOW) -> Case:
    case = fold(history, as_of)
    if "position" in case.statuses and "oversight_status" in case.statuses:
        return attrs.evolve(case, statuses={**case.statuses, "oversight_status": case.statuses["position"]})
    return case


def _group_as_state(entry: object) -> object:
    return attrs.evolve(entry, states=()) if isinstance(entry, Reported) else entry


def _issue_as_any(entry: object) -> object:
    if isinstance(entry, Applied) and entry.step.event == "issue":
        return attrs.evolve(entry, step=attrs.evolve(entry.step, event="issued"))
    return entry


def _all_fields(entry: object) -> object:
    if isinstance(entry, Registered):
        return attrs.evolve(entry, fields=tuple(field.name for field in attrs.fields(type(entry.entity))))
    return entry


def _day_of_recording(entry: object) -> object:
    return attrs.evolve(entry, occurred_on=None) if isinstance(entry, Reported) else entry


MUTANTS: list[tuple[Callable[..., Case], str]] = [
    (_dates(on=None), "as-the-oracle"),
    (_dates(stated_by=None), "as-the-oracle"),
    (_dates(recorded_by=None), "recorded-by-is-a-prefix"),
    (_entries(_group_as_state), "as-the-oracle"),
    (_entries(_issue_as_any), "as-the-oracle"),
    (_entries(_all_fields), "as-the-oracle"),
    (_entries(_day_of_recording), "as-the-oracle"),
    (_forgets_retractions, "retraction-restores"),
    (_retracts_when_stated, "as-the-oracle"),
    (_reads_in_order, "any-order"),
    (_mixes_axes, "axes-stand-apart"),
]


@pytest.mark.parametrize(("mutant", "law"), MUTANTS, ids=[f"{n}-{law}" for n, (_, law) in enumerate(MUTANTS)])
def test_a_wrong_way_of_folding_breaks_the_law_that_names_it(mutant: Callable[..., Case], law: str) -> None:
    def broken(drawn: tuple[list[Recorded], AsOf]) -> bool:
        try:
            check_fold(*drawn, fold=mutant)
        except LawBroken as error:
            return law in error.laws
        return False

    assert broken(find(st.tuples(histories(), near_as_ofs()), broken, settings=LOOK))


def test_every_law_of_the_fold_is_broken_by_some_mutant() -> None:
    assert {law for _, law in MUTANTS} == {law.name for law in FOLD_LAWS}


def test_the_histories_are_worth_folding() -> None:
    """What the oracle is asked about holds late, undated, unclear, grouped and retracted entries."""
    for wanted in (
        lambda history: any(status.order == "unclear" for status in naive_fold(history).statuses.values()),
        lambda history: naive_fold(history).undated and naive_fold(history).unmapped,
        lambda history: any(len(periods) > 3 for periods in naive_fold(history).periods.values()),
        lambda history: sum(isinstance(one.entry, Retracted) for one in history) > 2,
        lambda history: naive_fold(history).described and naive_fold(history).rulebook,
    ):
        assert find(histories(), wanted, settings=LOOK)
