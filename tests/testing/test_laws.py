"""The laws pass what is sound, and name what is not: a table, a way of deciding, an entity."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings

from oversight_core.entities import KINDS
from oversight_core.rules import Applied, Attempt, Facts, Guard, Lifecycle, NotAllowed, Rule, WrongActor, decide
from oversight_core.rules.check import Flaw
from oversight_core.testing import LawBroken, check_entity, check_lifecycle
from oversight_core.testing.laws import ANSWER_LAWS, LAWS, Breach
from oversight_core.testing.laws.structure import REMEDIES, slug
from oversight_core.testing.strategies.tables import PLANTS, lifecycles

FEW = settings(max_examples=10)
LOOK = settings(max_examples=3000, database=None, derandomize=True, phases=[Phase.generate])


def _is_rich(table: Lifecycle) -> bool:
    """Whether every law has something to bite on."""
    return (
        any(rule.source == "swept" for rule in table.rules)
        and any(len(group.states) > 1 for group in table.groups if group.name == "swept")
        and any(len(rule.requires) > 1 for rule in table.rules)
        and any("none_open" in rule.guards for rule in table.rules)
    )


TURNS = iter(range(10**9))
RICH = find(lifecycles(), _is_rich, settings=LOOK)


@FEW
@given(lifecycles())
def test_a_sound_table_keeps_every_law(table: Lifecycle) -> None:
    check_lifecycle(table)


@pytest.mark.parametrize("flaw", Flaw, ids=lambda flaw: flaw.name)
def test_a_planted_defect_breaks_the_law_named_after_it(flaw: Flaw) -> None:
    @FEW
    @given(lifecycles())
    def planted(table: Lifecycle) -> None:
        with pytest.raises(LawBroken) as caught:
            check_lifecycle(PLANTS[flaw](table))
        assert slug(flaw) in caught.value.laws
        assert f"{slug(flaw)}: " in str(caught.value)
        assert REMEDIES[flaw] in str(caught.value)

    planted()


def test_every_flaw_says_what_to_do() -> None:
    assert set(REMEDIES) == set(Flaw)


def _with_waiting(table: Lifecycle, *rules: Rule) -> Lifecycle:
    """The table with its second state renamed, and more rows."""
    rename = {"s1": "awaiting"}
    return attrs.evolve(
        table,
        initial="not_stated",
        states=tuple(attrs.evolve(s, name={**rename, "s0": "not_stated"}.get(s.name, s.name)) for s in table.states),
        rules=rules,
        groups=(),
        guards=(),
    )


@pytest.mark.parametrize(
    ("law", "source", "target"),
    [("answered-stays-answered", "s2", "awaiting"), ("stated-stays-stated", "s2", "not_stated")],
)
def test_a_row_that_leads_back_breaks_the_law_against_it(law: str, source: str, target: str) -> None:
    some = find(lifecycles(guarded=False), lambda table: len(table.states) == 3, settings=LOOK).rules[0]
    rows = [
        attrs.evolve(some, source="not_stated", event="issue", target="awaiting"),
        attrs.evolve(some, source=("not_stated", "awaiting"), event="concur", target="s2"),
        attrs.evolve(some, source=source, event="undo", target=target),
    ]
    sound = find(lifecycles(guarded=False), lambda table: len(table.states) == 3, settings=LOOK)
    with pytest.raises(LawBroken) as caught:
        check_lifecycle(_with_waiting(sound, *rows))
    assert law in caught.value.laws
    assert "'undo'" in str(caught.value)


def test_a_blank_version_breaks_the_law_of_names() -> None:
    with pytest.raises(LawBroken, match="named: 'version' is blank"):
        check_lifecycle(attrs.evolve(RICH, version=" "))


@pytest.mark.parametrize(
    ("test", "told"),
    [
        (lambda attempt, _: attempt.evidence[0].kind == "plan", "breaks: IndexError"),
        (lambda attempt, _: attempt.evidence, "which is neither True nor False"),
        (lambda _attempt, _facts: next(TURNS) % 2 == 0, "says yes and no to the same attempt"),
        (lambda _attempt, facts: facts["since"].latest is not None, "breaks: AttributeError"),
    ],
    ids=["breaks", "vague", "moody", "no-fact"],
)
def test_a_careless_guard_breaks_the_law_of_guards(test: Callable[..., Any], told: str) -> None:
    row = attrs.evolve(RICH.rules[0], requires=(), expects=(), guards="careless")
    guard = Guard("careless", "nobody looked at it twice", ("since",), test)
    table = attrs.evolve(RICH, rules=(row, *RICH.rules[1:]), guards=(*RICH.guards, guard))
    with pytest.raises(LawBroken) as caught:
        check_lifecycle(table)
    assert "guards-answer" in caught.value.laws
    assert told in str(caught.value)


def test_a_guard_that_looks_at_a_fact_it_does_not_need_is_found_without_facts() -> None:
    row = attrs.evolve(RICH.rules[0], guards="peeking")
    guard = Guard("peeking", "few children are open", ("children",), lambda _, facts: facts["children"] or facts["age"])
    table = attrs.evolve(RICH, rules=(row, *RICH.rules[1:]), guards=(*RICH.guards, guard))
    with pytest.raises(LawBroken, match=r"'peeking' of the row .* looks at 'age', which is not among the facts"):
        check_lifecycle(table)


def test_a_guard_is_asked_with_the_facts_that_are_given() -> None:
    row = attrs.evolve(RICH.rules[0], guards="counted")
    guard = Guard("counted", "few children are open", ("children",), lambda _, facts: facts["children"] < 3)
    table = attrs.evolve(RICH, rules=(row, *RICH.rules[1:]), guards=(*RICH.guards, guard))
    check_lifecycle(table)
    check_lifecycle(table, facts={"children": 2})
    with pytest.raises(LawBroken, match=r"'counted' of the row .* breaks: TypeError"):
        check_lifecycle(table, facts={"children": None})


# -- ways of deciding wrongly, one line each ----------------------------------------------------------------------

Answer = Applied | NotAllowed


def _raises(table: Lifecycle, status: str, attempt: Attempt, *, facts: Facts) -> Answer:
    if status not in table.state_names:
        raise KeyError(status)
    return decide(table, status, attempt, facts=facts)


def _no_reason(table: Lifecycle, status: str, attempt: Attempt, *, facts: Facts) -> Answer:
    return decide(table, status, attempt, facts=facts) or NotAllowed(())


def _moody(table: Lifecycle, status: str, attempt: Attempt, *, facts: Facts) -> Answer:
    return NotAllowed((WrongActor("moody", ()),)) if next(TURNS) % 2 else decide(table, status, attempt, facts=facts)


def _anybody(table: Lifecycle, status: str, attempt: Attempt, *, facts: Facts) -> Answer:
    known = next(role for rule in table.rules for role in rule.actors)
    answer = decide(table, status, attrs.evolve(attempt, actor=attrs.evolve(attempt.actor, role=known)), facts=facts)
    return attrs.evolve(answer, attempt=attempt) if isinstance(answer, Applied) else answer


def _guess_the_fact(table: Lifecycle, status: str, attempt: Attempt, *, facts: Facts) -> Answer:
    needs = (need for guard in table.guards for need in guard.needs)
    return decide(table, status, attempt, facts=dict.fromkeys(needs, "holds") | dict(facts))


def _first_reason(table: Lifecycle, status: str, attempt: Attempt, *, facts: Facts) -> Answer:
    answer = decide(table, status, attempt, facts=facts)
    return answer if isinstance(answer, Applied) else NotAllowed(answer.reasons[:1])


def _reason_twice(table: Lifecycle, status: str, attempt: Attempt, *, facts: Facts) -> Answer:
    answer = decide(table, status, attempt, facts=facts)
    return answer if isinstance(answer, Applied) else NotAllowed(answer.reasons * 2)


def _no_order(table: Lifecycle, status: str, attempt: Attempt, *, facts: Facts) -> Answer:
    kept = {name: fact for name, fact in facts.items() if name != "latest_applied"}
    return decide(table, status, attempt, facts=kept)


def _other_version(table: Lifecycle, status: str, attempt: Attempt, *, facts: Facts) -> Answer:
    answer = decide(table, status, attempt, facts=facts)
    return Applied(attrs.evolve(answer.step, version="2"), attempt) if isinstance(answer, Applied) else answer


def _other_attempt(table: Lifecycle, status: str, attempt: Attempt, *, facts: Facts) -> Answer:
    answer = decide(table, status, attempt, facts=facts)
    return Applied(answer.step, attrs.evolve(attempt, occurred_on=None)) if isinstance(answer, Applied) else answer


def _first_of_the_group(table: Lifecycle, status: str, attempt: Attempt, *, facts: Facts) -> Answer:
    first = table.members.get(status, (status,))[0]
    answer = decide(table, first, attempt, facts=facts)
    return (
        attrs.evolve(answer, step=attrs.evolve(answer.step, source=status)) if isinstance(answer, Applied) else answer
    )


MUTANTS: list[tuple[Callable[..., Answer], str]] = [
    (_raises, "total"),
    (_no_reason, "total"),
    (_moody, "pure"),
    (_anybody, "allowed-by-a-row"),
    (_guess_the_fact, "allowed-by-a-row"),
    (_no_order, "allowed-by-a-row"),
    (_first_reason, "every-reason"),
    (_reason_twice, "every-reason"),
    (_other_version, "entry-is-the-step"),
    (_other_attempt, "entry-is-the-step"),
    (_first_of_the_group, "group-is-all-its-states"),
]


@pytest.mark.parametrize(("mutant", "law"), MUTANTS, ids=lambda value: getattr(value, "__name__", value))
def test_a_wrong_way_of_deciding_breaks_the_law_that_names_it(mutant: Callable[..., Answer], law: str) -> None:
    with pytest.raises(LawBroken) as caught:
        check_lifecycle(RICH, decide=mutant)
    assert law in caught.value.laws


def test_every_law_of_answers_is_broken_by_some_mutant() -> None:
    assert {law for _, law in MUTANTS} == {law.name for law in ANSWER_LAWS}


def test_the_laws_have_names_of_their_own() -> None:
    names = [law.name for law in LAWS] + [law.name for law in ANSWER_LAWS] + [slug(flaw) for flaw in Flaw]
    assert len(set(names)) == len(names)


def test_a_message_shows_some_breaches_and_counts_the_rest() -> None:
    broken = LawBroken("the lifecycle 'door' 1", tuple(Breach("total", f"row {n}", "mend it") for n in range(5)))
    assert str(broken).splitlines() == [
        "the lifecycle 'door' 1 breaks total",
        "- total: row 0; mend it",
        "- total: row 1; mend it",
        "- total: row 2; mend it",
        "  and 2 more of total",
    ]


# -- entities ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cls", KINDS.values(), ids=lambda cls: cls.__name__)
def test_every_entity_keeps_the_laws(cls: type) -> None:
    check_entity(cls)


@attrs.define
class Mutable:
    name: str = ""


@attrs.frozen(slots=False)
class Unslotted:
    name: str = ""


@attrs.frozen
class Incomplete:
    name: str


@attrs.frozen
class Listed:
    names: tuple[list[str], ...] = ()


@attrs.frozen
class Child(Incomplete):
    age: int = 0


@attrs.frozen(eq=False)
class ByIdentity:
    name: str = ""


class Plain:
    name = ""


@pytest.mark.parametrize(
    ("cls", "law"),
    [
        (Mutable, "frozen"),
        (Unslotted, "slots"),
        (Incomplete, "defaults"),
        (Listed, "frozen"),
        (Child, "no-inheritance"),
        (ByIdentity, "equal-by-data"),
        (Plain, "attrs"),
    ],
)
def test_a_careless_entity_breaks_the_law_that_names_it(cls: type[Any], law: str) -> None:
    with pytest.raises(LawBroken) as caught:
        check_entity(cls)
    assert law in caught.value.laws
