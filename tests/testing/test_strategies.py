"""Every strategy gives what it says: valid, varied, and without what no document can hold."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from oversight_core.entities import KINDS
from oversight_core.ledger import Recorded
from oversight_core.moments import PRECISIONS, AsOf, Moment
from oversight_core.names import Item, Withheld
from oversight_core.provenance import Excerpt, Source, TextSpan, stands
from oversight_core.reading import Candidate, Reading
from oversight_core.rules import Applied, Attempt, Lifecycle
from oversight_core.rules.check import Flaw, defects
from oversight_core.testing.registration import registered
from oversight_core.testing.strategies import values
from oversight_core.testing.strategies.entities import any_entities
from oversight_core.testing.strategies.ledger import entries, recorded
from oversight_core.testing.strategies.moments import printable, vague
from oversight_core.testing.strategies.tables import PLANTS, defective_lifecycles, lifecycles
from oversight_core.testing.strategies.text import words

FEW = settings(max_examples=15)
LOOK = settings(
    max_examples=2000, database=None, derandomize=True, phases=[Phase.generate]
)  # the first that will do, not the smallest


@pytest.mark.parametrize("typ", list(registered()), ids=lambda typ: typ.__name__)
@FEW
@given(data=st.data())
def test_a_type_is_drawn_printed_and_compared(typ: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(typ))
    assert type(value) is typ
    assert value == attrs.evolve(value)
    assert repr(value)


@given(words())
def test_words_can_be_written_in_any_document(text: str) -> None:
    assert text.encode().decode() == text


@given(st.from_type(Item))
def test_an_item_parses_from_what_it_prints(item: Item) -> None:
    assert Item.parse(str(item)) == item


@given(printable())
def test_a_printable_moment_parses_from_what_it_prints(moment: Moment) -> None:
    again = Moment.parse(str(moment))
    assert again == moment
    assert str(again) == str(moment)


@given(vague())
def test_a_vague_moment_has_words_and_no_bounds(moment: Moment) -> None:
    assert moment.words
    assert moment.earliest is moment.latest is None


@given(st.from_type(Source))
def test_a_source_has_the_digest_of_its_bytes(source: Source) -> None:
    assert Source.of(source.content).digest == source.digest


@given(st.from_type(Reading))
def test_what_a_reading_quotes_stands_in_its_text(reading: Reading) -> None:
    assert reading.source is not None
    text = reading.source.content.decode()
    for candidate in reading.candidates:
        assert all(stands(excerpt, text) for excerpt in candidate.excerpts)
    assert 0 <= reading.coverage <= 1


@given(st.from_type(Candidate))
def test_a_candidate_is_described_by_the_entity_of_its_kind_as_far_as_its_excerpts_go(candidate: Candidate) -> None:
    assert type(candidate.entity) is KINDS[candidate.item.kind]
    named = {excerpt.field for excerpt in candidate.excerpts}
    assert all(
        field.name in named or not _is_filled(candidate.entity, field) for field in attrs.fields(type(candidate.entity))
    )


@given(any_entities())
def test_an_entity_holds_no_sign_of_a_disposal(entity: Any) -> None:
    assert not any(isinstance(value, Withheld) for value in attrs.astuple(entity, recurse=False))
    assert hash(entity) == hash(attrs.evolve(entity))


@given(st.from_type(Applied))
def test_a_step_is_of_the_event_that_was_attempted(applied: Applied) -> None:
    assert applied.step.event == applied.attempt.event


@given(st.lists(entries(item=Item("recommendation", "gao", "gao-24-1")), max_size=6).flatmap(recorded))
def test_a_history_is_recorded_as_a_store_would(history: list[Recorded]) -> None:
    assert [entry.revision for entry in history] == list(range(1, len(history) + 1))
    for before, after in pairwise(history):
        assert before.position < after.position
        assert before.recorded_at <= after.recorded_at
        assert after.batch in (before.batch, after.position)


@given(lifecycles())
def test_a_drawn_table_is_sound(table: Lifecycle) -> None:
    assert defects(table) == ()
    assert table.moves.at


@given(defective_lifecycles())
def test_a_planted_defect_is_the_one_that_is_found(planted: tuple[Flaw, Lifecycle]) -> None:
    flaw, table = planted
    assert flaw in {defect.flaw for defect in defects(table)}


def test_a_defect_of_every_kind_can_be_planted() -> None:
    assert set(PLANTS) == set(Flaw)


def _is_filled(entity: Any, field: attrs.Attribute[Any]) -> bool:
    return bool(getattr(entity, field.name) != field.default)


REACHED: list[tuple[type, Callable[[Any], bool]]] = [
    *((Moment, lambda moment, p=precision: moment.precision == p) for precision in PRECISIONS),
    (Moment, lambda moment: moment.precision == "instant"),
    (Moment, lambda moment: moment.precision == "words"),
    (Moment, lambda moment: moment.precision.startswith("../")),
    (Moment, lambda moment: moment.precision.endswith("/..")),
    (Moment, lambda moment: moment.precision == "month/fiscal-quarter"),
    (Moment, lambda moment: moment.words and moment.latest is not None),
    (AsOf, lambda as_of: as_of == AsOf()),
    (AsOf, lambda as_of: isinstance(as_of.recorded_by, int) and as_of.on and as_of.stated_by),
    (Item, lambda item: item.part.count("/") == 1 and item.number and item.addressee),
    (Excerpt, lambda excerpt: excerpt.derived and excerpt.computed_from),
    (Excerpt, lambda excerpt: isinstance(excerpt.locator, TextSpan)),
    (Attempt, lambda attempt: attempt.occurred_on is None and attempt.evidence),
    (Lifecycle, lambda table: len(table.groups) == 2 and table.guards),
    (Lifecycle, lambda table: any(rule.source == "swept" for rule in table.rules)),
    *((cls, lambda entity: entity == type(entity)()) for cls in KINDS.values()),
    *(
        (cls, lambda entity: attrs.astuple(entity)[-1] != attrs.fields(type(entity))[-1].default)
        for cls in KINDS.values()
    ),
]


@pytest.mark.parametrize("n", range(len(REACHED)), ids=lambda n: f"{REACHED[n][0].__name__}-{n}")
def test_every_shape_is_reached(n: int) -> None:
    typ, wanted = REACHED[n]
    assert wanted(find(values(typ), wanted, settings=LOOK))
