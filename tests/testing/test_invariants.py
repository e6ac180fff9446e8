"""What must hold whatever is read: nothing of CRCL's is an oversight status, and an import is taken once."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import Register
from oversight_core.ledger import Reported
from oversight_core.reading import Label, Reading
from oversight_core.rulebooks.canonical import LIFECYCLES
from oversight_core.rulebooks.crcl import CRCL
from oversight_core.rules import Lifecycle, Vocabulary
from oversight_core.testing import LawBroken, check_lifecycle
from oversight_core.testing.strategies.reading import readings

CRCL_LABELS = tuple((words.name, row.label) for words in CRCL.vocabularies for row in words.rows)


@pytest.mark.parametrize("words", CRCL.vocabularies, ids=lambda words: words.name)
def test_no_label_of_crcl_yields_an_oversight_status(words: Vocabulary) -> None:
    """Domain 8: a label maps only to the axis its publisher speaks on."""
    assert not [row.label for row in words.rows for axis, _ in row.targets if axis == "oversight_status"]


def test_crcl_has_no_table_for_an_oversight_status() -> None:
    assert "oversight_status" not in {table.axis for table in CRCL.lifecycles}


@given(readings(), st.data())
def test_nothing_crcl_says_about_anything_moves_an_oversight_status(reading: Reading, data: st.DataObject) -> None:
    def spoken(label: Label) -> Label:
        vocabulary, words = data.draw(st.sampled_from(CRCL_LABELS))
        return attrs.evolve(label, vocabulary=vocabulary, words=words)

    candidates = [attrs.evolve(one, labels=tuple(map(spoken, one.labels))) for one in reading.candidates]
    plan = Register(MemoryStore(), recorder="test").take(attrs.evolve(reading, candidates=tuple(candidates)))
    said = [entry for entry in plan.entries if isinstance(entry, Reported)]
    assert all(entry.axis != "oversight_status" for entry in said)
    assert len(said) <= sum(len(one.labels) for one in candidates)


@given(readings())
def test_a_reading_is_taken_once(reading: Reading) -> None:
    """Taking a reading twice skips what is known, and the record stays whole."""
    register = Register(MemoryStore(), recorder="test")
    register.apply(register.take(reading))
    assert not register.take(reading).entries
    assert register.verify().holds


@pytest.mark.parametrize("table", LIFECYCLES, ids=lambda table: table.name)
def test_every_row_and_every_actor_of_a_canonical_table_matters(table: Lifecycle) -> None:
    """Without any one of them, the table is no longer what the prose says."""
    for n, row in enumerate(table.rules):
        others = (*table.rules[:n], *table.rules[n + 1 :])
        mutants = [others] + [
            (*others, attrs.evolve(row, actors=tuple(role for role in row.actors if role != one))) for one in row.actors
        ]
        for rules in mutants:
            with pytest.raises(LawBroken):
                check_lifecycle(attrs.evolve(table, rules=rules))
