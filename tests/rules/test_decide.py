"""`decide` is total and pure, and names every reason."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.tables import DOOR, GUARDS, STATUSES, attempt, attempts, facts, tables

from oversight_core.errors import DefectiveLifecycle, UnknownLifecycle, UnknownRule
from oversight_core.moments import Moment
from oversight_core.names import Actor
from oversight_core.rules import (
    Applied,
    Group,
    Guard,
    GuardFailed,
    MissingFact,
    MissingRequirement,
    NotAllowed,
    OutOfOrder,
    Rule,
    StatusTooCoarse,
    Step,
    UnknownStatus,
    WrongActor,
    WrongMoment,
    decide,
    missing_of,
    offered,
    rule_of,
)

ANY_STATUS = st.sampled_from((*STATUSES, "group0", "group1")) | st.text(max_size=4)
NOON = {"hour": 12}


def naive_rows(table, status, event):
    """The row for each state that a status stands for, by a plain reading of the table."""
    states = dict(table.members).get(status, (status,))
    return [next((r for r in table.rules if r.event == event and s in table.sources(r)), None) for s in states]


def naive_reasons(row, attempt, facts):
    """Everything in which an attempt falls short of a row, as a set."""
    shown = {exhibit.kind for exhibit in attempt.evidence}
    reasons = {MissingRequirement(kind) for kind in row.requires if kind not in shown}
    if attempt.actor.role not in row.actors:
        reasons.add(WrongActor(attempt.actor.role, row.actors))
    for guard in (guard for guard in GUARDS if guard.name in row.guards):
        unknown = {MissingFact(need, guard.name) for need in guard.needs if need not in facts}
        failed = {GuardFailed(guard.name, guard.meaning)}
        reasons |= unknown or (set() if facts[guard.needs[0]] else failed)
    return reasons


@given(tables(), ANY_STATUS, attempts(), facts())
def test_whatever_is_asked_there_is_an_answer_and_it_is_the_same_again(table, status, attempt, facts):
    first = decide(table, status, attempt, facts=facts)
    assert isinstance(first, Applied | NotAllowed)
    assert first == decide(attrs.evolve(table), status, attempt, facts=dict(facts))
    assert bool(first) is isinstance(first, Applied)


@given(tables(), ANY_STATUS, attempts(), facts())
def test_every_reason_is_listed_and_no_other(table, status, attempt, facts):
    decision = decide(table, status, attempt, facts=facts)
    reasons = set() if isinstance(decision, Applied) else set(decision.reasons)
    latest, moment = facts.get("latest_applied"), attempt.occurred_on
    late = {r for r in reasons if isinstance(r, OutOfOrder)}
    assert bool(late) == bool(latest and moment and latest.latest and moment.latest and moment.latest < latest.latest)
    rows = naive_rows(table, status, attempt.event)
    admitted = {role for row in table.rules if row.event == attempt.event for role in row.actors}
    if any(rows) and all(row is rows[0] for row in rows):
        assert reasons - late == naive_reasons(rows[0], attempt, facts)
        return
    strange = {r for r in reasons if isinstance(r, WrongActor)}
    assert bool(strange) == bool(admitted and attempt.actor.role not in admitted)
    (other,) = reasons - late - strange
    if status not in {*table.state_names, *table.members}:
        assert isinstance(other, UnknownStatus)
    elif any(rows):
        assert other == StatusTooCoarse(status, attempt.event)
    else:
        assert isinstance(other, WrongMoment)


@given(tables(), ANY_STATUS, attempts(), facts())
def test_what_is_allowed_is_the_entry_as_tried_and_moves_along_its_row(table, status, attempt, facts):
    decision = decide(table, status, attempt, facts=facts)
    if isinstance(decision, Applied):
        row = rule_of(table, decision.step)
        assert decision.attempt is attempt
        assert decision.step == Step("drawn", "1", "drawn", status, attempt.event, row.target)
        assert set(missing_of(table, decision)) == set(row.expects) - {exhibit.kind for exhibit in attempt.evidence}


@given(tables(), ANY_STATUS, attempts(), facts())
def test_each_reason_is_one_sentence(table, status, attempt, facts):
    decision = decide(table, status, attempt, facts=facts)
    if isinstance(decision, NotAllowed):
        assert decision.reasons
        assert all(str(reason) and "\n" not in str(reason) for reason in decision.reasons if attempt.event.isalnum())
        assert all(str(reason) in str(decision) for reason in decision.reasons)


@given(tables(), attempts(), facts())
def test_a_group_allows_only_what_each_of_its_states_allows(table, attempt, facts):
    for group in table.groups:
        if whole := decide(table, group.name, attempt, facts=facts):
            parts = [decide(table, state, attempt, facts=facts) for state in group.states]
            assert {part.step.target for part in parts} == {whole.step.target}
            assert whole.step.source == group.name


@given(tables())
def test_what_is_offered_is_what_is_not_the_wrong_moment(table):
    for status in (*table.state_names, *table.members):
        for event in {rule.event for rule in table.rules}:
            decision = decide(table, status, attempt(event))
            absent = not decision and isinstance(decision.reasons[0], WrongMoment | StatusTooCoarse)
            assert absent == (event not in offered(table, status))


def test_all_reasons_of_a_row_come_at_once():
    decision = decide(DOOR, "shut", attempt("open", "guest"))
    assert decision == NotAllowed(
        (WrongActor("guest", ("porter",)), MissingRequirement("key"), MissingFact("hour", "day"))
    )
    assert [type(r) for r in decide(DOOR, "still", attempt("brick_up", "mason")).reasons] == [MissingRequirement] * 2


def test_the_wrong_moment_says_from_where_and_what_else():
    assert decide(DOOR, "ajar", attempt("lock")) == NotAllowed((WrongMoment("lock", "ajar", ("shut",), ("close",)),))
    assert decide(DOOR, "ajar", attempt("paint")) == NotAllowed((WrongMoment("paint", "ajar", (), ("close",)),))


def test_a_group_is_too_coarse_where_its_states_differ():
    assert decide(DOOR, "still", attempt("lock")) == NotAllowed((StatusTooCoarse("still", "lock"),))
    opened = decide(DOOR, "still", attempt("open", shown=["key"]), facts=NOON)
    assert opened.step == Step("door", "1", "door", "still", "open", "ajar")


def test_rows_that_agree_on_the_target_do_not_make_one_row():
    apart = attrs.evolve(
        DOOR, rules=(*DOOR.rules, *(Rule(s, "paint", s2, "porter") for s, s2 in (("shut", "ajar"), ("locked", "ajar"))))
    )
    assert decide(apart, "still", attempt("paint")) == NotAllowed((StatusTooCoarse("still", "paint"),))
    assert decide(apart, "shut", attempt("paint"))


def test_what_is_expected_is_allowed_without_and_listed():
    decision = decide(DOOR, "shut", attempt("open", shown=["key"]), facts=NOON)
    assert missing_of(DOOR, decision) == ("reason",)
    assert missing_of(DOOR, decide(DOOR, "shut", attempt("open", shown=["reason", "key"]), facts=NOON)) == ()


def test_a_guard_sees_the_facts_it_needs_and_no_others():
    seen = []
    peeking = Guard("day", "it is day", ("hour",), lambda _attempt, facts: seen.append(dict(facts)) or True)
    table = attrs.evolve(DOOR, guards=(peeking,))
    assert decide(
        table, "shut", attempt("open", shown=["key"]), facts={"hour": None, "secret": 1, "latest_applied": None}
    )
    assert seen == [{"hour": None}]


def test_a_guard_that_breaks_does_not_hold_and_says_how():
    (reason,) = decide(DOOR, "shut", attempt("open", shown=["key"]), facts={"hour": "noon"}).reasons
    assert isinstance(reason, GuardFailed) and reason.error.startswith("TypeError")


@pytest.mark.parametrize(
    ("on", "latest", "late"),
    [
        ("2024-02-04", "2024-02-05", True),
        ("2024-02-05", "2024-02-05", False),
        ("2024-02", "2024-02-05", False),
        ("2024-01", "2024-02", True),
        ("../2024-02-04", "2024-02-05", True),
        ("2023-01/..", "2024-02-05", False),
        ("2024-01-01", "2024-02-05/..", False),
        (None, "2024-02-05", False),
    ],
)
def test_an_attempt_that_would_fold_before_the_latest_is_out_of_order(on, latest, late):
    latest = Moment.parse(latest)
    tried = attempt("look", on=on)
    decision = decide(DOOR, "unknown", tried, facts={"latest_applied": latest})
    assert decision == (
        NotAllowed((OutOfOrder(tried.occurred_on, latest),)) if late else decide(DOOR, "unknown", tried)
    )


def test_at_the_wrong_moment_a_role_that_no_row_of_the_event_admits_is_said_too():
    moment = WrongMoment("lock", "ajar", ("shut",), ("close",))
    assert decide(DOOR, "ajar", attempt("lock", "mason")) == NotAllowed(
        (moment, WrongActor("mason", ("porter", "guard")))
    )
    assert decide(DOOR, "ajar", attempt("lock", "guard")) == NotAllowed((moment,))
    assert decide(DOOR, "ajar", attempt("paint", "mason")).reasons == (WrongMoment("paint", "ajar", (), ("close",)),)


@pytest.mark.parametrize("latest", ["2024-02-05", date(2024, 2, 5), Moment.parse("2024-02-05")])
def test_when_the_axis_last_moved_may_be_a_day_or_its_text(latest):
    facts = {"latest_applied": latest}
    assert isinstance(decide(DOOR, "unknown", attempt("look", on="2024-02-04"), facts=facts).reasons[0], OutOfOrder)
    assert decide(DOOR, "unknown", attempt("look", on="2024-02-05"), facts=facts)


@pytest.mark.parametrize("latest", ["yesterday", 5, object()])
def test_what_says_no_moment_leaves_the_order_unknown(latest):
    (reason,) = decide(DOOR, "unknown", attempt("look", on="2024-02-04"), facts={"latest_applied": latest}).reasons
    assert isinstance(reason, GuardFailed) and reason.name == "in_order" and reason.error


def test_no_facts_at_all_are_no_facts():
    assert decide(DOOR, "unknown", attempt("look"), facts=None)
    assert [type(r) for r in decide(DOOR, "shut", attempt("open", shown=["key"]), facts=None).reasons] == [MissingFact]


def test_an_attempt_that_came_with_lists_is_kept_with_tuples():
    tried = attempt("open", shown=["key"])
    listed = attrs.evolve(tried, evidence=list(tried.evidence), excerpts=[])
    decision = decide(DOOR, "shut", listed, facts=NOON)
    assert decision == decide(DOOR, "shut", tried, facts=NOON)
    assert hash(decision) == hash(decide(DOOR, "shut", tried, facts=NOON))
    once = attrs.evolve(tried, evidence=iter(tried.evidence))
    assert decide(DOOR, "shut", once, facts=NOON) == decision


def test_out_of_order_is_said_beside_the_other_reasons():
    decision = decide(DOOR, "ajar", attempt("lock", on="2024-01-01"), facts={"latest_applied": Moment.parse("2025")})
    assert [type(reason) for reason in decision.reasons] == [WrongMoment, OutOfOrder]


def test_a_step_of_another_table_or_version_is_not_looked_up_here():
    decision = decide(DOOR, "unknown", attempt("look"))
    with pytest.raises(UnknownLifecycle):
        rule_of(attrs.evolve(DOOR, version="2"), decision.step)
    with pytest.raises(UnknownLifecycle):
        missing_of(attrs.evolve(DOOR, name="gate"), decision)
    with pytest.raises(UnknownRule):
        rule_of(DOOR, attrs.evolve(decision.step, target="ajar"))


def test_a_step_is_made_once_and_a_decision_stands_without_its_table():
    first, again = (decide(DOOR, "unknown", attempt("look")) for _ in range(2))
    assert first.step is again.step
    assert first == Applied(Step("door", "1", "door", "unknown", "look", "shut"), attempt("look"))


def test_a_table_that_cannot_be_spelt_out_is_refused():
    clash = attrs.evolve(DOOR, rules=(*DOOR.rules, Rule("still", "lock", "ajar", "porter")))
    with pytest.raises(DefectiveLifecycle):
        decide(clash, "shut", attempt("lock"))
    with pytest.raises(DefectiveLifecycle):
        decide(attrs.evolve(DOOR, guards=()), "shut", attempt("lock"))


def test_a_role_is_what_counts_not_the_name():
    tried = attempt("look")
    assert decide(DOOR, "unknown", attrs.evolve(tried, actor=Actor("Bob", "porter", on_behalf_of="Ann")))
    assert not decide(DOOR, "unknown", attrs.evolve(tried, actor=Actor("porter", "")))


def test_a_group_in_a_list_of_sources_is_spelt_out_once():
    table = attrs.evolve(DOOR, rules=(*DOOR.rules, Rule(("still", "shut"), "paint", "ajar", "porter")))
    assert table.sources(table.rules[-1]) == ("shut", "locked")
    assert decide(table, "still", attempt("paint"))


def test_an_empty_group_offers_nothing():
    table = attrs.evolve(DOOR, groups=(*DOOR.groups, Group("void", ())))
    assert offered(table, "void") == ()
    assert isinstance(decide(table, "void", attempt("look")).reasons[0], WrongMoment)
