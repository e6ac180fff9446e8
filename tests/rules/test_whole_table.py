"""The table seen whole: its space, its versions, its ways through, its picture."""

import re
from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.tables import DOOR, HOUSE, STATUSES, attempts, tables

from oversight_core.errors import DefectiveLifecycle
from oversight_core.rules import (
    Applied,
    Group,
    MissingFact,
    Rule,
    State,
    changed_decisions,
    decide,
    missing_steps,
    offered,
    space,
    to_matrix,
    to_mermaid,
    to_rows,
)
from oversight_core.rules.space import Outcome

# -- space ---------------------------------------------------------------------------------------------------------


@given(tables())
def test_the_space_holds_every_status_event_and_role(table):
    asked = {(q.status, q.event, q.role) for q, _ in space(table)}
    statuses = (*table.state_names, *table.members)
    roles = {*(role for rule in table.rules for role in rule.actors), "nobody"}
    assert asked == set(product(statuses, {rule.event for rule in table.rules}, roles))


@given(tables())
def test_in_the_space_a_row_allows_exactly_when_all_holds(table):
    for question, decision in space(table):
        move = table.moves.at.get((question.status, question.event))
        holds = (
            move is not None
            and question.role in move.rule.actors
            and set(question.shown) == set(move.rule.requires)
            and all(outcome is Outcome.HOLDS for _, outcome in question.guards)
        )
        assert bool(decision) == holds, question
        unknown = {name for name, outcome in question.guards if outcome is Outcome.UNKNOWN}
        assert unknown == ({r.guard for r in decision.reasons if isinstance(r, MissingFact)} if not decision else set())


def test_the_space_is_lazy_and_each_question_stands_once():
    questions = [question for question, _ in space(DOOR)]
    assert len(questions) == len(set(questions))
    assert (
        str(next(q for q in questions if q.guards and q.shown)) == "open from unknown by porter showing key, day holds"
    )
    assert next(iter(space(DOOR)))[0] == questions[0]


# -- versions ------------------------------------------------------------------------------------------------------


@given(tables())
def test_a_version_that_says_the_same_changes_nothing(table):
    rules = [attrs.evolve(rule, means="in other words", cites=(HOUSE, HOUSE)) for rule in reversed(table.rules)]
    assert changed_decisions(table, attrs.evolve(table, version="2", rules=rules)) == ()


@given(tables(), st.data())
def test_a_row_that_goes_takes_its_decisions_and_no_others(table, data):
    gone = data.draw(st.sampled_from(table.rules))
    new = attrs.evolve(table, version="2", rules=tuple(rule for rule in table.rules if rule is not gone))
    changes = changed_decisions(table, new)
    assert changes and all(change.question.event == gone.event and change.after is None for change in changes)
    assert {c.question.role for c in changes} == set(gone.actors)
    back = {(c.question, c.after, c.before) for c in changed_decisions(new, table)}
    assert back == {(c.question, c.before, c.after) for c in changes}


def test_a_change_prints_what_was_and_what_is():
    rules = tuple(attrs.evolve(rule, requires=()) if rule.event == "open" else rule for rule in DOOR.rules)
    eased = attrs.evolve(DOOR, version="2", rules=rules)
    said = [str(change) for change in changed_decisions(DOOR, eased)]
    assert "open from shut by porter, day holds: not allowed → leads to ajar, expecting reason" in said
    assert len(said) == 4  # unknown, shut, locked and the group of the last two


# -- paths ---------------------------------------------------------------------------------------------------------


@given(tables(), st.sampled_from(STATUSES), st.sampled_from((*STATUSES, "group0", "nowhere")))
def test_the_missing_steps_lead_there_and_none_are_fewer(table, source, target):
    steps = missing_steps(table, source, target)
    goal = set(table.members.get(target, (target,)))
    reached, turns = {source}, 0
    while not reached & goal and turns < 5:
        reached = {table.moves.at[s, e].rule.target for s in reached for e in offered(table, s)}
        turns += 1
    if not reached & goal:
        assert steps is None
        return
    assert len(steps) == turns
    status = source
    for rule in steps:
        assert status in table.sources(rule)
        status = rule.target
    assert status in goal


def test_steps_from_a_group_start_with_what_holds_for_all_of_it():
    assert [rule.event for rule in missing_steps(DOOR, "still", "locked")] == ["open", "close", "lock"]
    assert missing_steps(DOOR, "still", "still") == missing_steps(DOOR, "shut", "still") == ()
    assert missing_steps(DOOR, "ajar", "unknown") is None
    assert missing_steps(DOOR, "bricked_up", "shut") is None
    assert missing_steps(DOOR, "elsewhere", "shut") is None


# -- pictures ------------------------------------------------------------------------------------------------------


def test_the_picture_of_a_table():
    assert (
        to_mermaid(DOOR)
        == """\
stateDiagram-v2
    state "still" as still {
        shut
        locked
    }
    [*] --> unknown
    unknown --> shut : look
    unknown --> ajar : open
    still --> ajar : open
    shut --> locked : lock
    ajar --> shut : close
    still --> bricked_up : brick_up
    bricked_up --> [*]
"""
    )


def test_equal_tables_draw_equal_pictures():
    assert to_mermaid(DOOR) == to_mermaid(attrs.evolve(DOOR))
    assert to_matrix(DOOR) == to_matrix(attrs.evolve(DOOR))


def test_frames_nest_and_equal_groups_share_one():
    groups = (
        Group("all", ("shut", "locked", "ajar")),
        Group("still", ("shut", "locked")),
        Group("odd", ("locked", "shut")),
        Group("final", "bricked_up"),
    )
    picture = to_mermaid(attrs.evolve(DOOR, groups=groups))
    assert '    state "all" as all {\n        state "still" as still {\n            shut\n' in picture
    assert "odd" not in picture and picture.count("{") == picture.count("}") == 2


QUIET = r"[^\n:{}\"]+"  # a character code ends in a semicolon
DRAWN = re.compile(rf' +(state "{QUIET}" as \w+( \{{)?|\}}|\w+|(\[\*\]|\w+) --> (\[\*\]|\w+)( : {QUIET})?)')
# Shorter than "final", which is a group of the table below.
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4).filter(str.strip)


@given(st.lists(NAMES, min_size=2, max_size=4, unique=True), NAMES)
def test_no_name_can_break_the_picture(states, event):
    first, *others = states
    table = attrs.evolve(
        DOOR,
        initial=first,
        states=[State(name, "any") for name in states],
        rules=[Rule(first, f"{event}{n}", name, "x", cites=HOUSE) for n, name in enumerate(others)],
        groups=[Group("final " + first, others), Group("final", others)],
        guards=(),
    )
    for line in to_mermaid(table).splitlines()[1:]:
        assert DRAWN.fullmatch(line), line
    for line in (*to_matrix(table).splitlines(), *to_rows(table).splitlines()):
        assert line.startswith("| ") and line.endswith(" |")
    assert len({line.count(" | ") for line in to_matrix(table).splitlines()}) == 1


def test_a_defective_table_is_not_drawn():
    with pytest.raises(DefectiveLifecycle):
        to_mermaid(attrs.evolve(DOOR, initial="nowhere"))


def test_the_matrix_says_where_each_event_leads():
    head, _, *rows = to_matrix(DOOR).splitlines()
    assert head == "| from | look | open | lock | close | brick_up |"
    assert rows[1] == "| shut |  | ajar | locked |  | bricked_up |"


def test_the_rows_say_who_and_what_they_rest_on():
    assert "| shut | lock | locked | porter or guard |" in to_rows(DOOR)
    assert "house rules (convention, read original)" in to_rows(DOOR)


@given(tables(), attempts())
def test_what_the_matrix_shows_is_what_is_decided(table, attempt):
    cells = [line.strip("| ").split("|") for line in to_matrix(table).splitlines()]
    events = [cell.strip() for cell in cells[0]]
    for row in cells[2:]:
        for event, cell in zip(events[1:], row[1:], strict=False):
            tried = attrs.evolve(attempt, event=event)
            decision = decide(table, row[0].strip(), tried, facts={"is_one": True, "is_two": True, "more": True})
            if isinstance(decision, Applied):
                assert decision.step.target == cell.strip()
