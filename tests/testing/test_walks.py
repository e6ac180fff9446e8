"""Walks are legal as drawn; attempts are a fair mix; a guard that can never pass hangs nothing."""

import attrs
import pytest
from hypothesis import Phase, assume, find, given, settings
from hypothesis import strategies as st

from oversight_adapters.stores.memory import MemoryStore
from oversight_core.ledger import Registered
from oversight_core.register import Register
from oversight_core.register.facts import PROVIDED
from oversight_core.rules import Applied, Attempt, Guard, Lifecycle, NotAllowed, RuleBook, decide, defects
from oversight_core.testing.memory import remembered
from oversight_core.testing.strategies.tables import lifecycles
from oversight_core.testing.walking import ITEM, attempts, replay, walks

LOOK = settings(max_examples=2000, database=None, derandomize=True, phases=[Phase.generate])
TABLE = find(
    lifecycles(guarded=False),
    lambda table: len(table.rules) > 4 and any(rule.requires for rule in table.rules),
    settings=LOOK,
)


@given(st.data(), lifecycles())
def test_every_step_of_a_walk_is_allowed_from_where_the_one_before_it_led(
    data: st.DataObject, table: Lifecycle
) -> None:
    walk = data.draw(walks(table, facts={"open_children": 0}))
    status = table.initial
    for n, attempt in enumerate(walk):
        answer = decide(table, status, attempt, facts={**remembered(walk[:n]), "open_children": 0})
        assert isinstance(answer, Applied), answer
        status = answer.step.target
    assert [entry.attempt for entry in replay(table, walk, facts={"open_children": 0})] == walk


@pytest.mark.parametrize("rule", TABLE.rules, ids=lambda rule: rule.event)
def test_every_row_is_walked(rule: object) -> None:
    def takes(walk: list[Attempt]) -> bool:
        return any(TABLE.moves.at[entry.step.source, entry.step.event].rule == rule for entry in replay(TABLE, walk))

    assert find(walks(TABLE), takes, settings=LOOK)


def test_a_row_whose_guard_never_passes_is_in_no_walk() -> None:
    never = Guard("never", "cannot pass", (), lambda _attempt, _facts: False)
    closed, *rest = TABLE.rules
    table = attrs.evolve(TABLE, rules=(attrs.evolve(closed, guards="never"), *rest), guards=(never,))

    @settings(max_examples=30)
    @given(walks(table))
    def no_walk_takes_it(walk: list[Attempt]) -> None:
        assert all(table.moves.at[e.step.source, e.step.event].rule != table.rules[0] for e in replay(table, walk))

    no_walk_takes_it()


def test_a_walk_that_is_not_legal_is_not_replayed() -> None:
    walk = find(walks(TABLE), lambda walk: len(walk) == 2, settings=LOOK)
    with pytest.raises(ValueError, match="step 1 of the walk"):
        replay(TABLE, [attrs.evolve(walk[0], event="unheard_of")])


def test_attempts_are_allowed_and_not_allowed_for_every_reason() -> None:
    seen = set()

    @settings(max_examples=300, database=None)
    @given(st.data(), st.sampled_from(TABLE.state_names))
    def look(data: st.DataObject, status: str) -> None:
        answer = decide(TABLE, status, data.draw(attempts(TABLE, status)))
        reasons = answer.reasons if isinstance(answer, NotAllowed) else (answer,)
        seen.update(type(reason).__name__ for reason in reasons)

    look()
    assert seen == {"Applied", "WrongMoment", "WrongActor", "MissingRequirement"}


@given(st.data(), lifecycles(guarded=False))
def test_what_is_remembered_of_a_walk_is_what_a_register_knows(data: st.DataObject, table: Lifecycle) -> None:
    """Also where a row leads back to its own state: it still holds since it was come to."""
    table = attrs.evolve(table, rules=(*table.rules, attrs.evolve(table.rules[0], source=table.rules[0].target)))
    assume(not defects(table))
    walk = data.draw(walks(table))
    register = Register(MemoryStore(), rulebooks=(RuleBook("office", "1", "an office", (table,)),), recorder="test")
    register.enter([Registered(ITEM, None, rulebook="office")])
    for attempt in walk:
        assert isinstance(register.attempt(attempt, axis=table.axis), Applied)
    known = {name: fact(register.history(ITEM), table.axis) for name, fact in PROVIDED.items()}
    assert known == remembered(walk, table)
