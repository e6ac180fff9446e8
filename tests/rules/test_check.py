"""Each kind of defect is found by name, and a sound table has none."""

import attrs
import pytest
from tests.rules.tables import DOOR, HOUSE

from oversight_core.errors import DefectiveLifecycle
from oversight_core.rules import Citation, Flaw, Force, Group, Guard, Read, Rule, State, defects, ensure_sound


def with_rules(*more):
    return attrs.evolve(DOOR, rules=(*DOOR.rules, *more))


def with_groups(*more):
    return attrs.evolve(DOOR, groups=(*DOOR.groups, *more))


def with_states(*more, **changes):
    return attrs.evolve(DOOR, states=(*DOOR.states, *more), **changes)


def paint(source="shut", target="ajar", **changes):
    return Rule(source, "paint", target, "porter", cites=HOUSE, **changes)


def rule(event, **changes):
    return attrs.evolve(DOOR, rules=tuple(attrs.evolve(r, **changes) if r.event == event else r for r in DOOR.rules))


PIT = State("pit", "below")
DIG = Rule("pit", "dig", "pit", "x", cites=HOUSE)

PLANTED = [
    (Flaw.DUPLICATE_NAME, ("state", "shut"), with_states(State("shut", "again"))),
    (Flaw.DUPLICATE_NAME, ("group", "ajar"), with_groups(Group("ajar", "ajar"))),
    (Flaw.DUPLICATE_NAME, ("guard", "day"), attrs.evolve(DOOR, guards=DOOR.guards * 2)),
    (Flaw.UNKNOWN_INITIAL, ("nowhere",), attrs.evolve(DOOR, initial="nowhere")),
    (Flaw.INITIAL_IN_GROUP, ("not_stated", "early"), with_states(
        State("not_stated", ""), initial="not_stated", groups=(*DOOR.groups, Group("early", "not_stated")))),
    (Flaw.UNKNOWN_MEMBER, ("odd", "nowhere"), with_groups(Group("odd", ("shut", "nowhere")))),
    (Flaw.EMPTY_GROUP, ("void",), with_groups(Group("void", ()))),
    (Flaw.OVERLAPPING_GROUPS, ("still", "odd"), with_groups(Group("odd", ("locked", "ajar")))),
    (Flaw.UNKNOWN_SOURCE, ("paint", "nowhere"), with_rules(paint("nowhere"))),
    (Flaw.UNKNOWN_SOURCE, ("paint", "nothing"), with_rules(paint(()))),
    (Flaw.UNKNOWN_TARGET, ("paint", "nowhere"), with_rules(paint(target="nowhere"))),
    (Flaw.UNKNOWN_TARGET, ("paint", "still"), with_rules(paint(target="still"))),
    (Flaw.AMBIGUOUS_PAIR, ("shut", "paint"), with_rules(paint(), paint("still"))),
    (Flaw.UNREACHABLE, ("loft",), with_states(State("loft", "above"), rules=(*DOOR.rules, paint("loft")))),
    (Flaw.TRAP, ("pit",), with_states(PIT, rules=(*DOOR.rules, paint(target="pit")))),
    (Flaw.TRAP, ("pit",), with_states(PIT, rules=(*DOOR.rules, paint(target="pit"), DIG))),
    (Flaw.UNKNOWN_GUARD, ("lock", "night"), rule("lock", guards="night")),
    (Flaw.UNUSED_GUARD, ("night",), attrs.evolve(DOOR, guards=(*DOOR.guards, Guard("night", "dark", (), bool)))),
    (Flaw.UNCITED_ROW, ("lock", "shut"), rule("lock", cites=())),
    (Flaw.NO_ACTORS, ("lock", "shut"), rule("lock", actors=())),
    (Flaw.NO_ACTORS, ("lock", "shut"), rule("lock", actors="")),
    (Flaw.SELF_DEFEATING, ("lock", "key"), rule("lock", requires="key", expects=("oil", "key"))),
    (Flaw.BLANK_NAME, ("event", "6"), with_rules(attrs.evolve(paint(), event=" "))),
    (Flaw.BLANK_NAME, ("state", "6"), with_states(State("", "nobody knows"))),
]  # fmt: skip


def test_a_sound_table_has_no_defect():
    assert defects(DOOR) == ()
    assert ensure_sound(DOOR) is DOOR


@pytest.mark.parametrize(("flaw", "about", "table"), PLANTED, ids=lambda value: getattr(value, "name", None))
def test_a_planted_defect_is_caught_by_name(flaw, about, table):
    assert (flaw, about) in [(defect.flaw, defect.about) for defect in defects(table)]
    with pytest.raises(DefectiveLifecycle) as refused:
        ensure_sound(table)
    assert all(str(defect) in str(refused.value) for defect in defects(table))


def test_every_flaw_is_planted_and_says_a_sentence():
    assert {flaw for flaw, _, _ in PLANTED} == set(Flaw)
    for _, _, table in PLANTED:
        assert all("{" not in str(defect) for defect in defects(table))


def test_a_planted_defect_is_the_only_one_unless_it_brings_others_along():
    alone = [flaw for flaw, _, table in PLANTED if len(defects(table)) == 1]
    assert {Flaw.TRAP, Flaw.UNUSED_GUARD, Flaw.UNCITED_ROW, Flaw.NO_ACTORS, Flaw.AMBIGUOUS_PAIR} <= set(alone)


def test_what_is_reached_must_reach_an_end_where_there_is_one():
    rules = (
        Rule("new", "enter", "east", "x", cites=HOUSE),
        Rule("new", "finish", "done", "x", cites=HOUSE),
        Rule("east", "cross", "west", "x", cites=HOUSE),
        Rule("west", "return", "east", "x", cites=HOUSE),
    )
    table = attrs.evolve(
        DOOR,
        initial="new",
        states=[State(name, name) for name in ("new", "east", "west", "done")],
        rules=rules,
        groups=[Group("open", ("east", "west")), Group("closed", "done")],
        guards=(),
    )
    assert [(d.flaw, d.about) for d in defects(table)] == [(Flaw.TRAP, ("east",)), (Flaw.TRAP, ("west",))]
    assert defects(attrs.evolve(table, groups=[Group("closed", "done")])) == defects(table)
    assert defects(attrs.evolve(table, groups=[Group("closed", ("east", "done"))])) == ()
    assert [d.about for d in defects(attrs.evolve(table, groups=[]))] == [("done",)]


def test_a_foreign_table_may_start_inside_a_group_and_mean_what_its_names_say():
    states = [State(state.name, "") for state in DOOR.states]
    groups = (*DOOR.groups, Group("open", ("unknown", "shut", "locked", "ajar")))
    assert defects(attrs.evolve(DOOR, states=states, groups=groups)) == ()


def test_groups_may_hold_each_other_or_stand_apart():
    assert defects(attrs.evolve(DOOR, groups=(*DOOR.groups, Group("again", DOOR.groups[0].states)))) == ()


def test_a_name_given_twice_is_one_name():
    assert paint(requires=("proof", "proof")).requires == ("proof",)
    assert Group("both", ("shut", "ajar", "shut")).states == ("shut", "ajar")
    assert Guard("day", "it is day", "hour", bool).needs == ("hour",)


def test_a_citation_is_given_in_words():
    given = Citation("handbook", "convention", "us", "original")
    assert given == Citation("handbook", Force.CONVENTION, "us", Read.ORIGINAL)
    assert str(given) == "handbook (convention, binds us, read original)"
    with pytest.raises(ValueError, match="hearsay"):
        Citation("handbook", "hearsay", "us", "original")
