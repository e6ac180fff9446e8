"""The comparison can fail: whichever of the three answers wrongly is found out, and the failure is a small one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs
import pytest
from tests.time.asking import QUESTION, Witnesses
from tests.time.small import failure

from oversight_core.ledger import Case, Entry, Recorded, Registered, Reported, Retracted, fold
from oversight_core.moments import NOW, AsOf
from oversight_core.testing import oracle_fold
from oversight_core.testing.oracle_fold import NaiveCase, naive_fold


def found(witnesses: Witnesses) -> str:
    """The first failure among a few records."""
    return next(filter(None, (failure(f"harness {n}", items=20, witnesses=witnesses) for n in range(10))), "")


def steps(told: str) -> int:
    return told.count("\n  #")


# -- a wrong fold ------------------------------------------------------------------------------------------------------


def _reading(change: Callable[[Entry], Entry]) -> Callable[..., Case]:
    """A fold that misunderstands entries."""

    def wrong(history: Iterable[Recorded], as_of: AsOf = NOW) -> Case:
        misread = [
            Recorded(change(r.entry), r.position, r.revision, r.recorded_at, r.recorder, r.batch) for r in history
        ]
        return fold(misread, as_of)

    return wrong


def _asked(**other: object) -> Callable[..., Case]:
    """A fold that does not heed a date."""

    def wrong(history: Iterable[Recorded], as_of: AsOf = NOW) -> Case:
        return fold(history, attrs.evolve(as_of, **other))

    return wrong


def _no_group(entry: Entry) -> Entry:
    return attrs.evolve(entry, states=()) if isinstance(entry, Reported) else entry


def _all_fields(entry: Entry) -> Entry:
    if isinstance(entry, Registered) and entry.entity is not None:
        return attrs.evolve(entry, fields=tuple(field.name for field in attrs.fields(type(entry.entity))))
    return entry


def _undated(entry: Entry) -> Entry:
    return attrs.evolve(entry, occurred_on=None) if isinstance(entry, Reported) else entry


def _retracts_when_it_says(history: Iterable[Recorded], as_of: AsOf = NOW) -> Case:
    """A retraction acts from its recording, whatever its other dates."""

    def heard(recorded: Recorded) -> bool:
        on = recorded.entry.occurred_on
        return not isinstance(recorded.entry, Retracted) or not (on and on.latest and as_of.on) or on.latest <= as_of.on

    return fold([recorded for recorded in history if heard(recorded)], as_of)


FOLDS = {
    "a group is a state": _reading(_no_group),
    "a description sets every field": _reading(_all_fields),
    "a report counts from its recording": _reading(_undated),
    "a retraction waits for its date": _retracts_when_it_says,
    "on is not heeded": _asked(on=None),
    "stated_by is not heeded": _asked(stated_by=None),
    "recorded_by is not heeded": _asked(recorded_by=None),
}


@pytest.mark.slow
@pytest.mark.parametrize("wrong", FOLDS.values(), ids=FOLDS)
def test_a_wrong_fold_is_found_out(wrong: Callable[..., Case]) -> None:
    told = found(Witnesses(fold=wrong))
    assert "the answers differ" in told and 1 <= steps(told) <= 4, told


# -- a wrong oracle ----------------------------------------------------------------------------------------------------

RULES = {
    "_is_group": lambda entry: False,
    "_says_nothing_yet": lambda entry: False,
    "_could_be_one_day": lambda one, other: False,
    "_is_finer": lambda value, than: False,
    "_has_day": lambda moment: True,
}


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES)
def test_a_wrong_oracle_is_found_out(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oracle_fold, rule, RULES[rule])
    told = found(Witnesses())
    assert 1 <= steps(told) <= 4, told


# -- wrong SQL ---------------------------------------------------------------------------------------------------------

CLAUSES = {
    "coalesce(occurred_by, substr(recorded_at, 1, 10)) AS counts_from": "substr(recorded_at, 1, 10) AS counts_from",
    "coalesce(stated_by, substr(recorded_at, 1, 10)) AS said_by": "coalesce(stated_by, '') AS said_by",
    "substr(recorded_at, 1, length(:recorded_by))": "substr(recorded_at, 1, 10)",
    "status IN ('not_stated', 'awaiting', 'open_awaiting')": "status = 'not_stated'",
    "source = 'not_stated' AND event = 'issue'": "source = 'not_stated'",
    "ORDER BY counts_from, position": "ORDER BY position",
    "WHERE status IS NOT NULL": "WHERE true",
    "counts_from <= :on": "counts_from < :on",
    "said_by <= :stated_by": "said_by < :stated_by",
    "r.retracts = e.revision": "r.retracts = e.revision AND r.position > e.position + 1",
    "FROM recorded AS r": "FROM entries AS r",
    "new.states <> json_array(new.status)": "false",
    "NOT old.is_initial": "true",
    "AND coalesce(new.occurred_from <= old.occurred_by, 1) AND": "AND",
    "WHERE held.status <> now.status": "WHERE true",
    "NOT beaten.is_initial": "true",
    "WHERE held.place > coalesce(beaten.place, 0)": "WHERE held.place = now.place",
    "iif(now.occurred_by IS NULL, 'recording', 'source')": "'source'",
}


@pytest.mark.slow
@pytest.mark.parametrize("clause", CLAUSES)
def test_wrong_sql_is_found_out(clause: str) -> None:
    assert clause in QUESTION
    told = found(Witnesses(sql=QUESTION.replace(clause, CLAUSES[clause])))
    assert "the answers differ" in told and 1 <= steps(told) <= 5, told


# -- what none of the three would notice -------------------------------------------------------------------------------


def _careless_oracle(history: Iterable[Recorded], as_of: AsOf) -> NaiveCase:
    return naive_fold(history, attrs.evolve(as_of, recorded_by=None))


def test_an_answer_that_changes_afterwards_is_found_out_though_all_agree_on_it() -> None:
    told = found(
        Witnesses(_asked(recorded_by=None), _careless_oracle, QUESTION.replace(":recorded_by IS NULL", "true"))
    )
    assert "the answer was another" in told and 1 <= steps(told) <= 3, told


def test_a_failure_tells_its_seed_its_steps_and_every_answer() -> None:
    told = found(Witnesses(fold=FOLDS["a group is a state"]))
    for part in ("seed harness 0", "as of on=", "reported", "occurred", "\nfold\n", "\noracle\n", "\nSQL\n"):
        assert part in told
