"""Every built-in table says what the prose says, question by question, and a change to one is caught."""

from collections.abc import Callable

import attrs
import pytest
from tests.rulebooks.versions import EACH, TABLES, named

from oversight_core.rulebooks import BUILTIN
from oversight_core.rulebooks.canonical import OVERSIGHT_STATUS, POSITION, RESOLUTION
from oversight_core.rules import Lifecycle, space
from oversight_core.testing import LawBroken, check_lifecycle
from oversight_core.testing.prose import PROSE, Act, differences, foreseen


@pytest.mark.parametrize("table", EACH, ids=named)
def test_every_built_in_table_keeps_every_law(table: Lifecycle) -> None:
    check_lifecycle(table)


@pytest.mark.parametrize("table", EACH, ids=named)
def test_every_question_to_a_built_in_table_is_answered_as_the_prose_says(table: Lifecycle) -> None:
    assert differences(table) == []


def test_there_is_prose_for_every_built_in_table_and_for_no_other() -> None:
    assert set(PROSE) == set(TABLES)


def test_two_books_do_not_use_one_name_and_version_for_two_tables() -> None:
    for book in BUILTIN:
        for table in (*book.lifecycles, *book.earlier):
            assert TABLES[table.name, table.version] == table


@pytest.mark.parametrize("key", PROSE, ids=" ".join)
def test_the_prose_lets_an_event_lead_to_one_state_and_says_it_once_for_each_source(key: tuple[str, str]) -> None:
    acts = PROSE[key]
    pairs = [(act.event, state) for act in acts for state in act.sources]
    assert len(pairs) == len(set(pairs))
    targets = {act.event: act.target for act in acts}
    assert all(targets[act.event] == act.target for act in acts)


def _extra(table: Lifecycle) -> Lifecycle:
    row = attrs.evolve(table.rules[0], source="awaiting", event="slip", target="not_required")
    return attrs.evolve(table, rules=(*table.rules, row))


def _forgotten(table: Lifecycle) -> Lifecycle:
    return attrs.evolve(table, rules=table.rules[:-1])


def _unasked(table: Lifecycle) -> Lifecycle:
    return attrs.evolve(table, rules=(attrs.evolve(table.rules[0], actors=("addressee",)), *table.rules[1:]))


def _back(table: Lifecycle) -> Lifecycle:
    row = attrs.evolve(table.rules[0], source="concurred", event="forget", target="awaiting")
    return attrs.evolve(table, rules=(*table.rules, row))


def _strict(table: Lifecycle) -> Lifecycle:
    return attrs.evolve(table, rules=(attrs.evolve(table.rules[0], requires="memo", expects=()), *table.rules[1:]))


def _elsewhere(table: Lifecycle) -> Lifecycle:
    return attrs.evolve(table, rules=(*table.rules[:-1], attrs.evolve(table.rules[-1], target="concurred")))


@pytest.mark.parametrize(
    ("plant", "law", "told"),
    [
        (_extra, "as-the-prose-says", "a row speaks of the event 'slip', and the prose does not"),
        (_forgotten, "as-the-prose-says", "the prose says it leads to 'not_addressed', the table no"),
        (_unasked, "as-the-prose-says", "issue from not_stated by addressee: the prose says no, the table it leads to"),
        (_strict, "as-the-prose-says", "a row speaks of the evidence 'memo', and the prose does not"),
        (
            _elsewhere,
            "as-the-prose-says",
            "the prose says it leads to 'not_addressed', the table it leads to 'concurred'",
        ),
        (_back, "answered-stays-answered", "'forget' leads from concurred back to 'awaiting'"),
    ],
)
def test_a_defect_planted_in_a_canonical_table_is_caught(
    plant: Callable[[Lifecycle], Lifecycle], law: str, told: str
) -> None:
    with pytest.raises(LawBroken) as caught:
        check_lifecycle(plant(POSITION))
    assert law in caught.value.laws
    assert any(told in breach.where for breach in caught.value.breaches)


def test_a_requirement_or_a_condition_that_is_dropped_is_caught() -> None:
    eased = [attrs.evolve(rule, requires=()) if rule.event == "agree" else rule for rule in RESOLUTION.rules]
    assert any(
        "the prose says no, the table it leads to 'resolved'" in one
        for one in differences(attrs.evolve(RESOLUTION, rules=eased))
    )
    free = [attrs.evolve(rule, guards=()) for rule in RESOLUTION.rules]
    assert any("consent_is_the_others" in one for one in differences(attrs.evolve(RESOLUTION, rules=free, guards=())))


def test_another_version_may_say_something_else() -> None:
    check_lifecycle(attrs.evolve(_extra(POSITION), version="0"))


def test_from_a_group_only_what_may_be_done_from_each_of_its_states_on_the_same_terms() -> None:
    (agree,) = (act for act in PROSE["resolution", "1"] if act.event == "agree")
    grouped = attrs.evolve(RESOLUTION, groups=[attrs.evolve(POSITION.groups[0], name="at_odds", states="disputed")])
    question = next(q for q, _ in space(grouped) if (q.status, q.event, q.shown) == ("at_odds", "agree", ("consent",)))
    assert foreseen((agree,), grouped, question) == "resolved"
    both = attrs.evolve(grouped, groups=[attrs.evolve(grouped.groups[0], states=("disputed", "unresolved"))])
    assert foreseen((agree,), both, question) == "resolved"
    split = (
        attrs.evolve(agree, sources="disputed"),
        Act("agree", "unresolved", "resolved", "oversight_body", needs="consent"),
    )
    assert foreseen(split, both, question) is None


def test_every_closed_state_but_two_can_be_reopened() -> None:
    """Any closed except superseded and withdrawn."""
    (reopen,) = (act for act in PROSE["oversight_status", "1"] if act.event == "reopen")
    closed = set(OVERSIGHT_STATUS.members["closed"])
    assert closed - set(reopen.sources) == {"closed_superseded", "closed_withdrawn"}
